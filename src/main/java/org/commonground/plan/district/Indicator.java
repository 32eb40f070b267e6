package org.commonground.plan.district;

import java.util.List;

/**
 * What is measured of every district.
 *
 * @param name       word for it in answers
 * @param character  integrity, mobilization, emergency or redundancy
 * @param stages     before, during and after an event: which of them it speaks to
 * @param unit       of its values
 * @param more       whether more is better
 * @param definition one sentence
 */
public record Indicator(String name, String character, List<String> stages, String unit, boolean more, String definition) {

  /** Characters, in the order they are shown. */
  static final String INTEGRITY = "integrity";
  static final String MOBILIZATION = "mobilization";
  static final String EMERGENCY = "emergency";
  static final String REDUNDANCY = "redundancy";

  /**
   * A value of it.
   *
   * @param low  if what is not recorded is unfavourable; null where nothing can be said
   * @param high if it is favourable; null where nothing can be said
   */
  public record Value(String indicator, Double low, Double high) {

    /** Ordered, with four decimals. */
    static Value of(String indicator, Double one, Double other) {
      if (one == null || other == null) {
        return new Value(indicator, null, null);
      }
      return new Value(indicator, rounded(Math.min(one, other)), rounded(Math.max(one, other)));
    }

    private static double rounded(double value) {
      return Math.round(10_000 * value) / 10_000.0;
    }
  }
}
