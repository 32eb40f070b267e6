package org.commonground.evacuation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import org.commonground.network.LongHeap;

/**
 * The way from each node to each shelter by walking time alone, through what is open now. Ties go to the arc with the lower
 * number.
 */
final class Signposts {

  static final int NONE = -1;

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final int[][] steps;
  private final int[][] arc;
  /** Steps from which something is closed that was open. */
  private final TreeSet<Integer> changes = new TreeSet<>();
  private final LongHeap heap = new LongHeap();

  Signposts(EvacuationProblem problem) {
    this.problem = problem;
    network = problem.network();
    int shelters = problem.shelters().size();
    steps = new int[shelters][network.nodeCount()];
    arc = new int[shelters][network.nodeCount()];
    for (int each = 0; each < network.arcCount(); each++) {
      change(network.lastEntry(each));
    }
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      change(problem.gateLastPass(gate));
    }
    find(0);
  }

  private void change(int last) {
    if (last >= 0 && last < EvacuationNetwork.LIMIT / 2) {
      changes.add(last + 1);
    }
  }

  /** Looks for ways anew where something closes at this step. */
  void at(int step) {
    if (changes.contains(step)) {
      find(step);
    }
  }

  /** Whether anything closes after this step. */
  boolean changesAfter(int step) {
    return changes.higher(step) != null;
  }

  private void find(int now) {
    for (int shelter = 0; shelter < steps.length; shelter++) {
      Arrays.fill(steps[shelter], StepTimes.NEVER);
      Arrays.fill(arc[shelter], NONE);
      heap.clear();
      for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
        if (now <= problem.gateLastPass(gate)) {
          steps[shelter][problem.gateNode(gate)] = 0;
          heap.push(problem.gateNode(gate));
        }
      }
      while (!heap.isEmpty()) {
        long key = heap.pop();
        int node = (int) key;
        if (steps[shelter][node] == (int) (key >> 32)) {
          settle(shelter, node, now);
        }
      }
    }
  }

  private void settle(int shelter, int node, int now) {
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int each = network.in(i);
      int there = steps[shelter][node] + network.travelSteps(each);
      if (now <= network.lastEntry(each) && there < steps[shelter][network.tail(each)]) {
        steps[shelter][network.tail(each)] = there;
        arc[shelter][network.tail(each)] = each;
        heap.push((long) there << 32 | network.tail(each));
      }
    }
  }

  /** The nearest shelter but these, or {@link #NONE}. */
  int nearest(int node, BitSet but) {
    int nearest = NONE;
    for (int shelter = 0; shelter < steps.length; shelter++) {
      if (steps[shelter][node] != StepTimes.NEVER && (but == null || !but.get(shelter))
          && (nearest == NONE || steps[shelter][node] < steps[nearest][node])) {
        nearest = shelter;
      }
    }
    return nearest;
  }

  /** The arc to take towards a shelter to which there is a way; {@link #NONE} where a gate of it is here. */
  int arc(int node, int shelter) {
    return arc[shelter][node];
  }
}
