package org.commonground.coverage;

import java.util.stream.Stream;
import org.commonground.network.Snap;
import org.commonground.network.WalkGraph;

/**
 * Puts people on the facts that their way to one shelter hangs on, all at once. Throw-away.
 *
 * <ol>
 *   <li>Every way that counts only if the unrecorded facts are favourable runs along the forest that the favourable search has
 *       left: from each node one arc leads on, and from each root into a shelter.
 *   <li>Down the forest, from the roots, each node learns which facts its way hangs on.
 *   <li>Each place whose answer is unknown puts its people on the street it stands on and on the node it walks to.
 *   <li>Up the forest, towards the roots, people are handed on, and counted on every street and shelter in doubt.
 * </ol>
 *
 * <p>So no way is walked twice: the work is one pass over nodes and one over places, however many ways there are. Of several
 * equally good ways one is followed.
 */
final class SurveyForest {

  private final DemandPlaces places;
  private final ReachLayer hoped;
  private final WalkGraph graph;
  private final SurveyDoubts doubts;
  private final SurveyTally tally;
  /** By node: the next one, or -1 at a root; the street to it, or that of the root's gate; facts on the whole way. */
  private final int[] next;
  private final int[] street;
  private final int[] facts;
  /** Every node after all whose way leads over it. */
  private final int[] inOrder;
  private final long[] onNode;

  SurveyForest(Reach reach, SurveyDoubts doubts, SurveyTally tally) {
    places = reach.problem().places();
    hoped = reach.optimistic();
    graph = hoped.graph();
    this.doubts = doubts;
    this.tally = tally;
    next = new int[graph.nodeCount()];
    street = new int[next.length];
    facts = new int[next.length];
    inOrder = new int[next.length];
    onNode = new long[next.length];
    plant();
    learn();
  }

  /** The forest, and an order of its nodes: leaves first, each node when all that lead to it are done. */
  private void plant() {
    var waitingFor = new int[next.length];
    for (int node = 0; node < next.length; node++) {
      int arc = hoped.sweep().nextArc(node);
      next[node] = arc < 0 ? -1 : hoped.sweptGraph().head(arc);
      street[node] = arc < 0 ? gateStreet(node) : hoped.sweptGraph().street(arc);
      if (arc >= 0) {
        waitingFor[next[node]]++;
      }
    }
    int placed = 0;
    for (int node = 0; node < next.length; node++) {
      placed = waitingFor[node] == 0 ? place(node, placed) : placed;
    }
    for (int i = 0; i < placed; i++) {
      int on = next[inOrder[i]];
      placed = on >= 0 && --waitingFor[on] == 0 ? place(on, placed) : placed;
    }
  }

  private int place(int node, int at) {
    inOrder[at] = node;
    return at + 1;
  }

  /** The street along which a root enters its shelter; -1 where nothing of a street is walked, or it is no root. */
  private int gateStreet(int node) {
    int shelter = hoped.sweep().source(node);
    if (shelter < 0 || hoped.gatesAtNode(node).stream().anyMatch(gate -> gate.shelter() == shelter)) {
      return -1;
    }
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      for (var gate : hoped.gatesOnStreet(graph.street(arc))) {
        int along = graph.reversed(arc) ? gate.walks().fromEnd() : gate.walks().fromStart();
        if (gate.shelter() == shelter && along + gate.offsetMillis() == hoped.sweep().millis(node)) {
          return along == 0 ? -1 : graph.street(arc);
        }
      }
    }
    return -1;
  }

  private void learn() {
    for (int i = inOrder.length - 1; i >= 0; i--) {
      int node = inOrder[i];
      int before = next[node] >= 0 ? facts[next[node]] : doubts.ofShelter(hoped.sweep().source(node));
      facts[node] = before | doubts.ofStreet(street[node]);
    }
  }

  /** A place whose answer is unknown. */
  void put(int place) {
    int persons = places.people()[place];
    int shelter = hoped.placeShelter()[place];
    boolean inside = hoped.around(places.lon()[place], places.lat()[place]).contains(shelter);
    int on = inside ? -1 : hoped.snap(place).street();
    int node = inside ? -1 : nodeFrom(hoped.snap(place), shelter, hoped.placeMillis()[place]);
    int hangsOn = doubts.ofStreet(on) | (node >= 0 ? facts[node] : doubts.ofShelter(shelter));
    if (node >= 0) {
      onNode[node] += persons;
    } else {
      tally.onShelter(shelter, persons, doubts.ofShelter(shelter));
    }
    if (on >= 0) {
      tally.onStreet(on, persons, doubts.ofStreet(on));
    }
    tally.count(persons, hangsOn);
  }

  /** The end of its street that somebody walks to first; -1 where the shelter is entered from the street itself. */
  private int nodeFrom(Snap snap, int shelter, int millis) {
    var walks = hoped.walks(snap);
    int access = hoped.straightMillis(snap.offsetMetres());
    boolean straight = Stream.concat(hoped.gatesOnStreet(snap.street()).stream(), hoped.gatesAt(snap).stream()).anyMatch(
        gate -> gate.shelter() == shelter && access + walks.to(gate.walks()) + gate.offsetMillis() == millis);
    if (straight) {
      return -1;
    }
    int from = graph.streets().street(snap.street()).from();
    boolean toStart = hoped.sweep().source(from) == shelter && access + walks.toStart() + hoped.sweep().millis(from) == millis;
    return toStart ? from : graph.streets().street(snap.street()).to();
  }

  void handOn() {
    for (int node : inOrder) {
      if (onNode[node] == 0) {
        continue;
      }
      if (street[node] >= 0) {
        tally.onStreet(street[node], onNode[node], doubts.ofStreet(street[node]));
      }
      if (next[node] >= 0) {
        onNode[next[node]] += onNode[node];
      } else {
        int shelter = hoped.sweep().source(node);
        tally.onShelter(shelter, onNode[node], doubts.ofShelter(shelter));
      }
    }
  }
}
