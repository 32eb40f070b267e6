package org.commonground.siting;

import java.util.ArrayList;
import java.util.List;

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

  private static SitingResult result(double value, double bound, Search.Found found, Worths worths, SitingClock clock) {
    return new SitingResult(value, bound, gap(value, bound), found.stopped() == Stopped.OPTIMAL, found.stopped(), found.sites(),
        worths.alone(), worths.instead(), found.nodes(), clock.millis(), List.of());
  }

  static double gap(double value, double bound) {
    return value == bound ? 0 : Math.abs(value - bound) / Math.abs(value);
  }
}
