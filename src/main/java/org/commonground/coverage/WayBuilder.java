package org.commonground.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonground.coverage.WayStep.Turn;
import org.commonground.geo.LocalProjection;
import org.commonground.network.StreetNetwork;
import org.commonground.network.SubLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Turns the streets of a way into one line and steps in order of walking. A step goes on while name, kind of an unnamed street,
 * and stairs stay the same. Throw-away.
 */
final class WayBuilder {

  private static final String ACCESS = "access";

  private final LocalProjection projection;
  private final List<Coordinate> line = new ArrayList<>();
  private final List<WayStep> steps = new ArrayList<>();
  /** First point of the last step in {@code line}. */
  private int stepStart;
  private double bearing = Double.NaN;
  private double metres;

  WayBuilder(LocalProjection projection) {
    this.projection = projection;
  }

  /** A straight line off the streets. */
  void straight(double fromLon, double fromLat, double toLon, double toLat, int millis) {
    if (millis > 0) {
      add(List.of(new Coordinate(fromLon, fromLat), new Coordinate(toLon, toLat)), null, ACCESS, false, millis);
    }
  }

  void along(StreetNetwork streets, PersonSearch.Leg leg) {
    var street = streets.street(leg.street());
    if (leg.from() != leg.to()) {
      add(SubLine.of(street, leg.from(), leg.to(), projection), street.name(), street.kind(), street.steps(), leg.millis());
    }
  }

  private void add(List<Coordinate> part, String name, String kind, boolean stairs, int millis) {
    double length = length(part);
    var last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    boolean goesOn = last != null && last.stairs() == stairs && Objects.equals(last.street(), name)
        && (name != null || last.kind().equals(kind));
    if (goesOn) {
      steps.set(steps.size() - 1, new WayStep(last.turn(), name, last.kind(), last.metres() + length, last.millis() + millis,
          last.lon(), last.lat(), stairs));
    } else {
      var turn = steps.isEmpty() ? Turn.START : turn(bearing, firstBearing(part));
      steps.add(new WayStep(turn, name, kind, length, millis, part.get(0).x, part.get(0).y, stairs));
    }
    for (var point : part) {
      if (line.isEmpty() || !line.get(line.size() - 1).equals2D(point)) {
        line.add(point);
      }
    }
    double ended = lastBearing(part);
    bearing = Double.isNaN(ended) ? bearing : ended;
    metres += length;
  }

  /** The finished way. */
  Way build(int shelter, int millis, int optimisticMillis, Coordinate end) {
    if (line.isEmpty()) {
      line.add(end);
    }
    if (line.size() == 1) {
      line.add(end);
    }
    steps.add(new WayStep(Turn.ARRIVE, null, ACCESS, 0, 0, end.x, end.y, false));
    return new Way(shelter, millis, optimisticMillis, false, metres, lineString(line), List.copyOf(steps));
  }

  static LineString lineString(List<Coordinate> points) {
    return new GeometryFactory().createLineString(points.toArray(Coordinate[]::new));
  }

  double length(List<Coordinate> part) {
    return projection.toMetres(lineString(part)).getLength();
  }

  private double firstBearing(List<Coordinate> part) {
    for (int i = 0; i + 1 < part.size(); i++) {
      if (!part.get(i).equals2D(part.get(i + 1))) {
        return bearing(part.get(i), part.get(i + 1));
      }
    }
    return Double.NaN;
  }

  private double lastBearing(List<Coordinate> part) {
    for (int i = part.size() - 1; i > 0; i--) {
      if (!part.get(i).equals2D(part.get(i - 1))) {
        return bearing(part.get(i - 1), part.get(i));
      }
    }
    return Double.NaN;
  }

  private double bearing(Coordinate from, Coordinate to) {
    var a = projection.toMetres(from.x, from.y);
    var b = projection.toMetres(to.x, to.y);
    return Math.toDegrees(Math.atan2(b.x - a.x, b.y - a.y));
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
