package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.network.Snap;
import org.commonground.network.StreetFact;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;

/**
 * Answers what to survey first: the missing facts on which most people's answers hang.
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
public final class SurveySolver {

  private final CoverageProblem city;
  private final int limitMillis;
  private final ReachLayer sure;
  private final ReachLayer hoped;
  private final WalkGraph graph;
  private final WalkGraph sureGraph;
  /** By node: the next one, or -1 at a root; the street to it, or that of the root's gate; facts on the whole way. */
  private final int[] next;
  private final int[] street;
  private final int[] facts;
  /** Every node after all whose way leads over it. */
  private final int[] inOrder;
  private final long[] onNode;
  private final long[] onStreet;
  private final long[] onShelter;
  private final long[] byFact = new long[SurveyFact.values().length];
  private final long[] byFactAlone = new long[SurveyFact.values().length];
  private long people;
  private long unattributed;

  private SurveySolver(Reach reach, int limitMillis) {
    city = reach.problem();
    this.limitMillis = limitMillis;
    sure = reach.pessimistic();
    hoped = reach.optimistic();
    graph = hoped.graph();
    sureGraph = sure.graph();
    next = new int[graph.nodeCount()];
    street = new int[next.length];
    facts = new int[next.length];
    inOrder = new int[next.length];
    onNode = new long[next.length];
    onStreet = new long[city.streets().streets().size()];
    onShelter = new long[city.shelters().size()];
  }

  /**
   * @param limitMillis longest walking time that counts as covered, above 0
   * @throws IllegalArgumentException where the limit is not above 0
   */
  public static SurveyResult solve(Reach reach, int limitMillis) {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    var solver = new SurveySolver(reach, limitMillis);
    if (reach.isRange()) {
      solver.plant();
      solver.learn();
      for (int place = 0; place < solver.city.places().count(); place++) {
        solver.put(place);
      }
      solver.handOn();
    }
    return solver.result();
  }

  /** The forest, and an order of its nodes: leaves first, each node when all that lead to it are done. */
  private void plant() {
    var waitingFor = new int[next.length];
    for (int node = 0; node < next.length; node++) {
      int arc = hoped.sweep().nextArc(node);
      next[node] = arc < 0 ? -1 : graph.head(arc);
      street[node] = arc < 0 ? gateStreet(node) : graph.street(arc);
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
      int before = next[node] >= 0 ? facts[next[node]] : factsOfShelter(hoped.sweep().source(node));
      facts[node] = before | factsOfStreet(street[node]);
    }
  }

  private int factsOfShelter(int shelter) {
    return shelter >= 0 && city.shelters().get(shelter).standing() == Standing.IN_DOUBT ? SurveyFact.SUITABILITY.bit() : 0;
  }

  /** What keeps it open whether a street can be used, or how fast. */
  private int factsOfStreet(int index) {
    if (index < 0 || sureGraph.millisToEnd(index) == graph.millisToEnd(index)
        && sureGraph.millisToStart(index) == graph.millisToStart(index)) {
      return 0;
    }
    int missing = StreetFact.missing(city.streets().street(index), city.profile()).stream()
        .mapToInt(fact -> SurveyFact.of(fact).bit()).sum();
    boolean doubtfulHazard = ReachLayer.obstacles(city, Unknowns.PESSIMISTIC).speedLeft(index)
        != ReachLayer.obstacles(city, Unknowns.OPTIMISTIC).speedLeft(index);
    return doubtfulHazard ? missing | SurveyFact.HAZARD.bit() : missing;
  }

  private void put(int place) {
    int persons = city.places().people()[place];
    int millis = hoped.placeMillis()[place];
    if (persons == 0 || sure.placeMillis()[place] <= limitMillis || millis > limitMillis) {
      return;
    }
    people += persons;
    int shelter = hoped.placeShelter()[place];
    boolean inside = hoped.around(city.places().lon()[place], city.places().lat()[place]).contains(shelter);
    int on = inside ? -1 : hoped.snap(place).street();
    int node = inside ? -1 : nodeFrom(hoped.snap(place), shelter, millis);
    int hangsOn = factsOfStreet(on) | (node >= 0 ? facts[node] : factsOfShelter(shelter));
    if (node >= 0) {
      onNode[node] += persons;
    } else {
      onShelter[shelter] += persons;
    }
    if (on >= 0) {
      onStreet[on] += persons;
    }
    count(persons, hangsOn);
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

  private void count(int persons, int hangsOn) {
    unattributed += hangsOn == 0 ? persons : 0;
    for (var fact : SurveyFact.values()) {
      byFact[fact.ordinal()] += (hangsOn & fact.bit()) != 0 ? persons : 0;
      byFactAlone[fact.ordinal()] += hangsOn == fact.bit() ? persons : 0;
    }
  }

  private void handOn() {
    for (int node : inOrder) {
      if (onNode[node] == 0) {
        continue;
      }
      if (street[node] >= 0) {
        onStreet[street[node]] += onNode[node];
      }
      if (next[node] >= 0) {
        onNode[next[node]] += onNode[node];
      } else {
        onShelter[hoped.sweep().source(node)] += onNode[node];
      }
    }
  }

  private SurveyResult result() {
    var places = Stream.concat(
        IntStream.range(0, onStreet.length).filter(index -> onStreet[index] > 0)
            .mapToObj(index -> new SurveyResult.Place("street", index, set(factsOfStreet(index)), onStreet[index])),
        IntStream.range(0, onShelter.length).filter(index -> onShelter[index] > 0)
            .mapToObj(index -> new SurveyResult.Place("shelter", index, set(factsOfShelter(index)), onShelter[index])))
        .filter(place -> !place.facts().isEmpty())
        .sorted(Comparator.comparingLong(SurveyResult.Place::people).reversed().thenComparing(SurveyResult.Place::layer)
            .thenComparingInt(SurveyResult.Place::id)).toList();
    var counts = new ArrayList<SurveyResult.FactCount>();
    for (var fact : SurveyFact.values()) {
      if (byFact[fact.ordinal()] > 0) {
        counts.add(new SurveyResult.FactCount(fact, (int) places.stream().filter(place -> place.facts().contains(fact)).count(),
            byFact[fact.ordinal()], byFactAlone[fact.ordinal()]));
      }
    }
    counts.sort(Comparator.comparingLong(SurveyResult.FactCount::people).reversed()
        .thenComparing(SurveyResult.FactCount::fact));
    return new SurveyResult(people, unattributed, List.copyOf(counts), places, List.of(
        "Counted are people who reach a shelter in time only if unrecorded facts are favourable, on the best way then.",
        "A way may hang on several facts and places at once: each has all people of the way, so that they do not add up."));
  }

  private static Set<SurveyFact> set(int bits) {
    var set = EnumSet.noneOf(SurveyFact.class);
    for (var fact : SurveyFact.values()) {
      if ((bits & fact.bit()) != 0) {
        set.add(fact);
      }
    }
    return set;
  }
}
