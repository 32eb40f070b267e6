package org.commonground.evacuation;

import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationResult.Narrow;

/**
 * Finds the plan that places as many people as possible and, among those, ends soonest; with what no plan can beat.
 *
 * <ol>
 *   <li>What room, walks, gates and joined flow allow at best is found: people and steps ({@link ClearanceBound}).
 *   <li>A first plan sends one group after another, the one that can arrive first ({@link RoutePlanner}).
 *   <li>In longer steps flows over time make it better, and find cuts whose bounds hold in the steps themselves ({@link Refining}).
 *   <li>Where the steps of all streets fit in memory, maximum flows over time place more people, shorten the plan and raise the
 *       bound until they meet ({@link Shortening}).
 *   <li>Where they do not fit, the same is done on the streets that the plan uses, which proves nothing, again and again while it
 *       helps.
 *   <li>Where people walk at different paces, flows over time are of people as fast as the fastest: they raise the bound, and
 *       their ways are walked at each one's own pace ({@link Rescheduling}); then groups are sent anew ({@link Replanning}).
 *   <li>Who is left is told why ({@link Reasons}).
 * </ol>
 *
 * <p>The quickest transshipment, with the horizon found by search: exact where all walk at one pace, but of a size that grows with
 * the number of steps. Does not promise that at each moment as many as possible have arrived: with several shelters of limited
 * room such a plan need not exist. One thread; the same answer each time unless the time ends it.
 */
public final class EvacuationSolver {

  private final EvacuationProblem problem;
  private final EvacuationLimits limits;
  private final EvacuationLimits.Clock clock;
  private final ClearanceBound bound;
  private final int placedBound;
  private final EvacuationProgress progress;

  private EvacuationSolver(EvacuationProblem problem, EvacuationLimits limits, EvacuationProgress progress) {
    this.problem = problem;
    this.limits = limits;
    this.progress = progress;
    clock = limits.start();
    bound = new ClearanceBound(problem);
    placedBound = bound.places();
  }

  public static EvacuationResult solve(EvacuationProblem problem, EvacuationLimits limits) {
    return solve(problem, limits, EvacuationProgress.NONE);
  }

  public static EvacuationResult solve(EvacuationProblem problem, EvacuationLimits limits, EvacuationProgress progress) {
    return solve(problem, null, limits, progress);
  }

  /** @param first a plan to begin with; null where there is none */
  static EvacuationResult solve(EvacuationProblem problem, List<Route> first, EvacuationLimits limits) {
    return solve(problem, first, limits, EvacuationProgress.NONE);
  }

  private static EvacuationResult solve(EvacuationProblem problem, List<Route> first, EvacuationLimits limits, EvacuationProgress progress) {
    if (problem.paces().length > 1) {
      return new EvacuationSolver(problem, limits, progress).solveMixed(first);
    }
    int pace = problem.paces().length == 0 ? 0 : problem.paces()[0];
    return new EvacuationSolver(problem.atPace(pace), limits, progress).solve(first);
  }

  /** A plan without any search, beside the bounds that need no time-expanded network. */
  static EvacuationResult judge(EvacuationProblem problem, List<Route> plan, EvacuationLimits limits) {
    var clock = limits.start();
    var bound = new ClearanceBound(problem);
    int placed = plan.stream().mapToInt(Route::people).sum();
    int lower = bound.steps(placed, clock);
    int clearance = Shortening.clearance(plan);
    return new EvacuationResult(RouteStripping.sorted(plan), Flows.ofArcs(plan), Flows.ofGates(plan), clearance, lower, placed,
        bound.places(), lower == clearance ? Stopped.OPTIMAL : clock.over() ? clock.early() : Stopped.NO_BETTER,
        Reasons.of(problem, plan), List.of());
  }

  private EvacuationResult solve(List<Route> first) {
    var refining = new Refining(problem, bound, limits.bytes(), clock);
    var begin = first(first);
    progress.at(Shortening.clearance(begin), 0);
    var whole = new Shortening(problem, refining.run(begin), limits.bytes(), clock.most());
    whole.tell(progress);
    whole.placeMore(placedBound, bound.steps(placedBound, clock));
    whole.shorten(Math.max(bound.steps(whole.placed(), clock), refining.bound(whole.placed())));
    if (whole.complete()) {
      return result(whole.routes(), whole.lower(), whole.cut(), Stopped.OPTIMAL);
    }
    boolean fits = TimeExpandedFlow.bytes(problem, Shortening.clearance(whole.routes())) <= limits.bytes();
    var best = fits ? Refining.better(problem, whole.routes(), whole.partial(), clock) : onUsedStreets(whole.routes(), whole.lower());
    boolean proven = Shortening.clearance(best) == whole.lower();
    return result(best, whole.lower(), whole.cut(), proven ? Stopped.OPTIMAL : fits || clock.over() ? clock.early() : Stopped.MEMORY);
  }

  private List<Route> first(List<Route> given) {
    return RouteStripping.sorted(given != null ? given : new RoutePlanner(problem).plan(clock));
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

  /** A plan is one for people as fast as the fastest too: they are sooner at each junction, and wait there. */
  private EvacuationResult solveMixed(List<Route> first) {
    var plan = first(first);
    progress.at(Shortening.clearance(plan), 0);
    var fastest = fastest();
    var boundOfFastest = new ClearanceBound(fastest);
    var refining = new Refining(fastest, boundOfFastest, limits.bytes(), clock.half());
    var whole = new Shortening(fastest, refining.run(plan), limits.bytes(), clock.half());
    whole.shorten(Math.max(boundOfFastest.steps(whole.placed(), clock), refining.bound(whole.placed())));
    progress.at(Shortening.clearance(plan), Math.min(Shortening.clearance(plan), whole.lower()));
    plan = Refining.better(problem, plan, Rescheduling.of(problem, whole.routes()), clock);
    plan = RouteStripping.sorted(new Replanning(problem, plan, clock).run(placedBound, whole.lower()));
    int placed = plan.stream().mapToInt(Route::people).sum();
    boolean fewer = placed < whole.placed();
    int lower = Math.max(bound.steps(placed, clock), fewer ? refining.bound(placed) : whole.lower());
    boolean proven = Shortening.clearance(plan) == lower;
    boolean fits = TimeExpandedFlow.bytes(problem, Shortening.clearance(plan)) <= limits.bytes();
    // Where the fastest are in before the bound, it is the walk of the slow that keeps the evacuation from being earlier.
    var cut = fewer || Shortening.clearance(whole.routes()) < lower ? List.<Narrow>of() : whole.cut();
    return result(plan, lower, cut, proven ? Stopped.OPTIMAL : clock.over() ? clock.early() : fits ? Stopped.NO_BETTER : Stopped.MEMORY);
  }

  /** As if all who have a way at their own pace were as fast as the fastest. */
  private EvacuationProblem fastest() {
    var all = new boolean[problem.shelters().size()];
    Arrays.fill(all, true);
    var latest = new int[problem.network().paceCount()][];
    for (int pace : problem.paces()) {
      latest[pace] = StepTimes.latest(problem, all, pace);
    }
    var sources = problem.sources().stream().map(source -> {
      var ready = source.readyAtStep().clone();
      for (int step = 0; step < ready.length; step++) {
        ready[step] = ready[step] > 0 && step <= latest[source.pace()][source.node()] ? ready[step] : 0;
      }
      return new EvacuationProblem.Source(source.node(), ready);
    }).toList();
    return new EvacuationProblem(problem.stepSeconds(), problem.network().atPace(0), sources, problem.shelters());
  }

  private EvacuationResult result(List<Route> routes, int lower, List<Narrow> cut, Stopped stopped) {
    return new EvacuationResult(routes, Flows.ofArcs(routes), Flows.ofGates(routes), Shortening.clearance(routes), lower,
        routes.stream().mapToInt(Route::people).sum(), placedBound, stopped, Reasons.of(problem, routes), cut);
  }
}
