package org.commonground.coverage;

/**
 * People by what is known of their way to a shelter; the four parts add up to the total.
 *
 * @param total                 persons
 * @param covered               reach a shelter in time whatever the unrecorded facts are (pessimistic cover)
 * @param unknown               reach one in time only if the unrecorded facts are favourable; {@code covered + unknown} is
 *                              the optimistic cover
 * @param notCovered            can walk to a shelter, but not in time even if the unrecorded facts are favourable
 * @param unreachable           have no way to any shelter even then
 * @param medianMillis          walking time of the middle person among those with a way when the unrecorded facts are
 *                              unfavourable; -1 where nobody has one
 * @param percentile95Millis    the time that 95 of 100 of the same persons do not exceed; -1 where nobody has a way
 */
public record Tally(int total, int covered, int unknown, int notCovered, int unreachable, int medianMillis,
    int percentile95Millis) {

  public Tally {
    if (covered + unknown + notCovered + unreachable != total) {
      throw new IllegalArgumentException("people do not add up: " + covered + " + " + unknown + " + " + notCovered + " + "
          + unreachable + " is not " + total);
    }
  }
}
