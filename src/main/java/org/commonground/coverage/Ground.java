package org.commonground.coverage;

import java.util.List;
import java.util.stream.IntStream;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Obstacles;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.WalkGraph;
import org.locationtech.jts.geom.Geometry;

/**
 * The streets that one group can walk by one reading of what is not recorded, with every demand place joined to them. Costly to
 * make; shared by all circumstances. Immutable and safe for use by many threads.
 *
 * <p>Nobody is led on a long straight line past the streets that are in the way: where the nearest street is closed, or in doubt, a
 * line to another one may be longer by {@link Reach#ACCESS_DETOUR_METRES} only.
 */
final class Ground {

  private final WalkGraph graph;
  private final Snapper snapper;
  private final Ground favourable;
  private final DemandPlaces places;
  private final Snap[] placeSnap;
  /** Places by street: those joined to street s are entries firstOnStreet[s] to firstOnStreet[s + 1]. */
  private final int[] firstOnStreet;
  private final int[] onStreet;

  /** @param favourable the ground by the favourable reading, while this is the other one; null where this is that one itself */
  Ground(WalkGraph graph, LocalProjection projection, DemandPlaces places, Ground favourable) {
    this.graph = graph;
    this.favourable = favourable;
    this.places = places;
    snapper = new Snapper(graph, projection);
    placeSnap = new Snap[places.count()];
    IntStream.range(0, placeSnap.length).parallel().forEach(place -> placeSnap[place] = snap(place, snapper));
    firstOnStreet = new int[graph.streets().streets().size() + 1];
    for (var snap : placeSnap) {
      if (snap != null) {
        firstOnStreet[snap.street() + 1]++;
      }
    }
    for (int street = 0; street + 1 < firstOnStreet.length; street++) {
      firstOnStreet[street + 1] += firstOnStreet[street];
    }
    onStreet = new int[firstOnStreet[firstOnStreet.length - 1]];
    var next = firstOnStreet.clone();
    for (int place = 0; place < placeSnap.length; place++) {
      if (placeSnap[place] != null) {
        onStreet[next[placeSnap[place].street()]++] = place;
      }
    }
  }

  private Snap snap(int place, Snapper open) {
    double limit = Reach.ACCESS_LIMIT_METRES;
    if (favourable != null) {
      if (favourable.placeSnap[place] == null) {
        return null;
      }
      limit = limitFrom(favourable.placeSnap[place].offsetMetres());
    }
    return open.snap(places.lon()[place], places.lat()[place], limit).orElse(null);
  }

  WalkGraph graph() {
    return graph;
  }

  Snapper snapper() {
    return snapper;
  }

  /** Where each place joins the streets when nothing is in the way; null where no street is near enough. Not to be changed. */
  Snap[] placeSnaps() {
    return placeSnap;
  }

  /** The places joined to a street when nothing is in the way. */
  IntStream placesOn(int street) {
    return IntStream.range(firstOnStreet[street], firstOnStreet[street + 1]).map(i -> onStreet[i]);
  }

  /** Where any point joins the streets with these in the way; null where no street is near enough. */
  Snap snap(double lon, double lat, Obstacles obstacles, Snapper avoiding) {
    var nearest = open(lon, lat);
    if (nearest == null || !obstacles.closes(nearest.street())) {
      return nearest;
    }
    double from = favourable == null ? nearest.offsetMetres() : favourable.open(lon, lat).offsetMetres();
    return avoiding.snap(lon, lat, limitFrom(from)).orElse(null);
  }

  private Snap open(double lon, double lat) {
    if (favourable == null) {
      return snapper.snap(lon, lat, Reach.ACCESS_LIMIT_METRES).orElse(null);
    }
    var nearest = favourable.open(lon, lat);
    return nearest == null ? null : snapper.snap(lon, lat, limitFrom(nearest.offsetMetres())).orElse(null);
  }

  /** Where a place joins the streets with these in the way; null where no street is near enough. */
  Snap snap(int place, Obstacles obstacles, Snapper avoiding) {
    var nearest = placeSnap[place];
    if (nearest == null || !obstacles.closes(nearest.street())) {
      return nearest;
    }
    double from = (favourable == null ? nearest : favourable.placeSnap[place]).offsetMetres();
    return avoiding.snap(places.lon()[place], places.lat()[place], limitFrom(from)).orElse(null);
  }

  /**
   * Where a place joins the streets if one more street is lost; null where no street is near enough.
   *
   * @param lost one that the place may be joined to now
   */
  Snap snapWithout(int place, int lost, Snapper avoiding) {
    double from = (favourable == null ? placeSnap[place] : favourable.placeSnap[place]).offsetMetres();
    return avoiding.snap(places.lon()[place], places.lat()[place], limitFrom(from), lost).orElse(null);
  }

  /** Where a shelter is entered when nothing is in the way. */
  List<Snap> gates(Geometry shelter) {
    if (favourable == null) {
      return snapper.gates(shelter, Reach.ACCESS_LIMIT_METRES);
    }
    var gates = favourable.gates(shelter);
    return gates.isEmpty() ? List.of() : snapper.gates(shelter, limitFrom(least(gates)));
  }

  /**
   * Where a shelter is entered with these in the way.
   *
   * @param open where it is when nothing is
   */
  List<Snap> gates(Geometry shelter, List<Snap> open, Obstacles obstacles, Snapper avoiding) {
    if (open.stream().noneMatch(gate -> obstacles.closes(gate.street()))) {
      return open;
    }
    return avoiding.gates(shelter, limitFrom(least(favourable == null ? open : favourable.gates(shelter))));
  }

  private static double least(List<Snap> gates) {
    return gates.stream().mapToDouble(Snap::offsetMetres).min().orElseThrow();
  }

  private static double limitFrom(double nearestMetres) {
    return Math.min(Reach.ACCESS_LIMIT_METRES, nearestMetres + Reach.ACCESS_DETOUR_METRES);
  }
}
