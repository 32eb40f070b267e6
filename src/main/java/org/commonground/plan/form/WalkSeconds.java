package org.commonground.plan.form;

import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.Tally;

/**
 * Walking time to the nearest shelter over the people who have a way to one, seconds, rounded up.
 *
 * @param median       of the middle person; null where nobody has a way
 * @param percentile95 what 95 of 100 persons do not exceed; null where nobody has a way
 */
public record WalkSeconds(Integer median, Integer percentile95) {

  public static WalkSeconds of(Tally tally) {
    return new WalkSeconds(seconds(tally.medianMillis()), seconds(tally.percentile95Millis()));
  }

  /** Rounded up, so that nobody is shown in time who is not; null for no way. */
  public static Integer seconds(int millis) {
    return millis < 0 || millis == CoverageResult.NO_WAY ? null : Integer.valueOf((int) ((millis + 999L) / 1000));
  }
}
