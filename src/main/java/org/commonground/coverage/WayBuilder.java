package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.coverage.WayStep.Turn;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.StreetLines;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Turns the streets of a way into one line and steps in order of walking. A step goes on while name, kind of an unnamed street,
 * and stairs stay the same. Nothing is projected: streets know their length, and an angle is judged on a sphere. Throw-away.
 */
final class WayBuilder {

  private static final GeometryFactory LINES = new GeometryFactory();
  private static final String ACCESS = "access";

  /** Number of the way between a place and its street, beside those that {@link StreetLines#road} has. */
  private static final int OFF_STREETS = -1;
  private static final int NO_STEP = -2;

  /** Points nearer to each other in both coordinates give no direction: about a centimetre. */
  private static final double POINT_DEGREES = 1e-7;

  private final StreetNetwork streets;
  private final StreetLines lines;
  private final List<WayStep> steps = new ArrayList<>(32);
  /** Longitude and latitude in turn. */
  private double[] line = new double[256];
  private int points;
  private double metres;
  /** The step at hand: what it walks on, a street of it, the point where it begins, and what it has so far. */
  private int road = NO_STEP;
  private int street;
  private int stepStart;
  private double stepMetres;
  private int stepMillis;

  /** A way along streets alone, which begins where its first leg does. */
  static Way ofLegs(StreetNetwork streets, int shelter, List<Way.Leg> legs) {
    var first = legs.get(0);
    var start = new WayBuilder(streets, 0, 0).place(first.street(), first.from());
    var builder = new WayBuilder(streets, start[0], start[1]);
    int millis = 0;
    for (var leg : legs) {
      builder.part(leg);
      millis += leg.millis();
    }
    return builder.build(shelter, millis, millis);
  }

  WayBuilder(StreetNetwork streets, double lon, double lat) {
    this.streets = streets;
    lines = streets.lines();
    add(lon, lat);
  }

  /** A straight line off the streets. */
  void straight(double lon, double lat, double length, int millis) {
    if (millis > 0) {
      step(OFF_STREETS, -1, length, millis);
      add(lon, lat);
    }
  }

  /**
   * A street or a part of it.
   *
   * @param snapper knows the shares of the street's length at the points of its line
   * @param gate    where the way ends, if it ends on this street
   */
  void along(Way.Leg leg, Snapper snapper, Snap gate) {
    if (leg.from() == leg.to()) {
      return;
    }
    double length = Math.abs(leg.to() - leg.from()) * lines.lengthMm(leg.street()) / 1000;
    step(lines.road(leg.street()), leg.street(), length, leg.millis());
    int first = lines.firstPoint(leg.street());
    int last = lines.firstPoint(leg.street() + 1) - 1;
    boolean forward = leg.from() < leg.to();
    boolean whole = forward ? leg.from() == 0 && leg.to() == 1 : leg.from() == 1 && leg.to() == 0;
    for (int i = 1; i < last - first; i++) {
      int point = forward ? first + i : last - i;
      if (whole || liesBetween(snapper.shareAt(leg.street(), point - first), leg)) {
        add(lines.lon(point), lines.lat(point));
      }
    }
    if (leg.to() == 0 || leg.to() == 1) {
      int end = leg.to() == 0 ? first : last;
      add(lines.lon(end), lines.lat(end));
    } else {
      add(gate.lon(), gate.lat());
    }
  }

  /** A street or a part of it of which nothing but the shares is known, which may end anywhere on the street. */
  void part(Way.Leg leg) {
    if (leg.from() == leg.to()) {
      return;
    }
    step(lines.road(leg.street()), leg.street(), Math.abs(leg.to() - leg.from()) * lines.lengthMm(leg.street()) / 1000, leg.millis());
    int first = lines.firstPoint(leg.street());
    var shares = shares(leg.street());
    for (int i = 1; i < shares.length - 1; i++) {
      int at = leg.from() < leg.to() ? i : shares.length - 1 - i;
      if (liesBetween(shares[at], leg)) {
        add(lines.lon(first + at), lines.lat(first + at));
      }
    }
    var end = place(leg.street(), leg.to());
    add(end[0], end[1]);
  }

  /** Longitude and latitude at a share of a street's length. */
  private double[] place(int street, double share) {
    var shares = shares(street);
    int first = lines.firstPoint(street);
    int after = 1;
    while (after < shares.length - 1 && shares[after] < share) {
      after++;
    }
    double length = shares[after] - shares[after - 1];
    double along = length == 0 ? 0 : (share - shares[after - 1]) / length;
    int point = first + after;
    return new double[] {lines.lon(point - 1) + along * (lines.lon(point) - lines.lon(point - 1)),
        lines.lat(point - 1) + along * (lines.lat(point) - lines.lat(point - 1))};
  }

  /** Share of the length at each point of a street's line. */
  private double[] shares(int street) {
    int first = lines.firstPoint(street);
    var shares = new double[lines.firstPoint(street + 1) - first];
    for (int i = 1; i < shares.length; i++) {
      double north = lines.lat(first + i) - lines.lat(first + i - 1);
      double east = (lines.lon(first + i) - lines.lon(first + i - 1)) * Math.cos(Math.toRadians(lines.lat(first + i)));
      shares[i] = shares[i - 1] + Math.hypot(east, north);
    }
    double all = shares[shares.length - 1];
    for (int i = 1; i < shares.length; i++) {
      shares[i] = all == 0 ? 1 : shares[i] / all;
    }
    return shares;
  }

  private static boolean liesBetween(double share, Way.Leg leg) {
    return share > Math.min(leg.from(), leg.to()) && share < Math.max(leg.from(), leg.to());
  }

  private void add(double lon, double lat) {
    if (points > 0 && line[2 * points - 2] == lon && line[2 * points - 1] == lat) {
      return;
    }
    if (2 * points == line.length) {
      line = Arrays.copyOf(line, 4 * points);
    }
    line[2 * points] = lon;
    line[2 * points + 1] = lat;
    points++;
  }

  private void step(int onRoad, int onStreet, double length, int millis) {
    if (road != onRoad) {
      endStep();
      road = onRoad;
      street = onStreet;
      stepStart = points - 1;
      stepMetres = 0;
      stepMillis = 0;
    }
    stepMetres += length;
    stepMillis += millis;
    metres += length;
  }

  private void endStep() {
    if (road == NO_STEP) {
      return;
    }
    var turn = steps.isEmpty() ? Turn.START : Turn.between(bearingBefore(stepStart), bearingAfter(stepStart));
    var on = road == OFF_STREETS ? null : streets.street(street);
    steps.add(new WayStep(turn, on == null ? null : on.name(), on == null ? ACCESS : on.kind(), stepMetres, stepMillis,
        line[2 * stepStart], line[2 * stepStart + 1], on != null && on.steps()));
  }

  /** The finished way. */
  Way build(int shelter, int millis, int optimisticMillis) {
    endStep();
    double lon = line[2 * points - 2];
    double lat = line[2 * points - 1];
    steps.add(new WayStep(Turn.ARRIVE, null, ACCESS, 0, 0, lon, lat, false));
    var whole = points > 1 ? Arrays.copyOf(line, 2 * points) : new double[] {lon, lat, lon, lat};
    return new Way(shelter, millis, optimisticMillis, false, metres, lineString(whole), List.copyOf(steps));
  }

  /** @param lonLat longitude and latitude in turn */
  static LineString lineString(double... lonLat) {
    return LINES.createLineString(new PackedCoordinateSequence.Double(lonLat, 2, 0));
  }

  private double bearingBefore(int point) {
    double bearing = Double.NaN;
    for (int i = point - 1; i >= 0 && Double.isNaN(bearing); i--) {
      bearing = bearing(i, point);
    }
    return bearing;
  }

  private double bearingAfter(int point) {
    double bearing = Double.NaN;
    for (int i = point + 1; i < points && Double.isNaN(bearing); i++) {
      bearing = bearing(point, i);
    }
    return bearing;
  }

  /** Degrees clockwise from north; not a number where the points are one. */
  private double bearing(int from, int to) {
    double east = line[2 * to] - line[2 * from];
    double north = line[2 * to + 1] - line[2 * from + 1];
    if (Math.abs(east) < POINT_DEGREES && Math.abs(north) < POINT_DEGREES) {
      return Double.NaN;
    }
    return Math.toDegrees(Math.atan2(east * Math.cos(Math.toRadians(line[2 * from + 1])), north));
  }
}
