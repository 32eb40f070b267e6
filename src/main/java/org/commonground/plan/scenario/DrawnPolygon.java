package org.commonground.plan.scenario;

import static org.commonground.plan.form.Checked.refused;
import static org.commonground.plan.form.Checked.shown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.plan.form.Checked;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** A polygon that somebody drew: as GeoJSON (RFC 7946) and back, checked, outer ring counterclockwise. */
public final class DrawnPolygon {

  static final int MOST_CORNERS = 10_000;

  private static final String FIELD = "geometry";
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private DrawnPolygon() {
  }

  static Polygon checked(Polygon drawn) {
    if (drawn == null || drawn.isEmpty()) {
      throw refused(FIELD, "geometry is missing: give a GeoJSON Polygon.");
    }
    if (drawn.getNumPoints() > MOST_CORNERS) {
      throw refused(FIELD, "geometry has " + drawn.getNumPoints() + " corners, but may have at most " + MOST_CORNERS + ".");
    }
    var holes = new LinearRing[drawn.getNumInteriorRing()];
    for (int hole = 0; hole < holes.length; hole++) {
      holes[hole] = ring(drawn.getInteriorRingN(hole), false);
    }
    var polygon = GEOMETRIES.createPolygon(ring(drawn.getExteriorRing(), true), holes);
    var valid = new IsValidOp(polygon);
    if (!valid.isValid()) {
      var at = valid.getValidationError().getCoordinate();
      throw refused(FIELD, "geometry is no valid polygon: " + valid.getValidationError().getMessage() + " at " + at.x + ", "
          + at.y + ".");
    }
    return polygon;
  }

  private static LinearRing ring(LinearRing drawn, boolean counterclockwise) {
    var corners = new Coordinate[drawn.getNumPoints()];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Coordinate(Checked.lon(drawn.getCoordinateN(i).x), Checked.lat(drawn.getCoordinateN(i).y));
    }
    if (Orientation.isCCW(corners) != counterclockwise) {
      CoordinateArrays.reverse(corners);
    }
    return GEOMETRIES.createLinearRing(corners);
  }

  /** A GeoJSON geometry. */
  public static Map<String, Object> geoJson(Polygon polygon) {
    var rings = new ArrayList<List<List<Double>>>();
    rings.add(positions(polygon.getExteriorRing()));
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      rings.add(positions(polygon.getInteriorRingN(hole)));
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "Polygon");
    json.put("coordinates", rings);
    return json;
  }

  private static List<List<Double>> positions(LinearRing ring) {
    var positions = new ArrayList<List<Double>>();
    for (var corner : ring.getCoordinates()) {
      positions.add(List.of(corner.x, corner.y));
    }
    return positions;
  }

  /** @param json null where there is none */
  static Polygon of(Map<String, Object> json) {
    if (json == null) {
      return null;
    }
    if (!"Polygon".equals(json.get("type"))) {
      throw refused(FIELD, "geometry is of the type " + shown(json.get("type")) + ", but must be a GeoJSON Polygon.");
    }
    var rings = list(json.get("coordinates")).stream().map(DrawnPolygon::ring).toList();
    if (rings.isEmpty()) {
      throw refused(FIELD, "geometry has no ring: a GeoJSON Polygon has at least one.");
    }
    return GEOMETRIES.createPolygon(rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Object json) {
    var corners = list(json).stream().map(DrawnPolygon::corner).toArray(Coordinate[]::new);
    if (corners.length < 4) {
      throw refused(FIELD, "geometry has a ring of " + corners.length + " positions, but must have at least 4.");
    }
    if (!corners[0].equals2D(corners[corners.length - 1])) {
      throw refused(FIELD, "geometry has a ring that ends at " + corners[corners.length - 1].x + ", "
          + corners[corners.length - 1].y + ", but must end where it begins, at " + corners[0].x + ", " + corners[0].y + ".");
    }
    return GEOMETRIES.createLinearRing(corners);
  }

  private static Coordinate corner(Object json) {
    var position = list(json);
    if (position.size() < 2 || !(position.get(0) instanceof Number lon) || !(position.get(1) instanceof Number lat)) {
      throw refused(FIELD, "geometry has the position " + shown(position) + ", but must have two numbers there: [lon, lat].");
    }
    return new Coordinate(lon.doubleValue(), lat.doubleValue());
  }

  private static List<?> list(Object json) {
    if (json instanceof List<?> list) {
      return list;
    }
    throw refused(FIELD, "geometry has " + shown(json) + " among its coordinates, but must have a list there.");
  }
}
