package org.commonground.evacuation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MaxFlow;

/** The time-expanded network written out node by node, given to OR-Tools. */
final class EvacuationPeer {

  static {
    Loader.loadNativeLibraries();
  }

  private EvacuationPeer() {
  }

  /** The most people who can be in shelters after so many steps. */
  static long placedWithin(EvacuationProblem problem, int steps) {
    var flow = new MaxFlow();
    var network = problem.network();
    int start = network.nodeCount() * steps + problem.shelters().size();
    int end = start + 1;
    flow.addArcWithCapacity(start, end, 0);
    for (int step = 0; step < steps; step++) {
      for (var source : problem.sources()) {
        if (step < source.readyAtStep().length) {
          flow.addArcWithCapacity(start, source.node() * steps + step, source.readyAtStep()[step]);
        }
      }
      for (int node = 0; node < network.nodeCount(); node++) {
        if (step + 1 < steps && step + 1 < network.nodeCloses(node)) {
          flow.addArcWithCapacity(node * steps + step, node * steps + step + 1, problem.totalPeople());
        }
      }
      for (int arc = 0; arc < network.arcCount(); arc++) {
        int arrival = step + network.travelSteps(arc);
        if (arrival < steps && arrival <= network.arcCloses(arc) && step < network.nodeCloses(network.tail(arc))
            && arrival < network.nodeCloses(network.head(arc))) {
          flow.addArcWithCapacity(network.tail(arc) * steps + step, network.head(arc) * steps + arrival, network.peoplePerStep(arc));
        }
      }
      for (int gate = 0; gate < problem.gateCount(); gate++) {
        if (step < network.nodeCloses(problem.gateNode(gate))) {
          flow.addArcWithCapacity(problem.gateNode(gate) * steps + step, network.nodeCount() * steps + problem.gateShelter(gate),
              problem.gatePeoplePerStep(gate));
        }
      }
    }
    for (int shelter = 0; shelter < problem.shelters().size(); shelter++) {
      flow.addArcWithCapacity(network.nodeCount() * steps + shelter, end, problem.shelters().get(shelter).room());
    }
    if (flow.solve(start, end) != MaxFlow.Status.OPTIMAL) {
      throw new IllegalStateException("no optimum");
    }
    return flow.getOptimalFlow();
  }

  /** The fewest steps within which so many are placed, at most {@code most}. */
  static int clearance(EvacuationProblem problem, long people, int most) {
    int low = 0;
    int high = most;
    while (low < high) {
      int middle = low + high >>> 1;
      if ((middle == 0 ? 0 : placedWithin(problem, middle)) >= people) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
