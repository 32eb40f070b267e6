package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Answers which shelters are nearest to one person, on foot, and how to walk there.
 *
 * <ol>
 *   <li>Somebody inside a shelter's area is there already; inside two, in both.
 *   <li>The person goes to the nearest place on a street; where there is none near enough, or no way leads to any shelter, the
 *       nearest shelters in a straight line are named, and labelled so.
 *   <li>The nearest shelters are read off the search that gave the coverage its times, on the pessimistic graph and, where the answer
 *       is a range, on the optimistic one; shelters farther than that knows are searched for.
 *   <li>Each way is drawn and described on the graph that gave it.
 * </ol>
 */
public final class ShelterFinder {

  private final Reach reach;

  public ShelterFinder(Reach reach) {
    this.reach = reach;
  }

  /**
   * @param count how many shelters at most, at least 1
   * @return nearest by pessimistic walking time first, then by optimistic time those without a pessimistic way, the lower index first
   *     where equally near; empty only where there is no shelter at all
   * @throws IllegalArgumentException where {@code count} is below 1 or the place is hundreds of kilometres away
   */
  public List<Way> nearest(double lon, double lat, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count is " + count + ", below 1");
    }
    if (!reach.projection().reaches(lon, lat)) {
      throw new IllegalArgumentException("no place in or near the area: lon " + lon + ", lat " + lat);
    }
    var around = reach.optimistic().around(lon, lat);
    var ways = new ArrayList<Way>();
    around.stream().limit(count).forEach(shelter -> ways.add(here(shelter, lon, lat)));
    if (ways.size() < count) {
      ways.addAll(onStreets(lon, lat, count, around));
    }
    return ways.isEmpty() ? straightLines(lon, lat, count) : ways;
  }

  /** Somebody in a shelter's area is there, surely or, where it is in doubt whether it counts, perhaps. */
  private Way here(int shelter, double lon, double lat) {
    boolean counts = reach.problem().shelters().get(shelter).standing() == Standing.COUNTS;
    return new WayBuilder(reach.problem().streets(), lon, lat).build(shelter, counts ? 0 : CoverageResult.NO_WAY, 0);
  }

  /**
   * The ways that are sure come first. As many shelters as asked for, and as the person is in, are enough of each reading: what is
   * left out is farther than all that are taken.
   */
  private List<Way> onStreets(double lon, double lat, int count, List<Integer> around) {
    int wanted = count - around.size();
    int enough = count <= Ranks.K ? count : (int) Math.min(Integer.MAX_VALUE, (long) count + around.size());
    var sure = new ShelterSearch(reach.pessimistic(), reach.pessimisticRanks().trees(), lon, lat);
    var hoped = reach.isRange() ? new ShelterSearch(reach.optimistic(), reach.optimisticRanks().trees(), lon, lat) : sure;
    var taken = new HashSet<>(around);
    var ways = new ArrayList<Way>();
    for (var found : sure.nearest(enough)) {
      if (ways.size() < wanted && taken.add(found.shelter())) {
        ways.add(way(lon, lat, found, found.millis(), hoped.millis(found.shelter(), found.millis())));
      }
    }
    if (ways.size() < wanted && hoped != sure) {
      for (var found : hoped.nearest(enough)) {
        if (ways.size() < wanted && taken.add(found.shelter())) {
          ways.add(way(lon, lat, found, CoverageResult.NO_WAY, found.millis()));
        }
      }
    }
    return ways;
  }

  private Way way(double lon, double lat, ShelterSearch.Found found, int sureMillis, int hopedMillis) {
    var layer = found.layer();
    var trail = found.trail().get();
    var gate = trail.gate();
    var start = found.start();
    var builder = new WayBuilder(reach.problem().streets(), lon, lat);
    builder.straight(start.lon(), start.lat(), start.offsetMetres(), layer.straightMillis(start.offsetMetres()));
    trail.legs().forEach(leg -> builder.along(leg, layer.snapper(), gate.snap()));
    if (gate.offsetMillis() > 0) {
      var entry = entry(gate);
      builder.straight(entry.x, entry.y, gate.snap().offsetMetres(), gate.offsetMillis());
    }
    return builder.build(found.shelter(), sureMillis, hopedMillis);
  }

  /** The place of a shelter that is nearest to one of its gates. */
  private Coordinate entry(Gate gate) {
    var geometry = reach.problem().shelters().get(gate.shelter()).geometry();
    if (geometry instanceof Point point) {
      return point.getCoordinate();
    }
    var there = nearestMetres(gate.shelter(), reach.projection().toMetres(gate.snap().lon(), gate.snap().lat()));
    return reach.projection().toDegrees(there.x, there.y);
  }

  private List<Way> straightLines(double lon, double lat, int count) {
    var here = reach.projection().toMetres(lon, lat);
    return IntStream.range(0, reach.problem().shelters().size())
        .filter(shelter -> reach.problem().shelters().get(shelter).standing() != Standing.OUT).mapToObj(shelter -> {
      var there = nearestMetres(shelter, here);
      double metres = there.distance(here);
      int millis = reach.pessimistic().straightMillis(metres);
      var end = reach.projection().toDegrees(there.x, there.y);
      return new Way(shelter, millis, millis, true, metres, WayBuilder.lineString(lon, lat, end.x, end.y), List.of());
    }).sorted(Comparator.comparingInt(Way::millis).thenComparing(Way::shelter)).limit(count).toList();
  }

  /** The place of a shelter that is nearest on the ground: degrees are not equally long in both directions. */
  private Coordinate nearestMetres(int shelter, Coordinate fromMetres) {
    var shape = reach.projection().toMetres(reach.problem().shelters().get(shelter).geometry());
    return DistanceOp.nearestPoints(shape, new GeometryFactory().createPoint(fromMetres))[0];
  }
}
