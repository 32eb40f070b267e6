package org.commonground.evacuation;

import java.util.Arrays;

/**
 * Sends as many people as possible through a {@link TimeExpandedFlow}, beginning with the flow it has.
 *
 * <ol>
 *   <li>Levels: how far those left are from each node and step ({@link LevelSearch}). Where they get to no shelter with places left,
 *       the flow is maximal, and what they reach is the cut that proves it.
 *   <li>From each of the nearest shelters with places left, ways are followed back that go down a level with each arc, until
 *       somebody left is met; ends without a way on are not tried again.
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
  private final int[] firstBatch;
  private final int[] batchAt;
  private int[] path = new int[256];
  private int length;
  private int[] entered = new int[1024];
  private int enteredCount;
  /** Of the choice last looked at: where it comes from, and how many people it takes. */
  private int origin;
  private int spare;

  MaximumFlow(TimeExpandedFlow flow) {
    this.flow = flow;
    problem = flow.problem;
    network = flow.network;
    levels = new LevelSearch(flow);
    choice = new int[flow.nodes()];
    onPath = new boolean[flow.nodes()];
    var nodes = problem.batches().stream().mapToInt(EvacuationProblem.Batch::node).toArray();
    firstBatch = EvacuationNetwork.first(nodes, network.nodeCount());
    batchAt = EvacuationNetwork.sorted(nodes, firstBatch);
  }

  /**
   * @param enough people placed with which it may end
   * @return false where the time ended it
   */
  boolean run(int enough, EvacuationLimits.Clock clock) {
    int placed = flow.placed();
    levels.prepare();
    while (placed < enough && !clock.over()) {
      int nearest = levels.run();
      if (nearest < 0) {
        return true;
      }
      for (int shelter = 0; shelter < flow.room.length && placed < enough; shelter++) {
        if (flow.room[shelter] > 0 && levels.level(flow.shelterId(shelter)) == nearest) {
          placed += send(shelter, enough - placed);
        }
      }
      forget();
    }
    return placed >= enough;
  }

  /** The last round; where it ended the search, all that those left can reach. */
  LevelSearch reached() {
    return levels;
  }

  private int send(int shelter, int most) {
    int sent = 0;
    enter(flow.shelterId(shelter));
    while (length > 0 && sent < most && flow.room[shelter] > 0) {
      int id = path[length - 1];
      int batch = batch(id);
      if (batch >= 0) {
        sent += move(batch, Math.min(most - sent, flow.room[shelter]), shelter);
      } else if (advance(id)) {
        enter(origin);
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

  /** Somebody left who gets ready here and now, or -1. */
  private int batch(int id) {
    if (id < flow.nodeSteps() && firstBatch[id / flow.stride] < firstBatch[id / flow.stride + 1]) {
      int node = id / flow.stride;
      for (int i = firstBatch[node]; i < firstBatch[node + 1]; i++) {
        if (flow.left[batchAt[i]] > 0 && problem.batches().get(batchAt[i]).readyStep() == id % flow.stride) {
          return batchAt[i];
        }
      }
    }
    return -1;
  }

  /** Choices are made anew in each round. */
  private void forget() {
    for (int i = 0; i < enteredCount; i++) {
      choice[entered[i]] = 0;
    }
    enteredCount = 0;
  }

  private void enter(int id) {
    if (choice[id] == 0) {
      if (enteredCount == entered.length) {
        entered = Arrays.copyOf(entered, 2 * enteredCount);
      }
      entered[enteredCount++] = id;
    }
    if (length == path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
    path[length++] = id;
    onPath[id] = true;
  }

  private void leave() {
    onPath[path[--length]] = false;
  }

  /** Moves people along the path from its end to the shelter, and goes back to before the first part that takes no more. */
  private int move(int batch, int most, int shelter) {
    int people = Math.min(most, flow.left[batch]);
    for (int i = 0; i + 1 < length; i++) {
      visit(path[i], choice[path[i]], 0);
      people = Math.min(people, spare);
    }
    int full = length - 1;
    for (int i = length - 2; i >= 0; i--) {
      visit(path[i], choice[path[i]], people);
      if (spare == 0) {
        full = i;
      }
    }
    flow.room[shelter] -= people;
    flow.left[batch] -= people;
    int kept = Math.min(full + 1, length);
    while (length > kept) {
      leave();
    }
    return people;
  }

  private boolean advance(int id) {
    int choices = choices(id);
    int level = levels.level(id);
    for (; choice[id] < choices; choice[id]++) {
      visit(id, choice[id], 0);
      if (spare > 0 && !onPath[origin] && levels.level(origin) == level - (waits(id, choice[id]) ? 0 : 1)) {
        return true;
      }
    }
    return false;
  }

  private int choices(int id) {
    if (id >= flow.nodeSteps()) {
      int shelter = id - flow.nodeSteps();
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
    return id < flow.nodeSteps() && index >= choices(id) - 2;
  }

  /**
   * What people come from who are here, and how many more may; and lets so many more come. Choices of a node: the arcs that enter
   * it, those that leave it, backwards, and its gates, backwards; to have waited, and to wait less.
   */
  private void visit(int id, int index, int people) {
    int stride = flow.stride;
    if (id >= flow.nodeSteps()) {
      int gate = problem.firstGateOf(id - flow.nodeSteps()) + index / flow.horizon;
      int step = index % flow.horizon;
      origin = flow.id(problem.gateNode(gate), step);
      flow.pass(gate, step, people);
      spare = flow.spareAtGate(gate, step);
      return;
    }
    int node = id / stride;
    int step = id - node * stride;
    int ins = network.firstIn(node + 1) - network.firstIn(node);
    int out = index - ins;
    int other = out - outs(node);
    if (out < 0) {
      int arc = network.in(network.firstIn(node) + index);
      int entry = step - network.travelSteps(arc);
      origin = entry >= 0 ? flow.id(network.tail(arc), entry) : id;
      if (people > 0) {
        flow.enter(arc, entry, people);
      }
      spare = flow.spareOnArc(arc, entry);
    } else if (other < 0) {
      int arc = network.out(network.firstOut(node) + out);
      boolean within = step + network.travelSteps(arc) < flow.horizon;
      origin = within ? flow.id(network.head(arc), step + network.travelSteps(arc)) : id;
      if (people > 0) {
        flow.enter(arc, step, -people);
      }
      spare = within ? flow.onArc(arc, step) : 0;
    } else if (other < gates(node)) {
      int gate = problem.gateAt(problem.firstGate(node) + other);
      origin = flow.shelterId(problem.gateShelter(gate));
      flow.pass(gate, step, -people);
      spare = flow.atGate(gate, step);
    } else if (other == gates(node)) {
      origin = step > 0 ? id - 1 : id;
      spare = step > 0 ? Integer.MAX_VALUE : 0;
      if (people > 0) {
        flow.wait(node, step - 1, people);
      }
    } else {
      origin = step + 1 < flow.horizon ? id + 1 : id;
      if (people > 0) {
        flow.wait(node, step, -people);
      }
      spare = flow.waiting(node, step);
    }
  }
}
