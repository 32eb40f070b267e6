package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;

/**
 * Checks a result against its problem, with nothing of the solver: each route by itself, then limits of arcs, gates and rooms
 * over all routes, then people at each node and step from the flows alone (where all walk at one pace; else from the routes).
 */
public final class EvacuationCheck {

  private final EvacuationProblem problem;
  private final EvacuationResult result;
  private final String what;

  private EvacuationCheck(EvacuationProblem problem, EvacuationResult result, String what) {
    this.problem = problem;
    this.result = result;
    this.what = what;
  }

  public static void valid(EvacuationProblem problem, EvacuationResult result, String what) {
    var check = new EvacuationCheck(problem, result, what);
    result.routes().forEach(check::route);
    check.people();
    check.limits();
    check.nodes();
    check.summary();
  }

  private void route(Route route) {
    var network = problem.network();
    int node = problem.sources().get(route.source()).node();
    int step = route.readyStep();
    assertTrue(route.people() > 0, what);
    for (int i = 0; i < route.arcs().length; i++) {
      int arc = route.arcs()[i];
      int entry = route.entrySteps()[i];
      assertEquals(node, network.tail(arc), what + ": the route is broken");
      assertTrue(entry >= step, what + ": somebody enters a street before they are there");
      assertTrue(entry < network.nodeCloses(node), what + ": somebody is at a closed node");
      int steps = network.travelSteps(problem.sources().get(route.source()).pace(), arc);
      assertTrue(steps != EvacuationNetwork.NEVER, what + ": somebody walks where their pace cannot");
      step = entry + steps;
      node = network.head(arc);
      assertTrue(step <= network.arcCloses(arc) && step < network.nodeCloses(node), what + ": somebody is caught in a closed street");
    }
    assertEquals(node, problem.gateNode(route.gate()), what + ": the gate is elsewhere");
    assertTrue(route.gateStep() >= step && route.gateStep() < network.nodeCloses(node), what + ": the gate is passed too early or late");
  }

  /** Nobody leaves before they are ready, and nobody twice. */
  private void people() {
    var going = new TreeMap<Long, Integer>();
    result.routes().forEach(route -> going.merge((long) route.source() << 32 | route.readyStep(), route.people(), Integer::sum));
    going.forEach((key, people) -> assertTrue(
        people <= problem.sources().get((int) (key >> 32)).readyAtStep()[key.intValue()], what + ": more leave than are ready"));
    var left = new int[problem.sources().size()];
    for (int source = 0; source < left.length; source++) {
      for (int ready : problem.sources().get(source).readyAtStep()) {
        left[source] += ready;
      }
    }
    result.routes().forEach(route -> left[route.source()] -= route.people());
    for (int source = 0; source < left.length; source++) {
      assertEquals(left[source], result.notPlaced().bySource()[source], what + ": people of source " + source + " not accounted for");
    }
  }

  private void limits() {
    var onArc = new TreeMap<Long, Integer>();
    var atGate = new TreeMap<Long, Integer>();
    var room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    for (var route : result.routes()) {
      for (int i = 0; i < route.arcs().length; i++) {
        onArc.merge((long) route.entrySteps()[i] << 32 | route.arcs()[i], route.people(), Integer::sum);
      }
      atGate.merge((long) route.gateStep() << 32 | route.gate(), route.people(), Integer::sum);
      room[problem.gateShelter(route.gate())] -= route.people();
    }
    onArc.forEach((key, people) -> assertTrue(people <= problem.network().peoplePerStep(key.intValue()), what + ": a street is too full"));
    atGate.forEach((key, people) -> assertTrue(people <= problem.gatePeoplePerStep(key.intValue()), what + ": a gate is too full"));
    for (int places : room) {
      assertTrue(places >= 0, what + ": a shelter is too full");
    }
    assertEquals(onArc, map(result.arcFlows()), what);
    assertEquals(atGate, map(result.gateFlows()), what);
  }

  private static TreeMap<Long, Integer> map(Flows flows) {
    var map = new TreeMap<Long, Integer>();
    for (int i = 0; i < flows.thing().length; i++) {
      map.put((long) flows.step()[i] << 32 | flows.thing()[i], flows.people()[i]);
    }
    assertEquals(flows.thing().length, map.size());
    return map;
  }

  /** At no node and step do more people leave than have come; at the end only those not placed are left, each at home. */
  private void nodes() {
    var change = new TreeMap<Long, Integer>();
    for (var source : problem.sources()) {
      for (int step = 0; step < source.readyAtStep().length; step++) {
        change.merge(key(source.node(), step), source.readyAtStep()[step], Integer::sum);
      }
    }
    if (problem.network().paceCount() == 1) {
      streets(change);
    } else {
      result.routes().forEach(route -> streets(route, change));
    }
    var gates = result.gateFlows();
    for (int i = 0; i < gates.thing().length; i++) {
      change.merge(key(problem.gateNode(gates.thing()[i]), gates.step()[i]), -gates.people()[i], Integer::sum);
    }
    var there = new int[problem.network().nodeCount()];
    change.forEach((key, people) -> {
      int node = (int) (key >> 32);
      there[node] += people;
      assertTrue(there[node] >= 0, what + ": more leave node " + node + " than have come");
    });
    for (int source = 0; source < problem.sources().size(); source++) {
      there[problem.sources().get(source).node()] -= result.notPlaced().bySource()[source];
    }
    for (int people : there) {
      assertEquals(0, people, what + ": somebody is left in the street");
    }
  }

  private void streets(TreeMap<Long, Integer> change) {
    var flows = result.arcFlows();
    for (int i = 0; i < flows.thing().length; i++) {
      int arc = flows.thing()[i];
      change.merge(key(problem.network().tail(arc), flows.step()[i]), -flows.people()[i], Integer::sum);
      change.merge(key(problem.network().head(arc), flows.step()[i] + problem.network().travelSteps(arc)), flows.people()[i], Integer::sum);
    }
  }

  private void streets(Route route, TreeMap<Long, Integer> change) {
    var network = problem.network();
    for (int i = 0; i < route.arcs().length; i++) {
      int arc = route.arcs()[i];
      int steps = network.travelSteps(problem.sources().get(route.source()).pace(), arc);
      change.merge(key(network.tail(arc), route.entrySteps()[i]), -route.people(), Integer::sum);
      change.merge(key(network.head(arc), route.entrySteps()[i] + steps), route.people(), Integer::sum);
    }
  }

  private static long key(int node, int step) {
    return (long) node << 32 | step;
  }

  private void summary() {
    int placed = result.routes().stream().mapToInt(Route::people).sum();
    assertEquals(placed, result.placed(), what);
    assertEquals(problem.totalPeople(), placed + result.notPlaced().total(), what + ": the totals do not add up");
    int missing = 0;
    for (int places : result.notPlaced().placesMissing()) {
      missing += places;
    }
    assertEquals(result.notPlaced().noRoom(), missing, what);
    assertEquals(result.routes().stream().mapToInt(route -> route.gateStep() + 1).max().orElse(0), result.clearanceSteps(), what);
    assertTrue(result.lowerBoundSteps() <= result.clearanceSteps() && placed <= result.placedBound(), what + ": beyond its bound");
    assertEquals(result.stopped() == Stopped.OPTIMAL, result.lowerBoundSteps() == result.clearanceSteps(), what);
  }
}
