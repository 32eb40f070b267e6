package org.commonground.coverage;

/**
 * How well one part of the people is served, and how evenly.
 *
 * @param people              persons
 * @param covered             of these, walk at most the limit
 * @param noWay               of these, have no way to any shelter; they are left out of the measures of time
 * @param medianMillis        walking time of the middle person with a way; -1 where nobody has one
 * @param percentile95Millis  the time that 95 of 100 of them do not exceed; -1 where nobody has a way
 * @param gini                Gini coefficient of walking time over persons with a way: 0 where all walk equally long, below 1;
 *                            null where nobody has a way
 * @param palma               time borne by the tenth with the longest walks over that of the four tenths with the shortest;
 *                            0.25 where all walk equally long; null where nobody has a way or those four tenths do not walk at
 *                            all
 * @param worstTenthMillis    mean time of the tenth with the longest walks; null where anybody has no way, or nobody is there
 * @param accessibility       rooms per person within reach, mean over persons, where unrecorded capacities are none; null where
 *                            it was not asked for, or nobody is there
 * @param accessibilityMost   the same where they are the most assumed
 */
public record FairShare(long people, long covered, long noWay, int medianMillis, int percentile95Millis, Double gini,
    Double palma, Double worstTenthMillis, Double accessibility, Double accessibilityMost) {

  public FairShare {
    if (covered < 0 || noWay < 0 || covered + noWay > people) {
      throw new IllegalArgumentException(covered + " covered and " + noWay + " without a way are more than " + people + " people");
    }
  }
}
