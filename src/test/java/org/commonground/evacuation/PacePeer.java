package org.commonground.evacuation;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/** One time-expanded network per pace, with limits in common, as a whole-number program for OR-Tools (SCIP). */
final class PacePeer {

  static {
    Loader.loadNativeLibraries();
  }

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final int steps;
  private final MPSolver solver = MPSolver.createSolver("SCIP");
  private final MPConstraint[][][] there;
  private final List<MPVariable> in = new ArrayList<>();

  private PacePeer(EvacuationProblem problem, int steps) {
    this.problem = problem;
    this.steps = steps;
    network = problem.network();
    there = new MPConstraint[network.paceCount()][network.nodeCount()][steps];
  }

  /** The most people who can be in shelters after so many steps. */
  static long placedWithin(EvacuationProblem problem, int steps) {
    return new PacePeer(problem, steps).solve();
  }

  /** What leaves a node at a step is at most what has come: people at the node are a running sum. */
  private long solve() {
    for (int pace = 0; pace < network.paceCount(); pace++) {
      for (int node = 0; node < network.nodeCount(); node++) {
        for (int step = 0; step < steps; step++) {
          there[pace][node][step] = solver.makeConstraint(-MPSolver.infinity(), ready(pace, node, step));
        }
      }
    }
    waits();
    streets();
    gates();
    in.forEach(each -> solver.objective().setCoefficient(each, 1));
    solver.objective().setMaximization();
    if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("no optimum");
    }
    return Math.round(solver.objective().value());
  }

  private int ready(int pace, int node, int step) {
    return problem.sources().stream().filter(source -> source.pace() == pace && source.node() == node
        && step < source.readyAtStep().length).mapToInt(source -> source.readyAtStep()[step]).sum();
  }

  private void waits() {
    for (int pace = 0; pace < network.paceCount(); pace++) {
      for (int node = 0; node < network.nodeCount(); node++) {
        for (int step = 0; step + 1 < steps && step + 1 < network.nodeCloses(node); step++) {
          var wait = people();
          there[pace][node][step].setCoefficient(wait, 1);
          there[pace][node][step + 1].setCoefficient(wait, -1);
        }
      }
    }
  }

  private void streets() {
    for (int arc = 0; arc < network.arcCount(); arc++) {
      for (int step = 0; step < steps; step++) {
        var limit = solver.makeConstraint(0, network.peoplePerStep(arc));
        for (int pace = 0; pace < network.paceCount(); pace++) {
          long arrival = (long) step + network.travelSteps(pace, arc);
          if (arrival < steps && arrival <= network.arcCloses(arc) && step < network.nodeCloses(network.tail(arc))
              && arrival < network.nodeCloses(network.head(arc))) {
            var walk = people();
            limit.setCoefficient(walk, 1);
            there[pace][network.tail(arc)][step].setCoefficient(walk, 1);
            var at = there[pace][network.head(arc)][(int) arrival];
            at.setCoefficient(walk, at.getCoefficient(walk) - 1);
          }
        }
      }
    }
  }

  private void gates() {
    var rooms = problem.shelters().stream().map(shelter -> solver.makeConstraint(0, shelter.room())).toList();
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      for (int step = 0; step < steps && step < network.nodeCloses(problem.gateNode(gate)); step++) {
        var limit = solver.makeConstraint(0, problem.gatePeoplePerStep(gate));
        for (int pace = 0; pace < network.paceCount(); pace++) {
          var pass = people();
          limit.setCoefficient(pass, 1);
          there[pace][problem.gateNode(gate)][step].setCoefficient(pass, 1);
          rooms.get(problem.gateShelter(gate)).setCoefficient(pass, 1);
          in.add(pass);
        }
      }
    }
  }

  private MPVariable people() {
    return solver.makeIntVar(0, MPSolver.infinity(), "");
  }
}
