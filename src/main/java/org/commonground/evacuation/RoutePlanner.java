package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.network.LongHeap;

/**
 * A first plan: people are sent one group after another, the one that can arrive first, and book their way.
 *
 * <ol>
 *   <li>People of one source who got ready together stand in a queue by the step at which they can arrive at the earliest, as far
 *       as known; at first that of one person alone.
 *   <li>For the first in the queue, the earliest arrival at any gate is searched, through what is still free of each arc and gate at
 *       each step, at their pace; people may wait at a node. Whoever arrives later than was known stands in the queue again, once.
 *   <li>As many go as that way still takes. Their way is booked. A shelter that is full is left out, and so are people who can no
 *       longer arrive anywhere.
 * </ol>
 *
 * <p>Capacity Constrained Route Planner (Lu, George, Shekhar, Capacity constrained routing algorithms for evacuation planning: a
 * summary of results, 2005), with the search directed by the walking time to the nearest shelter that has room (A*), and for one
 * group at a time, because what is booked only makes arrivals later. In large networks a search ends early, with the best it has
 * found by then, or the walk to the nearest shelter. Not the best plan: each group takes what is best for itself. Needs no
 * horizon, and memory only for what is booked.
 */
final class RoutePlanner {

  /** So many nodes at most are looked at for one group. */
  private static final int LOOKED_AT = 3_000;

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final Bookings onArc;
  private final Bookings atGate;
  private final int[] room;
  private final boolean[] open;
  private final int[] left;
  /** Batches whose people are to be sent now. */
  private final boolean[] called;
  /** By place among the paces at which anybody walks; {@code place * nodes + node}, as in those that follow. */
  private final int[] paces;
  private final int nodes;
  private final int[] toGate;
  private final int[] arrival;
  private final int[] byArc;
  private final int[] entry;
  private final int[] touched;
  private int touchedCount;
  private final LongHeap queue = new LongHeap();
  private final boolean[] again;
  private final LongHeap heap = new LongHeap();
  private final List<Route> routes = new ArrayList<>();
  private int gate;
  private int gateStep;
  private int gateState;

  RoutePlanner(EvacuationProblem problem) {
    this.problem = problem;
    network = problem.network();
    onArc = new Bookings(network.arcCount(), network::peoplePerStep);
    atGate = new Bookings(problem.gateCount(), problem::gatePeoplePerStep);
    room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    open = new boolean[room.length];
    left = problem.batches().stream().mapToInt(EvacuationProblem.Batch::people).toArray();
    called = new boolean[left.length];
    paces = problem.paces();
    nodes = network.nodeCount();
    int states = paces.length * nodes;
    toGate = new int[states];
    arrival = new int[states];
    byArc = new int[states];
    entry = new int[states];
    touched = new int[states];
    Arrays.fill(arrival, StepTimes.NEVER);
    again = new boolean[left.length];
  }

  /** Everybody who can be sent in this manner, or fewer where the time is over. */
  List<Route> plan(EvacuationLimits.Clock clock) {
    Arrays.fill(called, true);
    send(clock);
    return routes;
  }

  /** Books routes that are not to be looked for; before all others. */
  void keep(List<Route> kept) {
    for (var route : kept) {
      book(route, problem.batch(route));
    }
  }

  /** As {@link #plan}, but only people of these batches. */
  void plan(boolean[] batches, EvacuationLimits.Clock clock) {
    System.arraycopy(batches, 0, called, 0, called.length);
    send(clock);
  }

  /** All who have been sent so far. */
  List<Route> routes() {
    return routes;
  }

  private void send(EvacuationLimits.Clock clock) {
    for (int shelter = 0; shelter < room.length; shelter++) {
      open[shelter] = room[shelter] > 0;
    }
    findGates();
    queue.clear();
    for (int batch = 0; batch < left.length; batch++) {
      again[batch] = false;
      int steps = toGate[state(batch)];
      if (called[batch] && left[batch] > 0 && steps != StepTimes.NEVER) {
        queue.push((long) (problem.batches().get(batch).readyStep() + steps) << 32 | batch);
      }
    }
    while (!queue.isEmpty() && !clock.over()) {
      long key = queue.pop();
      int batch = (int) key;
      if (search(batch)) {
        if (gateStep == (int) (key >> 32) || again[batch]) {
          sendGroup(batch);
        }
        again[batch] = !again[batch] && gateStep != (int) (key >> 32);
        if (left[batch] > 0) {
          queue.push((long) gateStep << 32 | batch);
        }
      }
    }
  }

  private int state(int batch) {
    var each = problem.batches().get(batch);
    return Arrays.binarySearch(paces, each.pace()) * nodes + each.node();
  }

  private void findGates() {
    for (int place = 0; place < paces.length; place++) {
      System.arraycopy(StepTimes.toGates(problem, open, paces[place]), 0, toGate, place * nodes, nodes);
    }
  }

  /** Finds the gate for a group; false where they arrive nowhere any more. */
  private boolean search(int batch) {
    for (int i = 0; i < touchedCount; i++) {
      arrival[touched[i]] = StepTimes.NEVER;
    }
    touchedCount = 0;
    heap.clear();
    gate = -1;
    gateStep = StepTimes.NEVER;
    reach(state(batch), problem.batches().get(batch).readyStep(), -1, 0);
    for (int lookedAt = 0; !heap.isEmpty();) {
      long key = heap.pop();
      int state = (int) key;
      int expected = (int) (key >> 32);
      if (expected >= gateStep || lookedAt >= LOOKED_AT && gate >= 0) {
        return true;
      }
      if (expected == arrival[state] + toGate[state]) {
        settle(state);
        if (++lookedAt == LOOKED_AT) {
          walkToNearest(state);
        }
      }
    }
    return gate >= 0;
  }

  /** From this state on only the shortest walk is followed, where no gate has been found. */
  private void walkToNearest(int start) {
    for (int state = start; gate < 0 && state >= 0;) {
      int node = state % nodes;
      int pace = paces[state / nodes];
      int nearest = -1;
      for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
        int arc = network.out(i);
        int head = state - node + network.head(arc);
        if (network.lastEntry(pace, arc) >= 0 && toGate[head] != StepTimes.NEVER
            && toGate[head] + network.travelSteps(pace, arc) == toGate[state]) {
          nearest = head;
          break;
        }
      }
      if (nearest >= 0) {
        settle(nearest);
      }
      state = nearest >= 0 && arrival[nearest] != StepTimes.NEVER ? nearest : -1;
    }
  }

  private void settle(int state) {
    int node = state % nodes;
    int pace = paces[state / nodes];
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int candidate = problem.gateAt(i);
      if (open[problem.gateShelter(candidate)] && problem.gateLastPass(candidate) >= 0) {
        int step = atGate.free(candidate, arrival[state]);
        if (step <= problem.gateLastPass(candidate) && step < gateStep) {
          gate = candidate;
          gateStep = step;
          gateState = state;
        }
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      int head = state - node + network.head(arc);
      if (arrival[state] <= network.lastEntry(pace, arc) && toGate[head] != StepTimes.NEVER) {
        int step = onArc.free(arc, arrival[state]);
        if (step <= network.lastEntry(pace, arc)) {
          reach(head, step + network.travelSteps(pace, arc), arc, step);
        }
      }
    }
  }

  private void reach(int state, int step, int arc, int entryStep) {
    if (step < arrival[state] && toGate[state] != StepTimes.NEVER) {
      if (arrival[state] == StepTimes.NEVER) {
        touched[touchedCount++] = state;
      }
      arrival[state] = step;
      byArc[state] = arc;
      entry[state] = entryStep;
      heap.push((long) (step + toGate[state]) << 32 | state);
    }
  }

  private void sendGroup(int batch) {
    int shelter = problem.gateShelter(gate);
    int people = Math.min(Math.min(left[batch], room[shelter]), atGate.left(gate, gateStep));
    var states = new ArrayDeque<Integer>();
    for (int state = gateState; byArc[state] >= 0; state = state - network.head(byArc[state]) + network.tail(byArc[state])) {
      states.addFirst(state);
      people = Math.min(people, onArc.left(byArc[state], entry[state]));
    }
    var of = problem.batches().get(batch);
    book(new Route(of.source(), of.readyStep(), people, states.stream().mapToInt(state -> byArc[state]).toArray(),
        states.stream().mapToInt(state -> entry[state]).toArray(), gate, gateStep), batch);
    if (room[shelter] == 0) {
      open[shelter] = false;
      findGates();
    }
  }

  private void book(Route route, int batch) {
    for (int i = 0; i < route.arcs().length; i++) {
      onArc.book(route.arcs()[i], route.entrySteps()[i], route.people());
    }
    atGate.book(route.gate(), route.gateStep(), route.people());
    left[batch] -= route.people();
    room[problem.gateShelter(route.gate())] -= route.people();
    routes.add(route);
  }
}
