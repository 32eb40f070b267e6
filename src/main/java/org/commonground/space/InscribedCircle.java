package org.commonground.space;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;

/**
 * The largest circle that fits on ground, found by JTS MaximumInscribedCircle.
 *
 * <p>Its diameter is what we call the width of a space. The standards ask that a park be so many metres wide so that strips do not
 * count as parks; the least width of the hull (rotating calipers) would call a ring or an L of narrow paths as wide as the block
 * around it. The circle never says more than the hull, and it is the ground that is clear of what may fall.
 *
 * @param x          metres, of the middle; 0 where there is no ground
 * @param y          metres
 * @param radiusM    of a circle that surely fits
 * @param toleranceM no circle is greater by more than this
 */
public record InscribedCircle(double x, double y, double radiusM, double toleranceM) {

  /** The tolerance is this share of the side of a square as large as the ground, but not below {@link #FINEST_M}. */
  private static final double SHARE = 0.002;
  private static final double FINEST_M = 0.05;

  static InscribedCircle of(Geometry area) {
    if (area.isEmpty()) {
      return new InscribedCircle(0, 0, 0, 0);
    }
    double tolerance = Math.max(FINEST_M, SHARE * Math.sqrt(area.getArea()));
    var circle = new MaximumInscribedCircle(area, tolerance);
    var centre = circle.getCenter();
    return new InscribedCircle(centre.getX(), centre.getY(), circle.getRadiusLine().getLength(), tolerance);
  }
}
