package org.commonground.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Overlays of areas in metres that do not fail on broken source data: shapes are mended first (JTS GeometryFixer), overlaid with
 * OverlayNG, which snaps where plain arithmetic fails, and what is no area is dropped.
 */
final class MendedArea {

  private static final GeometryFactory METRES = new GeometryFactory();

  private MendedArea() {
  }

  /** The ground a shape encloses; null where it encloses none or is nowhere. */
  static Geometry of(Geometry shape) {
    var whole = mended(shape);
    var area = whole == null ? null : polygons(whole);
    return area == null || area.isEmpty() ? null : area;
  }

  /** A shape with everything that can be used of it; null where that is nothing. */
  static Geometry mended(Geometry shape) {
    boolean somewhere = Arrays.stream(shape.getCoordinates()).allMatch(at -> Double.isFinite(at.x) && Double.isFinite(at.y));
    if (!somewhere || shape.isEmpty()) {
      return null;
    }
    var mended = shape.isValid() ? shape : GeometryFixer.fix(shape);
    return mended.isEmpty() ? null : mended;
  }

  static Geometry nothing() {
    return METRES.createPolygon();
  }

  /** The ground that any of these covers; empty for none. */
  static Geometry union(List<Geometry> areas) {
    return switch (areas.size()) {
      case 0 -> nothing();
      case 1 -> areas.get(0);
      default -> polygons(OverlayNGRobust.union(METRES.buildGeometry(areas)));
    };
  }

  static Geometry intersection(Geometry area, Geometry other) {
    return overlay(area, other, OverlayNG.INTERSECTION);
  }

  static Geometry difference(Geometry area, Geometry other) {
    return overlay(area, other, OverlayNG.DIFFERENCE);
  }

  /** What of a shape may matter inside an extent. */
  static Geometry clipped(Geometry shape, Envelope extent) {
    return extent.contains(shape.getEnvelopeInternal()) ? shape
        : OverlayNGRobust.overlay(shape, METRES.toGeometry(extent), OverlayNG.INTERSECTION);
  }

  private static Geometry overlay(Geometry area, Geometry other, int operation) {
    boolean apart = !area.getEnvelopeInternal().intersects(other.getEnvelopeInternal());
    if (apart || area.isEmpty() || other.isEmpty()) {
      return operation == OverlayNG.DIFFERENCE ? area : nothing();
    }
    return polygons(OverlayNGRobust.overlay(area, other, operation));
  }

  private static Geometry polygons(Geometry shape) {
    var parts = new ArrayList<Geometry>();
    for (var part : PolygonExtracter.getPolygons(shape)) {
      if (((Polygon) part).getArea() > 0) {
        parts.add((Polygon) part);
      }
    }
    return parts.isEmpty() ? nothing() : METRES.buildGeometry(parts);
  }

  /** The edges of an area one after another, each as its two ends. */
  static List<Coordinate[]> outerRings(Geometry area) {
    var rings = new ArrayList<Coordinate[]>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      rings.add(((Polygon) area.getGeometryN(i)).getExteriorRing().getCoordinates());
    }
    return rings;
  }
}
