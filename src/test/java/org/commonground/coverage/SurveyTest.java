package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Obstacles;
import org.commonground.network.Profile;
import org.commonground.network.StreetFact;
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
    var result = SurveySolver.solve(Reach.of(problem), 600_000);
    assertEquals(21, result.people());
    assertEquals(0, result.unattributed());
    assertEquals(List.of(new SurveyResult.FactCount(SurveyFact.SURFACE, 1, 12, 5),
        new SurveyResult.FactCount(SurveyFact.SUITABILITY, 1, 9, 9), new SurveyResult.FactCount(SurveyFact.KERB, 1, 7, 0)),
        result.facts());
    assertEquals(List.of(new SurveyResult.Place("street", 1, Set.of(SurveyFact.SURFACE), 12),
        new SurveyResult.Place("shelter", 1, Set.of(SurveyFact.SUITABILITY), 9),
        new SurveyResult.Place("street", 2, Set.of(SurveyFact.KERB), 7)), result.places());
    assertThrows(IllegalArgumentException.class, () -> SurveySolver.solve(Reach.of(problem), 0));
    var surveyed = SurveySolver.solve(Reach.of(new CoverageProblem(streets, new Profile("adult", 1, 0.5, false, 100),
        problem.places(), 1, List.of(point(0, 0, Standing.COUNTS)))), 600_000);
    assertEquals(new SurveyResult(0, 0, List.of(), List.of(), surveyed.assumptions()), surveyed);
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
    int checked = 0;
    for (int seed = 0; seed < 16; seed++) {
      var random = new Random(seed);
      var drawing = new Drawing();
      IntStream.range(0, 40).forEach(node -> drawing.node("n" + node, random.nextInt(1_500), random.nextInt(1_500)));
      // No two streets between the same nodes: of two equally good ways either may be followed.
      random.ints(0, 1_600).filter(pair -> pair / 40 < pair % 40).distinct().limit(70).forEach(pair -> drawing.street(
          "n" + pair / 40, "n" + pair % 40, "footway", random.nextInt(4) > 0 ? "asphalt" : null,
          random.nextInt(6) == 0 ? "unrecorded" : null, null));
      var standing = new Standing[] {Standing.COUNTS, Standing.IN_DOUBT};
      var shelters = IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> {
        var counts = standing[random.nextInt(2)];
        return random.nextBoolean() ? point(random.nextInt(1_500), random.nextInt(1_500), counts)
            : new ShelterSite(square(random.nextInt(1_400), random.nextInt(1_400), 20 + random.nextInt(300)), null, counts);
      }).toList();
      var at = IntStream.range(0, 80).mapToObj(i -> Drawing.degrees(random.nextInt(1_600), random.nextInt(1_600))).toList();
      var left = new float[70];
      var leftAtWorst = new float[70];
      IntStream.range(0, 70).forEach(street -> {
        left[street] = 1;
        leftAtWorst[street] = random.nextInt(8) == 0 ? 0 : 1;
      });
      var circumstances = seed % 2 == 0 ? Circumstances.NONE
          : new Circumstances(Obstacles.of(leftAtWorst), Obstacles.of(left), null, List.of());
      var reach = Reach.of(new CoverageProblem(drawing.network(), WHEELS, places(at, random.ints(80, 0, 20).toArray()), 1,
          shelters, circumstances));
      checked += check(reach, 200_000 + random.nextInt(600_000), "seed " + seed);
    }
    assertTrue(checked > 1_000, checked + " people unknown");
  }

  private static int check(Reach reach, int limit, String what) {
    var result = SurveySolver.solve(reach, limit);
    var state = CoverageSolver.solve(reach, limit);
    var places = reach.problem().places();
    var onStreet = new TreeMap<Integer, Long>();
    var onShelter = new TreeMap<Integer, Long>();
    var byFact = new HashMap<SurveyFact, Long>();
    var alone = new HashMap<SurveyFact, Long>();
    long none = 0;
    for (int place = 0; place < places.count(); place++) {
      if (state.state()[place] != CoverState.UNKNOWN || places.people()[place] == 0) {
        continue;
      }
      long people = places.people()[place];
      var facts = EnumSet.noneOf(SurveyFact.class);
      int shelter = reach.optimisticShelter()[place];
      if (reach.problem().shelters().get(shelter).standing() == Standing.IN_DOUBT) {
        onShelter.merge(shelter, people, Long::sum);
        facts.add(SurveyFact.SUITABILITY);
      }
      for (int street : way(reach, place)) {
        var missing = missing(reach, street);
        facts.addAll(missing);
        if (!missing.isEmpty()) {
          onStreet.merge(street, people, Long::sum);
        }
      }
      facts.forEach(fact -> byFact.merge(fact, people, Long::sum));
      if (facts.size() == 1) {
        alone.merge(facts.iterator().next(), people, Long::sum);
      }
      none += facts.isEmpty() ? people : 0;
    }
    assertEquals(state.total().unknown(), result.people(), what);
    assertEquals(none, result.unattributed(), what);
    assertEquals(onStreet, people(result, "street"), what);
    assertEquals(onShelter, people(result, "shelter"), what);
    assertEquals(byFact.keySet(), Set.copyOf(result.facts().stream().map(SurveyResult.FactCount::fact).toList()), what);
    for (var count : result.facts()) {
      assertEquals(byFact.get(count.fact()), count.people(), what + count.fact());
      assertEquals(alone.getOrDefault(count.fact(), 0L), count.alone(), what + count.fact());
      assertEquals(result.places().stream().filter(place -> place.facts().contains(count.fact())).count(), count.features(), what);
    }
    return (int) result.people();
  }

  private static Map<Integer, Long> people(SurveyResult result, String layer) {
    var people = new TreeMap<Integer, Long>();
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

  /** The streets that one person walks on, from the person's own search on the favourable layer. */
  private static Set<Integer> way(Reach reach, int place) {
    var layer = reach.optimistic();
    var places = reach.problem().places();
    int shelter = reach.optimisticShelter()[place];
    if (layer.around(places.lon()[place], places.lat()[place]).contains(shelter)) {
      return Set.of();
    }
    var search = new PersonSearch(layer, layer.snap(place));
    var found = search.nearest(Integer.MAX_VALUE).stream().filter(one -> one.gate().shelter() == shelter).findAny().orElseThrow();
    assertEquals(reach.optimisticMillis()[place], found.millis());
    var streets = new java.util.TreeSet<Integer>(Set.of(layer.snap(place).street()));
    search.trail(found).legs().stream().filter(leg -> leg.from() != leg.to()).forEach(leg -> streets.add(leg.street()));
    return streets;
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
