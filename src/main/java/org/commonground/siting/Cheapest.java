package org.commonground.siting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Finds the least cost of sites that cover a share.
 *
 * <ol>
 *   <li>A set that covers it, within the limits of the choice; else the answer says what stands in the way.
 *   <li>By halving, a budget that the bound alone refutes.
 *   <li>Then a budget just below the cost so far, until none is found; a budget refuted ends the search.
 * </ol>
 */
final class Cheapest {

  private static final int HALVINGS = 12;

  private final CheapestProblem problem;
  private final SiteChoice choice;
  private final CoverShare share;
  private final SitingClock clock;
  private final SitingProgress progress;
  private final boolean whole;
  private int[] sites;
  private double atLeast;
  private int branches;

  Cheapest(CheapestProblem problem, SitingClock clock, SitingProgress progress) {
    this.problem = problem;
    this.clock = clock;
    this.progress = progress;
    choice = problem.choice();
    share = CoverShare.of(problem.rows(), problem.share());
    whole = DoubleStream.of(choice.cost()).allMatch(cost -> cost == Math.rint(cost));
    atLeast = cost(choice.open());
  }

  SitingResult solve() {
    var found = within(choice.budget(), true);
    if (found.loss() > share.mayMiss()) {
      boolean refuted = found.bound() > share.mayMiss();
      double missed = share.missedByAll(choice);
      var why = missed > share.mayMiss() ? SitingSolver.beyondReach(missed, share.total()) : String.format(Locale.ROOT,
          "%s set within the limits covers %.2f %%; the best found covers %,.0f of %,.0f.", refuted ? "No" : "In time no",
          100 * problem.share(), share.total() - found.loss(), share.total());
      return new SitingResult(Double.NaN, atLeast, Double.POSITIVE_INFINITY, false, refuted ? Stopped.INFEASIBLE : clock.early(),
          new int[0], new double[0], new double[0], branches, clock.millis(), List.of(why));
    }
    sites = found.sites();
    halve();
    while (cost(sites) > atLeast && cheaper()) {
      progress.at(cost(sites), atLeast);
    }
    double value = cost(sites);
    boolean proven = value <= atLeast;
    return new SitingResult(value, Math.min(value, atLeast), SitingResult.gap(value, Math.min(value, atLeast)), proven,
        proven ? Stopped.OPTIMAL : clock.early(), sites, new double[0], new double[0], branches, clock.millis(), List.of());
  }

  private void halve() {
    double high = cost(sites);
    for (int i = 0; i < HALVINGS && !clock.over(); i++) {
      double middle = (atLeast + high) / 2;
      middle = whole ? Math.floor(middle) : middle;
      var found = within(middle, false);
      if (found.loss() <= share.mayMiss()) {
        sites = cost(found.sites()) < cost(sites) ? found.sites() : sites;
        high = Math.min(high, cost(sites));
      } else if (found.bound() > share.mayMiss()) {
        atLeast = Math.max(atLeast, whole ? middle + 1 : middle);
      } else {
        high = middle;
      }
      progress.at(cost(sites), atLeast);
    }
  }

  /** Looks for a cheaper set. Returns whether there is one; else it may be refuted. */
  private boolean cheaper() {
    double now = cost(sites);
    double below = whole ? now - 1 : now - SitingSolver.EPSILON * Math.max(1, now);
    if (below < cost(choice.open())) {
      atLeast = now;
      return false;
    }
    var found = within(below, true);
    if (found.loss() <= share.mayMiss()) {
      sites = found.sites();
      return true;
    }
    if (found.bound() > share.mayMiss()) {
      atLeast = now;
    }
    return false;
  }

  private Search.Found within(double budget, boolean branching) {
    var found = share.within(choice.within(budget, choice.cost()), branching, clock);
    branches += found.nodes();
    return found;
  }

  private double cost(int[] chosen) {
    return Arrays.stream(chosen).mapToDouble(choice::cost).sum();
  }
}
