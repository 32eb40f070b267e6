package org.commonground.evacuation;

import java.util.Arrays;

/**
 * How many arcs and gates lie between each node of a {@link TimeExpandedFlow} and a shelter with places left, along what the flow
 * leaves over and back along what it uses. Waiting, and taking waiting back, count nothing: queues are long, and would make a
 * level of each step.
 */
final class LevelSearch {

  static final int UNSEEN = Integer.MAX_VALUE;

  private final TimeExpandedFlow flow;
  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  final int[] level;
  private Stack here = new Stack();
  private Stack next = new Stack();
  private int depth;

  private static final class Stack {
    private int[] items = new int[1024];
    private int size;

    void push(int item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }
  }

  LevelSearch(TimeExpandedFlow flow) {
    this.flow = flow;
    problem = flow.problem;
    network = flow.network;
    level = new int[flow.nodes()];
  }

  /** Whether anybody who is left gets to a shelter. */
  boolean run() {
    Arrays.fill(level, UNSEEN);
    here.size = 0;
    next.size = 0;
    depth = 0;
    for (int shelter = 0; shelter < flow.room.length; shelter++) {
      if (flow.room[shelter] > 0) {
        lower(flow.shelterId(shelter), 0, here);
      }
    }
    while (here.size > 0) {
      while (here.size > 0) {
        int id = here.items[--here.size];
        if (level[id] == depth) {
          settle(id);
        }
      }
      var emptied = here;
      here = next;
      next = emptied;
      depth++;
    }
    for (int batch = 0; batch < flow.left.length; batch++) {
      if (start(batch) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Where people who are left start, or -1 where none is, or they get to no shelter. */
  int start(int batch) {
    var each = problem.batches().get(batch);
    if (flow.left[batch] == 0 || each.readyStep() >= flow.horizon) {
      return -1;
    }
    int id = flow.id(each.node(), each.readyStep());
    return level[id] == UNSEEN ? -1 : id;
  }

  private void settle(int id) {
    if (id >= flow.waiting.length) {
      settleShelter(id - flow.waiting.length);
      return;
    }
    int node = id / flow.stride;
    int step = id % flow.stride;
    if (step > 0) {
      lower(id - 1, depth, here);
    }
    if (step + 1 < flow.horizon && flow.waiting[id] > 0) {
      lower(id + 1, depth, here);
    }
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int arc = network.in(i);
      int entry = step - network.travelSteps(arc);
      if (flow.spareOnArc(arc, entry) > 0) {
        lower(flow.id(network.tail(arc), entry), depth + 1, next);
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      if (flow.onArc[arc * flow.stride + step] > 0) {
        lower(flow.id(network.head(arc), step + network.travelSteps(arc)), depth + 1, next);
      }
    }
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int gate = problem.gateAt(i);
      if (flow.atGate[gate * flow.stride + step] > 0) {
        lower(flow.shelterId(problem.gateShelter(gate)), depth + 1, next);
      }
    }
  }

  private void settleShelter(int shelter) {
    for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
      for (int step = 0; step < flow.horizon; step++) {
        if (flow.spareAtGate(gate, step) > 0) {
          lower(flow.id(problem.gateNode(gate), step), depth + 1, next);
        }
      }
    }
  }

  private void lower(int id, int to, Stack stack) {
    if (to < level[id]) {
      level[id] = to;
      stack.push(id);
    }
  }
}
