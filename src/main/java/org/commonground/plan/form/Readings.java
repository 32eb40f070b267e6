package org.commonground.plan.form;

import org.commonground.space.Range;

/**
 * A value by two readings; null stands where nothing recorded bounds it.
 *
 * @param pessimistic if everything that is not recorded is unfavourable
 * @param optimistic  if it is favourable
 */
public record Readings(Double pessimistic, Double optimistic) {

  /** With two decimals; null where nobody knows anything. */
  public static Readings of(Range range) {
    return range == null ? null : new Readings(rounded(range.pessimistic()), rounded(range.optimistic()));
  }

  /** Of a count that is at least the first and at most the second. */
  public static Readings of(double sure, double hoped) {
    return new Readings(rounded(sure), rounded(hoped));
  }

  private static Double rounded(double value) {
    return Double.isInfinite(value) ? null : Double.valueOf(Math.round(100 * value) / 100.0);
  }
}
