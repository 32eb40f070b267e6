package org.commonground.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** A small city drawn by hand: junctions by name at metres east and north of one point on earth, and streets between them. */
public final class Drawing {

  public static final LocalProjection PLANE = LocalProjection.around(7.42, 43.73);

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Map<String, Integer> nodes = new LinkedHashMap<>();
  private final List<Coordinate> at = new ArrayList<>();
  private final List<Street> streets = new ArrayList<>();

  public Drawing node(String name, double x, double y) {
    nodes.put(name, at.size());
    at.add(new Coordinate(x, y));
    return this;
  }

  public int node(String name) {
    return nodes.get(name);
  }

  /** A straight paved residential street, as long as it is drawn. */
  public Drawing street(String from, String to) {
    return street(from, to, "residential", "asphalt", null, null);
  }

  /** A street on a bridge. */
  public Drawing bridge(String from, String to) {
    streets.add(new Street(streets.size(), 1000 + streets.size(), node(from), node(to), straight(from, to), lengthMm(from, to),
        "residential", from + to, Map.of(), null, "asphalt", null, false, null, null, null, true, false, 1, null, null, null));
    return this;
  }

  public Drawing steps(String from, String to) {
    return street(from, to, "steps", "concrete", null, null);
  }

  public Drawing street(String from, String to, String kind, String surface, String kerb, String wheelchair) {
    return add(from, to, straight(from, to), lengthMm(from, to), kind, surface, kerb, wheelchair, null);
  }

  private Drawing add(String from, String to, LineString line, int lengthMm, String kind, String surface, String kerb,
      String wheelchair, String access) {
    streets.add(new Street(streets.size(), 1000 + streets.size(), node(from), node(to), line, lengthMm, kind, from + to,
        Map.of(), null, surface, null, kind.equals("steps"), kerb, wheelchair, null, false, false, 0, access, null, null));
    return this;
  }

  private LineString straight(String from, String to) {
    return GEOMETRIES.createLineString(new Coordinate[] {degrees(at.get(node(from))), degrees(at.get(node(to)))});
  }

  private int lengthMm(String from, String to) {
    return (int) Math.round(1000 * at.get(node(from)).distance(at.get(node(to))));
  }

  /** A paved street that runs through these points, in metres. */
  public Drawing bent(String from, String to, List<Coordinate> through) {
    var points = new ArrayList<>(List.of(at.get(node(from))));
    points.addAll(through);
    points.add(at.get(node(to)));
    double metres = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      metres += points.get(i).distance(points.get(i + 1));
    }
    var line = GEOMETRIES.createLineString(points.stream().map(Drawing::degrees).toArray(Coordinate[]::new));
    return add(from, to, line, (int) Math.round(1000 * metres), "residential", "asphalt", null, null, null);
  }

  public Drawing closed(String from, String to) {
    return add(from, to, straight(from, to), lengthMm(from, to), "service", "asphalt", null, null, "private");
  }

  public static Coordinate degrees(Coordinate metres) {
    return PLANE.toDegrees(metres.x, metres.y);
  }

  public static Coordinate degrees(double x, double y) {
    return PLANE.toDegrees(x, y);
  }

  public StreetNetwork network() {
    var lon = new double[at.size()];
    var lat = new double[at.size()];
    for (int node = 0; node < lon.length; node++) {
      var degrees = degrees(at.get(node));
      lon[node] = degrees.x;
      lat[node] = degrees.y;
    }
    return new StreetNetwork(lon, lat, streets);
  }
}
