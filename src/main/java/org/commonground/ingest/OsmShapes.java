package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Shapes of ways and relations, lon/lat.
 *
 * <p>A multipolygon relation is put together from all its ways at once:
 * <ol>
 *   <li>Its outer and inner lines are joined into rings (JTS Polygonizer; roles decide nothing, as the wiki advises).
 *   <li>A ring lies inside an even or an odd number of the others: those at even depth are ground, those at odd depth are holes.
 *   <li>Rings that only touch stay whole; lines that close no ring are left over, and make the relation incomplete.
 * </ol>
 */
final class OsmShapes {

  static final GeometryFactory LON_LAT = new GeometryFactory(new org.locationtech.jts.geom.PrecisionModel(), 4326);
  private static final Set<String> AREA_ROLES = Set.of("outer", "inner", "", "exclave", "enclave");

  private final OsmFile file;

  OsmShapes(OsmFile file) {
    this.file = file;
  }

  /** The line of a way; null where fewer than two of its nodes are in the file. */
  LineString line(OsmFile.Way way) {
    var points = places(way.nodes());
    return points.size() < 2 ? null : LON_LAT.createLineString(points.toArray(Coordinate[]::new));
  }

  private List<Coordinate> places(long[] nodes) {
    var points = new ArrayList<Coordinate>(nodes.length);
    for (long node : nodes) {
      var place = file.place(node);
      if (place != null && (points.isEmpty() || !points.get(points.size() - 1).equals2D(place))) {
        points.add(place);
      }
    }
    return points;
  }

  /** The area inside a closed way, mended where it crosses itself; null where it encloses none or nodes are missing. */
  Geometry area(OsmFile.Way way) {
    if (!way.closed() || Arrays.stream(way.nodes()).anyMatch(node -> file.place(node) == null)) {
      return null;
    }
    var points = places(way.nodes());
    if (points.size() < 4 || !points.get(0).equals2D(points.get(points.size() - 1))) {
      return null;
    }
    return polygonal(LON_LAT.createPolygon(points.toArray(Coordinate[]::new)));
  }

  /** Valid and of polygons only; null where nothing is left. */
  private static Geometry polygonal(Geometry area) {
    var valid = area.isValid() ? area : GeometryFixer.fix(area);
    return valid.getDimension() == 2 && !valid.isEmpty() ? valid : null;
  }

  /** The area of a relation; null where lines are missing or do not close. */
  Geometry area(OsmFile.Relation relation) {
    var lines = new ArrayList<Geometry>();
    for (var member : relation.members()) {
      if (member.type() == 'w' && AREA_ROLES.contains(member.role())) {
        var way = file.way(member.id());
        var line = way == null || Arrays.stream(way.nodes()).anyMatch(node -> file.place(node) == null) ? null : line(way);
        if (line == null) {
          return null;
        }
        lines.add(line);
      }
    }
    return lines.isEmpty() ? null : fromLines(lines);
  }

  /**
   * The area of a relation of which lines are missing, each gap closed by a straight line to the nearest open end.
   *
   * @param mostMissing longest sum of gaps, as a share of the length that is there
   * @return null where more is missing
   */
  Geometry areaWithGapsClosed(OsmFile.Relation relation, double mostMissing) {
    var merger = new LineMerger();
    for (var member : relation.members()) {
      var way = member.type() == 'w' && AREA_ROLES.contains(member.role()) ? file.way(member.id()) : null;
      var line = way == null ? null : line(way);
      if (line != null) {
        merger.add(line);
      }
    }
    var lines = new ArrayList<Geometry>();
    var ends = new ArrayList<Coordinate>();
    double there = 0;
    for (var merged : merger.getMergedLineStrings()) {
      var line = (LineString) merged;
      lines.add(line);
      there += line.getLength();
      if (!line.isClosed()) {
        ends.add(line.getStartPoint().getCoordinate());
        ends.add(line.getEndPoint().getCoordinate());
      }
    }
    double gaps = 0;
    while (ends.size() >= 2 && gaps <= mostMissing * there) {
      var pair = nearestEnds(ends);
      gaps += pair.get(0).distance(pair.get(1));
      lines.add(LON_LAT.createLineString(pair.toArray(Coordinate[]::new)));
      ends.removeAll(pair);
    }
    return lines.isEmpty() || gaps > mostMissing * there ? null : fromLines(lines);
  }

  private static List<Coordinate> nearestEnds(List<Coordinate> ends) {
    List<Coordinate> nearest = List.of(ends.get(0), ends.get(1));
    for (int i = 0; i < ends.size(); i++) {
      for (int j = i + 1; j < ends.size(); j++) {
        if (ends.get(i).distance(ends.get(j)) < nearest.get(0).distance(nearest.get(1))) {
          nearest = List.of(ends.get(i), ends.get(j));
        }
      }
    }
    return nearest;
  }

  /** Ground enclosed by lines, by even and odd depth of rings; null where a line is left over or nothing is enclosed. */
  static Geometry fromLines(List<? extends Geometry> lines) {
    var polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionOp.union(lines));
    if (!polygonizer.getDangles().isEmpty() || !polygonizer.getCutEdges().isEmpty()) {
      return null;
    }
    var rings = new ArrayList<Polygon>();
    for (var found : polygonizer.getPolygons()) {
      rings.add((Polygon) found);
    }
    var ground = new ArrayList<Geometry>();
    for (var face : rings) {
      if (depth(face, rings) % 2 == 0) {
        ground.add(face);
      }
    }
    // In normal form: where a ring begins must not hang on the order inside the polygonizer's hash tables.
    return ground.isEmpty() ? null : polygonal(UnaryUnionOp.union(ground).norm());
  }

  /** In how many shells of other faces a face lies. */
  private static int depth(Polygon face, List<Polygon> faces) {
    var inside = face.getInteriorPoint();
    int depth = 0;
    for (var other : faces) {
      if (other != face && other.getEnvelopeInternal().contains(face.getEnvelopeInternal())
          && LON_LAT.createPolygon(other.getExteriorRing().getCoordinates()).contains(inside)) {
        depth++;
      }
    }
    return depth;
  }

  /** Square metres. */
  static double areaM2(Geometry degrees, LocalProjection projection) {
    return degrees.getDimension() < 2 ? 0 : projection.toMetres(degrees).getArea();
  }

  /** What both have in common; empty where nothing. */
  static Geometry intersection(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION);
  }
}
