package org.commonground.network;

import java.util.Objects;

/**
 * How a group of people moves.
 *
 * @param name                      {@code adult}, {@code elderly}, {@code child}, {@code wheelchair} …
 * @param speedMetresPerSecond      on the level, above 0
 * @param stairsMetresPerSecond     along the slope of stairs; 0 where the group cannot use them
 * @param wheels                    true where kerbs and surface decide whether a street can be used; where they are not
 *                                  recorded the answer becomes a range
 * @param maxGradePercent           steepest recorded incline it can use; 100 where any
 * @param slope                     how the ground's grade changes its speed, where heights are recorded
 */
public record Profile(String name, double speedMetresPerSecond, double stairsMetresPerSecond, boolean wheels,
    double maxGradePercent, Slope slope) {

  public Profile {
    if (!(speedMetresPerSecond > 0)) {
      throw new IllegalArgumentException("speed of profile " + name + " is " + speedMetresPerSecond + " m/s, not above 0");
    }
    if (!(stairsMetresPerSecond >= 0)) {
      throw new IllegalArgumentException("stairs of profile " + name + " is " + stairsMetresPerSecond + " m/s, below 0");
    }
    Objects.requireNonNull(slope, "slope");
  }

  /** A group whose speed the ground's grade does not change. */
  public Profile(String name, double speedMetresPerSecond, double stairsMetresPerSecond, boolean wheels, double maxGradePercent) {
    this(name, speedMetresPerSecond, stairsMetresPerSecond, wheels, maxGradePercent, Slope.NONE);
  }

  /** Walking time off the streets, in a straight line at the speed on the level. */
  public int straightMillis(double metres) {
    return (int) Math.round(1000 * metres / speedMetresPerSecond);
  }

  /** @param factor share of the speed by day, above 0: how the same group moves at another speed, such as by night */
  public Profile slowed(double factor) {
    return new Profile(name, speedMetresPerSecond * factor, stairsMetresPerSecond * factor, wheels, maxGradePercent, slope);
  }
}
