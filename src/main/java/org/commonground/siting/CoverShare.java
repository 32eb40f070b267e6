package org.commonground.siting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A share that must be covered, as a limit for the search.
 *
 * @param demand  whose loss is what is not covered
 * @param total   of all rows
 * @param mayMiss a loss of at most this covers the share, rounding allowed for
 */
record CoverShare(Demand demand, double total, double mayMiss) {

  /** @param share 0 to 1 */
  static CoverShare of(CoverRows rows, double share) {
    double total = rows.total();
    return new CoverShare(new CoverDemand(rows, 1, 0), total, total * (1 - share) + SitingSolver.EPSILON * Math.max(1, total));
  }

  /** What is not covered even by all candidates together that are not closed. */
  double missedByAll(SiteChoice choice) {
    return demand.loss(IntStream.range(0, choice.candidates())
        .filter(site -> Arrays.stream(choice.closed()).noneMatch(closed -> closed == site)).toArray());
  }

  /** Looks for a set that covers the share, or for the proof that there is none. */
  Search.Found within(SiteChoice choice, boolean branching, SitingClock clock) {
    return new Search(demand, choice, new Search.Goal(mayMiss, mayMiss, Double.NaN), clock, SitingProgress.NONE)
        .run(new int[0], branching);
  }
}
