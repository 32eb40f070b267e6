package org.commonground.plan.form;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Coordinates as answers carry them: degrees with seven decimals, about a centimetre. */
public final class Places {

  private static final double DECIMALS = 1e7;

  private Places() {
  }

  public static double degrees(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }

  /** West, south, east, north. */
  public static double[] bounds(Geometry geometry) {
    var extent = geometry.getEnvelopeInternal();
    return new double[] {degrees(extent.getMinX()), degrees(extent.getMinY()), degrees(extent.getMaxX()),
        degrees(extent.getMaxY())};
  }

  /** Metres with one decimal. */
  public static double metres(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Half way along a line: a place of this street and of no other, where an end would be of every street that meets there. */
  public static Coordinate middle(LineString line) {
    return new LengthIndexedLine(line).extractPoint(line.getLength() / 2);
  }
}
