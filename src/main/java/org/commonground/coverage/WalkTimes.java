package org.commonground.coverage;

import java.util.stream.IntStream;

/**
 * The walking times of a number of persons, sorted once: what measures of spread are read from. All persons of a place walk
 * equally long; those without a way are counted, and belong to no measure but where one says so.
 */
final class WalkTimes {

  /** Time above persons, ascending; only persons with a way. */
  private final long[] sorted;
  private final long withWay;
  private final long noWay;

  /**
   * @param members places that belong to it
   * @param people  persons of each place, at least 0
   * @param millis  walking time of each place; {@link CoverageResult#NO_WAY} where there is no way
   */
  WalkTimes(int[] members, int[] people, int[] millis) {
    sorted = IntStream.of(members).filter(place -> people[place] > 0 && millis[place] != CoverageResult.NO_WAY)
        .mapToLong(place -> (long) millis[place] << 32 | people[place]).sorted().toArray();
    withWay = personsUpTo(CoverageResult.NO_WAY);
    noWay = IntStream.of(members).filter(place -> millis[place] == CoverageResult.NO_WAY)
        .mapToLong(place -> people[place]).sum();
  }

  long persons() {
    return withWay + noWay;
  }

  long noWay() {
    return noWay;
  }

  long personsUpTo(int limitMillis) {
    long persons = 0;
    for (long entry : sorted) {
      persons += entry >>> 32 <= limitMillis ? (int) entry : 0;
    }
    return persons;
  }

  /**
   * The least time that at least {@code percent} of 100 persons with a way do not exceed (nearest rank).
   *
   * @return -1 where nobody has a way
   */
  int percentile(int percent) {
    long so = 0;
    for (long entry : sorted) {
      so += (int) entry;
      if (100 * so >= percent * withWay) {
        return (int) (entry >>> 32);
      }
    }
    return -1;
  }

  /**
   * The Gini coefficient over persons with a way, from the Lorenz curve: half the mean difference between two persons drawn with
   * replacement, over the mean. Written as a sum over the steps between neighbouring times, of which none is negative, so that
   * nothing cancels.
   *
   * @return 0 where all walk equally long, below 1; null where nobody has a way
   */
  Double gini() {
    if (withWay == 0) {
      return null;
    }
    double differences = 0;
    double whole = 0;
    long below = 0;
    for (int i = 0; i < sorted.length; i++) {
      long millis = sorted[i] >>> 32;
      differences += (double) below * (withWay - below) * (i == 0 ? 0 : millis - (sorted[i - 1] >>> 32));
      whole += (double) millis * (int) sorted[i];
      below += (int) sorted[i];
    }
    return differences == 0 ? 0 : differences / (withWay * whole);
  }

  /**
   * Time borne by the tenth of the persons with a way who walk longest, over that of the four tenths who walk shortest: Palma's
   * ratio, which he read for incomes (Palma, Homogeneous middles vs. heterogeneous tails, 2011). A person on the boundary counts
   * by the part that is needed.
   *
   * @return null where nobody has a way, or the shortest four tenths walk no time at all
   */
  Double palma() {
    double shortest = borneByShortest(4);
    return withWay == 0 || shortest == 0 ? null : borneByLongestTenth() / shortest;
  }

  /** Mean time of the tenth who walk longest; null where anybody has no way, for then theirs has no end, or nobody is there. */
  Double longestTenthMillis() {
    return noWay > 0 || withWay == 0 ? null : borneByLongestTenth() / withWay;
  }

  /** Time borne by so many tenths of the persons, the shortest walks first; in tenths of milliseconds, so that it is whole. */
  private double borneByShortest(int tenths) {
    long wanted = tenths * withWay;
    double sum = 0;
    for (int i = 0; i < sorted.length && wanted > 0; i++) {
      long taken = Math.min(wanted, 10L * (int) sorted[i]);
      sum += (double) taken * (sorted[i] >>> 32);
      wanted -= taken;
    }
    return sum;
  }

  private double borneByLongestTenth() {
    long wanted = withWay;
    double sum = 0;
    for (int i = sorted.length - 1; i >= 0 && wanted > 0; i--) {
      long taken = Math.min(wanted, 10L * (int) sorted[i]);
      sum += (double) taken * (sorted[i] >>> 32);
      wanted -= taken;
    }
    return sum;
  }
}
