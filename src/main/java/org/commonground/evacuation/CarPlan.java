package org.commonground.evacuation;

import java.util.List;

/**
 * Cars that are sent: who drives where when, so that no street has more cars than can pass.
 *
 * <ol>
 *   <li>The plan is made as if every street were full, each drive as long as it is there ({@link CarStreets#FULL}).
 *   <li>The bound is for as many cars on empty streets ({@link CarStreets#FREE}), beginning with that plan.
 * </ol>
 *
 * <p>Between the two lies what can be done: a car that finds its street less full is sooner at the junction, and waits there.
 *
 * @param plan            its bound is that of full streets
 * @param lowerBoundSteps no plan whatsoever for as many cars needs fewer
 */
public record CarPlan(EvacuationResult plan, int lowerBoundSteps) {

  /** @param problem cars on a network of {@link CarStreets}; the pace of the sources does not matter */
  public static CarPlan solve(EvacuationProblem problem, EvacuationLimits limits) {
    var clock = limits.start();
    var plan = EvacuationSolver.solve(problem.atPace(CarStreets.FULL), new EvacuationLimits(clock.share(2), limits.bytes(),
        limits.cancelled()));
    return new CarPlan(plan, bound(problem.atPace(CarStreets.FREE), plan.routes(), limits, clock));
  }

  private static int bound(EvacuationProblem free, List<Route> routes, EvacuationLimits limits, EvacuationLimits.Clock clock) {
    var shortening = new Shortening(free, routes, limits.bytes(), clock);
    shortening.shorten(new ClearanceBound(free).steps(shortening.placed(), clock));
    return shortening.lower();
  }

  /** Share of the clearance that could be saved at most, 0 to 1. */
  public double gap() {
    return plan.clearanceSteps() == 0 ? 0 : (plan.clearanceSteps() - lowerBoundSteps) / (double) plan.clearanceSteps();
  }
}
