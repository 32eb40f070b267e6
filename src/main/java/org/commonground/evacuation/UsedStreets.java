package org.commonground.evacuation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The part of a problem that a plan uses: all people and shelters, and only the streets that somebody walks. */
final class UsedStreets {

  private final int[] arcs;
  private final int[] newArc;
  final EvacuationProblem problem;

  UsedStreets(EvacuationProblem whole, List<Route> routes) {
    var network = whole.network();
    arcs = routes.stream().flatMapToInt(route -> Arrays.stream(route.arcs())).sorted().distinct().toArray();
    newArc = new int[network.arcCount()];
    for (int arc = 0; arc < arcs.length; arc++) {
      newArc[arcs[arc]] = arc;
    }
    var kept = new boolean[network.nodeCount()];
    Arrays.stream(arcs).forEach(arc -> {
      kept[network.tail(arc)] = true;
      kept[network.head(arc)] = true;
    });
    whole.sources().forEach(source -> kept[source.node()] = true);
    whole.shelters().forEach(shelter -> shelter.gates().forEach(gate -> kept[gate.node()] = true));
    var newNode = new int[network.nodeCount()];
    int nodes = 0;
    for (int node = 0; node < newNode.length; node++) {
      newNode[node] = kept[node] ? nodes++ : -1;
    }
    var closes = new int[nodes];
    for (int node = 0; node < newNode.length; node++) {
      if (kept[node]) {
        closes[newNode[node]] = network.nodeCloses(node);
      }
    }
    var part = new EvacuationNetwork(nodes, map(arc -> newNode[network.tail(arc)]), map(arc -> newNode[network.head(arc)]),
        map(network::travelSteps), map(network::peoplePerStep), map(network::arcCloses), closes);
    problem = new EvacuationProblem(whole.stepSeconds(), part, whole.sources().stream()
        .map(source -> new EvacuationProblem.Source(newNode[source.node()], source.readyAtStep())).toList(),
        whole.shelters().stream().map(shelter -> new EvacuationProblem.Shelter(shelter.room(), shelter.gates().stream()
            .map(gate -> new EvacuationProblem.Gate(newNode[gate.node()], gate.peoplePerStep())).toList())).toList());
  }

  private int[] map(IntUnaryOperator property) {
    return Arrays.stream(arcs).map(property).toArray();
  }

  /** Routes of the whole problem as routes of the part. */
  List<Route> toPart(List<Route> routes) {
    return routes.stream().map(route -> withArcs(route, newArc)).toList();
  }

  List<Route> toWhole(List<Route> routes) {
    return routes.stream().map(route -> withArcs(route, arcs)).toList();
  }

  private static Route withArcs(Route route, int[] names) {
    return new Route(route.source(), route.readyStep(), route.people(), Arrays.stream(route.arcs()).map(arc -> names[arc]).toArray(),
        route.entrySteps(), route.gate(), route.gateStep());
  }
}
