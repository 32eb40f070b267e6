package org.commonground.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonground.geo.LocalProjection;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds facilities in and around spaces. Immutable and safe for use by many threads. */
final class Nearby {

  /** What people use on a space. */
  static final Set<FacilityKind> AMENITIES = EnumSet.of(FacilityKind.PLAY, FacilityKind.SPORT, FacilityKind.SEAT, FacilityKind.TOILETS,
      FacilityKind.DRINKING_WATER, FacilityKind.SHADE);
  /** Where people take part in the life of their community. */
  static final Set<FacilityKind> TAKING_PART = EnumSet.of(FacilityKind.COMMUNITY_CENTRE, FacilityKind.LIBRARY, FacilityKind.TOWN_HALL,
      FacilityKind.MARKET, FacilityKind.STAGE);
  static final Set<FacilityKind> DANGERS = EnumSet.of(FacilityKind.FUEL, FacilityKind.GAS, FacilityKind.HIGH_VOLTAGE, FacilityKind.CHEMICAL);
  static final Set<FacilityKind> HELPS = EnumSet.of(FacilityKind.HOSPITAL, FacilityKind.FIRE_STATION, FacilityKind.WATER,
      FacilityKind.TOILETS);

  /** A facility that stands on an outline, drawn by another hand, may lie this far beside it. */
  private static final double ON_IT_METRES = 3;

  private final Map<FacilityKind, STRtree> trees = new EnumMap<>(FacilityKind.class);

  private record Found(Facility facility, Geometry shape) {
  }

  Nearby(List<Facility> facilities, LocalProjection projection) {
    for (var facility : facilities) {
      var shape = projection.toMetres(facility.geometry());
      trees.computeIfAbsent(facility.kind(), kind -> new STRtree()).insert(shape.getEnvelopeInternal(), new Found(facility, shape));
    }
    trees.values().forEach(STRtree::build);
  }

  /** Facilities of some kinds at most so far from a place, in the order of their numbers. */
  List<Facility> within(Geometry place, Set<FacilityKind> kinds, double metres) {
    var found = new ArrayList<Facility>();
    for (var kind : kinds) {
      near(kind, place, metres).stream().filter(one -> one.shape().isWithinDistance(place, metres)).map(Found::facility)
          .forEach(found::add);
    }
    found.sort(Comparator.comparingInt(Facility::id));
    return found;
  }

  /** Facilities of some kinds on a place, with room for how exactly it is drawn. */
  List<Facility> on(Geometry place, Set<FacilityKind> kinds) {
    return within(place, kinds, ON_IT_METRES);
  }

  /**
   * Metres to the nearest facility of each danger and help by its word; drinking water counts as water. A kind of which the area has
   * none recorded is left out.
   */
  Map<String, Double> metresTo(Geometry place) {
    var metres = new TreeMap<String, Double>();
    for (var kinds : List.of(DANGERS, HELPS)) {
      for (var kind : kinds) {
        double least = kind == FacilityKind.WATER ? Math.min(nearest(kind, place), nearest(FacilityKind.DRINKING_WATER, place))
            : nearest(kind, place);
        if (!Double.isInfinite(least)) {
          metres.put(kind.word(), least);
        }
      }
    }
    return metres;
  }

  /** Infinity where the area has none. */
  private double nearest(FacilityKind kind, Geometry place) {
    if (!trees.containsKey(kind)) {
      return Double.POSITIVE_INFINITY;
    }
    var from = new Found(null, place);
    var found = (Found) trees.get(kind).nearestNeighbour(place.getEnvelopeInternal(), from, Nearby::metres);
    return found.shape().distance(place);
  }

  private static double metres(ItemBoundable one, ItemBoundable other) {
    return ((Found) one.getItem()).shape().distance(((Found) other.getItem()).shape());
  }

  @SuppressWarnings("unchecked")
  private List<Found> near(FacilityKind kind, Geometry place, double metres) {
    if (!trees.containsKey(kind)) {
      return List.of();
    }
    var extent = place.getEnvelopeInternal();
    extent.expandBy(metres);
    return (List<Found>) trees.get(kind).query(extent);
  }
}
