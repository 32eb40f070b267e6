package org.commonground.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonground.coverage.WayStep.Turn;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.Street;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Turns the streets of a way into one line and steps in order of walking. A step goes on while name, kind of an unnamed street,
 * and stairs stay the same. Nothing is projected: streets know their length, and an angle is judged on a sphere. Throw-away.
 */
final class WayBuilder {

  private static final GeometryFactory LINES = new GeometryFactory();
  private static final String ACCESS = "access";

  /** Points nearer to each other in both coordinates give no direction: about a centimetre. */
  private static final double POINT_DEGREES = 1e-7;

  private final List<Coordinate> line = new ArrayList<>();
  private final List<WayStep> steps = new ArrayList<>();
  private double metres;
  /** The step at hand: index in {@code line} where it begins, -1 where there is none, and what it has so far. */
  private int stepStart = -1;
  private String stepStreet;
  private String stepKind;
  private boolean stepStairs;
  private double stepMetres;
  private int stepMillis;

  WayBuilder(Coordinate start) {
    line.add(start);
  }

  /** A straight line off the streets. */
  void straight(Coordinate to, double length, int millis) {
    if (millis > 0) {
      step(null, ACCESS, false, length, millis);
      add(to);
    }
  }

  /**
   * A street or a part of it.
   *
   * @param snapper knows the shares of the street's length at the points of its line
   * @param gate    where the way ends, if it ends on this street
   */
  void along(Street street, Trail.Leg leg, Snapper snapper, Snap gate) {
    if (leg.from() == leg.to()) {
      return;
    }
    step(street.name(), street.kind(), street.steps(), Math.abs(leg.to() - leg.from()) * street.lengthMm() / 1000, leg.millis());
    var points = street.line().getCoordinates();
    int last = points.length - 1;
    boolean forward = leg.from() < leg.to();
    boolean whole = forward ? leg.from() == 0 && leg.to() == 1 : leg.from() == 1 && leg.to() == 0;
    double least = Math.min(leg.from(), leg.to());
    double most = Math.max(leg.from(), leg.to());
    for (int i = 1; i < last; i++) {
      int point = forward ? i : last - i;
      double share = whole ? 0.5 : snapper.shareAt(street.id(), point);
      if (share > least && share < most) {
        add(points[point]);
      }
    }
    add(leg.to() == 0 ? points[0] : leg.to() == 1 ? points[last] : new Coordinate(gate.lon(), gate.lat()));
  }

  private void add(Coordinate point) {
    if (!line.get(line.size() - 1).equals2D(point)) {
      line.add(point);
    }
  }

  private void step(String street, String kind, boolean stairs, double length, int millis) {
    boolean goesOn = stepStart >= 0 && stepStairs == stairs && Objects.equals(stepStreet, street)
        && (street != null || stepKind.equals(kind));
    if (!goesOn) {
      endStep();
      stepStart = line.size() - 1;
      stepStreet = street;
      stepKind = kind;
      stepStairs = stairs;
      stepMetres = 0;
      stepMillis = 0;
    }
    stepMetres += length;
    stepMillis += millis;
    metres += length;
  }

  private void endStep() {
    if (stepStart >= 0) {
      var turn = steps.isEmpty() ? Turn.START : turn(bearingBefore(stepStart), bearingAfter(stepStart));
      var at = line.get(stepStart);
      steps.add(new WayStep(turn, stepStreet, stepKind, stepMetres, stepMillis, at.x, at.y, stepStairs));
    }
  }

  /** The finished way. */
  Way build(int shelter, int millis, int optimisticMillis) {
    endStep();
    var end = line.get(line.size() - 1);
    if (line.size() == 1) {
      line.add(end);
    }
    steps.add(new WayStep(Turn.ARRIVE, null, ACCESS, 0, 0, end.x, end.y, false));
    return new Way(shelter, millis, optimisticMillis, false, metres, lineString(line), List.copyOf(steps));
  }

  static LineString lineString(List<Coordinate> points) {
    return LINES.createLineString(points.toArray(Coordinate[]::new));
  }

  private double bearingBefore(int point) {
    double bearing = Double.NaN;
    for (int i = point - 1; i >= 0 && Double.isNaN(bearing); i--) {
      bearing = bearing(line.get(i), line.get(point));
    }
    return bearing;
  }

  private double bearingAfter(int point) {
    double bearing = Double.NaN;
    for (int i = point + 1; i < line.size() && Double.isNaN(bearing); i++) {
      bearing = bearing(line.get(point), line.get(i));
    }
    return bearing;
  }

  /** Degrees clockwise from north; not a number where the points are one. */
  private static double bearing(Coordinate from, Coordinate to) {
    double east = to.x - from.x;
    double north = to.y - from.y;
    if (Math.abs(east) < POINT_DEGREES && Math.abs(north) < POINT_DEGREES) {
      return Double.NaN;
    }
    return Math.toDegrees(Math.atan2(east * Math.cos(Math.toRadians(from.y)), north));
  }

  /** Bearings in degrees clockwise from north; not a number where there is none. */
  static Turn turn(double before, double after) {
    if (Double.isNaN(before) || Double.isNaN(after)) {
      return Turn.STRAIGHT;
    }
    double right = ((after - before) % 360 + 540) % 360 - 180;
    double angle = Math.abs(right);
    if (angle < 20) {
      return Turn.STRAIGHT;
    }
    if (angle > 170) {
      return Turn.BACK;
    }
    if (angle < 45) {
      return right > 0 ? Turn.SLIGHT_RIGHT : Turn.SLIGHT_LEFT;
    }
    if (angle < 120) {
      return right > 0 ? Turn.RIGHT : Turn.LEFT;
    }
    return right > 0 ? Turn.SHARP_RIGHT : Turn.SHARP_LEFT;
  }
}
