package org.commonground.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The best sets, the next best, and so on, as far as they are nearly as good.
 *
 * <ol>
 *   <li>The best set of all.
 *   <li>All other sets are parted by the first of its sites that they do without: those before it are open, it is closed.
 *   <li>The best set of each part is found; the best of these is the next, and its part is parted in the same way.
 * </ol>
 *
 * <p>Murty, An algorithm for ranking all the assignments in order of increasing cost, 1968. A set that only adds sites to one
 * listed is no alternative to it and is left out.
 */
public final class Alternatives {

  private final SitingLimits limits;
  private final double share;
  private final PriorityQueue<Part> parts;
  private SitingResult best;
  private boolean complete = true;

  /**
   * @param sets     the best first; none where there is no set at all
   * @param complete whether no set as good is missing; not so where a search was cut short or the number was reached
   */
  public record Ranked(List<SitingResult> sets, boolean complete) {

    public Ranked {
      sets = List.copyOf(sets);
    }
  }

  private record Part(SitingProblem problem, SitingResult result, int number) {
  }

  private Alternatives(SitingProblem problem, double share, SitingLimits limits) {
    this.share = share;
    this.limits = limits;
    int sign = problem instanceof CoverProblem || problem instanceof RoomProblem || problem instanceof WorstServedProblem ? -1 : 1;
    parts = new PriorityQueue<>((a, b) -> a.result.value() != b.result.value()
        ? sign * Double.compare(a.result.value(), b.result.value()) : Integer.compare(a.number, b.number));
  }

  /**
   * @param share  of the best value that a set may lose, 0 to below 1
   * @param most   sets, 1 or more
   * @param limits of each search
   */
  public static Ranked of(SitingProblem problem, double share, int most, SitingLimits limits) {
    if (!(share >= 0 && share < 1) || most < 1) {
      throw new IllegalArgumentException("alternatives that lose " + share + " of the value, " + most + " of them");
    }
    return new Alternatives(problem, share, limits).rank(problem, most);
  }

  private Ranked rank(SitingProblem problem, int most) {
    solve(problem, 0);
    var sets = new ArrayList<SitingResult>();
    int number = 0;
    while (!parts.isEmpty() && sets.size() < most && !limits.cancelled().getAsBoolean()) {
      var part = parts.poll();
      sets.add(part.result);
      var choice = part.problem.choice();
      var free = IntStream.of(part.result.chosen()).filter(site -> Arrays.binarySearch(choice.open(), site) < 0).toArray();
      for (int i = 0; i < free.length; i++) {
        int[] open = IntStream.concat(IntStream.of(choice.open()), Arrays.stream(free, 0, i)).toArray();
        int[] closed = IntStream.concat(IntStream.of(choice.closed()), IntStream.of(free[i])).toArray();
        solve(part.problem.with(choice.opening(open).closing(closed)), ++number);
      }
    }
    return new Ranked(sets, complete && parts.isEmpty());
  }

  private void solve(SitingProblem problem, int number) {
    var result = SitingSolver.solve(problem, limits, SitingProgress.NONE);
    complete &= result.proven() || result.stopped() == Stopped.INFEASIBLE;
    if (Double.isNaN(result.value())) {
      return;
    }
    best = best == null ? result : best;
    double loses = Math.abs(result.value() - best.value());
    if (loses <= share * Math.abs(best.value()) + SitingSolver.EPSILON * Math.max(1, Math.abs(best.value()))) {
      parts.add(new Part(problem, result, number));
    }
  }
}
