package org.commonground.evacuation;

import java.util.List;

/**
 * Finds the plan that places as many people as possible and, among those, ends soonest; with what no plan can beat.
 *
 * <ol>
 *   <li>What room, walks, gates and joined flow allow at best is found: people and steps ({@link ClearanceBound}).
 *   <li>A first plan sends one group after another, the one that can arrive first ({@link RoutePlanner}).
 *   <li>Where the steps of all streets fit in memory, maximum flows over time place more people, shorten the plan and raise the
 *       bound until they meet ({@link Shortening}).
 *   <li>Where they do not fit, the same is done on the streets that the plan uses, which proves nothing, again and again while it
 *       helps.
 *   <li>Who is left is told why ({@link Reasons}).
 * </ol>
 *
 * <p>The quickest transshipment, with the horizon found by search: exact, but of a size that grows with the number of steps. Does
 * not promise that at each moment as many as possible have arrived: with several shelters of limited room such a plan need not
 * exist. One thread; the same answer each time unless the time ends it.
 */
public final class EvacuationSolver {

  private final EvacuationProblem problem;
  private final EvacuationLimits limits;
  private final EvacuationLimits.Clock clock;
  private final ClearanceBound bound;
  private final int placedBound;

  private EvacuationSolver(EvacuationProblem problem, EvacuationLimits limits) {
    this.problem = problem;
    this.limits = limits;
    clock = limits.start();
    bound = new ClearanceBound(problem);
    placedBound = bound.places();
  }

  public static EvacuationResult solve(EvacuationProblem problem, EvacuationLimits limits) {
    return new EvacuationSolver(problem, limits).solve();
  }

  private EvacuationResult solve() {
    var routes = RouteStripping.sorted(new RoutePlanner(problem).plan(clock));
    var whole = new Shortening(problem, routes, limits.bytes(), clock);
    whole.placeMore(placedBound, bound.steps(placedBound, clock));
    whole.shorten(bound.steps(whole.placed(), clock));
    if (whole.complete()) {
      return result(whole, whole.routes(), Stopped.OPTIMAL);
    }
    boolean fits = TimeExpandedFlow.bytes(problem, Shortening.clearance(whole.routes())) <= limits.bytes();
    var best = fits ? whole.routes() : onUsedStreets(whole.routes(), whole.lower());
    boolean proven = Shortening.clearance(best) == whole.lower();
    return result(whole, best, proven ? Stopped.OPTIMAL : clock.over() ? clock.early() : Stopped.MEMORY);
  }

  private List<Route> onUsedStreets(List<Route> first, int lower) {
    var best = first;
    for (boolean helps = true; helps && !clock.over();) {
      var streets = new UsedStreets(problem, best);
      var part = new Shortening(streets.problem, streets.toPart(best), limits.bytes(), clock);
      part.shorten(lower);
      helps = Shortening.clearance(part.routes()) < Shortening.clearance(best);
      best = streets.toWhole(part.routes());
    }
    return best;
  }

  private EvacuationResult result(Shortening whole, List<Route> routes, Stopped stopped) {
    return new EvacuationResult(routes, Flows.ofArcs(routes), Flows.ofGates(routes), Shortening.clearance(routes), whole.lower(),
        whole.placed(), placedBound, stopped, Reasons.of(problem, routes), whole.cut());
  }
}
