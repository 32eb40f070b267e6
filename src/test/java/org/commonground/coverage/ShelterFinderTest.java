package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class ShelterFinderTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static ShelterFinder finder(StreetNetwork streets, Profile profile, int[]... shelters) {
    var sites = List.of(shelters).stream()
        .map(at -> new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(at[0], at[1])), null)).toList();
    var nobody = new DemandPlaces(new double[0], new double[0], new int[0], new int[0], Map.of());
    return new ShelterFinder(Reach.of(new CoverageProblem(streets, profile, nobody, 0, sites)));
  }

  /** <pre>
   *  c(0,300)      east of a, a turn left at b, stairs at the end
   *  |
   *  a ------ b(400,0)
   *           |
   *           d(400,-100) ==stairs== e(400,-200)
   *  </pre> */
  private static StreetNetwork corner() {
    return new Drawing().node("a", 0, 0).node("b", 400, 0).node("c", 0, 300).node("d", 400, -100).node("e", 400, -200)
        .street("a", "b").street("a", "c").street("b", "d").steps("d", "e").network();
  }

  @Test
  void nearestFirstByWalkingTimeWithTheWayInSteps() {
    var finder = finder(corner(), ADULT, new int[] {400, -200}, new int[] {0, 300}, new int[] {200, 10});
    var at = Drawing.degrees(100, 20);
    var ways = finder.nearest(at.x, at.y, 3);
    assertEquals(List.of(2, 1, 0), ways.stream().map(Way::shelter).toList());
    var far = ways.get(2);
    assertEquals((20 + 300 + 100 + 200) * 1_000, far.millis(), 3);
    assertEquals(520, far.metres(), 0.01);
    assertFalse(far.straightLine());
    var turns = far.steps().stream()
        .map(step -> step.turn().word() + " " + step.street() + (step.stairs() ? " stairs" : "")).toList();
    assertEquals(List.of("start null", "left ab", "right bd", "straight de stairs", "arrive null"), turns);
    assertEquals(far.millis(), far.steps().stream().mapToInt(WayStep::millis).sum());
    assertEquals(1, finder.nearest(at.x, at.y, 1).size());
    assertThrows(IllegalArgumentException.class, () -> finder.nearest(at.x, at.y, 0));
  }

  @Test
  void offTheNetworkTheLineIsStraightAndSaysSo() {
    var finder = finder(corner(), ADULT, new int[] {400, -200}, new int[] {0, 300});
    var at = Drawing.degrees(-900, 300);
    var ways = finder.nearest(at.x, at.y, 2);
    assertTrue(ways.stream().allMatch(Way::straightLine));
    assertEquals(1, ways.get(0).shelter());
    assertEquals(900, ways.get(0).metres(), 0.01);
    assertEquals(900_000, ways.get(0).millis(), 10);
    assertTrue(ways.get(0).steps().isEmpty());
    assertTrue(finder(corner(), ADULT).nearest(at.x, at.y, 2).isEmpty(), "no shelter at all");
  }

  @Test
  void aWayThatMayNotBeUsableHasNoSureTime() {
    var streets = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).street("a", "b")
        .street("b", "c", "footway", null, null, null).network();
    var at = Drawing.degrees(0, 0);
    var way = finder(streets, new Profile("wheelchair", 1, 0, true, 8), new int[] {200, 0}).nearest(at.x, at.y, 1).get(0);
    assertFalse(way.straightLine());
    assertEquals(200_000, way.optimisticMillis(), 2);
    assertEquals(CoverageResult.NO_WAY, way.millis(), "a straight line of 100 m beside the doubtful footway is no sure way");
  }

  /** A street of 1,200 m that ends where it begins: its last 100 m are walked backwards, not its first 1,100 m. */
  @Test
  void aRoundStreetIsWalkedTheShorterWay() {
    var round = new Drawing().node("a", 0, 0).node("b", 200, 0).street("a", "b")
        .bent("b", "b", List.of(new Coordinate(200, 300), new Coordinate(500, 300), new Coordinate(500, 0))).network();
    var home = Drawing.degrees(0, 0);
    for (var shelter : new int[][] {{300, 0, 300}, {200, 150, 350}}) {
      var way = finder(round, ADULT, new int[] {shelter[0], shelter[1]}).nearest(home.x, home.y, 1).get(0);
      assertEquals(1_000 * shelter[2], way.millis(), 2);
      assertEquals(shelter[2], way.metres(), 0.01);
    }
  }

  /** A park with a shelter building in it: whoever stands in the building is in both. */
  @Test
  void whoeverIsInsideTwoSheltersIsInBoth() {
    var far = new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(0, 300)), null);
    var park = new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(300, 40)).buffer(5e-4), null);
    var hall = new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(300, 40)).buffer(1e-4), null);
    var nobody = new DemandPlaces(new double[0], new double[0], new int[0], new int[0], Map.of());
    var finder = new ShelterFinder(Reach.of(new CoverageProblem(corner(), ADULT, nobody, 0, List.of(far, hall, park))));
    var at = Drawing.degrees(301, 41);
    var ways = finder.nearest(at.x, at.y, 3);
    assertEquals(List.of(1, 2, 0), ways.stream().map(Way::shelter).toList());
    assertEquals(List.of(0, 0), ways.stream().limit(2).map(Way::millis).toList());
    assertEquals(0, ways.get(1).metres());
    assertEquals(List.of(1), finder.nearest(at.x, at.y, 1).stream().map(Way::shelter).toList());
  }

  @Test
  void refusesWhatIsNoPlace() {
    var finder = finder(corner(), ADULT, new int[] {0, 300});
    for (var at : new double[][] {{Double.NaN, 43}, {7, Double.NEGATIVE_INFINITY}, {181, 43}, {7, -91},
        {-172.58, -43.73}}) {
      assertThrows(IllegalArgumentException.class, () -> finder.nearest(at[0], at[1], 1));
    }
    assertTrue(finder.nearest(9, 45, 1).get(0).straightLine(), "a hundred kilometres away");
  }

  /** Five streets of a kilometre at a millimetre a second take 57 days, more than a walking time can hold. */
  @Test
  void aWayOfMoreThanTwentyFourDaysIsNone() {
    var drawing = new Drawing();
    IntStream.range(0, 6).forEach(node -> drawing.node("n" + node, 1_000 * node, 0));
    IntStream.range(0, 5).forEach(node -> drawing.street("n" + node, "n" + (node + 1)));
    var snail = new Profile("snail", 0.001, 0, false, 100);
    var home = Drawing.degrees(4_990, 0);
    var place = new DemandPlaces(new double[] {home.x}, new double[] {home.y}, new int[] {9}, new int[] {0}, Map.of());
    var shelter = new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(0, 0)), null);
    var reach = Reach.of(new CoverageProblem(drawing.network(), snail, place, 1, List.of(shelter)));
    assertEquals(new Tally(9, 0, 0, 0, 9, -1, -1), CoverageSolver.solve(reach, Integer.MAX_VALUE - 1).total());
    assertTrue(new ShelterFinder(reach).nearest(home.x, home.y, 1).get(0).straightLine());
    var near = Drawing.degrees(1_990, 0);
    assertEquals(1_990_000_000, new ShelterFinder(reach).nearest(near.x, near.y, 1).get(0).millis(), 2_000);
    var middle = Drawing.degrees(2_200, 0);
    assertTrue(new ShelterFinder(reach).nearest(middle.x, middle.y, 1).get(0).straightLine(), "just too long");
  }
}
