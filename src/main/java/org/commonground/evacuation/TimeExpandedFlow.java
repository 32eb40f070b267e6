package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.List;
import org.commonground.evacuation.EvacuationResult.Narrow;
import org.commonground.evacuation.EvacuationResult.NarrowKind;

/**
 * A flow in the time-expanded network: each node once per step, each arc from one step of its tail to a later one of its head,
 * and one arc from each node to itself a step later for those who wait (Ford and Fulkerson, Constructing maximal dynamic flows
 * from static flows, 1958). Plans that end within so many steps are exactly its whole flows.
 *
 * <p>Nothing of that network is stored but the flow: one int per arc, node and gate and step. Nodes are numbered {@code node *
 * stride + step}, then come the shelters, which have no steps because people stay in them.
 */
final class TimeExpandedFlow {

  final EvacuationProblem problem;
  final EvacuationNetwork network;
  final int stride;
  /** People entering arc at step: {@code arc * stride + step}. */
  final int[] onArc;
  /** People waiting at node from step to the next: {@code node * stride + step}. */
  final int[] waiting;
  /** People passing gate at step: {@code gate * stride + step}. */
  final int[] atGate;
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
    waiting = new int[network.nodeCount() * stride];
    atGate = new int[problem.gateCount() * stride];
    room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    left = problem.batches().stream().mapToInt(EvacuationProblem.Batch::people).toArray();
  }

  private TimeExpandedFlow(TimeExpandedFlow from) {
    problem = from.problem;
    stride = from.stride;
    network = from.network;
    horizon = from.horizon;
    onArc = from.onArc.clone();
    waiting = from.waiting.clone();
    atGate = from.atGate.clone();
    room = from.room.clone();
    left = from.left.clone();
  }

  TimeExpandedFlow copy() {
    return new TimeExpandedFlow(this);
  }

  /** Memory of two such flows and a search on one; {@link Long#MAX_VALUE} where an array would be too long. */
  static long bytes(EvacuationProblem problem, long steps) {
    long nodes = (problem.network().nodeCount() + (long) problem.shelters().size()) * steps;
    long arcs = problem.network().arcCount() * steps;
    long gates = problem.gateCount() * steps;
    return Math.max(nodes, Math.max(arcs, gates)) > Integer.MAX_VALUE - 16 ? Long.MAX_VALUE : 8 * (arcs + gates) + 33 * nodes;
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
          onArc[arc * stride + route.entrySteps()[i]] += people;
          node = network.head(arc);
          step = route.entrySteps()[i] + network.travelSteps(arc);
        }
        wait(node, step, route.gateStep(), people);
        atGate[route.gate() * stride + route.gateStep()] += people;
        room[problem.gateShelter(route.gate())] -= people;
        left[problem.batch(route)] -= people;
      }
    }
  }

  private void wait(int node, int from, int to, int people) {
    for (int step = from; step < to; step++) {
      waiting[node * stride + step] += people;
    }
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
    int end = Math.min(last, Math.min(network.lastEntry(arc) + 1, horizon - network.travelSteps(arc)));
    int most = network.peoplePerStep(arc);
    for (int step = from, at = arc * stride + from; step < end; step++, at++) {
      if (onArc[at] < most) {
        return step;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The first of the steps up to the last, without it, at which somebody enters; a later one where there is none. */
  int firstOnArc(int arc, int from, int last) {
    return firstAbove0(onArc, arc * stride, from, last);
  }

  int firstSpareAtGate(int gate, int from, int last) {
    int end = Math.min(last, Math.min(problem.gateLastPass(gate) + 1, horizon));
    for (int step = from; step < end; step++) {
      if (atGate[gate * stride + step] < problem.gatePeoplePerStep(gate)) {
        return step;
      }
    }
    return Integer.MAX_VALUE;
  }

  int firstAtGate(int gate, int last) {
    return firstAbove0(atGate, gate * stride, 0, last);
  }

  private static int firstAbove0(int[] people, int row, int from, int last) {
    for (int step = from; step < last; step++) {
      if (people[row + step] > 0) {
        return step;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The earliest step from which people wait at the node until this one. */
  int firstWaiting(int node, int step) {
    int first = step;
    while (first > 0 && waiting[node * stride + first - 1] > 0) {
      first--;
    }
    return first;
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
   * @param level from a {@link LevelSearch} that found nobody who gets to a shelter
   */
  List<Narrow> cut(int[] level) {
    var cut = new ArrayList<Narrow>();
    for (int arc = 0; arc < network.arcCount(); arc++) {
      int steps = 0;
      int last = Math.min(network.lastEntry(arc), horizon - 1 - network.travelSteps(arc));
      for (int step = 0; step <= last; step++) {
        steps += level[id(network.tail(arc), step)] != LevelSearch.UNSEEN
            && level[id(network.head(arc), step + network.travelSteps(arc))] == LevelSearch.UNSEEN && onArc[arc * stride + step] > 0
            ? 1 : 0;
      }
      add(cut, NarrowKind.ARC, arc, steps);
    }
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      int steps = 0;
      for (int step = 0; step < horizon; step++) {
        steps += level[id(problem.gateNode(gate), step)] != LevelSearch.UNSEEN
            && level[shelterId(problem.gateShelter(gate))] == LevelSearch.UNSEEN && atGate[gate * stride + step] > 0 ? 1 : 0;
      }
      add(cut, NarrowKind.GATE, gate, steps);
    }
    for (int shelter = 0; shelter < room.length; shelter++) {
      add(cut, NarrowKind.ROOM, shelter, level[shelterId(shelter)] != LevelSearch.UNSEEN ? 1 : 0);
    }
    return cut;
  }

  private static void add(List<Narrow> cut, NarrowKind kind, int index, int steps) {
    if (steps > 0) {
      cut.add(new Narrow(kind, index, steps));
    }
  }
}
