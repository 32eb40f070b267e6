package org.commonground.evacuation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import org.commonground.network.LongHeap;

/**
 * The way from each node to each shelter by walking time alone at each pace, through what is open now. Ties go to the arc with the
 * lower number.
 */
final class Signposts {

  static final int NONE = -1;

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  /** By pace, shelter and node. */
  private final int[][][] steps;
  private final int[][][] arc;
  /** The nearest of all shelters, by pace and node. */
  private final int[][] nearest;
  /** Steps from which something is closed that was open. */
  private final TreeSet<Integer> changes = new TreeSet<>();
  private final LongHeap heap = new LongHeap();

  Signposts(EvacuationProblem problem) {
    this.problem = problem;
    network = problem.network();
    int shelters = problem.shelters().size();
    steps = new int[network.paceCount()][][];
    arc = new int[network.paceCount()][][];
    nearest = new int[network.paceCount()][network.nodeCount()];
    for (int pace : problem.paces()) {
      steps[pace] = new int[shelters][network.nodeCount()];
      arc[pace] = new int[shelters][network.nodeCount()];
      for (int each = 0; each < network.arcCount(); each++) {
        change(network.lastEntry(pace, each));
      }
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
    for (int pace : problem.paces()) {
      for (int shelter = 0; shelter < problem.shelters().size(); shelter++) {
        find(pace, shelter, now);
      }
      for (int node = 0; node < nearest[pace].length; node++) {
        nearest[pace][node] = among(pace, node, null);
      }
    }
  }

  private void find(int pace, int shelter, int now) {
    var to = steps[pace][shelter];
    var by = arc[pace][shelter];
    Arrays.fill(to, StepTimes.NEVER);
    Arrays.fill(by, NONE);
    heap.clear();
    for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
      if (now <= problem.gateLastPass(gate)) {
        to[problem.gateNode(gate)] = 0;
        heap.push(problem.gateNode(gate));
      }
    }
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int node = (int) key;
      if (to[node] == (int) (key >> 32)) {
        for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
          int each = network.in(i);
          if (now <= network.lastEntry(pace, each) && to[node] + network.travelSteps(pace, each) < to[network.tail(each)]) {
            to[network.tail(each)] = to[node] + network.travelSteps(pace, each);
            by[network.tail(each)] = each;
            heap.push((long) to[network.tail(each)] << 32 | network.tail(each));
          }
        }
      }
    }
  }

  /** The nearest shelter but these, or {@link #NONE}. */
  int nearest(int pace, int node, BitSet but) {
    int first = nearest[pace][node];
    return but == null || first == NONE || !but.get(first) ? first : among(pace, node, but);
  }

  private int among(int pace, int node, BitSet but) {
    int best = NONE;
    var to = steps[pace];
    for (int shelter = 0; shelter < to.length; shelter++) {
      if (to[shelter][node] != StepTimes.NEVER && (but == null || !but.get(shelter))
          && (best == NONE || to[shelter][node] < to[best][node])) {
        best = shelter;
      }
    }
    return best;
  }

  /** The arc to take towards a shelter to which there is a way; {@link #NONE} where a gate of it is here. */
  int arc(int pace, int node, int shelter) {
    return arc[pace][shelter][node];
  }
}
