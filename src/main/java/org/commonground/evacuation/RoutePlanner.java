package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.network.LongHeap;

/**
 * A first plan: people are sent one group after another, always the group that can arrive first, and book their way.
 *
 * <ol>
 *   <li>From all people left at once, the earliest arrival at any gate is searched, through what is still free of each arc and
 *       gate at each step, each at their pace; people may wait at a node.
 *   <li>As many go as that way still takes, at most those of one source who got ready together.
 *   <li>Their way is booked. A shelter that is full is left out, and so are people who can no longer arrive anywhere.
 * </ol>
 *
 * <p>Capacity Constrained Route Planner (Lu, George, Shekhar, Capacity constrained routing algorithms for evacuation planning: a
 * summary of results, 2005), with the search directed by the walking time to the nearest shelter that has room (A*). Not the best
 * plan: each group takes what is best for itself. Needs no horizon, and memory only for what is booked.
 */
final class RoutePlanner {

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
  private final int[] from;
  private final LongHeap heap = new LongHeap();
  private final List<Route> routes = new ArrayList<>();
  private int gate;
  private int gateStep;
  private int gateState;

  RoutePlanner(EvacuationProblem problem) {
    this.problem = problem;
    network = problem.network();
    var arcLimit = new int[network.arcCount()];
    Arrays.setAll(arcLimit, network::peoplePerStep);
    onArc = new Bookings(arcLimit);
    var gateLimit = new int[problem.gateCount()];
    Arrays.setAll(gateLimit, problem::gatePeoplePerStep);
    atGate = new Bookings(gateLimit);
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
    from = new int[states];
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
    while (!clock.over() && search()) {
      int shelter = problem.gateShelter(gate);
      sendGroup();
      if (room[shelter] == 0) {
        open[shelter] = false;
        findGates();
      }
    }
  }

  private void findGates() {
    for (int place = 0; place < paces.length; place++) {
      System.arraycopy(StepTimes.toGates(problem, open, paces[place]), 0, toGate, place * nodes, nodes);
    }
  }

  /** Finds the next group's gate; false where nobody arrives any more. */
  private boolean search() {
    Arrays.fill(arrival, StepTimes.NEVER);
    heap.clear();
    for (int batch = 0; batch < left.length; batch++) {
      if (called[batch] && left[batch] > 0) {
        var each = problem.batches().get(batch);
        reach(Arrays.binarySearch(paces, each.pace()) * nodes + each.node(), each.readyStep(), -1, 0, batch);
      }
    }
    gate = -1;
    gateStep = StepTimes.NEVER;
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int state = (int) key;
      int expected = (int) (key >> 32);
      if (expected >= gateStep) {
        return true;
      }
      if (expected == arrival[state] + toGate[state]) {
        settle(state);
      }
    }
    return gate >= 0;
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
          reach(head, step + network.travelSteps(pace, arc), arc, step, from[state]);
        }
      }
    }
  }

  private void reach(int state, int step, int arc, int entryStep, int batch) {
    if (step < arrival[state] && toGate[state] != StepTimes.NEVER) {
      arrival[state] = step;
      byArc[state] = arc;
      entry[state] = entryStep;
      from[state] = batch;
      heap.push((long) (step + toGate[state]) << 32 | state);
    }
  }

  private void sendGroup() {
    int batch = from[gateState];
    int people = Math.min(Math.min(left[batch], room[problem.gateShelter(gate)]), atGate.left(gate, gateStep));
    var states = new ArrayDeque<Integer>();
    for (int state = gateState; byArc[state] >= 0; state = state - network.head(byArc[state]) + network.tail(byArc[state])) {
      states.addFirst(state);
      people = Math.min(people, onArc.left(byArc[state], entry[state]));
    }
    var of = problem.batches().get(batch);
    book(new Route(of.source(), of.readyStep(), people, states.stream().mapToInt(state -> byArc[state]).toArray(),
        states.stream().mapToInt(state -> entry[state]).toArray(), gate, gateStep), batch);
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
