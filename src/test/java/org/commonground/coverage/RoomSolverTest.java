package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.RandomNetwork;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class RoomSolverTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile ELDERLY = new Profile("elderly", 0.5, 0.3, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 0.7, 0, true, 8);
  private static final int LIMIT = 600_000;

  private static Reach reach(StreetNetwork streets, Profile profile, DemandPlaces places, int districts, ShelterSite... sites) {
    return Reach.of(new CoverageProblem(streets, profile, places, districts, List.of(sites)));
  }

  private static ShelterSite at(double x, Standing standing) {
    return new ShelterSite(new GeometryFactory().createPoint(Drawing.degrees(x, 0)), null, standing);
  }

  private static DemandPlaces places(int... x) {
    var at = IntStream.of(x).mapToObj(metres -> Drawing.degrees(metres, 0)).toList();
    return new DemandPlaces(at.stream().mapToDouble(place -> place.x).toArray(), at.stream().mapToDouble(place -> place.y).toArray(),
        new int[x.length], IntStream.range(0, x.length).map(place -> place - 1).toArray(), Map.of());
  }

  /** A street of 2 km; shelters at its ends and in the middle; two places, the first in no district. */
  private static StreetNetwork street() {
    return new Drawing().node("a", 0, 0).node("b", 1_000, 0).node("c", 2_000, 0).street("a", "b").street("b", "c").network();
  }

  private static RoomResult solve(List<Walkers> walkers, Integer[] capacity, Double[] areaM2) {
    return RoomSolver.solve(new RoomProblem(walkers, capacity, areaM2, 2, LIMIT));
  }

  @Test
  void aCapacityThatIsNotRecordedMakesARange() {
    var reach = reach(street(), ADULT, places(100, 1_900), 1, at(0, Standing.COUNTS), at(2_000, Standing.COUNTS));
    var some = List.of(new Walkers(reach, new int[] {100, 50}));
    var byArea = solve(some, new Integer[] {null, 20}, new Double[] {60.0, null});
    assertEquals(new StateCounts(150, 20, 30, 100, 0), byArea.total());
    assertEquals(new StateCounts(50, 20, 0, 30, 0), byArea.districts().get(0), "the second place is in the district");
    assertEquals(new StateCounts(100, 0, 30, 70, 0), byArea.outside());
    assertEquals(0.6, byArea.crowding()[0].m2PerPerson(), 1e-9);
    var noArea = solve(some, new Integer[] {null, 20}, new Double[2]);
    assertEquals(new StateCounts(150, 20, 100, 30, 0), noArea.total());
    assertEquals(List.of(CoverState.UNKNOWN, CoverState.NOT_COVERED), List.of(noArea.state()));
  }

  /** At half the speed an old person reaches the shelter 100 m away only; the others leave that one to them. */
  @Test
  void groupsWalkAtTheirOwnSpeedsAndShareTheRoom() {
    var sites = new ShelterSite[] {at(0, Standing.COUNTS), at(1_000, Standing.COUNTS)};
    var places = places(500, 700);
    var adults = new Walkers(reach(street(), ADULT, places, 1, sites), new int[] {30, 0});
    var elderly = new Walkers(reach(street(), ELDERLY, places, 1, sites), new int[] {0, 30});
    var result = solve(List.of(adults, elderly), new Integer[] {30, 30}, new Double[2]);
    assertEquals(60, result.total().covered());
    assertEquals(60, result.guided().placement().placed());
    var tight = solve(List.of(adults, elderly), new Integer[] {0, 30}, new Double[2]);
    assertEquals(30, tight.total().covered());
    assertEquals(30, tight.total().notCovered());
  }

  @Test
  void noRoomAnywhereIsAnAnswer() {
    var reach = reach(street(), ADULT, places(100, 1_900), 1, at(0, Standing.COUNTS));
    var result = solve(List.of(new Walkers(reach, new int[] {7, 5})), new Integer[] {0}, new Double[1]);
    assertEquals(new StateCounts(12, 0, 0, 12, 0), result.total());
    assertEquals(5, result.tooFar());
    assertEquals(0, result.nearestFirst().placed());
    assertThrows(IllegalArgumentException.class, () -> new RoomProblem(List.of(), new Integer[0], new Double[0], 2, LIMIT));
  }

  /** With room for everybody, who finds room is who is covered, by both readings; and never more than are covered otherwise. */
  @Test
  void roomForAllIsCoverage() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var streets = RandomNetwork.draw(random, 60, 50 + random.nextInt(60));
      var sites = new ArrayList<ShelterSite>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        sites.add(new ShelterSite(new GeometryFactory().createPoint(Drawing.degrees(random.nextInt(2_000), random.nextInt(2_000))), null,
            Standing.values()[random.nextInt(3)]));
      }
      var people = IntStream.range(0, 30).map(place -> random.nextInt(9)).toArray();
      var x = IntStream.range(0, 30).map(place -> random.nextInt(2_000)).toArray();
      var places = places(x);
      var counted = new DemandPlaces(places.lon(), places.lat(), people, new int[30], Map.of());
      var reach = Reach.of(new CoverageProblem(streets, seed % 2 == 0 ? ADULT : WHEELS, counted, 1, sites));
      var total = CoverageSolver.solve(reach, LIMIT).total();
      var plenty = new Integer[sites.size()];
      java.util.Arrays.fill(plenty, 1_000);
      var room = solve(List.of(new Walkers(reach, people)), plenty, new Double[plenty.length]);
      assertEquals(total.covered(), room.total().covered(), "seed " + seed);
      assertTrue(total.unknown() >= room.total().unknown(), "seed " + seed);
      assertEquals(total.unreachable(), room.total().unreachable(), "seed " + seed);
      var scarce = IntStream.range(0, plenty.length).mapToObj(i -> random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(40)))
          .toArray(Integer[]::new);
      var less = solve(List.of(new Walkers(reach, people)), scarce, new Double[scarce.length]);
      assertTrue(less.total().covered() <= total.covered(), "seed " + seed);
      assertTrue(less.nearestFirst().placed() <= less.guided().placement().placed(), "seed " + seed);
      assertEquals(less.guided().placement().placed(), less.total().covered(), "seed " + seed);
    }
  }
}
