package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Obstacles;
import org.commonground.network.Profile;
import org.commonground.network.StreetFact;
import org.commonground.network.Unknowns;
import org.commonground.people.Building;
import org.commonground.people.BuildingUse;
import org.commonground.space.Hazard;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SurveyTest {

  private static final Profile WHEELS = new Profile("wheelchair", 1, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  /** Every street is blocked with the chance of the damage, one of unrecorded width if that is unfavourable. */
  private static final BlockageWidths EVEN_CHANCE = new BlockageWidths(List.of(new BlockageWidths.WidthClass(13, 1, 0)));

  private static ShelterSite point(double x, double y, Standing standing) {
    return new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(x, y)), null, standing);
  }

  private static Geometry square(double x, double y, double side) {
    return GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(x, y), Drawing.degrees(x + side, y),
        Drawing.degrees(x + side, y + side), Drawing.degrees(x, y + side), Drawing.degrees(x, y)});
  }

  private static DemandPlaces places(List<Coordinate> at, int[] people) {
    return new DemandPlaces(at.stream().mapToDouble(place -> place.x).toArray(),
        at.stream().mapToDouble(place -> place.y).toArray(), people, new int[people.length], Map.of());
  }

  /**
   * <pre>shelter --ab-- --bc no surface-- 5 people --cd no kerb-- --de-- 7 people     shelter in doubt --fg-- 9 people</pre>
   */
  @Test
  void drawn() {
    var streets = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).node("d", 300, 0).node("e", 400, 0)
        .node("f", 0, 2_000).node("g", 3_000, 2_000).street("a", "b").street("b", "c", "footway", null, null, null)
        .street("c", "d", "footway", "asphalt", "unrecorded", null).street("d", "e").street("f", "g").network();
    var at = List.of(Drawing.degrees(190, 0), Drawing.degrees(390, 0), Drawing.degrees(300, 2_000), Drawing.degrees(50, 0));
    var problem = new CoverageProblem(streets, WHEELS, places(at, new int[] {5, 7, 9, 4}), 1,
        List.of(point(0, 0, Standing.COUNTS), point(0, 2_000, Standing.IN_DOUBT)));
    var result = SurveySolver.solve(Reach.of(problem), 600_000, 1);
    assertEquals(21, result.people());
    assertEquals(0, result.unattributed());
    assertEquals(List.of(new SurveyResult.FactCount(SurveyFact.SURFACE, 1, 12, 5),
        new SurveyResult.FactCount(SurveyFact.SUITABILITY, 1, 9, 9), new SurveyResult.FactCount(SurveyFact.KERB, 1, 7, 0)),
        result.facts());
    assertEquals(List.of(new SurveyResult.Place("street", 1, Set.of(SurveyFact.SURFACE), 12),
        new SurveyResult.Place("shelter", 1, Set.of(SurveyFact.SUITABILITY), 9),
        new SurveyResult.Place("street", 2, Set.of(SurveyFact.KERB), 7)), result.places());
    assertThrows(IllegalArgumentException.class, () -> SurveySolver.solve(Reach.of(problem), 0, 1));
    var surveyed = SurveySolver.solve(Reach.of(new CoverageProblem(streets, new Profile("adult", 1, 0.5, false, 100),
        problem.places(), 1, List.of(point(0, 0, Standing.COUNTS)))), 600_000, 1);
    assertEquals(new SurveyResult(16, 0, 0, List.of(), List.of(), surveyed.assumptions()), surveyed);
  }

  @Test
  void factsOfAStreetThatAreMissing() {
    var streets = new Drawing().node("a", 0, 0).node("b", 100, 0).street("a", "b", "footway", null, "yes", "limited")
        .street("a", "b", "footway", null, "raised", null).street("a", "b", "footway", null, null, "yes").street("a", "b")
        .network().streets();
    assertEquals(EnumSet.of(StreetFact.SURFACE, StreetFact.KERB, StreetFact.WHEELCHAIR), StreetFact.missing(streets.get(0), WHEELS));
    IntStream.range(1, 4).forEach(street -> assertEquals(Set.of(), StreetFact.missing(streets.get(street), WHEELS),
        "closed for sure, or open for sure: " + street));
    assertEquals(Set.of(), StreetFact.missing(streets.get(0), new Profile("adult", 1, 0.5, false, 100)));
  }

  /** Each person's way is searched on its own, and its streets in doubt are counted one by one. */
  @Test
  void randomCitiesAgreeWithOneWayAtATime() {
    var checked = new int[4];
    for (int seed = 0; seed < 16; seed++) {
      var random = new Random(seed);
      var drawing = new Drawing();
      IntStream.range(0, 40).forEach(node -> drawing.node("n" + node, random.nextInt(1_500), random.nextInt(1_500)));
      // No two streets between the same nodes: of two equally good ways either may be followed.
      random.ints(0, 1_600).filter(pair -> pair / 40 < pair % 40).distinct().limit(70).forEach(pair -> drawing.street(
          "n" + pair / 40, "n" + pair % 40, "footway", random.nextInt(4) > 0 ? "asphalt" : null,
          random.nextInt(6) == 0 ? "unrecorded" : null, null));
      var standing = new Standing[] {Standing.COUNTS, Standing.IN_DOUBT};
      var shelters = IntStream.range(0, 2 + random.nextInt(8)).mapToObj(i -> {
        var counts = standing[random.nextInt(2)];
        return random.nextBoolean() ? point(random.nextInt(1_500), random.nextInt(1_500), counts)
            : new ShelterSite(square(random.nextInt(1_400), random.nextInt(1_400), 20 + random.nextInt(300)), null, counts);
      }).toList();
      var at = IntStream.range(0, 80).mapToObj(i -> Drawing.degrees(random.nextInt(1_600), random.nextInt(1_600))).toList();
      var left = new float[70];
      var leftAtWorst = new float[70];
      IntStream.range(0, 70).forEach(street -> {
        left[street] = random.nextInt(15) == 0 ? 0 : 1;
        leftAtWorst[street] = random.nextInt(8) == 0 ? 0 : left[street];
      });
      var circumstances = seed % 2 == 0 ? Circumstances.NONE
          : new Circumstances(Obstacles.of(leftAtWorst), Obstacles.of(left), null, List.of());
      var reach = Reach.of(new CoverageProblem(drawing.network(), WHEELS, places(at, random.ints(80, 0, 20).toArray()), 1,
          shelters, circumstances));
      int limit = 200_000 + random.nextInt(600_000);
      for (int k = 1; k <= 3; k++) {
        checked[k] += check(reach, limit, k, "seed " + seed + ", k " + k);
      }
    }
    assertTrue(Arrays.stream(checked, 1, 4).allMatch(people -> people > 50), Arrays.toString(checked) + " people unknown");
  }

  private static int check(Reach reach, int limit, int k, String what) {
    var result = SurveySolver.solve(reach, limit, k);
    var expected = new Ways(reach);
    expected.count(reach, limit, k, street -> missing(reach, street), what);
    expected.compare(result, 1, what);
    var state = CoverageSolver.solve(reach, limit, k).total();
    assertEquals(state.unknown(), result.people(), what);
    assertEquals(state.covered(), result.covered(), what);
    return (int) Math.round(result.people());
  }

  /** One way at a time, for each person by itself. */
  private static final class Ways {

    private final Map<Integer, Long> onStreet = new TreeMap<>();
    private final Map<Integer, Long> onShelter = new TreeMap<>();
    private final Map<SurveyFact, Long> byFact = new HashMap<>();
    private final Map<SurveyFact, Long> alone = new HashMap<>();
    private final CoverageProblem problem;
    private long none;

    private Ways(Reach reach) {
      problem = reach.problem();
    }

    private void count(Reach reach, int limit, int k, IntFunction<Set<SurveyFact>> missing, String what) {
      var sure = ReachTable.of(reach, Unknowns.PESSIMISTIC, limit);
      var hoped = ReachTable.of(reach, Unknowns.OPTIMISTIC, limit);
      for (int place = 0; place < problem.places().count(); place++) {
        long people = problem.places().people()[place];
        var surely = shelters(sure, place);
        var perhaps = shelters(hoped, place);
        if (people == 0 || surely.size() >= k || perhaps.size() < k) {
          continue;
        }
        perhaps.removeAll(surely);
        var facts = EnumSet.noneOf(SurveyFact.class);
        var streets = new TreeSet<Integer>();
        var open = perhaps.subList(0, k - surely.size());
        for (int shelter : open) {
          if (problem.shelters().get(shelter).standing() == Standing.IN_DOUBT) {
            onShelter.merge(shelter, people, Long::sum);
            facts.add(SurveyFact.SUITABILITY);
          }
          streets.addAll(way(reach, place, shelter));
        }
        streets.removeIf(street -> missing.apply(street).isEmpty());
        streets.forEach(street -> {
          onStreet.merge(street, people, Long::sum);
          facts.addAll(missing.apply(street));
        });
        facts.forEach(fact -> byFact.merge(fact, people, Long::sum));
        if (facts.size() == 1) {
          alone.merge(facts.iterator().next(), people, Long::sum);
        }
        none += facts.isEmpty() ? people : 0;
        enough(reach, limit, place, open, streets, what);
      }
    }

    /** If all that the answer hangs on proves favourable, and all else does not, these shelters are reached in time. */
    private void enough(Reach reach, int limit, int place, List<Integer> open, Set<Integer> streets, String what) {
      var left = new float[problem.streets().streets().size()];
      IntStream.range(0, left.length).forEach(street -> left[street] = !doubtful(reach, street) || streets.contains(street)
          ? ReachLayer.obstacles(problem, Unknowns.OPTIMISTIC).speedLeft(street) : 0);
      var obstacles = Obstacles.of(left);
      var shelters = IntStream.range(0, problem.shelters().size()).mapToObj(i -> {
        var site = problem.shelters().get(i);
        return new ShelterSite(site.geometry(), null,
            site.standing() == Standing.COUNTS || open.contains(i) ? Standing.COUNTS : Standing.OUT);
      }).toList();
      var surveyed = ReachTable.of(reach.changed(shelters, new Circumstances(obstacles, obstacles, null, List.of())),
          Unknowns.OPTIMISTIC, limit);
      assertTrue(shelters(surveyed, place).containsAll(open), what + ", place " + place);
    }

    private static boolean doubtful(Reach reach, int street) {
      return reach.pessimistic().graph().millisToEnd(street) != reach.optimistic().graph().millisToEnd(street);
    }

    private void compare(SurveyResult result, int samples, String what) {
      assertEquals((double) none / samples, result.unattributed(), 1e-9, what);
      assertEquals(means(onStreet, samples), people(result, "street"), what);
      assertEquals(means(onShelter, samples), people(result, "shelter"), what);
      assertEquals(byFact.keySet(), Set.copyOf(result.facts().stream().map(SurveyResult.FactCount::fact).toList()), what);
      for (var count : result.facts()) {
        assertEquals((double) byFact.get(count.fact()) / samples, count.people(), what + count.fact());
        assertEquals((double) alone.getOrDefault(count.fact(), 0L) / samples, count.alone(), what + count.fact());
        assertEquals(result.places().stream().filter(place -> place.facts().contains(count.fact())).count(), count.features(), what);
      }
    }

    private static Map<Integer, Double> means(Map<Integer, Long> sums, int samples) {
      var means = new TreeMap<Integer, Double>();
      sums.forEach((id, sum) -> means.put(id, (double) sum / samples));
      return means;
    }
  }

  /** Shelters in time, nearest first, the lower index first where equally near. */
  private static List<Integer> shelters(ReachTable table, int place) {
    return new ArrayList<>(IntStream.range(table.firstEntry()[place], table.firstEntry()[place + 1]).boxed()
        .sorted(Comparator.comparingInt(entry -> table.millis()[entry])).map(entry -> table.shelter()[entry]).toList());
  }

  private static Map<Integer, Double> people(SurveyResult result, String layer) {
    var people = new TreeMap<Integer, Double>();
    result.places().stream().filter(place -> place.layer().equals(layer)).forEach(place -> people.put(place.id(), place.people()));
    return people;
  }

  private static Set<SurveyFact> missing(Reach reach, int street) {
    var missing = EnumSet.noneOf(SurveyFact.class);
    StreetFact.missing(reach.problem().streets().street(street), WHEELS).forEach(fact -> missing.add(SurveyFact.of(fact)));
    if (reach.problem().circumstances().pessimistic().closes(street)) {
      missing.add(SurveyFact.HAZARD);
    }
    return missing;
  }

  /** The streets that one person walks on to a shelter, from the person's own search on the favourable layer. */
  private static Set<Integer> way(Reach reach, int place, int shelter) {
    var layer = reach.optimistic();
    var places = reach.problem().places();
    if (layer.around(places.lon()[place], places.lat()[place]).contains(shelter)) {
      return Set.of();
    }
    var search = new PersonSearch(layer, layer.snap(place));
    var found = search.nearest(Integer.MAX_VALUE).stream().filter(one -> one.gate().shelter() == shelter).findAny().orElseThrow();
    var streets = new TreeSet<Integer>(Set.of(layer.snap(place).street()));
    search.trail(found).legs().stream().filter(leg -> leg.from() != leg.to()).forEach(leg -> streets.add(leg.street()));
    return streets;
  }

  /** <pre>shelter 0 --ab no surface-- 5 people --bc no kerb-- shelter 1 --cd-- shelter 2 in doubt</pre> */
  @Test
  void drawnForTwoAndThreeShelters() {
    var streets = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 300, 0).node("d", 400, 0)
        .street("a", "b", "footway", null, null, null).street("b", "c", "footway", "asphalt", "unrecorded", null).street("c", "d")
        .node("e", 100, 100).street("b", "e").network();
    var problem = new CoverageProblem(streets, WHEELS, places(List.of(Drawing.degrees(100, 90)), new int[] {5}), 1,
        List.of(point(0, 0, Standing.COUNTS), point(300, 0, Standing.COUNTS), point(400, 0, Standing.IN_DOUBT)));
    var two = SurveySolver.solve(Reach.of(problem), 600_000, 2);
    assertEquals(List.of(new SurveyResult.Place("street", 0, Set.of(SurveyFact.SURFACE), 5),
        new SurveyResult.Place("street", 1, Set.of(SurveyFact.KERB), 5)), two.places());
    var three = SurveySolver.solve(Reach.of(problem), 600_000, 3);
    assertEquals(List.of(new SurveyResult.FactCount(SurveyFact.SURFACE, 1, 5, 0), new SurveyResult.FactCount(SurveyFact.KERB, 1, 5, 0),
        new SurveyResult.FactCount(SurveyFact.SUITABILITY, 1, 5, 0)), three.facts());
    var open = new CoverageProblem(streets, new Profile("adult", 1, 0.5, false, 100), problem.places(), 1, problem.shelters());
    assertEquals(0, SurveySolver.solve(Reach.of(open), 600_000, 2).people());
    assertEquals(List.of(new SurveyResult.Place("shelter", 2, Set.of(SurveyFact.SUITABILITY), 5)),
        SurveySolver.solve(Reach.of(open), 600_000, 3).places());
    assertThrows(IllegalArgumentException.class, () -> SurveySolver.solve(Reach.of(problem), 600_000, 4));
  }

  /**
   * Each street of unrecorded width is blocked with a chance of 0.3, and the answer hangs on those of the way that are: 51 people of
   * 100 where both of two streets must be open, 30 on each; 9 where one of two side by side must be, all on the shorter one.
   */
  @Test
  void widthsAreMissingAsOftenAsTheirStreetsAreBlocked() {
    var row = new Drawing().node("a", 0, 0).node("b", 100, 0).bridge("a", "b").node("c", 200, 0).node("d", 300, 0)
        .street("b", "c").street("c", "d").network();
    var problem = new CoverageProblem(row, new Profile("adult", 1, 0.5, false, 100), places(List.of(Drawing.degrees(50, 0)),
        new int[] {100}), 1, List.of(point(300, 0, Standing.COUNTS)));
    int samples = 4_000;
    var found = SurveySolver.solve(Reach.of(problem), 600_000, 1, BlockageByWidth.of(row, EVEN_CHANCE, 30, null), 1, samples);
    double margin = 5 * 50 / Math.sqrt(samples);
    assertEquals(51, found.people(), margin);
    assertEquals(49, found.covered(), margin);
    assertEquals(100, found.people() + found.covered(), 1e-9);
    assertEquals(Set.of(1, 2), people(found, "street").keySet());
    people(found, "street").values().forEach(people -> assertEquals(30, people, margin));
    assertEquals(List.of(new SurveyResult.FactCount(SurveyFact.WIDTH, 2, found.people(), found.people())), found.facts());
    var beside = new Drawing().node("a", 0, 0).node("b", 100, 0).bridge("a", "b").node("c", 200, 0).street("b", "c")
        .bent("b", "c", List.of(new Coordinate(150, 100))).network();
    var two = SurveySolver.solve(Reach.of(new CoverageProblem(beside, problem.profile(), problem.places(), 1,
        List.of(point(200, 0, Standing.COUNTS)))), 600_000, 1, BlockageByWidth.of(beside, EVEN_CHANCE, 30, null), 1, samples);
    assertEquals(9, two.people(), margin);
    assertEquals(Map.of(1, two.people()), people(two, "street"));
  }

  /** Each sample searched anew, on its own, with one way at a time; the same on any number of threads. */
  @Test
  void randomCollapsesAgreeWithOneSampleAtATime() throws Exception {
    double unknown = 0;
    for (int seed = 0; seed < 6; seed++) {
      var random = new Random(seed);
      var drawing = new Drawing();
      IntStream.range(0, 30).forEach(node -> drawing.node("n" + node, random.nextInt(1_200), random.nextInt(1_200)));
      random.ints(0, 900).filter(pair -> pair / 30 < pair % 30).distinct().limit(60).forEach(pair -> drawing.street(
          "n" + pair / 30, "n" + pair % 30, "footway", random.nextInt(9) > 0 ? "asphalt" : null, null, null));
      var streets = drawing.network();
      var at = IntStream.range(0, 50).mapToObj(i -> Drawing.degrees(random.nextInt(1_200), random.nextInt(1_200))).toList();
      var shelters = IntStream.range(0, 4).mapToObj(i -> point(random.nextInt(1_200), random.nextInt(1_200),
          i == 3 ? Standing.IN_DOUBT : Standing.COUNTS)).toList();
      var problem = new CoverageProblem(streets, WHEELS, places(at, random.ints(50, 0, 20).toArray()), 1, shelters);
      var blockage = BlockageByWidth.of(streets, EVEN_CHANCE, 20, null);
      for (int k = 1; k <= 2; k++) {
        int shelterCount = k;
        var reach = Reach.of(problem);
        var expected = new Ways(reach);
        for (int sample = 0; sample < 10; sample++) {
          var blocked = blockage.blocked(Unknowns.PESSIMISTIC, seed, sample);
          var left = new float[60];
          var leftAtWorst = new float[60];
          IntStream.range(0, 60).forEach(street -> {
            left[street] = 1;
            leftAtWorst[street] = blocked.get(street) ? 0 : 1;
          });
          var now = Reach.of(new CoverageProblem(streets, WHEELS, problem.places(), 1, shelters,
              new Circumstances(Obstacles.of(leftAtWorst), Obstacles.of(left), null, List.of())));
          expected.count(now, 500_000, k, street -> {
            var missing = missing(reach, street);
            if (blocked.get(street)) {
              missing.add(SurveyFact.WIDTH);
            }
            return missing;
          }, "seed " + seed + ", sample " + sample);
        }
        int town = seed;
        var found = SurveySolver.solve(reach, 500_000, k, blockage, seed, 10);
        expected.compare(found, 10, "seed " + seed + ", k " + k);
        assertEquals(found, new ForkJoinPool(3).submit(() -> SurveySolver.solve(reach, 500_000, shelterCount, blockage, town, 10)).get());
        unknown += found.people();
      }
    }
    assertTrue(unknown > 300, unknown + " people unknown");
    assertThrows(IllegalArgumentException.class, () -> SurveySolver.solve(Reach.of(new CoverageProblem(new Drawing().network(), WHEELS,
        places(List.of(), new int[0]), 1, List.of())), 1, 1, null, 0, 9));
  }

  /** Against every choice of storeys: at their lowest, in the middle, at their highest. */
  @Test
  void noChoiceOfStoreysGoesBeyond() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int homes = 1 + random.nextInt(7);
      var low = IntStream.range(0, homes).mapToDouble(home -> random.nextInt(5)).toArray();
      var high = IntStream.range(0, homes).mapToDouble(home -> low[home] + random.nextInt(3) * 4).toArray();
      var covered = new boolean[homes];
      IntStream.range(0, homes).forEach(home -> covered[home] = random.nextBoolean());
      var district = random.ints(homes, -1, 1).toArray();
      var people = new int[] {random.nextInt(1_000), random.nextInt(1_000)};
      var found = SurveyLevels.of(low, high, covered, district, people);
      for (int at = 0; at < 2; at++) {
        double least = Double.MAX_VALUE;
        double most = -1;
        for (int choice = 0; choice < Math.pow(3, homes); choice++) {
          double in = 0;
          double all = 0;
          for (int home = 0, rest = choice; home < homes; home++, rest /= 3) {
            double weight = district[home] + (at == 0 ? 0 : 1) == 0 ? low[home] + rest % 3 / 2.0 * (high[home] - low[home]) : 0;
            all += weight;
            in += covered[home] ? weight : 0;
          }
          least = Math.min(least, all == 0 ? 0 : people[at] * in / all);
          most = Math.max(most, all == 0 ? people[at] : people[at] * in / all);
        }
        assertEquals(least, found.least()[at], 1e-9, "seed " + seed);
        assertEquals(most, found.most()[at], 1e-9, "seed " + seed);
      }
    }
    assertThrows(IllegalArgumentException.class,
        () -> SurveyLevels.of(new double[] {2}, new double[] {1}, new boolean[1], new int[1], new int[2]));
    assertThrows(IllegalArgumentException.class,
        () -> SurveyLevels.of(new double[] {1}, new double[] {1}, new boolean[1], new int[] {1}, new int[2]));
  }

  @Test
  void talliesWhatIsNotRecorded() {
    var streets = new Drawing().node("a", 0, 0).node("b", 100, 0).street("a", "b", "footway", null, "unrecorded", null)
        .street("a", "b").network();
    var shelters = List.of(shelter(null, Map.of()), shelter(5, Map.of(Hazard.EARTHQUAKE, Suitability.SUITABLE)));
    var buildings = List.of(building(null, null), building(2.0, null), building(null, 9.0));
    assertEquals(new SurveyCounts(2, 2, 1, 1, 2, 1, 1, 3, 2, 2, 1), SurveyCounts.of(streets, shelters, null, buildings));
    assertEquals(2, SurveyCounts.of(streets, shelters, Hazard.FLOOD, buildings).withoutSuitability());
    assertEquals(400, SurveyLevels.weight(buildings.get(0), 4));
    assertEquals(200, SurveyLevels.weight(buildings.get(1), 4));
    assertEquals(300, SurveyLevels.weight(buildings.get(2), 4));
  }

  private static Shelter shelter(Integer capacity, Map<Hazard, Suitability> hazards) {
    return new Shelter(0, "1", null, Map.of(), null, square(0, 0, 10), capacity, hazards, null, false, Map.of());
  }

  private static Building building(Double levels, Double height) {
    return new Building(0, "way/1", BuildingUse.RESIDENTIAL, null, levels, height, 100, square(0, 0, 10), Map.of());
  }
}
