package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.network.LongHeap;

/**
 * The most people who can be in shelters after so many steps if all who live at sources could start from any of them, at once,
 * and any shelter had room: a maximum flow over time from one source to one sink with constant limits.
 *
 * <ol>
 *   <li>The shortest way from any source to any gate, through what static flow leaves over, takes as many people per step as fit.
 *   <li>A way of {@code d} steps, used from the first step on, brings its people in at steps {@code d} to {@code T - 1}. All ways
 *       together give the maximum for every {@code T} up to the length of the next way.
 *   <li>The search ends where the people asked for are in before the next way would count.
 * </ol>
 *
 * <p>Successive shortest paths with potentials, so that no arc of the search has negative length.
 */
final class JoinedFlow {

  private static final int FAR = StepTimes.NEVER;

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final int[] onArc;
  private final int[] atGate;
  private final boolean[] open;
  private final boolean[] source;
  private final int sink;
  /** Shortest ways so far, and of this search in lengths reduced by them; one entry per node and one for the sink. */
  private final int[] potential;
  private final int[] distance;
  /** How each node was reached: arc forwards, {@code ~arc} backwards; at the sink, the gate. */
  private final int[] by;
  private final LongHeap heap = new LongHeap();

  JoinedFlow(EvacuationProblem problem, boolean[] open) {
    this.problem = problem;
    this.open = open;
    network = problem.network();
    onArc = new int[network.arcCount()];
    atGate = new int[problem.gateCount()];
    sink = network.nodeCount();
    source = new boolean[sink];
    problem.batches().forEach(batch -> source[batch.node()] = true);
    potential = new int[sink + 1];
    distance = new int[sink + 1];
    by = new int[sink + 1];
  }

  /** Steps at least until so many people are in; a lower figure, but still a bound, where the time is over. */
  int steps(int people, EvacuationLimits.Clock clock) {
    var length = new ArrayList<Integer>();
    var perStep = new ArrayList<Integer>();
    long steps = Long.MAX_VALUE;
    while (search() && potential[sink] < steps) {
      if (clock.over()) {
        return potential[sink];
      }
      length.add(potential[sink]);
      perStep.add(augment());
      steps = firstWith(people, length, perStep);
    }
    return steps == Long.MAX_VALUE ? 0 : (int) Math.min(steps, FAR);
  }

  /** The first T with {@code sum of perStep * max(0, T - length) >= people}; lengths ascend. */
  private static long firstWith(int people, List<Integer> length, List<Integer> perStep) {
    long width = 0;
    long area = 0;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < length.size(); i++) {
      width += perStep.get(i);
      area += (long) perStep.get(i) * length.get(i);
      best = Math.min(best, (people + area + width - 1) / width);
    }
    return best;
  }

  private boolean search() {
    Arrays.fill(distance, FAR);
    heap.clear();
    for (int node = 0; node < sink; node++) {
      if (source[node]) {
        reach(node, 0, 0, FAR);
      }
    }
    int last = 0;
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int node = (int) key;
      if (distance[node] == (int) (key >> 32)) {
        last = distance[node];
        if (node == sink) {
          break;
        }
        settle(node);
      }
    }
    if (distance[sink] == FAR) {
      return false;
    }
    for (int node = 0; node <= sink; node++) {
      potential[node] += Math.min(distance[node], last);
    }
    return true;
  }

  private void settle(int node) {
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int gate = problem.gateAt(i);
      if (open[problem.gateShelter(gate)] && problem.gateLastPass(gate) >= 0 && atGate[gate] < problem.gatePeoplePerStep(gate)) {
        reach(sink, distance[node], potential[node], gate);
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      if (network.lastEntry(arc) >= 0 && onArc[arc] < network.peoplePerStep(arc)) {
        reach(network.head(arc), distance[node], potential[node] + network.travelSteps(arc), arc);
      }
    }
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int arc = network.in(i);
      if (onArc[arc] > 0) {
        reach(network.tail(arc), distance[node], potential[node] - network.travelSteps(arc), ~arc);
      }
    }
  }

  /** @param there length of the way without the potential of the node itself */
  private void reach(int node, int before, int there, int way) {
    int to = before + there - potential[node];
    if (to < distance[node]) {
      distance[node] = to;
      by[node] = way;
      heap.push((long) to << 32 | node);
    }
  }

  private int augment() {
    int gate = by[sink];
    int people = problem.gatePeoplePerStep(gate) - atGate[gate];
    for (int node = problem.gateNode(gate); by[node] != FAR; node = before(node)) {
      people = Math.min(people, by[node] >= 0 ? network.peoplePerStep(by[node]) - onArc[by[node]] : onArc[~by[node]]);
    }
    atGate[gate] += people;
    for (int node = problem.gateNode(gate); by[node] != FAR; node = before(node)) {
      if (by[node] >= 0) {
        onArc[by[node]] += people;
      } else {
        onArc[~by[node]] -= people;
      }
    }
    return people;
  }

  private int before(int node) {
    return by[node] >= 0 ? network.tail(by[node]) : network.head(~by[node]);
  }
}
