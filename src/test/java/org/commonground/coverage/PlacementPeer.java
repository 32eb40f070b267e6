package org.commonground.coverage;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;

/** The same problem given to OR-Tools, with one person not placed at a cost beyond every detour. */
public final class PlacementPeer {

  static {
    Loader.loadNativeLibraries();
  }

  private PlacementPeer() {
  }

  /** More than all changes along any path. */
  public static long beyondMillis(PlacementProblem problem) {
    long longest = 0;
    for (int millis : problem.reach().millis()) {
      longest = Math.max(longest, millis);
    }
    return (problem.reach().shelterCount() + 1) * (longest + 1);
  }

  public static long cost(PlacementProblem problem, Placement placement) {
    return placement.left() * beyondMillis(problem) + placement.totalMillis();
  }

  /** A network ready to be solved. */
  public static MinCostFlow flow(PlacementProblem problem) {
    var reach = problem.reach();
    var flow = new MinCostFlow();
    int points = reach.pointCount();
    int none = points + reach.shelterCount();
    long total = 0;
    for (int point = 0; point < points; point++) {
      int people = problem.people()[point];
      total += people;
      flow.setNodeSupply(point, people);
      flow.addArcWithCapacityAndUnitCost(point, none, people, beyondMillis(problem));
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        flow.addArcWithCapacityAndUnitCost(point, points + reach.shelter()[entry], people, reach.millis()[entry]);
      }
    }
    for (int shelter = 0; shelter < reach.shelterCount(); shelter++) {
      flow.addArcWithCapacityAndUnitCost(points + shelter, none, Math.min(problem.capacity()[shelter], total), 0);
    }
    flow.setNodeSupply(none, -total);
    return flow;
  }

  public static long leastCost(MinCostFlow flow) {
    if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("no optimum");
    }
    return flow.getOptimalCost();
  }

  /** The optimum of the linear program, by HiGHS. */
  public static double linearProgram(PlacementProblem problem) {
    var solver = MPSolver.createSolver("HIGHS_LP");
    solver.suppressOutput();
    var reach = problem.reach();
    var objective = solver.objective();
    objective.setMinimization();
    var rooms = new MPConstraint[reach.shelterCount()];
    for (int shelter = 0; shelter < rooms.length; shelter++) {
      rooms[shelter] = solver.makeConstraint(0, problem.capacity()[shelter], "");
    }
    for (int point = 0; point < reach.pointCount(); point++) {
      var all = solver.makeConstraint(problem.people()[point], problem.people()[point], "");
      var left = solver.makeNumVar(0, problem.people()[point], "");
      all.setCoefficient(left, 1);
      objective.setCoefficient(left, beyondMillis(problem));
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        var people = solver.makeNumVar(0, problem.people()[point], "");
        all.setCoefficient(people, 1);
        rooms[reach.shelter()[entry]].setCoefficient(people, 1);
        objective.setCoefficient(people, reach.millis()[entry]);
      }
    }
    if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("no optimum");
    }
    return objective.value();
  }
}
