package org.commonground.siting;

import java.util.List;
import java.util.Locale;

/**
 * Finds the fewest sites that cover a share.
 *
 * <ol>
 *   <li>Whether all candidates together cover it; else the answer says what is missing.
 *   <li>A set that covers it, with as many sites as are allowed.
 *   <li>By halving, the largest number of sites that the bound alone refutes.
 *   <li>Then one site fewer, as long as a set with so few is found; a number refuted ends the search.
 * </ol>
 */
final class Fewest {

  private final FewestProblem problem;
  private final SiteChoice choice;
  private final CoverShare share;
  private final SitingClock clock;
  private final SitingProgress progress;
  private int[] sites;
  private int atLeast;
  private int branches;

  Fewest(FewestProblem problem, SitingClock clock, SitingProgress progress) {
    this.problem = problem;
    this.clock = clock;
    this.progress = progress;
    choice = problem.choice();
    share = CoverShare.of(problem.rows(), problem.share());
    atLeast = choice.open().length;
  }

  SitingResult solve() {
    double missed = share.missedByAll(choice);
    if (missed > share.mayMiss()) {
      return infeasible(SitingSolver.beyondReach(missed, share.total()));
    }
    var found = share.within(choice, true, clock);
    branches += found.nodes();
    if (found.loss() > share.mayMiss()) {
      return notFound(found);
    }
    sites = found.sites();
    halve();
    while (sites.length > atLeast && fewer(sites.length - 1, true)) {
      progress.at(sites.length, atLeast);
    }
    return result();
  }

  /** Raises the least number by bounds without branching. */
  private void halve() {
    int low = atLeast;
    int high = sites.length;
    while (low < high && !clock.over()) {
      int middle = (low + high) / 2;
      fewer(middle, false);
      high = Math.min(atLeast > middle ? high : middle, sites.length);
      low = Math.max(atLeast, low);
      progress.at(sites.length, atLeast);
    }
  }

  /** Looks for a set of at most so many. Returns whether there is one; else the number may be refuted. */
  private boolean fewer(int most, boolean branching) {
    var found = share.within(choice.most(most), branching, clock);
    branches += found.nodes();
    if (found.loss() <= share.mayMiss()) {
      sites = found.sites();
      return true;
    }
    if (found.bound() > share.mayMiss()) {
      atLeast = Math.max(atLeast, most + 1);
    }
    return false;
  }

  private SitingResult result() {
    boolean proven = sites.length <= atLeast;
    return new SitingResult(sites.length, atLeast, SitingResult.gap(sites.length, atLeast), proven,
        proven ? Stopped.OPTIMAL : clock.early(), sites, new double[0], new double[0], branches, clock.millis(),
        List.of());
  }

  private SitingResult notFound(Search.Found found) {
    if (found.bound() > share.mayMiss()) {
      return infeasible(String.format(Locale.ROOT, "No %d sites cover %.2f %%; the best found cover %,.0f of %,.0f. "
          + "More sites or a smaller share is needed.", choice.most(), 100 * problem.share(), share.total() - found.loss(), share.total()));
    }
    return none(clock.early(), String.format(Locale.ROOT, "No set of %d sites that covers the share was found in time; the best one "
        + "covers %,.0f of %,.0f.", choice.most(), share.total() - found.loss(), share.total()));
  }

  private SitingResult infeasible(String why) {
    return none(Stopped.INFEASIBLE, why);
  }

  private SitingResult none(Stopped stopped, String why) {
    return new SitingResult(Double.NaN, atLeast, Double.POSITIVE_INFINITY, false, stopped, new int[0], new double[0],
        new double[0], branches, clock.millis(), List.of(why));
  }
}
