package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonground.network.StreetLosses;
import org.commonground.network.Unknowns;
import org.locationtech.jts.geom.Envelope;

/**
 * Answers for every street section who becomes uncovered if it alone is lost, without a search for each.
 *
 * <ol>
 *   <li>One search goes through all streets and says, for each, which nodes are farther from a shelter without it, see
 *       {@link StreetLosses}.
 *   <li>Walked again are the places on streets that end at such a node, and those on the lost street, which go to the next street.
 *   <li>A shelter that is entered from one street alone goes to another one too if that is lost; those few streets are closed one by
 *       one, and the walking times repaired.
 * </ol>
 *
 * <p>So the answer for each street is that of a new search without it. Counted is what is sure: unrecorded facts are taken as
 * unfavourable.
 */
public final class StreetLossSolver {

  private final Reach reach;
  private final ReachLayer layer;
  private final int limitMillis;
  private final DemandPlaces places;
  /** Places by the street they go to. */
  private final int[][] onStreet;
  private final TreeSet<Integer> soleEntrances = new TreeSet<>();
  private final int[] nodeNow;
  private final List<StreetLoss> losses = new ArrayList<>();

  private StreetLossSolver(Reach reach, int limitMillis) {
    this.reach = reach;
    this.limitMillis = limitMillis;
    layer = reach.pessimistic();
    places = reach.problem().places();
    onStreet = placesByStreet();
    nodeNow = IntStream.range(0, layer.graph().nodeCount()).map(node -> layer.sweep().millis(node)).toArray();
  }

  /**
   * @param limitMillis longest walking time that counts as in time, above 0
   * @return one entry for each street whose loss uncovers anybody; most people first
   */
  public static List<StreetLoss> rank(Reach reach, int limitMillis) {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    var solver = new StreetLossSolver(reach, limitMillis);
    solver.loseEach(solver.search());
    solver.soleEntrances.forEach(solver::close);
    return solver.losses.stream().sorted(Comparator.comparingInt(StreetLoss::uncovered).reversed()
        .thenComparingInt(StreetLoss::street)).toList();
  }

  private int[][] placesByStreet() {
    var byStreet = new int[reach.problem().streets().streets().size()][];
    var count = new int[byStreet.length];
    var covered = IntStream.range(0, places.count()).filter(this::counts).toArray();
    for (int place : covered) {
      count[layer.snap(place).street()]++;
    }
    for (int street = 0; street < byStreet.length; street++) {
      byStreet[street] = new int[count[street]];
    }
    for (int place : covered) {
      int street = layer.snap(place).street();
      byStreet[street][--count[street]] = place;
    }
    return byStreet;
  }

  /** Whether there are people whom the loss of a street could uncover; who lives in a shelter needs none. */
  private boolean counts(int place) {
    return places.people()[place] > 0 && layer.placeMillis()[place] <= limitMillis && layer.snap(place) != null;
  }

  private StreetLosses search() {
    var search = new StreetLosses(layer.graph(), limitMillis);
    for (int shelter = 0; shelter < reach.problem().shelters().size(); shelter++) {
      var gates = layer.entrances().ofShelter(shelter);
      long streets = gates.stream().filter(gate -> gate.snap() != null).map(gate -> gate.snap().street()).distinct().count();
      for (var gate : gates) {
        if (gate.snap() == null) {
          search.addSource(gate.node(), 0, shelter);
          continue;
        }
        int number = gate.snap().street();
        var street = reach.problem().streets().street(number);
        search.addSource(street.from(), gate.offsetMillis() + gate.walks().fromStart(), shelter, number);
        search.addSource(street.to(), gate.offsetMillis() + gate.walks().fromEnd(), shelter, number);
        if (streets == 1 || gate.offsetMillis() > 0) {
          soleEntrances.add(number);
        }
      }
    }
    search.run();
    return search;
  }

  /** Streets that change a node come in ascending order; those between them may still have places of their own. */
  private void loseEach(StreetLosses search) {
    int next = 0;
    while (search.next()) {
      for (; next < search.street(); next++) {
        lose(next, List.of());
      }
      var nodes = IntStream.range(0, search.count()).map(search::node).toArray();
      for (int i = 0; i < nodes.length; i++) {
        nodeNow[nodes[i]] = search.millis(i);
      }
      lose(next++, IntStream.of(nodes).boxed().toList());
      for (int node : nodes) {
        nodeNow[node] = layer.sweep().millis(node);
      }
    }
    for (; next < onStreet.length; next++) {
      lose(next, List.of());
    }
  }

  /** @param nodes whose time has changed */
  private void lose(int lost, List<Integer> nodes) {
    if (onStreet[lost].length == 0 && nodes.isEmpty() || soleEntrances.contains(lost)) {
      return;
    }
    var around = new TreeSet<Integer>();
    around.add(lost);
    var graph = layer.graph();
    for (int node : nodes) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        around.add(graph.street(arc));
      }
    }
    var count = new Count();
    for (int street : around) {
      for (int place : onStreet[street]) {
        count.add(place, layer.millisWithout(place, lost, node -> nodeNow[node]));
      }
    }
    count.keep(lost);
  }

  /** Repairs the walking times without a street. */
  private void close(int lost) {
    var closed = new BitSet();
    closed.set(lost);
    var problem = reach.problem();
    var then = layer.changed(problem.with(problem.shelters(), problem.circumstances().closing(closed, onStreet.length)),
        Unknowns.PESSIMISTIC).placeMillis();
    var count = new Count();
    Arrays.stream(onStreet).flatMapToInt(IntStream::of).forEach(place -> count.add(place, then[place]));
    count.keep(lost);
  }

  /** What the loss of one street does to the places that were looked at. */
  private final class Count {
    private final Envelope extent = new Envelope();
    private int uncovered;
    private long addedPersonMillis;

    /** @param then walking time after the loss */
    private void add(int place, long then) {
      if (then > limitMillis) {
        uncovered += places.people()[place];
        extent.expandToInclude(places.lon()[place], places.lat()[place]);
      } else {
        addedPersonMillis += places.people()[place] * (then - layer.placeMillis()[place]);
      }
    }

    private void keep(int street) {
      if (uncovered > 0) {
        losses.add(new StreetLoss(street, uncovered, addedPersonMillis, extent.getMinX(), extent.getMinY(), extent.getMaxX(),
            extent.getMaxY()));
      }
    }
  }
}
