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
    long start = System.nanoTime();
    long end = start + 1_000_000 * limits.millis();
    if (problem instanceof MedianProblem median) {
      return median(median, limits, start, end, progress, new int[0]);
    }
    if (problem instanceof CoverProblem cover) {
      return cover(cover, limits, start, end, progress, new int[0]);
    }
    if (problem instanceof FewestProblem fewest) {
      return new Fewest(fewest, limits, start, end, progress).solve();
    }
    return new Center((CenterProblem) problem, limits, start, end, progress).solve();
  }

  /**
   * The most that 1, 2, … sites cover, each with its bound: what one more would buy.
   *
   * @param limits of each number of sites
   */
  public static List<SitingResult> curve(CoverProblem problem, SitingLimits limits, SitingProgress progress) {
    var curve = new ArrayList<SitingResult>();
    for (int most = problem.choice().open().length; most <= problem.choice().most(); most++) {
      long start = System.nanoTime();
      var next = new CoverProblem(problem.choice().most(most), problem.rows(), problem.lost());
      curve.add(cover(next, limits, start, start + 1_000_000 * limits.millis(), progress,
          curve.isEmpty() ? new int[0] : curve.get(curve.size() - 1).chosen()));
      if (limits.cancelled().getAsBoolean()) {
        break;
      }
    }
    return curve;
  }

  private static SitingResult median(MedianProblem problem, SitingLimits limits, long start, long end, SitingProgress progress,
      int[] from) {
    var demand = new MedianDemand(problem.rows());
    var found = new Search(demand, problem.choice(), Search.Goal.LEAST, limits, end, progress).run(from, true);
    return result(found.loss(), found.bound(), found, Worths.of(demand, problem.choice(), found.sites()), start);
  }

  private static SitingResult cover(CoverProblem problem, SitingLimits limits, long start, long end, SitingProgress progress,
      int[] from) {
    double total = problem.rows().total();
    var demand = new CoverDemand(problem.rows(), problem.lost());
    var goal = new Search.Goal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, total);
    var found = new Search(demand, problem.choice(), goal, limits, end,
        (loss, bound) -> progress.at(total - loss, total - bound)).run(from, true);
    return result(total - found.loss(), total - found.bound(), found, Worths.of(demand, problem.choice(), found.sites()), start);
  }

  private static SitingResult result(double value, double bound, Search.Found found, Worths worths, long start) {
    return new SitingResult(value, bound, gap(value, bound), found.stopped() == Stopped.OPTIMAL, found.stopped(), found.sites(),
        worths.alone(), worths.instead(), found.nodes(), millisSince(start), List.of());
  }

  static double gap(double value, double bound) {
    return value == bound ? 0 : Math.abs(value - bound) / Math.abs(value);
  }

  static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
