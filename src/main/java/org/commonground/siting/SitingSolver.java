package org.commonground.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chooses sites, and proves how good the choice is.
 *
 * <p>Every problem comes down to {@link Search}: a median and a cover directly, the fewest sites and the least worst distance as
 * a row of covers ({@link Fewest}, {@link Center}).
 */
public final class SitingSolver {

  /** Sums of people times distance are rounded at their end; so much of a value is no difference. */
  static final double EPSILON = 1e-9;

  private SitingSolver() {
  }

  /** Searches until the optimum is proven or the limits are reached. The same problem gives the same answer, time apart. */
  public static SitingResult solve(SitingProblem problem, SitingLimits limits, SitingProgress progress) {
    var clock = SitingClock.start(limits);
    if (problem instanceof MedianProblem median) {
      return median(median, clock, progress, new int[0]);
    }
    if (problem instanceof CoverProblem cover) {
      return cover(cover, clock, progress, new int[0]);
    }
    if (problem instanceof FewestProblem fewest) {
      return new Fewest(fewest, clock, progress).solve();
    }
    if (problem instanceof CheapestProblem cheapest) {
      return new Cheapest(cheapest, clock, progress).solve();
    }
    if (problem instanceof RoomProblem room) {
      return served(new RoomDemand(room.rows(), room.capacity()), room.choice(), room.rows().total(), clock, progress);
    }
    if (problem instanceof WorstServedProblem worst) {
      return served(new WorstServedDemand(worst.districts()), worst.choice(), 1, clock, progress);
    }
    return new Center((CenterProblem) problem, clock, progress).solve();
  }

  /**
   * The most that 1, 2, … sites cover, each with its bound: what one more would buy.
   *
   * @param limits of each number of sites
   */
  public static List<SitingResult> curve(CoverProblem problem, SitingLimits limits, SitingProgress progress) {
    var curve = new ArrayList<SitingResult>();
    for (int most = problem.choice().open().length; most <= problem.choice().most(); most++) {
      var next = new CoverProblem(problem.choice().most(most), problem.rows(), problem.lost());
      curve.add(cover(next, SitingClock.start(limits), progress,
          curve.isEmpty() ? new int[0] : curve.get(curve.size() - 1).chosen()));
      if (limits.cancelled().getAsBoolean()) {
        break;
      }
    }
    return curve;
  }

  private static SitingResult median(MedianProblem problem, SitingClock clock, SitingProgress progress, int[] from) {
    var demand = new MedianDemand(problem.rows());
    var found = new Search(demand, problem.choice(), Search.Goal.LEAST, clock, progress).run(from, true);
    return result(found.loss(), found.bound(), found, Worths.of(demand, problem.choice(), found.sites()), clock);
  }

  private static SitingResult cover(CoverProblem problem, SitingClock clock, SitingProgress progress, int[] from) {
    double total = problem.rows().total();
    var demand = new CoverDemand(problem.rows(), problem.lost());
    var goal = new Search.Goal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, total);
    var found = new Search(demand, problem.choice(), goal, clock,
        (loss, bound) -> progress.at(total - loss, total - bound)).run(from, true);
    return result(total - found.loss(), total - found.bound(), found, Worths.of(demand, problem.choice(), found.sites()), clock);
  }

  /** The most served where the loss is what is not, and a gain shown on the way is only an estimate. */
  private static SitingResult served(Demand demand, SiteChoice choice, double total, SitingClock clock, SitingProgress progress) {
    var goal = new Search.Goal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, total);
    var found = new Search(demand, choice, goal, clock, (loss, bound) -> progress.at(total - loss, total - bound))
        .run(new int[0], true);
    return result(total - found.loss(), total - found.bound(), found, Worths.tried(demand, choice, found.sites(), clock), clock);
  }

  static String beyondReach(double missed, double total) {
    return String.format(Locale.ROOT, "%,.0f of %,.0f are beyond reach of every candidate, so that at most %.2f %% can be covered; "
        + "a larger radius, more candidates or a smaller share is needed.", missed, total, 100 * (total - missed) / total);
  }

  private static SitingResult result(double value, double bound, Search.Found found, Worths worths, SitingClock clock) {
    return new SitingResult(value, bound, SitingResult.gap(value, bound), found.stopped() == Stopped.OPTIMAL, found.stopped(), found.sites(),
        worths.alone(), worths.instead(), found.nodes(), clock.millis(), List.of());
  }
}
