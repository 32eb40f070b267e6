package org.commonground.evacuation;

import java.util.List;
import org.commonground.evacuation.EvacuationResult.Narrow;

/**
 * Searches the least number of steps within which so many people get to shelters, by maximum flows over time.
 *
 * <ol>
 *   <li>While fewer are placed than perhaps could be, a longer horizon is tried.
 *   <li>Then the horizon is shortened: where all are placed within it, that is the better plan; where not, no plan is so short, and
 *       the cut says what is too narrow. Halves the range between the two each time.
 * </ol>
 *
 * <p>Each flow begins with what the best plan brings in by then, or with the largest flow that was too small for its horizon.
 */
final class Shortening {

  /** So often the bound may grow by a single step before larger ones are tried. */
  private static final int STALLED = 3;

  private final EvacuationProblem problem;
  private final EvacuationLimits.Clock clock;
  private final long bytes;
  private List<Route> routes;
  private int placed;
  private int upper;
  private int lower;
  private List<Narrow> cut = List.of();
  private boolean complete;

  /** @param routes a plan to begin with */
  Shortening(EvacuationProblem problem, List<Route> routes, long bytes, EvacuationLimits.Clock clock) {
    this.problem = problem;
    this.bytes = bytes;
    this.clock = clock;
    take(routes);
  }

  private void take(List<Route> better) {
    routes = better;
    placed = better.stream().mapToInt(Route::people).sum();
    upper = clearance(better);
  }

  static int clearance(List<Route> routes) {
    return routes.stream().mapToInt(route -> route.gateStep() + 1).max().orElse(0);
  }

  /** Places more people, at most so many, where a longer horizon that fits in memory can. */
  void placeMore(int most, int leastSteps) {
    long steps = Math.max(upper, leastSteps);
    for (int before = -1; placed < most && placed > before && !clock.over();) {
      before = placed;
      steps *= 2;
      if (TimeExpandedFlow.bytes(problem, steps) > bytes) {
        return;
      }
      var flow = new TimeExpandedFlow(problem, (int) steps);
      flow.horizon = flow.stride;
      flow.load(routes);
      new MaximumFlow(flow).run(most, clock);
      if (flow.placed() > placed) {
        take(RouteStripping.routes(flow));
      }
    }
  }

  /** @param bound no plan that places as many people is shorter */
  void shorten(int bound) {
    lower = bound;
    if (TimeExpandedFlow.bytes(problem, upper) > bytes) {
      return;
    }
    var bounds = new ClearanceBound(problem);
    int steps = lower;
    int stalled = 0;
    var flow = loaded(steps);
    var maximum = new MaximumFlow(flow);
    while (lower < upper) {
      boolean ended = maximum.run(placed, clock);
      if (flow.placed() >= placed) {
        take(RouteStripping.routes(flow));
        flow.clear();
        steps = lower + upper >>> 1;
        flow.horizon = steps;
        flow.load(routes);
      } else if (ended) {
        cut = flow.cut(maximum.reached());
        int next = Math.max(steps + 1, bounds.steps(placed, flow.near(maximum.reached()), flow.nearRoom(maximum.reached()), clock));
        stalled = next == steps + 1 ? stalled + 1 : 0;
        lower = Math.min(next, upper);
        steps = stalled > STALLED ? lower + upper >>> 1 : lower;
        flow.horizon = steps;
      } else {
        return;
      }
    }
    complete = true;
    if (cut.isEmpty() && upper > 1) {
      flow.clear();
      flow.horizon = upper - 1;
      flow.load(routes);
      if (maximum.run(placed, clock)) {
        cut = flow.cut(maximum.reached());
      }
    }
  }

  private TimeExpandedFlow loaded(int steps) {
    var flow = new TimeExpandedFlow(problem, upper);
    flow.horizon = steps;
    flow.load(routes);
    return flow;
  }

  List<Route> routes() {
    return routes;
  }

  int placed() {
    return placed;
  }

  /** No plan in these streets that places as many people is shorter. */
  int lower() {
    return lower;
  }

  List<Narrow> cut() {
    return cut;
  }

  /** Whether the plan is proven to be the shortest in these streets. */
  boolean complete() {
    return complete;
  }
}
