package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a plan better by sending some of its people anew, where no flow over time can: people of different paces do not make one
 * flow.
 *
 * <ol>
 *   <li>People without a place, and the groups that come in last, are urgent. They and a drawn share of all other groups give
 *       back what they have booked.
 *   <li>The urgent are sent first, then the others, each time who can arrive first ({@link RoutePlanner}).
 *   <li>The new plan is kept where it places more people, or as many sooner, or as many as soon with fewer of them in the last
 *       step, or is as good in all of that.
 *   <li>It ends with the bound, or after so many rounds that were of no use.
 * </ol>
 *
 * <p>Large neighbourhood search (Shaw, Using constraint programming and local search methods to solve vehicle routing problems,
 * 1998). Proves nothing. The same plan each time unless the time ends it.
 */
final class Replanning {

  private static final int PATIENCE = 48;
  /** Of 1,000 groups, so many are sent anew, in turn. */
  private static final int[] SHARES = {50, 150, 400, 1_000};

  private final EvacuationProblem problem;
  private final EvacuationLimits.Clock clock;
  private final SplittableRandom random = new SplittableRandom(1);
  private List<Route> best;
  private Worth worth;

  /** How good a plan is; the greater the better. */
  private record Worth(int placed, int clearance, int last) implements Comparable<Worth> {

    static Worth of(List<Route> routes) {
      int clearance = Shortening.clearance(routes);
      return new Worth(routes.stream().mapToInt(Route::people).sum(), clearance,
          routes.stream().filter(route -> route.gateStep() == clearance - 1).mapToInt(Route::people).sum());
    }

    @Override
    public int compareTo(Worth other) {
      int byPlaced = Integer.compare(placed, other.placed);
      int byClearance = Integer.compare(other.clearance, clearance);
      return byPlaced != 0 ? byPlaced : byClearance != 0 ? byClearance : Integer.compare(other.last, last);
    }
  }

  Replanning(EvacuationProblem problem, List<Route> routes, EvacuationLimits.Clock clock) {
    this.problem = problem;
    this.clock = clock;
    best = routes;
    worth = Worth.of(routes);
  }

  /** @param places people placed, and steps, with which it may end */
  List<Route> run(int places, int steps) {
    for (int round = 0, useless = 0; useless < PATIENCE && !clock.over() && !(worth.placed >= places && worth.clearance <= steps);
        round++) {
      var trial = trial(SHARES[round % SHARES.length]);
      var trialWorth = Worth.of(trial);
      int compared = trialWorth.compareTo(worth);
      useless = compared > 0 ? 0 : useless + 1;
      if (compared >= 0) {
        best = trial;
        worth = trialWorth;
      }
    }
    return best;
  }

  private List<Route> trial(int share) {
    var left = problem.batches().stream().mapToInt(EvacuationProblem.Batch::people).toArray();
    best.forEach(route -> left[problem.batch(route)] -= route.people());
    var urgent = new boolean[left.length];
    for (int batch = 0; batch < left.length; batch++) {
      urgent[batch] = left[batch] > 0;
    }
    var kept = new ArrayList<Route>();
    for (var route : best) {
      if (route.gateStep() == worth.clearance - 1) {
        urgent[problem.batch(route)] = true;
      } else if (random.nextInt(1_000) >= share) {
        kept.add(route);
      }
    }
    var planner = new RoutePlanner(problem);
    planner.keep(kept);
    planner.plan(urgent, clock);
    return List.copyOf(planner.plan(clock));
  }
}
