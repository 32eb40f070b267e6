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
 *       gate at each step; people may wait at a node.
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
  private int[] toGate;
  private final int[] arrival;
  private final int[] byArc;
  private final int[] entry;
  private final int[] from;
  private final LongHeap heap = new LongHeap();
  private final List<Route> routes = new ArrayList<>();
  private int gate;
  private int gateStep;

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
    for (int shelter = 0; shelter < room.length; shelter++) {
      open[shelter] = room[shelter] > 0;
    }
    left = problem.batches().stream().mapToInt(EvacuationProblem.Batch::people).toArray();
    arrival = new int[network.nodeCount()];
    byArc = new int[network.nodeCount()];
    entry = new int[network.nodeCount()];
    from = new int[network.nodeCount()];
  }

  /** Everybody who can be sent in this manner, or fewer where the time is over. */
  List<Route> plan(EvacuationLimits.Clock clock) {
    toGate = StepTimes.toGates(problem, open);
    while (!clock.over() && search()) {
      int shelter = problem.gateShelter(gate);
      send();
      if (room[shelter] == 0) {
        open[shelter] = false;
        toGate = StepTimes.toGates(problem, open);
      }
    }
    return routes;
  }

  /** Finds the next group's gate; false where nobody arrives any more. */
  private boolean search() {
    Arrays.fill(arrival, StepTimes.NEVER);
    heap.clear();
    for (int batch = 0; batch < left.length; batch++) {
      if (left[batch] > 0) {
        var each = problem.batches().get(batch);
        reach(each.node(), each.readyStep(), -1, 0, batch);
      }
    }
    gate = -1;
    gateStep = StepTimes.NEVER;
    while (!heap.isEmpty()) {
      long key = heap.pop();
      int node = (int) key;
      int expected = (int) (key >> 32);
      if (expected >= gateStep) {
        return true;
      }
      if (expected == arrival[node] + toGate[node]) {
        settle(node);
      }
    }
    return gate >= 0;
  }

  private void settle(int node) {
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int candidate = problem.gateAt(i);
      if (open[problem.gateShelter(candidate)] && problem.gateLastPass(candidate) >= 0) {
        int step = atGate.free(candidate, arrival[node]);
        if (step <= problem.gateLastPass(candidate) && step < gateStep) {
          gate = candidate;
          gateStep = step;
        }
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      int head = network.head(arc);
      if (arrival[node] <= network.lastEntry(arc) && toGate[head] != StepTimes.NEVER) {
        int step = onArc.free(arc, arrival[node]);
        if (step <= network.lastEntry(arc)) {
          reach(head, step + network.travelSteps(arc), arc, step, from[node]);
        }
      }
    }
  }

  private void reach(int node, int step, int arc, int entryStep, int batch) {
    if (step < arrival[node] && toGate[node] != StepTimes.NEVER) {
      arrival[node] = step;
      byArc[node] = arc;
      entry[node] = entryStep;
      from[node] = batch;
      heap.push((long) (step + toGate[node]) << 32 | node);
    }
  }

  private void send() {
    int shelter = problem.gateShelter(gate);
    int batch = from[problem.gateNode(gate)];
    int people = Math.min(Math.min(left[batch], room[shelter]), atGate.left(gate, gateStep));
    var way = new ArrayDeque<Integer>();
    for (int node = problem.gateNode(gate); byArc[node] >= 0; node = network.tail(byArc[node])) {
      way.addFirst(byArc[node]);
      people = Math.min(people, onArc.left(byArc[node], entry[node]));
    }
    var arcs = way.stream().mapToInt(arc -> arc).toArray();
    var entries = way.stream().mapToInt(arc -> entry[network.head(arc)]).toArray();
    for (int i = 0; i < arcs.length; i++) {
      onArc.book(arcs[i], entries[i], people);
    }
    atGate.book(gate, gateStep, people);
    left[batch] -= people;
    room[shelter] -= people;
    var of = problem.batches().get(batch);
    routes.add(new Route(of.source(), of.readyStep(), people, arcs, entries, gate, gateStep));
  }
}
