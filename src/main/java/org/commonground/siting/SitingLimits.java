package org.commonground.siting;

import java.util.function.BooleanSupplier;

/**
 * When a search ends before its answer is proven optimal.
 *
 * @param millis    of time, above 0
 * @param gap       that is good enough, as a share of the value; 0 for none but the optimum
 * @param cancelled asked often, from the thread that searches
 */
public record SitingLimits(long millis, double gap, BooleanSupplier cancelled) {

  public SitingLimits {
    if (millis <= 0) {
      throw new IllegalArgumentException("the time limit is " + millis + " ms, not above 0");
    }
    if (!(gap >= 0 && gap < 1)) {
      throw new IllegalArgumentException("the gap is " + gap + ", but must be from 0 to below 1");
    }
  }

  public static SitingLimits seconds(double seconds) {
    return new SitingLimits(Math.round(1_000 * seconds), 0, () -> false);
  }

  public SitingLimits gap(double enough) {
    return new SitingLimits(millis, enough, cancelled);
  }
}
