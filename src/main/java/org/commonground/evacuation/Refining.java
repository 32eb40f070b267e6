package org.commonground.evacuation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a plan better, and raises its bound, by way of the same problem in longer steps: first long ones, then shorter.
 *
 * <ol>
 *   <li>The problem is put into longer steps ({@link CoarseSteps}), with the plan so far ({@link Rescheduling}), and solved by flows
 *       over time ({@link Shortening}).
 *   <li>Its plan is put back into the steps of the problem; whoever finds no way then is sent by the first plan's method. The
 *       better of the two plans stays.
 *   <li>Its last cut says which people have to get out of where. How long that takes at least is computed in the steps of the
 *       problem, from static flows ({@link ClearanceBound}): a bound that holds, wherever the cut came from.
 *   <li>The same with shorter steps, as far as they fit in memory and half of the time left.
 * </ol>
 */
final class Refining {

  /** Fewer long steps than this say too little; and so small a problem needs no long steps. */
  private static final int LEAST_STEPS = 24;
  /** Where memory is short, so few long steps will do. */
  private static final int FEW_STEPS = 6;
  private static final long SMALL = 200_000;

  private final EvacuationProblem problem;
  private final ClearanceBound bound;
  private final long bytes;
  private final EvacuationLimits.Clock clock;
  private boolean[] near;
  private boolean[] nearRoom;

  /** @param problem where all walk at pace 0 */
  Refining(EvacuationProblem problem, ClearanceBound bound, long bytes, EvacuationLimits.Clock clock) {
    this.problem = problem;
    this.bound = bound;
    this.bytes = bytes;
    this.clock = clock;
  }

  List<Route> run(List<Route> first) {
    var best = first;
    int factor = 1;
    double mean = meanWalk();
    while (factor <= mean && steps(first, 2 * factor) >= LEAST_STEPS
        || !fits(first, factor) && steps(first, 2 * factor) >= FEW_STEPS) {
      factor *= 2;
    }
    while (factor > 1 && (long) problem.network().arcCount() * steps(best, 1) > SMALL) {
      best = refined(factor, best);
      factor = factor > 4 && fits(best, factor / 4) ? factor / 4 : factor > 2 && fits(best, factor / 2) ? factor / 2 : 1;
    }
    return best;
  }

  private static int steps(List<Route> plan, int factor) {
    return Shortening.clearance(plan) / factor;
  }

  /** Steps of a street. In long steps each takes one at least, so much longer ones would make all walks longer than they are. */
  private double meanWalk() {
    var network = problem.network();
    return IntStream.range(0, network.arcCount()).map(network::travelSteps).average().orElse(1);
  }

  /** With some steps more than the plan has, because walks are rounded. */
  private boolean fits(List<Route> plan, int factor) {
    return TimeExpandedFlow.bytes(problem, 5L * steps(plan, factor) / 4) <= bytes;
  }

  private List<Route> refined(int factor, List<Route> best) {
    var coarse = CoarseSteps.of(problem, factor);
    var part = new Shortening(coarse, Rescheduling.of(coarse, best), bytes, clock.half());
    var coarseBound = new ClearanceBound(coarse);
    part.shorten(coarseBound.steps(part.placed(), clock));
    if (part.near() != null) {
      near = CoarseSteps.fine(problem, coarse, factor, part.near());
      nearRoom = part.nearRoom();
    }
    return better(problem, best, Rescheduling.of(problem, part.partial().isEmpty() ? part.routes() : part.partial()), clock);
  }

  /** The first plan, or the second, with those whom it leaves sent by the first plan's method, where that is better. */
  static List<Route> better(EvacuationProblem problem, List<Route> best, List<Route> other, EvacuationLimits.Clock clock) {
    if (other.isEmpty()) {
      return best;
    }
    var planner = new RoutePlanner(problem);
    planner.keep(other);
    var all = planner.plan(clock);
    int placed = all.stream().mapToInt(Route::people).sum();
    int before = best.stream().mapToInt(Route::people).sum();
    boolean better = placed > before || placed == before && Shortening.clearance(all) < Shortening.clearance(best);
    return better ? RouteStripping.sorted(all) : best;
  }

  /** Steps at least until so many people are in shelters, from the last cut; 0 where there is none. */
  int bound(int people) {
    return near == null ? 0 : bound.steps(people, near, nearRoom, clock);
  }
}
