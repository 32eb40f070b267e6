package org.commonground.space;

import org.locationtech.jts.geom.Geometry;

/** Bounds of the mean slope of an outline: each piece of ground is at least and at most as steep as its class. */
final class MeanSlope {

  private final Range percent;
  private final double unmeasuredM2;

  MeanSlope(Geometry outline, Surroundings surroundings) {
    double all = outline.getArea();
    var measured = surroundings.measured();
    double known = measured == null ? 0 : MendedArea.intersection(outline, measured).getArea();
    unmeasuredM2 = Math.max(0, all - known);
    double least = 0;
    double most = 0;
    double inZones = 0;
    for (var zone : surroundings.slopes(outline.getEnvelopeInternal())) {
      double area = MendedArea.intersection(outline, zone.shape()).getArea();
      if (area > 0) {
        inZones += area;
        least += area * zone.what().leastPercent();
        most += area * zone.what().belowPercent();
      }
    }
    if (known > 0) {
      most += Math.max(0, known - inZones) * surroundings.flatBelowPercent();
    }
    boolean whole = unmeasuredM2 <= NEGLIGIBLE_SHARE * all;
    percent = new Range(whole ? most / all : Double.POSITIVE_INFINITY, least / all);
  }

  /** Rounding of overlays. */
  private static final double NEGLIGIBLE_SHARE = 1e-9;

  /** Per cent, the steeper bound first; infinity where some ground is not measured. */
  Range percent() {
    return percent;
  }

  /** Square metres of the outline whose slope nobody knows. */
  double unmeasuredM2() {
    return unmeasuredM2;
  }
}
