package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.coverage.PersonSearch.Arrival;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Answers which shelters are nearest to one person, on foot, and how to walk there.
 *
 * <ol>
 *   <li>Somebody inside a shelter's area is there already; inside two, in both.
 *   <li>The person goes to the nearest place on a street; where there is none near enough, or no way leads to any shelter, the
 *       nearest shelters in a straight line are named, and labelled so.
 *   <li>The nearest shelters are searched on the pessimistic graph and, where the answer is a range, on the optimistic one.
 *   <li>Each way is drawn and described on the graph that gave it.
 * </ol>
 */
public final class ShelterFinder {

  private final Reach reach;

  public ShelterFinder(Reach reach) {
    this.reach = reach;
  }

  private record Found(PersonSearch search, ReachLayer layer, Arrival arrival) {
  }

  /**
   * @param count how many shelters at most, at least 1
   * @return nearest by pessimistic walking time first, by optimistic time where there is no pessimistic way; empty only where
   *     there is no shelter at all
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
    long wanted = (long) count + around.size();
    var sure = search(reach.pessimistic(), lon, lat, wanted);
    var hoped = reach.isRange() ? search(reach.optimistic(), lon, lat, wanted) : sure;
    if (reach.isRange()) {
      sure.forEach((shelter, found) -> hoped.merge(shelter, found, ShelterFinder::shorter));
    }
    var ways = new ArrayList<Way>();
    around.stream().limit(count).forEach(
        shelter -> ways.add(here(shelter, lon, lat, millis(sure.get(shelter)))));
    IntStream.range(0, reach.problem().shelters().size())
        .filter(shelter -> !around.contains(shelter) && hoped.containsKey(shelter)).boxed()
        .sorted(Comparator.comparingInt((Integer shelter) -> millis(sure.get(shelter)))
            .thenComparingInt(shelter -> millis(hoped.get(shelter))).thenComparing(Comparator.naturalOrder()))
        .limit(count - ways.size())
        .forEach(shelter -> ways.add(way(lon, lat, sure.get(shelter), hoped.get(shelter))));
    return ways.isEmpty() ? straightLines(lon, lat, count) : ways;
  }

  /** Somebody in a shelter's area is there, surely or, where it is in doubt whether it counts, perhaps. */
  private Way here(int shelter, double lon, double lat, int sureMillis) {
    boolean counts = reach.problem().shelters().get(shelter).standing() == Standing.COUNTS;
    return new WayBuilder(reach.projection()).build(shelter, counts ? 0 : sureMillis, 0, new Coordinate(lon, lat));
  }

  /** Shelters found by index. For a range all of them are searched, so that each has both its times. */
  private Map<Integer, Found> search(ReachLayer layer, double lon, double lat, long wanted) {
    var snap = layer.snap(lon, lat);
    var found = new HashMap<Integer, Found>();
    if (snap != null) {
      var search = new PersonSearch(layer, snap);
      search.nearest(reach.isRange() ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, wanted))
          .forEach(one -> found.put(one.gate().shelter(), new Found(search, layer, one)));
    }
    return found;
  }

  private static Found shorter(Found a, Found b) {
    return millis(b) < millis(a) ? b : a;
  }

  private static int millis(Found found) {
    return found == null ? CoverageResult.NO_WAY : found.arrival().millis();
  }

  private Way way(double lon, double lat, Found sure, Found hoped) {
    var found = sure == null ? hoped : sure;
    var search = found.search();
    var gate = found.arrival().gate();
    var streets = found.layer().graph().streets();
    var builder = new WayBuilder(reach.projection());
    var start = found.layer().snap(lon, lat);
    builder.straight(lon, lat, start.lon(), start.lat(), search.accessMillis());
    search.legs(found.arrival()).forEach(leg -> builder.along(streets, leg));
    var end = gate.snap() == null ? new Coordinate(streets.nodeLon(gate.node()), streets.nodeLat(gate.node()))
        : new Coordinate(gate.snap().lon(), gate.snap().lat());
    if (gate.offsetMillis() > 0) {
      var there = nearestMetres(gate.shelter(), reach.projection().toMetres(end.x, end.y));
      var inside = reach.projection().toDegrees(there.x, there.y);
      builder.straight(end.x, end.y, inside.x, inside.y, gate.offsetMillis());
      end = inside;
    }
    return builder.build(gate.shelter(), millis(sure), millis(hoped), end);
  }

  private List<Way> straightLines(double lon, double lat, int count) {
    var here = reach.projection().toMetres(lon, lat);
    return IntStream.range(0, reach.problem().shelters().size())
        .filter(shelter -> reach.problem().shelters().get(shelter).standing() != Standing.OUT).mapToObj(shelter -> {
      var there = nearestMetres(shelter, here);
      double metres = there.distance(here);
      int millis = reach.pessimistic().straightMillis(metres);
      var line = WayBuilder.lineString(List.of(new Coordinate(lon, lat), reach.projection().toDegrees(there.x, there.y)));
      return new Way(shelter, millis, millis, true, metres, line, List.of());
    }).sorted(Comparator.comparingInt(Way::millis).thenComparing(Way::shelter)).limit(count).toList();
  }

  /** The place of a shelter that is nearest on the ground: degrees are not equally long in both directions. */
  private Coordinate nearestMetres(int shelter, Coordinate fromMetres) {
    var shape = reach.projection().toMetres(reach.problem().shelters().get(shelter).geometry());
    return DistanceOp.nearestPoints(shape, new GeometryFactory().createPoint(fromMetres))[0];
  }
}
