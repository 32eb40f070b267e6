package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.commonground.coverage.Way.Leg;
import org.commonground.network.Snap;
import org.commonground.network.WalkGraph;

/**
 * The search for one person's nearest shelters where they are not known at the nodes already. Throw-away.
 *
 * <ol>
 *   <li>The person stands on a street, perhaps in a shelter: both its ends, and the gates on it, are reached along it.
 *   <li>Nodes are settled by walking time (Dijkstra, A note on two problems in connexion with graphs, 1959).
 *   <li>A settled node reaches the gates at it and those on each street that leaves it.
 *   <li>The search rests when what is asked for is reached in less time than the next node, and goes on when more is asked for.
 * </ol>
 *
 * <p>The sweep takes each street at the time of walking towards the shelters, so this finds the times that the sweep from the shelters found.
 */
final class PersonSearch {

  private static final Comparator<Arrival> ORDER =
      Comparator.comparingInt(Arrival::millis).thenComparing(found -> found.gate().shelter());

  private final ReachLayer layer;
  private final WalkGraph graph;
  private final Snap start;
  private final Snap.Walks startWalks;
  private final int accessMillis;
  private final int[] millis;
  private final int[] parentArc;
  private final Map<Integer, Arrival> arrivals = new HashMap<>();
  private final PriorityQueue<Long> waiting = new PriorityQueue<>();

  /**
   * A shelter reached.
   *
   * @param node last node on the way; -1 where the gate is on the street the person starts on
   */
  record Arrival(Gate gate, int node, int millis) {
  }

  PersonSearch(ReachLayer layer, Snap start) {
    this.layer = layer;
    this.start = start;
    graph = layer.graph();
    accessMillis = layer.straightMillis(start.offsetMetres());
    startWalks = layer.walks(start);
    millis = new int[graph.nodeCount()];
    Arrays.fill(millis, CoverageResult.NO_WAY);
    parentArc = new int[millis.length];
    leave();
  }

  /** The nearest shelters by walking time, the lower index first where equal; at most {@code count}. */
  List<Arrival> nearest(int count) {
    int last = lastOf(count);
    for (int known = arrivals.size(); settleNext(last); ) {
      if (arrivals.size() != known || arrivals.size() >= count) {
        known = arrivals.size();
        last = lastOf(count);
      }
    }
    return arrivals.values().stream().sorted(ORDER).limit(count).toList();
  }

  /** Time of the last of the nearest shelters found so far; {@link CoverageResult#NO_WAY} where they are fewer than asked for. */
  private int lastOf(int count) {
    return arrivals.size() < count ? CoverageResult.NO_WAY
        : arrivals.values().stream().mapToInt(Arrival::millis).sorted().skip(count - 1L).findFirst().orElseThrow();
  }

  /** Walking time to one shelter, or {@code latestMillis} where it is reached no earlier. */
  int millis(int shelter, int latestMillis) {
    while (settleNext(Math.min(latestMillis, millis(shelter)) - 1)) {
      continue;
    }
    return Math.min(latestMillis, millis(shelter));
  }

  private int millis(int shelter) {
    var found = arrivals.get(shelter);
    return found == null ? CoverageResult.NO_WAY : found.millis();
  }

  /** Settles the next node; false where there is none that is reached by then. */
  private boolean settleNext(int latestMillis) {
    while (!waiting.isEmpty()) {
      long entry = waiting.peek();
      int at = (int) (entry >>> 32);
      int node = (int) entry;
      if (at > latestMillis) {
        return false;
      }
      waiting.poll();
      if (at == millis[node]) {
        settle(node, at);
        return true;
      }
    }
    return false;
  }

  private void leave() {
    var street = graph.streets().street(start.street());
    reach(street.from(), accessMillis + startWalks.toStart(), -1);
    reach(street.to(), accessMillis + startWalks.toEnd(), -1);
    layer.gatesAt(start).forEach(gate -> arrive(gate, -1, accessMillis));
    for (var gate : layer.gatesOnStreet(start.street())) {
      arrive(gate, -1, accessMillis + startWalks.to(gate.walks()) + gate.offsetMillis());
    }
  }

  private void settle(int node, int at) {
    for (var gate : layer.gatesAtNode(node)) {
      arrive(gate, node, at);
    }
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      for (var gate : layer.gatesOnStreet(graph.street(arc))) {
        int along = graph.reversed(arc) ? gate.walks().fromEnd() : gate.walks().fromStart();
        arrive(gate, node, at + along + gate.offsetMillis());
      }
      reach(graph.head(arc), at + graph.walkMillis(arc), arc);
    }
  }

  /** A time that an int has no room for has become negative, and is no way. */
  private void reach(int node, int at, int arc) {
    if (at >= 0 && at < millis[node]) {
      millis[node] = at;
      parentArc[node] = arc;
      waiting.add((long) at << 32 | node);
    }
  }

  private void arrive(Gate gate, int node, int at) {
    var known = arrivals.get(gate.shelter());
    if (at >= 0 && (known == null || at < known.millis())) {
      arrivals.put(gate.shelter(), new Arrival(gate, node, at));
    }
  }

  /** The way to a shelter found. */
  Trail trail(Arrival arrival) {
    var legs = new ArrayList<Leg>();
    var gate = arrival.gate();
    if (arrival.node() == -1) {
      int along = startWalks.to(gate.walks());
      return new Trail(List.of(new Leg(start.street(), start.fraction(), gate.snap().fraction(), along)), gate);
    }
    int node = arrival.node();
    if (gate.snap() != null) {
      int street = gate.snap().street();
      int last = arrival.millis() - gate.offsetMillis() - millis[node];
      boolean forward = graph.streets().street(street).from() == node
          && (last == gate.walks().fromStart() || graph.streets().street(street).to() != node);
      legs.add(new Leg(street, forward ? 0 : 1, gate.snap().fraction(), last));
    }
    for (int arc = parentArc[node]; arc >= 0; arc = parentArc[node]) {
      boolean reversed = graph.reversed(arc);
      legs.add(new Leg(graph.street(arc), reversed ? 1 : 0, reversed ? 0 : 1, graph.walkMillis(arc)));
      var street = graph.streets().street(graph.street(arc));
      node = reversed ? street.to() : street.from();
    }
    var first = graph.streets().street(start.street());
    int begin = millis[node] - accessMillis;
    boolean toStart = first.from() == node && (begin == startWalks.toStart() || first.to() != node);
    legs.add(new Leg(start.street(), start.fraction(), toStart ? 0 : 1, begin));
    Collections.reverse(legs);
    return new Trail(legs, gate);
  }
}
