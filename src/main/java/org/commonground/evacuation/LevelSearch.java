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
 *   <li>The search ends with the level of the first shelter that has places left. Only steps from which a gate can still be passed
 *       in time are visited.
 * </ol>
 */
final class LevelSearch {

  static final int UNSEEN = Integer.MAX_VALUE;

  private final TimeExpandedFlow flow;
  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  /** First step reached of each node, the first with a level lower than the next, and the end of those from which a gate is passed. */
  private final int[] first;
  private final int[] before;
  private final int[] end;
  private final int[] shelterLevel;
  /** Nodes, and shelters as {@code ~shelter}, of the level looked at and of the next. */
  private int[] here;
  private int[] next;
  private int nextCount;
  /** Of each node the last part reached; of each part its first step, its level, and the part of the same node reached before. */
  private final int[] last;
  private int[] from = new int[1024];
  private int[] levelOf = new int[1024];
  private int[] older = new int[1024];
  private int parts;
  private int depth;

  LevelSearch(TimeExpandedFlow flow) {
    this.flow = flow;
    problem = flow.problem;
    network = flow.network;
    int nodes = network.nodeCount();
    first = new int[nodes];
    before = new int[nodes];
    end = new int[nodes];
    last = new int[nodes];
    shelterLevel = new int[flow.room.length];
    here = new int[nodes + shelterLevel.length];
    next = new int[nodes + shelterLevel.length];
  }

  /** To be called where the horizon has changed. */
  void prepare() {
    var all = new boolean[flow.room.length];
    Arrays.fill(all, true);
    var latest = StepTimes.latest(problem, all, 0);
    var toGate = StepTimes.toGates(problem, all, 0);
    for (int node = 0; node < end.length; node++) {
      end[node] = toGate[node] == StepTimes.NEVER ? 0 : Math.max(0, Math.min(latest[node] + 1, flow.horizon - toGate[node]));
    }
  }

  /** Of a node at a step, or of a shelter; {@link #UNSEEN} where the search has not been. */
  int level(int id) {
    if (id >= flow.nodeSteps()) {
      return shelterLevel[id - flow.nodeSteps()];
    }
    int node = id / flow.stride;
    return level(node, id - node * flow.stride);
  }

  int level(int node, int step) {
    if (step < first[node] || step >= end[node]) {
      return UNSEEN;
    }
    int part = last[node];
    while (older[part] >= 0 && step >= from[older[part]]) {
      part = older[part];
    }
    return levelOf[part];
  }

  /** The first step at which the search has been at a node. */
  int first(int node) {
    return first[node];
  }

  boolean shelter(int shelter) {
    return shelterLevel[shelter] != UNSEEN;
  }

  /**
   * @return the level of the nearest shelters with places left, or -1 where nobody gets to one; then what has a level is all that
   *         those left can reach
   */
  int run() {
    Arrays.fill(first, UNSEEN);
    Arrays.fill(last, -1);
    Arrays.fill(shelterLevel, UNSEEN);
    parts = 0;
    nextCount = 0;
    depth = -1;
    for (int batch = 0; batch < flow.left.length; batch++) {
      if (flow.left[batch] > 0) {
        reach(problem.batches().get(batch).node(), problem.batches().get(batch).readyStep());
      }
    }
    boolean found = false;
    while (nextCount > 0 && !found) {
      var emptied = here;
      here = next;
      next = emptied;
      int count = nextCount;
      nextCount = 0;
      depth++;
      for (int i = 0; i < count; i++) {
        if (here[i] >= 0) {
          int to = older[last[here[i]]] >= 0 ? from[older[last[here[i]]]] : end[here[i]];
          before[here[i]] = to;
        }
      }
      for (int i = 0; i < count; i++) {
        if (here[i] < 0) {
          settleShelter(~here[i]);
        } else {
          found |= settle(here[i], from[partAt(here[i])], before[here[i]]);
        }
      }
    }
    return found ? depth + 1 : -1;
  }

  /** The part of this level; steps of the next may have been added already. */
  private int partAt(int node) {
    int part = last[node];
    return levelOf[part] == depth ? part : older[part];
  }

  private boolean settle(int node, int start, int to) {
    boolean found = false;
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int gate = problem.gateAt(i);
      int shelter = problem.gateShelter(gate);
      if (shelterLevel[shelter] == UNSEEN && flow.firstSpareAtGate(gate, start, to) < to) {
        shelterLevel[shelter] = depth + 1;
        next[nextCount++] = ~shelter;
        found |= flow.room[shelter] > 0;
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      int head = network.head(arc);
      int steps = network.travelSteps(arc);
      int most = Math.min(to, Math.min(first[head], end[head]) - steps);
      int entry = flow.firstSpareOnArc(arc, start, most);
      if (entry < most) {
        reach(head, entry + steps);
      }
    }
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int arc = network.in(i);
      int tail = network.tail(arc);
      int steps = network.travelSteps(arc);
      int most = Math.min(to - steps, Math.min(first[tail], end[tail]));
      int entry = flow.firstOnArc(arc, Math.max(0, start - steps), most);
      if (entry < most) {
        reach(tail, entry);
      }
    }
    return found;
  }

  private void settleShelter(int shelter) {
    for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
      int node = problem.gateNode(gate);
      int most = Math.min(first[node], end[node]);
      int step = flow.firstAtGate(gate, most);
      if (step < most) {
        reach(node, step);
      }
    }
  }

  /** From this step on and, where somebody waits whose waiting can be taken back, from earlier. */
  private void reach(int node, int step) {
    if (step >= Math.min(first[node], end[node])) {
      return;
    }
    first[node] = flow.firstWaiting(node, step);
    if (last[node] >= 0 && levelOf[last[node]] == depth + 1) {
      from[last[node]] = first[node];
      return;
    }
    if (parts == from.length) {
      from = Arrays.copyOf(from, 2 * parts);
      levelOf = Arrays.copyOf(levelOf, 2 * parts);
      older = Arrays.copyOf(older, 2 * parts);
    }
    from[parts] = first[node];
    levelOf[parts] = depth + 1;
    older[parts] = last[node];
    last[node] = parts++;
    next[nextCount++] = node;
  }
}
