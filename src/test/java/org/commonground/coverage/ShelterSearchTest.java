package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonground.coverage.PersonSearch.Arrival;
import org.commonground.network.Drawing;
import org.commonground.network.Obstacles;
import org.commonground.network.Profile;
import org.commonground.network.RandomNetwork;
import org.commonground.network.Slope;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What is read off the nodes against the search from the person, in cities drawn by chance: with streets closed and slowed, surely or
 * perhaps, and with shelters that count, are in doubt, or are out.
 */
class ShelterSearchTest {

  private static final List<Profile> PROFILES = List.of(new Profile("adult", 1.2, 0.5, false, 100, new Slope(3.5, 0.05)),
      new Profile("wheelchair", 0.7, 0, true, 8));
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int PEOPLE = 40;

  @Test
  void theTreeHasTheTimesOfTheSearchAndWaysThatTakeThem() {
    int ways = 0;
    int asked = 0;
    for (int seed = 0; seed < 120; seed++) {
      var random = new Random(seed);
      var reach = reach(random);
      for (int person = 0; person < PEOPLE; person++) {
        var at = Drawing.degrees(random.nextInt(2_200) - 100, random.nextInt(2_200) - 100);
        var what = "seed " + seed + ", person " + person;
        var sure = times(reach.pessimistic(), at);
        var hoped = times(reach.optimistic(), at);
        ways += checkTree(reach.pessimistic(), reach.pessimisticRanks(), at, sure, what);
        ways += checkTree(reach.optimistic(), reach.optimisticRanks(), at, hoped, what);
        asked += checkAnswer(reach, at, sure, hoped, what);
      }
    }
    assertTrue(ways > 5_000, ways + " ways");
    assertTrue(asked > 100, asked + " sure ways to shelters that are not among the nearest by the other reading");
  }

  private static Reach reach(Random random) {
    var streets = RandomNetwork.draw(random, 60, 50 + random.nextInt(60));
    var shelters = new ArrayList<ShelterSite>();
    IntStream.range(0, 2 + random.nextInt(9)).forEach(i -> shelters.add(
        new ShelterSite(shape(random), null, Standing.values()[Math.max(0, random.nextInt(6) - 3)])));
    int count = streets.streets().size();
    var hoped = new float[count];
    var sure = new float[count];
    for (int street = 0; street < count; street++) {
      hoped[street] = random.nextInt(8) == 0 ? random.nextInt(3) / 2f : 1;
      sure[street] = random.nextInt(12) == 0 ? hoped[street] * random.nextInt(3) / 2f : hoped[street];
    }
    var optimistic = Obstacles.of(hoped);
    var circumstances = switch (random.nextInt(3)) {
      case 0 -> Circumstances.NONE;
      case 1 -> new Circumstances(optimistic, optimistic, null, List.of());
      default -> new Circumstances(Obstacles.of(sure), optimistic, null, List.of());
    };
    var nobody = new DemandPlaces(new double[0], new double[0], new int[0], new int[0], Map.of());
    return Reach.of(new CoverageProblem(streets, PROFILES.get(random.nextInt(2)), nobody, 0, shelters, circumstances));
  }

  private static Geometry shape(Random random) {
    var at = GEOMETRIES.createPoint(Drawing.degrees(random.nextInt(2_000), random.nextInt(2_000)));
    return random.nextBoolean() ? at : at.buffer((20 + random.nextInt(200)) * 1e-5, 3);
  }

  /** Time to every shelter that the search from the person reaches. */
  private static Map<Integer, Integer> times(ReachLayer layer, Coordinate at) {
    var snap = layer.snap(at.x, at.y);
    return snap == null ? Map.of() : new PersonSearch(layer, snap).nearest(Integer.MAX_VALUE).stream()
        .collect(Collectors.toMap(arrival -> arrival.gate().shelter(), Arrival::millis));
  }

  private static List<Integer> nearestFirst(Map<Integer, Integer> times) {
    return times.keySet().stream().sorted(java.util.Comparator.comparing(times::get).thenComparing(s -> (int) s)).toList();
  }

  private static int checkTree(ReachLayer layer, Ranks ranks, Coordinate at, Map<Integer, Integer> expected, String what) {
    var snap = layer.snap(at.x, at.y);
    if (snap == null) {
      return 0;
    }
    var tree = new TreeSearch(layer, ranks.trees(), snap);
    var shelters = IntStream.of(tree.shelters()).boxed().toList();
    assertEquals(nearestFirst(expected).stream().limit(Ranks.K).toList(), shelters, what);
    for (int shelter : shelters) {
      assertEquals(expected.get(shelter), tree.millis(shelter), what);
      checkTrail(layer, tree.trail(shelter), snap, tree.millis(shelter), what);
    }
    return shelters.size();
  }

  /** Leg joins leg at a node, no street is closed, and all takes the time that was said. */
  private static void checkTrail(ReachLayer layer, Trail trail, org.commonground.network.Snap start, int millis, String what) {
    int sum = layer.straightMillis(start.offsetMetres()) + trail.gate().offsetMillis();
    int node = -1;
    for (var leg : trail.legs()) {
      assertTrue(layer.graph().passable(leg.street()), what);
      ToIntFunction<Double> end = share -> share == 0 ? layer.graph().streets().street(leg.street()).from()
          : share == 1 ? layer.graph().streets().street(leg.street()).to() : -1;
      if (leg != trail.legs().get(0)) {
        assertEquals(node, end.applyAsInt(leg.from()), what);
      }
      node = end.applyAsInt(leg.to());
      sum += leg.millis();
    }
    assertEquals(millis, sum, what);
    if (trail.gate().snap() == null) {
      assertEquals(trail.gate().node(), node, what);
    } else {
      var last = trail.legs().get(trail.legs().size() - 1);
      assertEquals(trail.gate().snap().street(), last.street(), what);
      assertEquals(trail.gate().snap().fraction(), last.to(), what);
    }
  }

  /** The whole answer, for few and for many shelters. Returns how many of its times the tree of the other reading does not hold. */
  private static int checkAnswer(Reach reach, Coordinate at, Map<Integer, Integer> sure, Map<Integer, Integer> hoped, String what) {
    var around = reach.optimistic().around(at.x, at.y);
    var order = new ArrayList<>(around);
    order.addAll(nearestFirst(sure));
    order.addAll(nearestFirst(hoped));
    var expected = order.stream().distinct().toList();
    int unknown = 0;
    for (int count = 1; count <= 6 && !expected.isEmpty(); count++) {
      var ways = new ShelterFinder(reach).nearest(at.x, at.y, count);
      assertEquals(expected.stream().limit(count).toList(), ways.stream().map(Way::shelter).toList(), what);
      for (var way : ways) {
        boolean here = around.contains(way.shelter());
        boolean counts = reach.problem().shelters().get(way.shelter()).standing() == Standing.COUNTS;
        int time = sure.getOrDefault(way.shelter(), CoverageResult.NO_WAY);
        int best = Math.min(time, hoped.getOrDefault(way.shelter(), CoverageResult.NO_WAY));
        assertEquals(here ? counts ? 0 : CoverageResult.NO_WAY : time, way.millis(), what);
        assertEquals(here ? 0 : best, way.optimisticMillis(), what);
        unknown += count <= Ranks.K && !here && time != CoverageResult.NO_WAY
            && nearestFirst(hoped).stream().limit(Ranks.K).noneMatch(shelter -> shelter == way.shelter()) ? 1 : 0;
      }
    }
    return unknown;
  }
}
