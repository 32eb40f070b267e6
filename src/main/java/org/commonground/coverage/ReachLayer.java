package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.geo.LocalProjection;
import org.commonground.network.RankSweep;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.Sweep;
import org.commonground.network.WalkGraph;
import org.locationtech.jts.geom.Geometry;

/**
 * All walking times to shelters on one graph, that is for one profile and one reading of what is not recorded.
 *
 * <ol>
 *   <li>Shelters enter the network at their gates and at the nodes inside them.
 *   <li>One sweep from all of them gives each node its time.
 *   <li>Each place goes to the nearest place on a street, and from there to the better end of it, or straight to a gate on it;
 *       where that place lies in a shelter, it is reached.
 * </ol>
 *
 * <p>A street's part is rounded to a millisecond once, from its first point; the rest is the whole minus that. So every way
 * adds up exactly, in either direction.
 */
final class ReachLayer {

  private final WalkGraph graph;
  private final ShelterAreas areas;
  private final ReachLayer favourable;
  private final Snapper snapper;
  private final Sweep sweep;
  private final Map<Integer, List<Gate>> gatesOnStreet = new HashMap<>();
  private final Map<Integer, List<Gate>> gatesAtNode = new HashMap<>();
  private final int[] placeMillis;
  private final int[] placeShelter;

  /**
   * @param areas      the shelters with an outline
   * @param favourable the layer in which what is not recorded is favourable, while this is the other one; null where this is
   *                   that layer itself. A straight line on to a street of this layer may then be longer than the one in that
   *                   layer by {@link Reach#ACCESS_DETOUR_METRES} only: else it would cross the very ways that are in doubt.
   */
  ReachLayer(WalkGraph graph, LocalProjection projection, CoverageProblem problem, ShelterAreas areas,
      ReachLayer favourable) {
    this.graph = graph;
    this.areas = areas;
    this.favourable = favourable;
    snapper = new Snapper(graph, projection);
    sweep = new Sweep(graph);
    var shelters = problem.shelters();
    for (int shelter = 0; shelter < shelters.size(); shelter++) {
      enter(shelter, shelters.get(shelter));
    }
    sweep.run();
    var places = problem.places();
    placeMillis = new int[places.count()];
    placeShelter = new int[places.count()];
    IntStream.range(0, places.count()).parallel().forEach(place -> {
      long best = nearest(places.lon()[place], places.lat()[place]);
      placeMillis[place] = best == Long.MAX_VALUE ? CoverageResult.NO_WAY : (int) (best >>> 32);
      placeShelter[place] = best == Long.MAX_VALUE ? -1 : (int) best;
    });
  }

  private void enter(int shelter, ShelterSite site) {
    for (var snap : snapper.gates(site.geometry(), gateLimit(site.geometry()))) {
      var gate = new Gate(shelter, -1, snap, snap.walks(graph), straightMillis(snap.offsetMetres()));
      gatesOnStreet.computeIfAbsent(snap.street(), none -> new ArrayList<>()).add(gate);
      var street = graph.streets().street(snap.street());
      sweep.addSource(street.from(), gate.offsetMillis() + gate.walks().fromStart(), shelter);
      sweep.addSource(street.to(), gate.offsetMillis() + gate.walks().fromEnd(), shelter);
    }
    for (int node : snapper.nodesInside(site.geometry())) {
      gatesAtNode.computeIfAbsent(node, none -> new ArrayList<>()).add(new Gate(shelter, node, null, null, 0));
      sweep.addSource(node, 0, shelter);
    }
  }

  /** Puts every entrance of every shelter into another search on the same graph. */
  void enter(RankSweep other) {
    gatesOnStreet.forEach((number, gates) -> {
      var street = graph.streets().street(number);
      for (var gate : gates) {
        other.addSource(street.from(), gate.offsetMillis() + gate.walks().fromStart(), gate.shelter());
        other.addSource(street.to(), gate.offsetMillis() + gate.walks().fromEnd(), gate.shelter());
      }
    });
    gatesAtNode.forEach((node, gates) -> gates.forEach(gate -> other.addSource(node, 0, gate.shelter())));
  }

  /** Indexes of the shelters whose outline a place lies in, ascending. */
  List<Integer> around(double lon, double lat) {
    return areas.around(lon, lat);
  }

  /** Time above shelter of the nearest shelter, the lowest where several are equally near; the largest long where none. */
  private long nearest(double lon, double lat) {
    var around = areas.around(lon, lat);
    if (!around.isEmpty()) {
      return around.get(0);
    }
    var snap = snap(lon, lat);
    if (snap == null) {
      return Long.MAX_VALUE;
    }
    var street = graph.streets().street(snap.street());
    int access = straightMillis(snap.offsetMetres());
    var walks = snap.walks(graph);
    long best = Math.min(viaNode(street.from(), access + walks.toStart()), viaNode(street.to(), access + walks.toEnd()));
    for (var gate : gatesOnStreet.getOrDefault(snap.street(), List.of())) {
      long along = access + walks.to(gate.walks()) + gate.offsetMillis();
      best = Math.min(best, pack(along, gate.shelter()));
    }
    for (int shelter : areas.around(snap.lon(), snap.lat())) {
      best = Math.min(best, pack(access, shelter));
    }
    return best;
  }

  private long viaNode(int node, int millis) {
    return sweep.source(node) < 0 ? Long.MAX_VALUE : pack((long) sweep.millis(node) + millis, sweep.source(node));
  }

  private static long pack(long millis, int shelter) {
    return millis >= CoverageResult.NO_WAY ? Long.MAX_VALUE : millis << 32 | shelter;
  }

  /** Walking time off the streets, in a straight line at the speed on the level. */
  int straightMillis(double metres) {
    return (int) Math.round(1000 * metres / graph.profile().speedMetresPerSecond());
  }

  WalkGraph graph() {
    return graph;
  }

  Snapper snapper() {
    return snapper;
  }

  /** The shelters that a person who has come to a street is in already, as gates at just that place. */
  List<Gate> gatesAt(Snap snap) {
    return areas.around(snap.lon(), snap.lat()).stream()
        .map(shelter -> new Gate(shelter, -1, snap, snap.walks(graph), 0)).toList();
  }

  List<Gate> gatesOnStreet(int street) {
    return gatesOnStreet.getOrDefault(street, List.of());
  }

  List<Gate> gatesAtNode(int node) {
    return gatesAtNode.getOrDefault(node, List.of());
  }

  /** The nearest place on a street to a point; null where none is near enough. */
  Snap snap(double lon, double lat) {
    if (favourable == null) {
      return snapper.snap(lon, lat, Reach.ACCESS_LIMIT_METRES).orElse(null);
    }
    var nearest = favourable.snap(lon, lat);
    return nearest == null ? null : snapper.snap(lon, lat, limitFrom(nearest.offsetMetres())).orElse(null);
  }

  private double gateLimit(Geometry shelter) {
    if (favourable == null) {
      return Reach.ACCESS_LIMIT_METRES;
    }
    var gates = favourable.snapper.gates(shelter, Reach.ACCESS_LIMIT_METRES);
    return gates.isEmpty() ? 0 : limitFrom(gates.stream().mapToDouble(Snap::offsetMetres).min().orElseThrow());
  }

  private static double limitFrom(double nearestMetres) {
    return Math.min(Reach.ACCESS_LIMIT_METRES, nearestMetres + Reach.ACCESS_DETOUR_METRES);
  }

  /** Takes over every way of another layer that is shorter: what can be walked there can be walked here too. */
  void takeShorter(ReachLayer other) {
    for (int place = 0; place < placeMillis.length; place++) {
      if (other.placeMillis[place] < placeMillis[place]) {
        placeMillis[place] = other.placeMillis[place];
        placeShelter[place] = other.placeShelter[place];
      }
    }
  }

  /** One entry per place; {@link CoverageResult#NO_WAY} where there is no way. */
  int[] placeMillis() {
    return placeMillis;
  }

  /** One entry per place; -1 where there is no way. */
  int[] placeShelter() {
    return placeShelter;
  }

  @Override
  public String toString() {
    return graph.arcCount() + " arcs, " + Arrays.stream(placeShelter).filter(found -> found >= 0).count() + " places reached";
  }
}
