package org.commonground.coverage;

import java.util.List;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.LineString;

/**
 * One way to one shelter.
 *
 * @param shelter          index of the shelter
 * @param millis           walking time if the unrecorded facts are unfavourable; {@link CoverageResult#NO_WAY} where the way
 *                         exists only if they are favourable
 * @param optimisticMillis walking time if they are favourable; equal to {@code millis} where the profile depends on none
 * @param straightLine     true where no way on streets exists and the line is as the crow flies: times are then distance
 *                         over speed, and nobody has checked that it can be walked
 * @param metres           length of the line on the ground
 * @param line             from the person to the shelter, lon/lat
 * @param steps            in order of walking; empty for a straight line
 */
public record Way(int shelter, int millis, int optimisticMillis, boolean straightLine, double metres, LineString line,
    List<WayStep> steps) {

  /**
   * A street or a part of it, walked.
   *
   * @param from share of its length where the walk begins
   * @param to   share where it ends
   */
  public record Leg(int street, double from, double to, int millis) {
  }

  /**
   * A way along streets alone: each leg begins where the one before ends.
   *
   * @param legs at least one
   */
  public static Way along(StreetNetwork streets, int shelter, List<Leg> legs) {
    return WayBuilder.ofLegs(streets, shelter, legs);
  }
}
