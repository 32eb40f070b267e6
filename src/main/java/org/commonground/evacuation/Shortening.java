package org.commonground.evacuation;

import java.util.List;
import org.commonground.evacuation.EvacuationResult.Narrow;

/**
 * Searches the least number of steps within which so many people get to shelters, by maximum flows over time.
 *
 * <ol>
 *   <li>While fewer are placed than perhaps could be, a longer horizon is tried.
 *   <li>Then the largest flow within the bound is searched. Where it places all, that is the best plan. Where not, no plan is so
 *       short; what those left can reach is a cut, and the people on its near side give a greater bound: the time that a static
 *       flow, repeated, takes to bring them across ({@link ClearanceBound}). The flow goes on within that bound.
 *   <li>Where the bound grows by single steps only, the middle between it and the best plan is tried instead.
 * </ol>
 *
 * <p>Newton's method on the horizon, which needs few flows (Schlöter, Skutella, Tran, A faster algorithm for quickest transshipments
 * via an extended discrete Newton method, 2021). The first flow begins with what the given plan brings in by then, each other one
 * with the flow before.
 */
final class Shortening {

  /** So often the bound may grow by a single step before larger ones are tried. */
  private static final int STALLED = 3;

  private final EvacuationProblem problem;
  private final EvacuationLimits.Clock clock;
  private final long bytes;
  private EvacuationProgress progress = EvacuationProgress.NONE;
  private List<Route> routes;
  private int placed;
  private int upper;
  private int lower;
  private List<Narrow> cut = List.of();
  private boolean[] near;
  private boolean[] nearRoom;
  private List<Route> partial = List.of();
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
    progress.at(upper, Math.min(lower, upper));
  }

  /** From now on, whenever anything becomes better. */
  void tell(EvacuationProgress watching) {
    progress = watching;
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
    progress.at(upper, Math.min(lower, upper));
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
        near = flow.near(maximum.reached());
        nearRoom = flow.nearRoom(maximum.reached());
        int next = Math.max(steps + 1, bounds.steps(placed, near, nearRoom, clock));
        stalled = next == steps + 1 ? stalled + 1 : 0;
        lower = Math.min(next, upper);
        progress.at(upper, lower);
        steps = stalled > STALLED ? lower + upper >>> 1 : lower;
        flow.horizon = steps;
      } else {
        partial = RouteStripping.routes(flow);
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
        near = flow.near(maximum.reached());
        nearRoom = flow.nearRoom(maximum.reached());
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

  /** Of each group of people, whether it is on the near side of the cut with the greatest bound; null where there is no cut. */
  boolean[] near() {
    return near;
  }

  /** The same of each shelter. */
  boolean[] nearRoom() {
    return nearRoom;
  }

  /** Where the time ended the search: a plan for some of the people, within the bound or a little more. */
  List<Route> partial() {
    return partial;
  }

  List<Narrow> cut() {
    return cut;
  }

  /** Whether the plan is proven to be the shortest in these streets. */
  boolean complete() {
    return complete;
  }
}
