package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The walls of a building in metres, and which part of a street's cross-section its rubble covers: every place not farther
 * from the building than the rubble reaches. Immutable.
 */
final class RubbleShape {

  /** Ends of each wall: x1, y1, x2, y2. */
  private final double[] walls;
  private final Envelope extent;

  /** @param metres polygon or multipolygon */
  RubbleShape(Geometry metres) {
    extent = metres.getEnvelopeInternal();
    var ends = new ArrayList<double[]>();
    for (var ring : LinearComponentExtracter.getLines(metres)) {
      Coordinate[] corners = ((LineString) ring).getCoordinates();
      for (int i = 0; i + 1 < corners.length; i++) {
        ends.add(new double[] {corners[i].x, corners[i].y, corners[i + 1].x, corners[i + 1].y});
      }
    }
    walls = ends.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  Envelope extent() {
    return extent;
  }

  /** A street's cross-section: middle, unit vector to its left, and half its width. */
  record CrossSection(double x, double y, double leftX, double leftY, double half) {
  }

  /**
   * @param reach metres that the rubble reaches
   * @return metres left of the middle, from and to, disjoint and ascending; empty where no rubble lies on the street
   */
  List<double[]> covered(CrossSection at, double reach) {
    double near = reach + at.half();
    if (at.x() < extent.getMinX() - near || at.x() > extent.getMaxX() + near || at.y() < extent.getMinY() - near
        || at.y() > extent.getMaxY() + near) {
      return List.of();
    }
    var parts = new ArrayList<double[]>();
    var crossings = new ArrayList<Double>();
    for (int wall = 0; wall < walls.length; wall += 4) {
      double leftA = left(at, wall);
      double leftB = left(at, wall + 2);
      double aheadA = ahead(at, wall);
      double aheadB = ahead(at, wall + 2);
      add(parts, leftA, leftB - leftA, aheadA, aheadB - aheadA, reach);
      if (aheadA <= 0 != aheadB <= 0) {
        crossings.add(leftA - aheadA * (leftB - leftA) / (aheadB - aheadA));
      }
    }
    crossings.sort(null);
    for (int i = 0; i + 1 < crossings.size(); i += 2) {
      parts.add(new double[] {crossings.get(i), crossings.get(i + 1)});
    }
    return merged(parts, at.half());
  }

  private double left(CrossSection at, int end) {
    return (walls[end] - at.x()) * at.leftX() + (walls[end + 1] - at.y()) * at.leftY();
  }

  private double ahead(CrossSection at, int end) {
    return (walls[end] - at.x()) * at.leftY() - (walls[end + 1] - at.y()) * at.leftX();
  }

  /**
   * Adds what lies within reach of one wall. At share u along the wall, which is then {@code ahead + u · dAhead} from the
   * cross-section's line, a disc covers {@code left + u · dLeft ± √(reach² − that²)}. The lower end is a convex function of u
   * and the upper one concave, so both have their extreme where the derivative is zero, or at a limit of u.
   */
  private static void add(List<double[]> parts, double left, double dLeft, double ahead, double dAhead, double reach) {
    double first = 0;
    double last = 1;
    if (dAhead != 0) {
      double enter = (-reach - ahead) / dAhead;
      double leave = (reach - ahead) / dAhead;
      first = Math.max(0, Math.min(enter, leave));
      last = Math.min(1, Math.max(enter, leave));
    }
    if (first > last || dAhead == 0 && Math.abs(ahead) > reach) {
      return;
    }
    double low = Math.min(end(first, left, dLeft, ahead, dAhead, reach, -1), end(last, left, dLeft, ahead, dAhead, reach, -1));
    double high = Math.max(end(first, left, dLeft, ahead, dAhead, reach, 1), end(last, left, dLeft, ahead, dAhead, reach, 1));
    if (dAhead != 0) {
      double offset = reach * dLeft / Math.hypot(dLeft, dAhead) * Math.signum(dAhead);
      low = Math.min(low, end(within((-offset - ahead) / dAhead, first, last), left, dLeft, ahead, dAhead, reach, -1));
      high = Math.max(high, end(within((offset - ahead) / dAhead, first, last), left, dLeft, ahead, dAhead, reach, 1));
    }
    parts.add(new double[] {low, high});
  }

  private static double within(double value, double first, double last) {
    return Math.max(first, Math.min(last, value));
  }

  private static double end(double u, double left, double dLeft, double ahead, double dAhead, double reach, int side) {
    double off = ahead + u * dAhead;
    return left + u * dLeft + side * Math.sqrt(Math.max(0, reach * reach - off * off));
  }

  private static List<double[]> merged(List<double[]> parts, double half) {
    parts.sort((a, b) -> Double.compare(a[0], b[0]));
    var merged = new ArrayList<double[]>();
    for (var part : parts) {
      double from = Math.max(-half, part[0]);
      double to = Math.min(half, part[1]);
      var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && from <= last[1]) {
        last[1] = Math.max(last[1], to);
      } else if (from < to) {
        merged.add(new double[] {from, to});
      }
    }
    return merged;
  }
}
