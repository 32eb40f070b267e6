package org.commonground.evacuation;

import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Batch;
import org.commonground.network.LongHeap;

/**
 * Walking times in steps of one person alone, by Dijkstra's search. Limits of flow do not count, but what lets nobody through
 * does.
 *
 * <p>{@link #NEVER} stands for no way. An arc or gate counts where that pace may use it at some step at all.
 */
final class StepTimes {

  static final int NEVER = EvacuationNetwork.NEVER;

  private StepTimes() {
  }

  /** Steps from each node to the nearest gate of the shelters asked for. A lower bound where a hazard comes. */
  static int[] toGates(EvacuationProblem problem, boolean[] shelters, int pace) {
    var network = problem.network();
    var steps = new int[network.nodeCount()];
    Arrays.fill(steps, NEVER);
    var heap = new LongHeap();
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      if (shelters[problem.gateShelter(gate)] && problem.gateLastPass(gate) >= 0) {
        lower(steps, problem.gateNode(gate), 0, heap);
      }
    }
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int node = (int) key;
      if (steps[node] == (int) (key >> 32)) {
        for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
          int arc = network.in(i);
          if (network.lastEntry(pace, arc) >= 0) {
            lower(steps, network.tail(arc), steps[node] + network.travelSteps(pace, arc), heap);
          }
        }
      }
    }
    return steps;
  }

  /** The earliest step at which anybody can be at each node. A lower bound where a hazard comes. */
  static int[] fromSources(EvacuationProblem problem, List<Batch> batches) {
    var steps = new int[problem.network().nodeCount()];
    Arrays.fill(steps, NEVER);
    for (int pace : problem.paces()) {
      var ofPace = fromSources(problem, batches, pace);
      Arrays.setAll(steps, node -> Math.min(steps[node], ofPace[node]));
    }
    return steps;
  }

  private static int[] fromSources(EvacuationProblem problem, List<Batch> batches, int pace) {
    var network = problem.network();
    var steps = new int[network.nodeCount()];
    Arrays.fill(steps, NEVER);
    var heap = new LongHeap();
    for (var batch : batches) {
      if (batch.pace() == pace) {
        lower(steps, batch.node(), batch.readyStep(), heap);
      }
    }
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int node = (int) key;
      if (steps[node] == (int) (key >> 32)) {
        for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
          int arc = network.out(i);
          if (steps[node] <= network.lastEntry(pace, arc)) {
            lower(steps, network.head(arc), steps[node] + network.travelSteps(pace, arc), heap);
          }
        }
      }
    }
    return steps;
  }

  private static void lower(int[] steps, int node, int to, LongHeap heap) {
    if (to < steps[node]) {
      steps[node] = to;
      heap.push((long) to << 32 | node);
    }
  }

  /**
   * The last step at which one can be at each node and still get to a gate of the shelters asked for; below 0 where that is too
   * late from the start, {@link EvacuationNetwork#LIMIT} or a little less where there is no hurry.
   */
  static int[] latest(EvacuationProblem problem, boolean[] shelters, int pace) {
    var network = problem.network();
    var latest = new int[network.nodeCount()];
    Arrays.fill(latest, -1);
    var heap = new LongHeap();
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      if (shelters[problem.gateShelter(gate)]) {
        raise(latest, problem.gateNode(gate), problem.gateLastPass(gate), heap);
      }
    }
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int node = (int) key;
      if (latest[node] == EvacuationNetwork.LIMIT - (int) (key >> 32)) {
        for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
          int arc = network.in(i);
          if (network.lastEntry(pace, arc) >= 0) {
            raise(latest, network.tail(arc), Math.min(network.lastEntry(pace, arc), latest[node] - network.travelSteps(pace, arc)), heap);
          }
        }
      }
    }
    return latest;
  }

  private static void raise(int[] latest, int node, int to, LongHeap heap) {
    if (to > latest[node]) {
      latest[node] = to;
      heap.push((long) (EvacuationNetwork.LIMIT - to) << 32 | node);
    }
  }
}
