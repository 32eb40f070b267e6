package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoverageSolverTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 1, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Places in metres: x, y, people, district, elderly. */
  private static DemandPlaces places(int[][] rows) {
    var degrees = IntStream.range(0, rows.length).mapToObj(i -> Drawing.degrees(rows[i][0], rows[i][1])).toList();
    return new DemandPlaces(degrees.stream().mapToDouble(at -> at.x).toArray(),
        degrees.stream().mapToDouble(at -> at.y).toArray(),
        column(rows, 2), column(rows, 3), Map.of("elderly", column(rows, 4)));
  }

  private static int[] column(int[][] rows, int column) {
    return IntStream.range(0, rows.length).map(i -> rows[i][column]).toArray();
  }

  private static ShelterSite at(double x, double y) {
    return new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(x, y)), null);
  }

  private static CoverageResult solve(StreetNetwork streets, Profile profile, int[][] rows, int districts, int seconds,
      ShelterSite... shelters) {
    return CoverageSolver.solve(Reach.of(new CoverageProblem(streets, profile, places(rows), districts, List.of(shelters))),
        seconds * 1_000);
  }

  /**
   * One street of 4 km with the shelter at 0, an island far off, and one house with no street near it:
   * <pre>shelter 0 ---- 100 ---- 300 ---- 301 ---- 1000 ---------- 4000      island</pre>
   */
  @Test
  void drawn() {
    var streets = new Drawing().node("a", 0, 0).node("b", 4_000, 0).street("a", "b").node("c", 0, 3_000).node("d", 2_500, 3_000)
        .street("c", "d").network();
    var rows = new int[][] {{100, 0, 10, 0, 1}, {300, 0, 20, 0, 2}, {301, 0, 40, 1, 3}, {1_000, 0, 80, 1, 4},
        {1_000, 3_000, 160, -1, 5}, {2_000, 1_500, 320, 1, 6}, {200, 0, 0, 0, 0}};
    var result = solve(streets, ADULT, rows, 3, 300, at(0, 0));
    assertEquals(new Tally(630, 30, 0, 120, 480, 1_000_000, 1_000_000), result.total());
    assertEquals(List.of(new Tally(30, 30, 0, 0, 0, 300_000, 300_000), new Tally(440, 0, 0, 120, 320, 1_000_000, 1_000_000),
        new Tally(0, 0, 0, 0, 0, -1, -1)), result.districts());
    assertEquals(new Tally(160, 0, 0, 0, 160, -1, -1), result.outside());
    assertEquals(new Tally(21, 3, 0, 7, 11, 301_000, 1_000_000), result.groups().get("elderly"));
    assertEquals(CoverState.COVERED, result.state()[6], "a house without people has a state too");
    assertEquals(300_000, result.millis()[1], "who arrives at the very limit is in time");
    assertEquals(-1, result.shelter()[5]);
  }

  @Test
  void gapsAreBiggestFirstAndLoseNobody() {
    var streets = new Drawing().node("a", 0, 0).node("b", 4_000, 0).street("a", "b").network();
    var rows = new int[][] {{500, 0, 5, 0, 0}, {550, 0, 6, 0, 0}, {2_000, 0, 100, 0, 0}, {2_040, 0, 50, 1, 0},
        {2_000, 900, 7, 1, 0}, {50, 0, 9, 0, 0}};
    var gaps = solve(streets, ADULT, rows, 2, 300, at(0, 0)).gaps();
    assertEquals(List.of(150, 11, 7), gaps.stream().map(Gap::people).toList());
    var biggest = gaps.get(0);
    assertArrayEquals(new int[] {2, 3}, biggest.places());
    assertEquals(1_700_000, biggest.lackMillis(), 2);
    assertEquals(1_700, biggest.lackMetres(), 0.01);
    assertEquals(0, biggest.district());
    assertEquals(-1, gaps.get(2).lackMillis(), "no street within reach");
    assertEquals(7, gaps.get(2).unreachable());
  }

  @Test
  void unrecordedSurfaceMakesTheAnswerARange() {
    var streets = new Drawing().node("a", 0, 0).node("b", 200, 0).node("c", 400, 0).node("d", 600, 0).node("e", 0, 300)
        .street("a", "b").street("b", "c", "footway", null, null, null).steps("c", "d").street("a", "e")
        .street("e", "c").network();
    var rows = new int[][] {{50, 0, 1, 0, 0}, {399, 0, 2, 0, 0}, {600, 0, 4, 0, 0}};
    var result = solve(streets, WHEELS, rows, 1, 450, at(0, 0));
    assertEquals(CoverState.COVERED, result.state()[0]);
    assertEquals(CoverState.UNKNOWN, result.state()[1], "over the footway of unrecorded surface in time, around it not");
    assertEquals(399_000, result.optimisticMillis()[1], 2);
    assertTrue(result.millis()[1] > 450_000);
    assertEquals(2, result.total().unknown());
    assertEquals(1, result.gaps().stream().filter(gap -> gap.unknown() == 2).count());
    assertEquals(0, solve(streets, ADULT, rows, 1, 800, at(0, 0)).total().unknown(), "who walks depends on no surface");
  }

  @Test
  void aShelterWithAnOutlineIsReachedAtItsEdgeAndInside() {
    var streets = new Drawing().node("a", 0, 0).node("b", 1_000, 0).street("a", "b").network();
    var corners = List.of(Drawing.degrees(0, -50), Drawing.degrees(200, -50), Drawing.degrees(200, 50), Drawing.degrees(0, 50),
        Drawing.degrees(0, -50));
    Geometry park = GEOMETRIES.createPolygon(corners.toArray(org.locationtech.jts.geom.Coordinate[]::new));
    var result = solve(streets, ADULT, new int[][] {{500, 0, 1, 0, 0}, {100, 40, 1, 0, 0}}, 1, 60, new ShelterSite(park, 10));
    assertEquals(300_000, result.millis()[0], 2);
    assertEquals(0, result.millis()[1], "somebody inside is there already");
  }

  @Test
  void withoutSheltersEverybodyIsUnreachable() {
    var streets = new Drawing().node("a", 0, 0).node("b", 1_000, 0).street("a", "b").network();
    assertEquals(new Tally(3, 0, 0, 0, 3, -1, -1), solve(streets, ADULT, new int[][] {{0, 0, 3, 0, 0}}, 1, 60).total());
    assertThrows(IllegalArgumentException.class,
        () -> solve(streets, ADULT, new int[][] {{0, 0, 3, 1, 0}}, 1, 60), "there is no district 1");
    assertThrows(IllegalArgumentException.class, () -> solve(streets, ADULT, new int[][] {{0, 0, 3, 0, 0}}, 1, 0));
  }

  @Test
  void refusesPlacesAndSheltersThatCannotBe() {
    var one = new double[] {7};
    var none = new int[] {0};
    assertThrows(IllegalArgumentException.class, () -> new DemandPlaces(one, new double[] {Double.NaN}, none, none, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new DemandPlaces(one, new double[] {91}, none, none, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new DemandPlaces(one, one, new int[] {-1}, none, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new DemandPlaces(one, one, none, none, Map.of("child", new int[2])));
    assertThrows(IllegalArgumentException.class, () -> new DemandPlaces(one, one, none, none, Map.of("child", new int[] {-1})));
    assertThrows(IllegalArgumentException.class, () -> new DemandPlaces(one, one, none, new int[2], Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new ShelterSite(GEOMETRIES.createPoint(), null));
  }

  /** Of 100 persons 95 walk 10 s, four 60 s and one 100 s. */
  @Test
  void percentilesCountPersonsNotPlaces() {
    var streets = new Drawing().node("a", 0, 0).node("b", 1_000, 0).street("a", "b").network();
    var hundred = new int[][] {{100, 0, 1, 0, 0}, {10, 0, 95, 0, 50}, {60, 0, 4, 0, 50}};
    var total = solve(streets, ADULT, hundred, 1, 30, at(0, 0));
    assertEquals(new Tally(100, 95, 0, 5, 0, 10_000, 10_000), total.total());
    assertEquals(10_000, total.groups().get("elderly").medianMillis(), "the 50th of 100");
    assertEquals(60_000, total.groups().get("elderly").percentile95Millis());
    var twenty = new int[][] {{100, 0, 1, 0, 0}, {60, 0, 1, 0, 0}, {10, 0, 18, 0, 0}};
    assertEquals(60_000, solve(streets, ADULT, twenty, 1, 30, at(0, 0)).total().percentile95Millis());
    var crowd = new int[][] {{10, 0, 2_000_000_000, 0, 0}, {20, 0, 147_483_647, 0, 0}};
    assertEquals(Integer.MAX_VALUE, solve(streets, ADULT, crowd, 1, 30, at(0, 0)).total().covered());
  }

  /** An uncovered town of one house each 50 m is no single dot: its gaps stay within blocks, and hold every house once. */
  @Test
  void aTownWithoutShelterIsCutIntoBlocks() {
    var streets = new Drawing().node("a", 0, 0).node("b", 4_000, 0).street("a", "b").network();
    var rows = IntStream.range(0, 41).mapToObj(i -> new int[] {1_000 + 50 * i, 20, 1 + i % 3, 0, 0}).toArray(int[][]::new);
    var gaps = solve(streets, ADULT, rows, 1, 300, at(0, 0)).gaps();
    assertEquals(41, gaps.stream().mapToInt(gap -> gap.places().length).sum());
    assertArrayEquals(IntStream.range(0, 41).toArray(),
        gaps.stream().flatMapToInt(gap -> IntStream.of(gap.places())).sorted().toArray());
    for (int i = 0; i < gaps.size(); i++) {
      var gap = gaps.get(i);
      var west = Drawing.PLANE.toMetres(gap.west(), gap.south());
      var east = Drawing.PLANE.toMetres(gap.east(), gap.north());
      assertTrue(east.x - west.x <= Gaps.BLOCK_METRES, gap.toString());
      assertTrue(i == 0 || gaps.get(i - 1).people() >= gap.people(), "biggest first");
      assertEquals(gap.lackMetres(), gap.lackMillis() / 1_000.0, 1e-9);
      assertTrue(gap.west() <= gap.lon() && gap.lon() <= gap.east(), "named at one of its places");
    }
    assertTrue(gaps.size() >= 4 && gaps.size() <= 6, gaps.size() + " gaps over 2 km");
  }

  /** By chance: the parts add up everywhere, gaps hold exactly who is left, and a longer limit never covers fewer. */
  @Test
  void randomAnswersAddUp() {
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var drawing = new Drawing();
      IntStream.range(0, 40).forEach(node -> drawing.node("n" + node, random.nextInt(1_500), random.nextInt(1_500)));
      IntStream.range(0, 55).forEach(street -> drawing.street("n" + random.nextInt(40), "n" + random.nextInt(40), "footway",
          random.nextBoolean() ? "asphalt" : null, null, null));
      var rows = new ArrayList<int[]>();
      IntStream.range(0, 200).forEach(i -> rows.add(new int[] {random.nextInt(1_800), random.nextInt(1_800), random.nextInt(30),
          random.nextInt(4) - 1, random.nextInt(5)}));
      var shelters = IntStream.range(0, 3).mapToObj(i -> at(random.nextInt(1_500), random.nextInt(1_500)))
          .toArray(ShelterSite[]::new);
      int last = -1;
      for (int seconds : new int[] {60, 300, 900}) {
        var result = solve(drawing.network(), WHEELS, rows.toArray(int[][]::new), 3, seconds, shelters);
        var total = result.total();
        assertEquals(rows.stream().mapToInt(row -> row[2]).sum(), total.total());
        assertEquals(total.covered(), result.districts().stream().mapToInt(Tally::covered).sum() + result.outside().covered());
        assertEquals(total.unknown(), result.districts().stream().mapToInt(Tally::unknown).sum() + result.outside().unknown());
        assertEquals(total.notCovered() + total.unreachable(), result.gaps().stream().mapToInt(Gap::people).sum());
        assertEquals(total.unknown(), result.gaps().stream().mapToInt(Gap::unknown).sum());
        assertEquals(total.unreachable(), result.gaps().stream().mapToInt(Gap::unreachable).sum());
        assertTrue(IntStream.range(0, rows.size()).allMatch(i -> result.optimisticMillis()[i] <= result.millis()[i]));
        assertTrue(total.covered() >= last, "a longer limit covers fewer");
        last = total.covered();
      }
    }
  }
}
