package org.commonground.evacuation;

import java.util.Arrays;

/**
 * How many arcs and gates lie between the people of a {@link TimeExpandedFlow} who are left and each node at each step, along
 * what the flow leaves over and back along what it uses. Waiting, and taking waiting back, count nothing: queues are long, and
 * would make a level of each step.
 *
 * <ol>
 *   <li>Whoever is at a node at some step may be there at all later ones. So what is reached of a node is all from one step on, and
 *       each level only adds the steps just before.
 *   <li>Of the steps added, each arc is entered at the first that has something left, each entry is taken back at the first that
 *       somebody used: where the others lead is reached then, too.
 *   <li>The search ends with the level of the first shelter that has places left. Only nodes from which a gate can still be passed
 *       in time are visited.
 * </ol>
 */
final class LevelSearch {

  static final int UNSEEN = Integer.MAX_VALUE;

  private final TimeExpandedFlow flow;
  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  /** One entry per node and step, then one per shelter. */
  final int[] level;
  /** First step reached of each node, and the step beyond the last from which a gate is passed in time. */
  private final int[] first;
  private final int[] end;
  private Intervals here = new Intervals();
  private Intervals next = new Intervals();
  /** All that was reached, to be forgotten before the next search. */
  private final Intervals seen = new Intervals();
  private int depth;

  /** Steps {@code from} to {@code to}, without it, of nodes; shelters as {@code ~shelter}. */
  private static final class Intervals {
    private int[] items = new int[3 * 1024];
    private int size;

    void push(int node, int from, int to) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size] = node;
      items[size + 1] = from;
      items[size + 2] = to;
      size += 3;
    }
  }

  LevelSearch(TimeExpandedFlow flow) {
    this.flow = flow;
    problem = flow.problem;
    network = flow.network;
    level = new int[flow.nodes()];
    Arrays.fill(level, UNSEEN);
    first = new int[network.nodeCount()];
    end = new int[network.nodeCount()];
    Arrays.fill(first, UNSEEN);
  }

  /** To be called where the horizon has changed. */
  void prepare() {
    var all = new boolean[flow.room.length];
    Arrays.fill(all, true);
    var latest = StepTimes.latest(problem, all);
    var toGate = StepTimes.toGates(problem, all);
    for (int node = 0; node < end.length; node++) {
      end[node] = toGate[node] == StepTimes.NEVER ? 0 : Math.max(0, Math.min(latest[node] + 1, flow.horizon - toGate[node]));
    }
  }

  /** What the search has written for one node, to be forgotten by the one who asks. */
  void forget(int[] perId, int value) {
    for (int i = 0; i < seen.size; i += 3) {
      int node = seen.items[i];
      if (node >= 0) {
        Arrays.fill(perId, flow.id(node, seen.items[i + 1]), flow.id(node, seen.items[i + 2]), value);
      } else {
        perId[flow.shelterId(~node)] = value;
      }
    }
  }

  /**
   * @return the level of the nearest shelters with places left, or -1 where nobody gets to one; then what has a level is all that
   *         those left can reach
   */
  int run() {
    forget(level, UNSEEN);
    for (int i = 0; i < seen.size; i += 3) {
      if (seen.items[i] >= 0) {
        first[seen.items[i]] = UNSEEN;
      }
    }
    seen.size = 0;
    here.size = 0;
    depth = -1;
    next.size = 0;
    for (int batch = 0; batch < flow.left.length; batch++) {
      if (flow.left[batch] > 0) {
        reach(problem.batches().get(batch).node(), problem.batches().get(batch).readyStep());
      }
    }
    boolean found = false;
    while (next.size > 0 && !found) {
      var emptied = here;
      here = next;
      next = emptied;
      next.size = 0;
      depth++;
      for (int i = 0; i < here.size; i += 3) {
        int node = here.items[i];
        if (node >= 0) {
          found |= settle(node, here.items[i + 1], here.items[i + 2]);
        } else {
          settleShelter(~node);
        }
      }
    }
    return found ? depth + 1 : -1;
  }

  private boolean settle(int node, int from, int to) {
    boolean found = false;
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int gate = problem.gateAt(i);
      int shelter = problem.gateShelter(gate);
      if (level[flow.shelterId(shelter)] == UNSEEN && flow.firstSpareAtGate(gate, from, to) < to) {
        level[flow.shelterId(shelter)] = depth + 1;
        seen.push(~shelter, 0, 0);
        next.push(~shelter, 0, 0);
        found |= flow.room[shelter] > 0;
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      int head = network.head(arc);
      int steps = network.travelSteps(arc);
      int last = Math.min(to, Math.min(first[head], end[head]) - steps);
      int entry = flow.firstSpareOnArc(arc, from, last);
      if (entry < last) {
        reach(head, entry + steps);
      }
    }
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int arc = network.in(i);
      int tail = network.tail(arc);
      int steps = network.travelSteps(arc);
      int last = Math.min(to - steps, Math.min(first[tail], end[tail]));
      int entry = flow.firstOnArc(arc, Math.max(0, from - steps), last);
      if (entry < last) {
        reach(tail, entry);
      }
    }
    return found;
  }

  private void settleShelter(int shelter) {
    for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
      int node = problem.gateNode(gate);
      int last = Math.min(first[node], end[node]);
      int step = flow.firstAtGate(gate, last);
      if (step < last) {
        reach(node, step);
      }
    }
  }

  /** From this step on and, where somebody waits whose waiting can be taken back, from earlier. */
  private void reach(int node, int step) {
    int to = Math.min(first[node], end[node]);
    if (step < to) {
      int from = flow.firstWaiting(node, step);
      Arrays.fill(level, flow.id(node, from), flow.id(node, to), depth + 1);
      first[node] = from;
      seen.push(node, from, to);
      next.push(node, from, to);
    }
  }
}
