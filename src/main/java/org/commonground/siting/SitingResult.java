package org.commonground.siting;

import java.util.List;

/**
 * The best set of sites found, and how good any set can be.
 *
 * @param value    of the chosen sites: what they cover, what they cost, how many they are, or the worst distance; not a number
 *                 where no set was found
 * @param bound    that no set can pass: not below a value to be large, not above one to be small
 * @param gap      between the two as a share of the value; infinite where no set was found
 * @param proven   whether the value is the best there is
 * @param stopped  why the search ended
 * @param chosen   candidates, ascending
 * @param alone    by chosen site, what the value loses without it; empty where that is not computed
 * @param instead  by candidate, what the value loses if the candidate takes the place of the site that matters least beside it;
 *                 0 for an equal alternative, not a number for the chosen and for those that may not be taken; empty where that
 *                 is not computed
 * @param branches of the search
 * @param millis   of time
 * @param notes    sentences for people: what stands in the way, what is nearly as good
 */
public record SitingResult(double value, double bound, double gap, boolean proven, Stopped stopped, int[] chosen, double[] alone,
    double[] instead, int branches, long millis, List<String> notes) {

  public SitingResult {
    notes = List.copyOf(notes);
  }

  /** Between a value and a bound, as a share of the value. */
  public static double gap(double value, double bound) {
    return value == bound ? 0 : Math.abs(value - bound) / Math.abs(value);
  }

  /** Candidates that could take a chosen one's place for at most so much of the value, say 0.01. */
  public int[] nearlyAsGood(double share) {
    return java.util.stream.IntStream.range(0, instead.length).filter(site -> instead[site] <= share * Math.abs(value)).toArray();
  }
}
