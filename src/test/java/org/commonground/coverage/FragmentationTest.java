package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Obstacles;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class FragmentationTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 1, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static ShelterSite point(double x, double y, Standing standing) {
    return new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(x, y)), null, standing);
  }

  private static ShelterSite square(double x, double y, double side, Standing standing) {
    return new ShelterSite(GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(x, y), Drawing.degrees(x + side, y),
        Drawing.degrees(x + side, y + side), Drawing.degrees(x, y + side), Drawing.degrees(x, y)}), null, standing);
  }

  private static DemandPlaces places(List<Coordinate> at, int[] people, int[] district) {
    return new DemandPlaces(at.stream().mapToDouble(place -> place.x).toArray(),
        at.stream().mapToDouble(place -> place.y).toArray(), people, district, Map.of());
  }

  /**
   * District 0 to the left of 500, district 1 to the right of it; a limit of 250 m.
   * <pre>shelter 0 --100-- 5 people --300-- 7 people | 100 | shelter 1 --150-- 9 people      island: 3 people outside</pre>
   */
  @Test
  void drawn() {
    var streets = new Drawing().node("a", 0, 0).node("b", 3_000, 0).street("a", "b").node("c", 0, 3_000).node("d", 2_500, 3_000)
        .street("c", "d").network();
    var at = List.of(Drawing.degrees(100, 0), Drawing.degrees(400, 0), Drawing.degrees(650, 0), Drawing.degrees(100, 3_000));
    var places = places(at, new int[] {5, 7, 9, 3}, new int[] {0, 0, 1, -1});
    var shelters = List.of(point(0, 0, Standing.COUNTS), point(500, 0, Standing.COUNTS));
    var reach = Reach.of(new CoverageProblem(streets, ADULT, places, 2, shelters));
    var result = FragmentationSolver.solve(new FragmentationProblem(reach, new int[] {0, 1}, 250_000));
    assertEquals(new StateCounts(24, 21, 0, 0, 3), result.together());
    assertEquals(new StateCounts(24, 14, 0, 7, 3), result.alone());
    assertEquals(List.of(new FragmentationPair(0, 1, 7, 0, 0)), result.pairs());
    assertEquals(new StateCounts(12, 5, 0, 7, 0), result.districts().get(0).alone());
    assertEquals(-1, result.districts().get(2).district());
    assertThrows(IllegalArgumentException.class, () -> new FragmentationProblem(reach, new int[] {0}, 1));
    assertThrows(IllegalArgumentException.class, () -> new FragmentationProblem(reach, new int[] {0, 2}, 1));
    assertThrows(IllegalArgumentException.class, () -> new FragmentationProblem(reach, new int[] {0, 1}, 0));
    var outside = FragmentationSolver.solve(new FragmentationProblem(reach, new int[] {0, -1}, 250_000));
    assertEquals(List.of(new FragmentationPair(-1, 1, 0, 9, 0), new FragmentationPair(-1, 0, 0, 7, 0)), outside.pairs());
    assertEquals(9, outside.districts().get(1).alone().unreachable(), "a district without shelters");
  }

  /** Each of two neighbours covers the same 7 people: either agreement gains them, both together no more. */
  @Test
  void gainsOfPairsDoNotAddUp() {
    var streets = new Drawing().node("a", 0, 0).node("b", 3_000, 0).street("a", "b").network();
    var places = places(List.of(Drawing.degrees(500, 0)), new int[] {7}, new int[] {0});
    var shelters = List.of(point(400, 0, Standing.COUNTS), point(600, 0, Standing.COUNTS));
    var reach = Reach.of(new CoverageProblem(streets, ADULT, places, 3, shelters));
    var result = FragmentationSolver.solve(new FragmentationProblem(reach, new int[] {1, 2}, 250_000));
    assertEquals(14, result.pairs().stream().mapToInt(FragmentationPair::people).sum());
    assertEquals(7, result.together().covered() - result.alone().covered());
    assertTrue(result.assumptions().stream().anyMatch(told -> told.sentence().contains("do not add up")));
  }

  /** Against whole searches in which only the shelters of one district, or of two, exist. */
  @Test
  void randomCitiesAgreeWithSearchesOfTheirOwn() {
    int gaining = 0;
    for (int seed = 0; seed < 16; seed++) {
      var random = new Random(seed);
      int districts = 1 + random.nextInt(3);
      var standing = new Standing[] {Standing.COUNTS, Standing.COUNTS, Standing.IN_DOUBT, Standing.OUT};
      var shelters = IntStream.range(0, 1 + random.nextInt(7)).mapToObj(i -> random.nextBoolean()
          ? point(random.nextInt(1_500), random.nextInt(1_500), standing[random.nextInt(4)])
          : square(random.nextInt(1_400), random.nextInt(1_400), 20 + random.nextInt(300), standing[random.nextInt(4)])).toList();
      var at = IntStream.range(0, 100).mapToObj(i -> Drawing.degrees(random.nextInt(1_600), random.nextInt(1_600))).toList();
      var places = places(at, random.ints(100, 0, 20).toArray(), random.ints(100, -1, districts).toArray());
      var home = random.ints(shelters.size(), -1, districts).toArray();
      var trapped = new boolean[100];
      trapped[random.nextInt(100)] = true;
      var left = new float[60];
      IntStream.range(0, 60).forEach(street -> left[street] = random.nextInt(5) == 0 ? random.nextInt(2) * 0.5f : 1);
      var obstacles = Obstacles.of(left);
      for (var profile : List.of(ADULT, WHEELS)) {
        var problem = new CoverageProblem(city(random), profile, places, districts, shelters,
            seed % 2 == 0 ? Circumstances.NONE : new Circumstances(obstacles, obstacles, trapped, List.of()));
        gaining += check(problem, home, 60_000 + random.nextInt(400_000), "seed " + seed + ", " + profile.name());
      }
    }
    assertTrue(gaining > 25, "only " + gaining + " pairs gain anything");
  }

  private static StreetNetwork city(Random random) {
    var drawing = new Drawing();
    IntStream.range(0, 40).forEach(node -> drawing.node("n" + node, random.nextInt(1_500), random.nextInt(1_500)));
    IntStream.range(0, 60).forEach(street -> drawing.street("n" + random.nextInt(40), "n" + random.nextInt(40), "footway",
        random.nextInt(4) > 0 ? "asphalt" : null, null, null));
    return drawing.network();
  }

  private static int check(CoverageProblem problem, int[] home, int limit, String what) {
    var reach = Reach.of(problem);
    var result = FragmentationSolver.solve(new FragmentationProblem(reach, home, limit));
    var all = CoverageSolver.solve(reach, limit).total();
    assertEquals(part(all), result.together(), what);
    var covered = new int[problem.districtCount() + 1];
    var millis = new int[problem.districtCount() + 1][];
    for (var one : result.districts()) {
      var alone = CoverageSolver.solve(only(problem, home, one.district(), one.district()), limit);
      var own = one.district() < 0 ? alone.outside() : alone.districts().get(one.district());
      assertEquals(part(own), one.alone(), what + ", district " + one.district());
      covered[one.district() + 1] = own.covered();
      millis[one.district() + 1] = alone.millis();
    }
    assertEquals(result.alone().covered(), IntStream.of(covered).sum(), what);
    int pairs = 0;
    for (int first = -1; first < problem.districtCount(); first++) {
      for (int second = first + 1; second < problem.districtCount(); second++) {
        var both = CoverageSolver.solve(only(problem, home, first, second), limit);
        var expected = gain(problem, first, second, limit, millis, both.millis());
        var pair = List.of(first, second);
        var found = result.pairs().stream().filter(one -> List.of(one.first(), one.second()).equals(pair)).findAny()
            .orElse(new FragmentationPair(first, second, 0, 0, 0));
        assertEquals(expected, found, what);
        pairs += found.people() + found.savedPersonMillis() > 0 ? 1 : 0;
      }
    }
    assertEquals(pairs, result.pairs().size(), what);
    return pairs;
  }

  private static FragmentationPair gain(CoverageProblem problem, int first, int second, int limit, int[][] alone, int[] both) {
    var people = new int[2];
    long saved = 0;
    for (int place = 0; place < both.length; place++) {
      int district = problem.places().district()[place];
      if (district != first && district != second || both[place] > limit) {
        continue;
      }
      int own = alone[district + 1][place];
      people[district == first ? 0 : 1] += own > limit ? problem.places().people()[place] : 0;
      saved += own > limit ? 0 : (long) problem.places().people()[place] * (own - both[place]);
    }
    return new FragmentationPair(first, second, people[0], people[1], saved);
  }

  private static Reach only(CoverageProblem problem, int[] home, int first, int second) {
    var shelters = IntStream.range(0, home.length).filter(shelter -> home[shelter] == first || home[shelter] == second)
        .mapToObj(problem.shelters()::get).toList();
    return Reach.of(problem.with(shelters, problem.circumstances()));
  }

  private static StateCounts part(Tally tally) {
    return new StateCounts(tally.total(), tally.covered(), tally.unknown(), tally.notCovered(), tally.unreachable());
  }
}
