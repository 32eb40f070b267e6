package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class HazardEffectTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Wading WADING = new Wading(0.2, 0.5, 0.5);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int LIMIT = 600_000;

  //  a --100-- b --100-- c     shelter at c; the straight street floods between b and c;
  //            |         |     the way round by d and e is 300 m
  //            d --100-- e
  private static StreetNetwork river() {
    return new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).node("d", 100, -100).node("e", 200, -100)
        .street("a", "b").street("b", "c").street("b", "d").street("d", "e").street("e", "c").network();
  }

  private static Geometry box(double west, double south, double east, double north) {
    return GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(west, south), Drawing.degrees(east, south),
        Drawing.degrees(east, north), Drawing.degrees(west, north), Drawing.degrees(west, south)});
  }

  private static HazardZone flood(Double depth, Geometry ground) {
    return new HazardZone(0, "flood", Hazard.FLOOD, depth, "drawn", ground);
  }

  private static DemandPlaces people(double... x) {
    var lon = new double[x.length];
    var lat = new double[x.length];
    var people = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      var at = Drawing.degrees(x[i], 0);
      lon[i] = at.x;
      lat[i] = at.y;
      people[i] = 10;
    }
    return new DemandPlaces(lon, lat, people, new int[x.length], Map.of());
  }

  private static Reach reach(StreetNetwork streets, DemandPlaces people, HazardEffect effect, ShelterSite... shelters) {
    return Reach.of(new CoverageProblem(streets, ADULT, people, 1, List.of(shelters), effect.circumstances()));
  }

  private static ShelterSite at(double x, double y) {
    return new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(x, y)), null);
  }

  private static HazardEffect effect(StreetNetwork streets, DemandPlaces people, HazardZone... zones) {
    return HazardEffect.of(streets, people, List.of(zones), WADING);
  }

  @Test
  void deepWaterSendsPeopleRoundAndShallowWaterSlowsThem() {
    var streets = river();
    var people = people(0);
    var water = box(130, -10, 170, 10);
    assertEquals(200_000, millis(streets, people, effect(streets, people, flood(0.1, water)), 0), 1);
    assertEquals(300_000, millis(streets, people, effect(streets, people, flood(0.2, water)), 0), 1, "100 m at half the speed");
    assertEquals(400_000, millis(streets, people, effect(streets, people, flood(0.5, water)), 0), 1, "the way round");
    assertEquals(400_000, millis(streets, people, effect(streets, people, flood(null, water)), 0), 1, "no depth: closed");
  }

  private static int millis(StreetNetwork streets, DemandPlaces people, HazardEffect effect, int place) {
    return CoverageSolver.solve(reach(streets, people, effect, at(200, 0)), LIMIT).millis()[place];
  }

  @Test
  void whoIsInTheWaterHasNoWayAndWhoLivesBesideItIsNotLedFarOff() {
    var streets = river();
    var people = people(150, 105, 195);
    var result = CoverageSolver.solve(reach(streets, people, effect(streets, people, flood(1.0, box(130, -10, 170, 10))), at(200, 0)),
        LIMIT);
    assertEquals(CoverState.UNREACHABLE, result.state()[0], "inside the water");
    assertEquals(305_000, result.millis()[1], 2, "5 m back to b, then round");
    assertEquals(5_000, result.millis()[2], 2, "5 m on to c");
    assertEquals(10, result.total().unreachable());
  }

  /** A bridge over the water may stand above it. */
  @Test
  void aBridgeIsInDoubt() {
    var streets = new Drawing().node("a", 0, 0).node("b", 100, 0).bridge("a", "b").network();
    var people = people(0);
    var result = CoverageSolver.solve(reach(streets, people, effect(streets, people, flood(2.0, box(40, -10, 60, 10))), at(100, 0)),
        LIMIT);
    assertEquals(CoverState.UNKNOWN, result.state()[0]);
    assertEquals(100_000, result.optimisticMillis()[0], 1);
    var fire = HazardEffect.of(streets, people, List.of(new HazardZone(0, "fire", Hazard.FIRE, null, "drawn", box(40, -10, 60, 10))),
        WADING);
    assertEquals(CoverState.UNREACHABLE, CoverageSolver.solve(reach(streets, people, fire, at(100, 0)), LIMIT).state()[0]);
  }

  @Test
  void sheltersInsideAreOutAndThoseAtTheEdgeInDoubt() {
    var streets = river();
    var people = people(0);
    var effect = effect(streets, people, flood(1.0, box(130, -10, 260, 10)));
    assertEquals(Standing.OUT, effect.standing(box(150, -5, 200, 5)));
    assertEquals(Standing.IN_DOUBT, effect.standing(box(200, -50, 250, 5)));
    assertEquals(Standing.COUNTS, effect.standing(box(300, -50, 350, 5)));
    var doubtful = new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(100, -100)), null, Standing.IN_DOUBT);
    var out = new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(0, 0)), null, Standing.OUT);
    var result = CoverageSolver.solve(reach(streets, people, effect, out, doubtful), LIMIT);
    assertEquals(CoverState.UNKNOWN, result.state()[0]);
    assertEquals(1, result.shelter()[0]);
  }

  @Test
  void closingEverythingLeavesNobodyAWay() {
    var streets = river();
    var people = people(0, 100, 200);
    var effect = effect(streets, people).closing(List.of(box(-50, -150, 250, 50)), List.of());
    assertEquals(streets.streets().size(), effect.surelyClosed());
    var total = CoverageSolver.solve(reach(streets, people, effect, at(200, 0)), LIMIT).total();
    assertEquals(30, total.unreachable());
  }

  /** Zones closed at once, and one after another, do the same; and no way goes through closed ground. */
  @Test
  void randomZonesCloseTheSameInAnyOrder() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var streets = river();
      var people = people(random.nextInt(200), random.nextInt(200), random.nextInt(200));
      var areas = new ArrayList<Geometry>();
      for (int i = 0; i < 3; i++) {
        int x = random.nextInt(220) - 10;
        int y = random.nextInt(120) - 110;
        areas.add(box(x, y, x + 5 + random.nextInt(40), y + 5 + random.nextInt(40)));
      }
      var once = effect(streets, people).closing(areas, List.of(2));
      var twice = effect(streets, people).closing(areas.subList(0, 1), List.of()).closing(areas.subList(1, 3), List.of(2));
      for (var street : streets.streets()) {
        boolean closed = street.id() == 2 || areas.stream().anyMatch(area -> area.intersects(street.line()));
        assertEquals(closed, once.circumstances().pessimistic().closes(street.id()), "seed " + seed);
        assertEquals(closed, twice.circumstances().pessimistic().closes(street.id()), "seed " + seed);
      }
      assertEquals(millis(streets, people, once, 0), millis(streets, people, twice, 0), "seed " + seed);
      assertFalse(once.circumstances().isRange());
      assertTrue(once.surelyClosed() >= 1);
    }
  }

  @Test
  void depthsInTheWrongOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Wading(0.5, 0.5, 0.2));
    assertThrows(IllegalArgumentException.class, () -> new Wading(0.1, 0, 0.2));
  }
}
