package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes a flow over time apart into routes.
 *
 * <ol>
 *   <li>Step by step, people come to nodes: those on their way behind those who came before, those at home when they get ready.
 *   <li>At each node and step, so many pass each gate and enter each arc as the flow says: those on their way before those at
 *       home, so that people wait at home rather than in the street.
 *   <li>Whoever passes a gate has their route.
 * </ol>
 */
final class RouteStripping {

  private final TimeExpandedFlow flow;
  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final List<ArrayDeque<Group>> onTheirWay = new ArrayList<>();
  private final List<ArrayDeque<Group>> atHome = new ArrayList<>();
  private final List<List<Group>> coming = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  /** The last street somebody walked, and those before. */
  private record Walked(Walked before, int arc, int entryStep, int count) {
  }

  private record Group(int batch, int people, Walked walked, int node) {

    Group with(int some) {
      return new Group(batch, some, walked, node);
    }
  }

  private RouteStripping(TimeExpandedFlow flow) {
    this.flow = flow;
    problem = flow.problem;
    network = flow.network;
    for (int node = 0; node < network.nodeCount(); node++) {
      onTheirWay.add(new ArrayDeque<>(0));
      atHome.add(new ArrayDeque<>(0));
    }
    for (int step = 0; step < flow.horizon; step++) {
      coming.add(new ArrayList<>());
    }
  }

  /** In order of source and time. */
  static List<Route> routes(TimeExpandedFlow flow) {
    var stripping = new RouteStripping(flow);
    stripping.run();
    return sorted(stripping.routes);
  }

  static List<Route> sorted(List<Route> routes) {
    return routes.stream().sorted(Comparator.comparingInt(Route::source).thenComparingInt(Route::readyStep)
        .thenComparingInt(route -> route.arcs().length == 0 ? route.gateStep() : route.entrySteps()[0])
        .thenComparingInt(Route::gateStep).thenComparingInt(Route::gate)).toList();
  }

  private void run() {
    for (int batch = 0; batch < flow.left.length; batch++) {
      var each = problem.batches().get(batch);
      int going = each.people() - flow.left[batch];
      if (going > 0) {
        coming.get(each.readyStep()).add(new Group(batch, going, null, each.node()));
      }
    }
    for (int step = 0; step < flow.horizon; step++) {
      for (var group : coming.get(step)) {
        (group.walked == null ? atHome : onTheirWay).get(group.node).add(group);
      }
      for (int node = 0; node < network.nodeCount(); node++) {
        if (!onTheirWay.get(node).isEmpty() || !atHome.get(node).isEmpty()) {
          leave(node, step);
        }
      }
    }
  }

  private void leave(int node, int step) {
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      int gate = problem.gateAt(i);
      for (int people = flow.atGate(gate, step); people > 0;) {
        var group = take(node, people);
        people -= group.people;
        arrive(group, gate, step);
      }
    }
    for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
      int arc = network.out(i);
      for (int people = flow.onArc(arc, step); people > 0;) {
        var group = take(node, people);
        people -= group.people;
        var walked = new Walked(group.walked, arc, step, group.walked == null ? 1 : group.walked.count + 1);
        coming.get(step + network.travelSteps(arc)).add(new Group(group.batch, group.people, walked, network.head(arc)));
      }
    }
  }

  /** At most so many who are first in the queue. */
  private Group take(int node, int most) {
    var queue = onTheirWay.get(node).isEmpty() ? atHome.get(node) : onTheirWay.get(node);
    var group = queue.removeFirst();
    if (group.people > most) {
      queue.addFirst(group.with(group.people - most));
      return group.with(most);
    }
    return group;
  }

  private void arrive(Group group, int gate, int step) {
    int count = group.walked == null ? 0 : group.walked.count;
    var arcs = new int[count];
    var entries = new int[count];
    for (var walked = group.walked; walked != null; walked = walked.before) {
      arcs[walked.count - 1] = walked.arc;
      entries[walked.count - 1] = walked.entryStep;
    }
    var batch = problem.batches().get(group.batch);
    routes.add(new Route(batch.source(), batch.readyStep(), group.people, arcs, entries, gate, step));
  }
}
