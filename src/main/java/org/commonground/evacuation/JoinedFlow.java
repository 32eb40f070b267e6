package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.network.LongHeap;

/**
 * The most people who can be in shelters after so many steps if all who live at some nodes could start from any of them, at once,
 * and some shelters had room for any number: a maximum flow over time from one source to one sink with constant limits.
 *
 * <ol>
 *   <li>The length of the shortest way from any of the nodes to any gate, through what static flow leaves over, is searched.
 *   <li>All ways of this length take as many people per step as fit.
 *   <li>A way of {@code d} steps, used from the first step on, brings its people in at steps {@code d} to {@code T - 1}. All ways
 *       together give the maximum for every {@code T} up to the length of the next way.
 *   <li>The search ends where the people asked for are in before the next way would count.
 * </ol>
 *
 * <p>Shortest paths with potentials, so that no arc of the search has negative length (Ford and Fulkerson 1958; primal and dual in
 * turn, Ford and Fulkerson 1962).
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
  private final LongHeap heap = new LongHeap();
  private final boolean[] tried;
  private final int[] choice;
  private int[] path = new int[256];

  /**
   * @param open   shelters, with room for any number
   * @param source nodes where all start
   */
  JoinedFlow(EvacuationProblem problem, boolean[] open, boolean[] source) {
    this.problem = problem;
    this.open = open;
    network = problem.network();
    onArc = new int[network.arcCount()];
    atGate = new int[problem.gateCount()];
    sink = network.nodeCount();
    this.source = source;
    tried = new boolean[sink];
    choice = new int[sink];
    potential = new int[sink + 1];
    distance = new int[sink + 1];
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
        reach(node, 0, 0);
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
    if (gateWithSpare(node) >= 0) {
      reach(sink, distance[node], potential[node]);
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      if (spare(arc) > 0) {
        reach(network.head(arc), distance[node], potential[node] + network.travelSteps(arc));
      }
    }
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int arc = network.in(i);
      if (onArc[arc] > 0) {
        reach(network.tail(arc), distance[node], potential[node] - network.travelSteps(arc));
      }
    }
  }

  private int spare(int arc) {
    return network.lastEntry(arc) >= 0 ? network.peoplePerStep(arc) - onArc[arc] : 0;
  }

  private int gateWithSpare(int node) {
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int gate = problem.gateAt(i);
      if (open[problem.gateShelter(gate)] && problem.gateLastPass(gate) >= 0 && atGate[gate] < problem.gatePeoplePerStep(gate)) {
        return gate;
      }
    }
    return -1;
  }

  /** @param there length of the way without the potential of the node itself */
  private void reach(int node, int before, int there) {
    int to = before + there - potential[node];
    if (to < distance[node]) {
      distance[node] = to;
      heap.push((long) to << 32 | node);
    }
  }

  /** People per step on all shortest ways, but for those that only show with the next search. */
  private int augment() {
    Arrays.fill(tried, false);
    Arrays.fill(choice, 0);
    int people = 0;
    for (int node = 0; node < sink; node++) {
      if (source[node] && !tried[node]) {
        for (int more = augment(node); more > 0; more = augment(node)) {
          people += more;
        }
      }
    }
    return people;
  }

  /** Along one shortest way from the node, or nobody where there is none any more. */
  private int augment(int start) {
    int length = 0;
    int node = start;
    tried[start] = true;
    while (true) {
      if (potential[node] == potential[sink] && gateWithSpare(node) >= 0) {
        return move(gateWithSpare(node), start, length);
      }
      int way = next(node);
      if (way != FAR) {
        if (length == path.length) {
          path = Arrays.copyOf(path, 2 * length);
        }
        path[length++] = way;
        node = end(way);
        tried[node] = true;
      } else if (length == 0) {
        return 0;
      } else {
        node = start(path[--length]);
        choice[node]++;
      }
    }
  }

  /** A way on that keeps to shortest ways: arc forwards, {@code ~arc} backwards; {@link #FAR} where there is none. */
  private int next(int node) {
    int outs = network.firstOut(node + 1) - network.firstOut(node);
    int all = outs + network.firstIn(node + 1) - network.firstIn(node);
    for (; choice[node] < all; choice[node]++) {
      boolean forwards = choice[node] < outs;
      int arc = forwards ? network.out(network.firstOut(node) + choice[node]) : network.in(network.firstIn(node) + choice[node] - outs);
      int other = forwards ? network.head(arc) : network.tail(arc);
      int length = forwards ? network.travelSteps(arc) : -network.travelSteps(arc);
      if (!tried[other] && potential[node] + length == potential[other] && (forwards ? spare(arc) : onArc[arc]) > 0) {
        return forwards ? arc : ~arc;
      }
    }
    return FAR;
  }

  private int start(int way) {
    return way >= 0 ? network.tail(way) : network.head(~way);
  }

  private int end(int way) {
    return way >= 0 ? network.head(way) : network.tail(~way);
  }

  private int move(int gate, int start, int length) {
    int people = problem.gatePeoplePerStep(gate) - atGate[gate];
    for (int i = 0; i < length; i++) {
      people = Math.min(people, path[i] >= 0 ? spare(path[i]) : onArc[~path[i]]);
    }
    atGate[gate] += people;
    tried[start] = false;
    for (int i = 0; i < length; i++) {
      onArc[path[i] >= 0 ? path[i] : ~path[i]] += path[i] >= 0 ? people : -people;
      tried[end(path[i])] = false;
    }
    return people;
  }
}
