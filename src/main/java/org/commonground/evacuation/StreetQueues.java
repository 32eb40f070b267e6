package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who is in which street and at which node of a simulation, and what streets and gates still let through in this step. A street is a
 * queue in the order in which people come to its end, and holds only so many.
 */
final class StreetQueues {

  /** In place of a street: the door, or with a plan beside the way. */
  static final int DOOR = -1;

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final int[] storage;
  private final QueueTally tally;
  private final List<ArrayDeque<Walker>> onArc = new ArrayList<>();
  private final List<ArrayDeque<Walker>> atNode = new ArrayList<>();
  private final int[] load;
  /** Of this step, as the next two: into each street, out of it, and through each gate. */
  private final int[] entered;
  private final int[] left;
  private final int[] passed;
  private int step;

  StreetQueues(QueueProblem asked, QueueTally tally) {
    this.tally = tally;
    problem = asked.problem();
    network = problem.network();
    storage = asked.storage();
    for (int arc = 0; arc < network.arcCount(); arc++) {
      onArc.add(new ArrayDeque<>(2));
    }
    for (int node = 0; node < network.nodeCount(); node++) {
      atNode.add(new ArrayDeque<>(2));
    }
    load = new int[network.arcCount()];
    entered = new int[network.arcCount()];
    left = new int[network.arcCount()];
    passed = new int[problem.gateCount()];
  }

  void begin(int now) {
    step = now;
    Arrays.fill(entered, 0);
    Arrays.fill(left, 0);
    Arrays.fill(passed, 0);
  }

  /** Whoever is at a node that is closed by now, or on the way there, is caught. */
  void catchAtNodes() {
    for (int node = 0; node < atNode.size(); node++) {
      if (network.nodeCloses(node) <= step) {
        catchAll(atNode.get(node));
        for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
          catchIn(network.in(i));
        }
      }
    }
  }

  /** Whoever is in a street that is closed by now is caught; of the others it is noted how many wait. */
  void end() {
    for (int arc = 0; arc < onArc.size(); arc++) {
      var queue = onArc.get(arc);
      if (!queue.isEmpty()) {
        if (network.arcCloses(arc) <= step) {
          catchIn(arc);
        } else {
          tally.waiting(arc, queue, step);
        }
      }
    }
  }

  private void catchIn(int arc) {
    catchAll(onArc.get(arc));
    load[arc] = 0;
  }

  private void catchAll(ArrayDeque<Walker> queue) {
    queue.forEach(tally::caught);
    queue.clear();
  }

  /** Those at the door. */
  ArrayDeque<Walker> at(int node) {
    return atNode.get(node);
  }

  /** The first at the end of a street into the node, or at the door; null where nobody is there who may go on. */
  Walker first(int node, int from) {
    var walker = queue(node, from).peekFirst();
    return walker == null || walker.there > step || mayLeave(from) <= 0 ? null : walker;
  }

  private ArrayDeque<Walker> queue(int node, int from) {
    return from == DOOR ? atNode.get(node) : onArc.get(from);
  }

  /** People who may still leave a street, or the door. */
  int mayLeave(int from) {
    return from == DOOR ? Integer.MAX_VALUE : network.peoplePerStep(from) - left[from];
  }

  /** People for whom there is flow and room in a street. */
  int mayEnter(int pace, int arc) {
    return step > network.lastEntry(pace, arc) ? 0 : Math.min(network.peoplePerStep(arc) - entered[arc], storage[arc] - load[arc]);
  }

  /** People for whom there is flow in a gate and room behind it. */
  int mayPass(int gate) {
    return step > problem.gateLastPass(gate) ? 0
        : Math.min(problem.gatePeoplePerStep(gate) - passed[gate], tally.room(problem.gateShelter(gate)));
  }

  /** A gate of the shelter at this node that lets somebody through now, or -1. */
  int gate(int node, int shelter) {
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      if (problem.gateShelter(problem.gateAt(i)) == shelter && mayPass(problem.gateAt(i)) > 0) {
        return problem.gateAt(i);
      }
    }
    return -1;
  }

  void pass(Walker walker, int from, int gate) {
    leave(walker, from);
    passed[gate] += walker.people;
    tally.arrived(walker, problem.gateShelter(gate), step);
  }

  void enter(Walker walker, int from, int arc) {
    leave(walker, from);
    entered[arc] += walker.people;
    load[arc] += walker.people;
    walker.there = step + network.travelSteps(walker.pace, arc);
    walker.next++;
    line(walker, onArc.get(arc));
  }

  private void leave(Walker walker, int from) {
    if (from != DOOR) {
      left[from] += walker.people;
      load[from] -= walker.people;
    }
  }

  /** Behind all who are at the end of the street no later. */
  private static void line(Walker walker, ArrayDeque<Walker> queue) {
    var later = new ArrayDeque<Walker>(0);
    while (!queue.isEmpty() && queue.peekLast().there > walker.there) {
      later.push(queue.removeLast());
    }
    queue.add(walker);
    queue.addAll(later);
  }

  /** The first of a queue have all gone on. */
  void remove(int node, int from) {
    queue(node, from).removeFirst();
  }

  void giveUp(int node, int from) {
    var walker = queue(node, from).removeFirst();
    if (from != DOOR) {
      load[from] -= walker.people;
    }
    tally.giveUp(walker);
  }

  /** Whoever is at the end of a street waits beside the way. Returns whether anybody does. */
  boolean stepAside() {
    boolean moved = false;
    for (int arc = 0; arc < onArc.size(); arc++) {
      var queue = onArc.get(arc);
      while (!queue.isEmpty() && queue.peekFirst().there <= step) {
        load[arc] -= queue.peekFirst().people;
        atNode.get(network.head(arc)).add(queue.removeFirst());
        moved = true;
      }
    }
    return moved;
  }

  /** Whether nobody is on the way to the end of a street, or due later. */
  boolean allStand() {
    return onArc.stream().allMatch(queue -> queue.isEmpty() || queue.peekLast().there <= step)
        && atNode.stream().allMatch(queue -> queue.stream().allMatch(walker -> walker.planned() <= step));
  }

  /** @param toCome people who are at home and not ready */
  void picture(QueueFrames frames, int toCome) {
    frames.begin(tally.inShelters());
    for (int arc = 0; arc < onArc.size(); arc++) {
      for (var walker : onArc.get(arc)) {
        frames.on(arc, walker.people, walker.there <= step);
      }
    }
    int home = tally.atHome() + toCome;
    for (var queue : atNode) {
      for (var walker : queue) {
        if (walker.next == 0) {
          home += walker.people;
        } else {
          frames.on(walker.route.arcs()[walker.next - 1], walker.people, true);
        }
      }
    }
    frames.end(home, tally.placed(), tally.caught());
  }
}
