package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationResult.Narrow;
import org.commonground.evacuation.EvacuationResult.NarrowKind;

/**
 * A flow in the time-expanded network: each node once per step, each arc from one step of its tail to a later one of its head,
 * and one arc from each node to itself a step later for those who wait (Ford and Fulkerson, Constructing maximal dynamic flows
 * from static flows, 1958). Plans that end within so many steps are exactly its whole flows.
 *
 * <p>Nothing of that network is stored but the flow: one int per arc, node and gate and step; and as sets, at which steps an arc is
 * used, and used up. Nodes are numbered {@code node * stride + step}, then come the shelters, which have no steps because people
 * stay in them.
 */
final class TimeExpandedFlow {

  final EvacuationProblem problem;
  final EvacuationNetwork network;
  final int stride;
  /** People entering arc at step: {@code arc * stride + step}. */
  private final int[] onArc;
  private final StepSets used;
  private final StepSets full;
  /** People waiting at node from step to the next: {@code node * stride + step}. */
  private final int[] waiting;
  private final StepSets queues;
  /** People passing gate at step: {@code gate * stride + step}. */
  private final int[] atGate;
  /** Places left in each shelter, and people left of each batch. */
  final int[] room;
  final int[] left;
  /** Steps that may be used: 0 to this, without it; at most the stride. */
  int horizon;

  TimeExpandedFlow(EvacuationProblem problem, int stride) {
    this.problem = problem;
    this.stride = stride;
    network = problem.network();
    onArc = new int[network.arcCount() * stride];
    used = new StepSets(network.arcCount(), stride);
    full = new StepSets(network.arcCount(), stride);
    waiting = new int[network.nodeCount() * stride];
    queues = new StepSets(network.nodeCount(), stride);
    atGate = new int[problem.gateCount() * stride];
    room = new int[problem.shelters().size()];
    left = new int[problem.batches().size()];
    clear();
  }

  /** Forgets everybody. */
  void clear() {
    Arrays.fill(onArc, 0);
    Arrays.fill(waiting, 0);
    Arrays.fill(atGate, 0);
    used.clear();
    queues.clear();
    full.clear();
    for (int arc = 0; arc < network.arcCount(); arc++) {
      for (int step = 0; network.peoplePerStep(arc) == 0 && step < stride; step++) {
        full.put(arc, step, true);
      }
    }
    Arrays.setAll(room, shelter -> problem.shelters().get(shelter).room());
    Arrays.setAll(left, batch -> problem.batches().get(batch).people());
  }

  /** Memory of such a flow and a search on it; {@link Long#MAX_VALUE} where an array would be too long. */
  static long bytes(EvacuationProblem problem, long steps) {
    long nodes = (problem.network().nodeCount() + (long) problem.shelters().size()) * steps;
    long arcs = problem.network().arcCount() * steps;
    long gates = problem.gateCount() * steps;
    if (Math.max(nodes, Math.max(arcs, gates)) > Integer.MAX_VALUE - 16) {
      return Long.MAX_VALUE;
    }
    return 4 * (arcs + gates) + 9 * nodes + 2 * StepSets.bytes(problem.network().arcCount(), steps)
        + StepSets.bytes(problem.network().nodeCount(), steps);
  }

  /** Adds the routes that end within the horizon to a flow of nobody. */
  void load(List<Route> routes) {
    for (var route : routes) {
      if (route.gateStep() < horizon) {
        int people = route.people();
        int node = problem.sources().get(route.source()).node();
        int step = route.readyStep();
        for (int i = 0; i < route.arcs().length; i++) {
          int arc = route.arcs()[i];
          wait(node, step, route.entrySteps()[i], people);
          enter(arc, route.entrySteps()[i], people);
          node = network.head(arc);
          step = route.entrySteps()[i] + network.travelSteps(arc);
        }
        wait(node, step, route.gateStep(), people);
        pass(route.gate(), route.gateStep(), people);
        room[problem.gateShelter(route.gate())] -= people;
        left[problem.batch(route)] -= people;
      }
    }
  }

  private void wait(int node, int from, int to, int people) {
    for (int step = from; step < to; step++) {
      wait(node, step, people);
    }
  }

  /** So many more, or fewer, enter the arc at the step. */
  void enter(int arc, int step, int people) {
    int now = onArc[arc * stride + step] += people;
    used.put(arc, step, now > 0);
    full.put(arc, step, now >= network.peoplePerStep(arc));
  }

  /** So many more, or fewer, wait at the node from the step to the next. */
  void wait(int node, int step, int people) {
    queues.put(node, step, (waiting[node * stride + step] += people) > 0);
  }

  /** So many more, or fewer, pass the gate at the step. */
  void pass(int gate, int step, int people) {
    atGate[gate * stride + step] += people;
  }

  int onArc(int arc, int step) {
    return onArc[arc * stride + step];
  }

  int waiting(int node, int step) {
    return waiting[node * stride + step];
  }

  int atGate(int gate, int step) {
    return atGate[gate * stride + step];
  }

  /** Nodes at steps, without the shelters. */
  int nodeSteps() {
    return waiting.length;
  }

  int nodes() {
    return waiting.length + room.length;
  }

  int id(int node, int step) {
    return node * stride + step;
  }

  int shelterId(int shelter) {
    return waiting.length + shelter;
  }

  /** People who may still enter at this step. */
  int spareOnArc(int arc, int step) {
    return step >= 0 && step + network.travelSteps(arc) < horizon && step <= network.lastEntry(arc)
        ? network.peoplePerStep(arc) - onArc[arc * stride + step] : 0;
  }

  int spareAtGate(int gate, int step) {
    return step < horizon && step <= problem.gateLastPass(gate) ? problem.gatePeoplePerStep(gate) - atGate[gate * stride + step] : 0;
  }

  /** The first of the steps up to the last, without it, at which more may enter; a later one where there is none. */
  int firstSpareOnArc(int arc, int from, int last) {
    return full.firstOut(arc, from, Math.min(last, Math.min(network.lastEntry(arc) + 1, horizon - network.travelSteps(arc))));
  }

  /** The first of the steps up to the last, without it, at which somebody enters; a later one where there is none. */
  int firstOnArc(int arc, int from, int last) {
    return used.firstIn(arc, from, last);
  }

  int firstSpareAtGate(int gate, int from, int last) {
    for (int step = from; step < last; step++) {
      if (spareAtGate(gate, step) > 0) {
        return step;
      }
    }
    return Integer.MAX_VALUE;
  }

  int firstAtGate(int gate, int last) {
    for (int step = 0; step < last; step++) {
      if (atGate[gate * stride + step] > 0) {
        return step;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The earliest step from which people wait at the node until this one. */
  int firstWaiting(int node, int step) {
    return queues.runStart(node, step);
  }

  int placed() {
    int placed = problem.totalPeople();
    for (int people : left) {
      placed -= people;
    }
    return placed;
  }

  /**
   * What is used up between all that people who are left can reach, and all else, counted over the steps.
   *
   * @param reached a search that found nobody who gets to a shelter
   */
  List<Narrow> cut(LevelSearch reached) {
    var cut = new ArrayList<Narrow>();
    for (int arc = 0; arc < network.arcCount(); arc++) {
      int from = reached.first(network.tail(arc));
      int to = Math.min(reached.first(network.head(arc)), horizon) - network.travelSteps(arc);
      int steps = 0;
      for (int step = firstOnArc(arc, from, to); step < to; step = firstOnArc(arc, step + 1, to)) {
        steps++;
      }
      add(cut, NarrowKind.ARC, arc, steps);
    }
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      int steps = 0;
      for (int step = reached.first(problem.gateNode(gate)); step < horizon; step++) {
        steps += !reached.shelter(problem.gateShelter(gate)) && atGate(gate, step) > 0 ? 1 : 0;
      }
      add(cut, NarrowKind.GATE, gate, steps);
    }
    for (int shelter = 0; shelter < room.length; shelter++) {
      add(cut, NarrowKind.ROOM, shelter, reached.shelter(shelter) ? 1 : 0);
    }
    return cut;
  }

  private static void add(List<Narrow> cut, NarrowKind kind, int index, int steps) {
    if (steps > 0) {
      cut.add(new Narrow(kind, index, steps));
    }
  }

  /** Of each batch, whether it is left or reached by those who are. */
  boolean[] near(LevelSearch reached) {
    var near = new boolean[left.length];
    for (int batch = 0; batch < near.length; batch++) {
      var each = problem.batches().get(batch);
      near[batch] = left[batch] > 0 || reached.first(each.node()) <= each.readyStep();
    }
    return near;
  }

  /** The same of each shelter. */
  boolean[] nearRoom(LevelSearch reached) {
    var near = new boolean[room.length];
    for (int shelter = 0; shelter < near.length; shelter++) {
      near[shelter] = reached.shelter(shelter);
    }
    return near;
  }
}
