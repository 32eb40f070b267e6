package org.commonground.plan;

import org.locationtech.jts.geom.Geometry;

/** Coordinates as answers carry them: degrees with seven decimals, about a centimetre. */
public final class Places {

  private static final double DECIMALS = 1e7;

  private Places() {
  }

  public static double degrees(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }

  /** West, south, east, north. */
  static double[] bounds(Geometry geometry) {
    var extent = geometry.getEnvelopeInternal();
    return new double[] {degrees(extent.getMinX()), degrees(extent.getMinY()), degrees(extent.getMaxX()),
        degrees(extent.getMaxY())};
  }

  /** Metres with one decimal. */
  static double metres(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
