package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Second and third shelters, and the loss of one, against searches from each shelter alone and without it. */
class RedundancyTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 1, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static ShelterSite point(double x, double y) {
    return new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(x, y)), null);
  }

  private static ShelterSite square(double x, double y, double side) {
    return new ShelterSite(GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(x, y), Drawing.degrees(x + side, y),
        Drawing.degrees(x + side, y + side), Drawing.degrees(x, y + side), Drawing.degrees(x, y)}), null);
  }

  private static DemandPlaces places(List<Coordinate> at, int[] people) {
    return new DemandPlaces(at.stream().mapToDouble(place -> place.x).toArray(), at.stream().mapToDouble(place -> place.y).toArray(),
        people, new int[people.length], Map.of());
  }

  /** <pre>shelter 0 --100-- 5 people --100-- 7 people --300-- shelter 1</pre> */
  @Test
  void drawn() {
    var streets = new Drawing().node("a", 0, 0).node("b", 500, 0).street("a", "b").network();
    var at = List.of(Drawing.degrees(100, 0), Drawing.degrees(200, 0));
    var reach = Reach.of(new CoverageProblem(streets, ADULT, places(at, new int[] {5, 7}), 1, List.of(point(0, 0), point(500, 0))));
    assertEquals(12, CoverageSolver.solve(reach, 350_000, 1).total().covered());
    var second = CoverageSolver.solve(reach, 350_000, 2);
    assertEquals(7, second.total().covered());
    assertEquals(List.of(1, 1), IntStream.of(second.shelter()).boxed().toList());
    assertEquals(400_000, second.millis()[0], 2);
    assertEquals(12, CoverageSolver.solve(reach, 350_000, 3).total().unreachable(), "there is no third shelter");
    var losses = ShelterLosses.rank(reach, 350_000);
    assertEquals("0 12 5, 1 0 0", losses.get(0).shelter() + " " + losses.get(0).people() + " " + losses.get(0).uncovered() + ", "
        + losses.get(1).shelter() + " " + losses.get(1).people() + " " + losses.get(1).uncovered());
    assertEquals(at.get(0).x, losses.get(0).west(), 1e-9);
    assertEquals(7 * 100_000, losses.get(0).addedPersonMillis(), 50, "the seven walk 300 m instead of 200");
    assertThrows(IllegalArgumentException.class, () -> CoverageSolver.solve(reach, 1, 4));
    assertThrows(IllegalArgumentException.class, () -> ShelterLosses.rank(reach, 0));
  }

  @Test
  void randomCitiesAgreeWithOneShelterAtATime() {
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var streets = city(random);
      var shelters = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(i -> random.nextBoolean()
          ? point(random.nextInt(1_500), random.nextInt(1_500))
          : square(random.nextInt(1_400), random.nextInt(1_400), 20 + random.nextInt(300))).toList();
      var at = IntStream.range(0, 120).mapToObj(i -> Drawing.degrees(random.nextInt(1_600), random.nextInt(1_600))).toList();
      var people = IntStream.range(0, 120).map(i -> random.nextInt(20)).toArray();
      for (var profile : List.of(ADULT, WHEELS)) {
        check(streets, profile, places(at, people), shelters, 60_000 + random.nextInt(600_000), "seed " + seed);
      }
    }
  }

  private static StreetNetwork city(Random random) {
    var drawing = new Drawing();
    IntStream.range(0, 40).forEach(node -> drawing.node("n" + node, random.nextInt(1_500), random.nextInt(1_500)));
    IntStream.range(0, 60).forEach(street -> drawing.street("n" + random.nextInt(40), "n" + random.nextInt(40), "footway",
        random.nextInt(4) > 0 ? "asphalt" : null, null, null));
    return drawing.network();
  }

  private static void check(StreetNetwork streets, Profile profile, DemandPlaces places, List<ShelterSite> shelters, int limit,
      String what) {
    var reach = Reach.of(new CoverageProblem(streets, profile, places, 1, shelters));
    var alone = shelters.stream().map(one -> Reach.of(new CoverageProblem(streets, profile, places, 1, List.of(one)))).toList();
    for (int k = 1; k <= CoverageSolver.MOST_SHELTERS; k++) {
      var result = CoverageSolver.solve(reach, limit, k);
      for (int place = 0; place < places.count(); place++) {
        assertEquals(kth(alone.stream().map(one -> one.pessimistic().placeMillis()).toList(), place, k), result.millis()[place], what + ", k " + k);
        assertEquals(kth(alone.stream().map(Reach::optimisticMillis).toList(), place, k), result.optimisticMillis()[place], what);
      }
      assertTrue(k == 1 || result.total().covered() <= CoverageSolver.solve(reach, limit, k - 1).total().covered());
    }
    int covered = CoverageSolver.solve(reach, limit).total().covered();
    for (var loss : ShelterLosses.rank(reach, limit)) {
      var rest = new ArrayList<>(shelters);
      rest.remove(loss.shelter());
      var without = CoverageSolver.solve(Reach.of(new CoverageProblem(streets, profile, places, 1, rest)), limit);
      assertEquals(covered - without.total().covered(), loss.uncovered(), what + ", without " + loss.shelter());
      var now = reach.pessimistic().placeMillis();
      assertEquals(IntStream.range(0, places.count()).filter(place -> without.millis()[place] <= limit)
          .mapToLong(place -> (long) places.people()[place] * (without.millis()[place] - now[place])).sum(), loss.addedPersonMillis(), what);
    }
  }

  private static int kth(List<int[]> alone, int place, int k) {
    var times = alone.stream().mapToInt(millis -> millis[place]).sorted().toArray();
    return k > times.length ? CoverageResult.NO_WAY : times[k - 1];
  }
}
