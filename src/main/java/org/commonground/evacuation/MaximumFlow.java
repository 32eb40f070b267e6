package org.commonground.evacuation;

import java.util.Arrays;

/**
 * Sends as many people as possible through a {@link TimeExpandedFlow}, beginning with the flow it has.
 *
 * <ol>
 *   <li>Levels: how far each node is from a shelter with places left ({@link LevelSearch}). Where nobody left has a way, the flow
 *       is maximal, and the nodes without a level are the cut that proves it.
 *   <li>From each batch of people left, ways are followed that go down a level with each arc; ends without a way on are not tried
 *       again.
 *   <li>Along each way found, as many people move as it takes.
 * </ol>
 *
 * <p>Dinic's method (1970), with levels that do not count waiting. Along waits of the same level a way must not come back to
 * itself, which is looked at node by node; so a round may miss a way, and only a round that finds nobody ends the search.
 */
final class MaximumFlow {

  private final TimeExpandedFlow flow;
  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final LevelSearch levels;
  private final int[] choice;
  private final boolean[] onPath;
  private int[] path = new int[256];
  private int length;
  /** Of the choice last looked at: where it leads, and how many people it takes. */
  private int target;
  private int spare;

  MaximumFlow(TimeExpandedFlow flow) {
    this.flow = flow;
    problem = flow.problem;
    network = flow.network;
    levels = new LevelSearch(flow);
    choice = new int[flow.nodes()];
    onPath = new boolean[flow.nodes()];
  }

  /**
   * @param enough people placed with which it may end
   * @return false where the time ended it
   */
  boolean run(int enough, EvacuationLimits.Clock clock) {
    int placed = flow.placed();
    while (placed < enough && !clock.over()) {
      if (!levels.run()) {
        return true;
      }
      Arrays.fill(choice, 0);
      for (int batch = 0; batch < flow.left.length && placed < enough; batch++) {
        int start = levels.start(batch);
        if (start >= 0) {
          placed += send(batch, start, enough - placed);
        }
      }
    }
    return placed >= enough;
  }

  /** The levels of the last round. */
  int[] level() {
    return levels.level;
  }

  private int send(int batch, int start, int most) {
    int sent = 0;
    enter(start);
    while (length > 0 && sent < most && flow.left[batch] > 0) {
      int id = path[length - 1];
      if (id >= flow.waiting.length && flow.room[id - flow.waiting.length] > 0) {
        sent += move(batch, Math.min(most - sent, flow.left[batch]), id - flow.waiting.length);
      } else if (advance(id)) {
        enter(target);
      } else {
        leave();
        if (length > 0) {
          choice[path[length - 1]]++;
        }
      }
    }
    while (length > 0) {
      leave();
    }
    return sent;
  }

  private void enter(int id) {
    if (length == path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
    path[length++] = id;
    onPath[id] = true;
  }

  private void leave() {
    onPath[path[--length]] = false;
  }

  /** Moves people along the path to the shelter at its end, and goes back to before the first part that takes no more. */
  private int move(int batch, int most, int shelter) {
    int people = Math.min(most, flow.room[shelter]);
    for (int i = 0; i + 1 < length; i++) {
      look(path[i], choice[path[i]]);
      people = Math.min(people, spare);
    }
    int full = length - 1;
    for (int i = length - 2; i >= 0; i--) {
      look(path[i], choice[path[i]]);
      if (spare == people) {
        full = i;
      }
      push(path[i], choice[path[i]], people);
    }
    flow.room[shelter] -= people;
    flow.left[batch] -= people;
    int kept = Math.min(full + 1, length - 1);
    while (length > kept) {
      leave();
    }
    return people;
  }

  private boolean advance(int id) {
    int choices = choices(id);
    for (; choice[id] < choices; choice[id]++) {
      look(id, choice[id]);
      if (spare > 0 && !onPath[target] && levels.level[target] == levels.level[id] - (waits(id, choice[id]) ? 0 : 1)) {
        return true;
      }
    }
    return false;
  }

  private int choices(int id) {
    if (id >= flow.waiting.length) {
      int shelter = id - flow.waiting.length;
      return (problem.firstGateOf(shelter + 1) - problem.firstGateOf(shelter)) * flow.horizon;
    }
    int node = id / flow.stride;
    return gates(node) + outs(node) + network.firstIn(node + 1) - network.firstIn(node) + 2;
  }

  private int gates(int node) {
    return problem.firstGate(node + 1) - problem.firstGate(node);
  }

  private int outs(int node) {
    return network.firstOut(node + 1) - network.firstOut(node);
  }

  private boolean waits(int id, int index) {
    return id < flow.waiting.length && index >= choices(id) - 2;
  }

  private void look(int id, int index) {
    visit(id, index, 0);
  }

  private void push(int id, int index, int people) {
    visit(id, index, people);
  }

  /** Choices of a node: its gates, the arcs that leave it, those that enter it, backwards; to wait, and to have waited less. */
  private void visit(int id, int index, int people) {
    int stride = flow.stride;
    if (id >= flow.waiting.length) {
      int gate = problem.firstGateOf(id - flow.waiting.length) + index / flow.horizon;
      int step = index % flow.horizon;
      target = flow.id(problem.gateNode(gate), step);
      spare = flow.atGate[gate * stride + step] -= people;
      return;
    }
    int node = id / stride;
    int step = id % stride;
    int other = index - gates(node) - outs(node);
    int ins = network.firstIn(node + 1) - network.firstIn(node);
    if (index < gates(node)) {
      int gate = problem.gateAt(problem.firstGate(node) + index);
      target = flow.shelterId(problem.gateShelter(gate));
      flow.atGate[gate * stride + step] += people;
      spare = flow.spareAtGate(gate, step);
    } else if (other < 0) {
      int arc = network.out(network.firstOut(node) + index - gates(node));
      target = step + network.travelSteps(arc) < flow.horizon ? flow.id(network.head(arc), step + network.travelSteps(arc)) : id;
      spare = flow.spareOnArc(arc, step);
      if (people > 0) {
        flow.onArc[arc * stride + step] += people;
      }
    } else if (other < ins) {
      int arc = network.in(network.firstIn(node) + other);
      int entry = step - network.travelSteps(arc);
      target = entry >= 0 ? flow.id(network.tail(arc), entry) : id;
      spare = entry >= 0 ? flow.onArc[arc * stride + entry] -= people : 0;
    } else if (other == ins) {
      target = step + 1 < flow.horizon ? id + 1 : id;
      spare = step + 1 < flow.horizon ? Integer.MAX_VALUE : 0;
      flow.waiting[id] += people;
    } else {
      target = step > 0 ? id - 1 : id;
      spare = step > 0 ? flow.waiting[id - 1] -= people : 0;
    }
  }
}
