package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Areas that can be computed by hand, on a square of 100 m. */
class EffectiveAreaTest {

  private final Scene scene = Scene.square();

  private void check(EffectiveAreaResult.Reading reading, TakenOff cause, double m2, double tolerance) {
    assertEquals(m2, reading.takenOffM2().get(cause), tolerance, cause + " of " + reading.takenOffM2());
  }

  /**
   * A tower 20 m high stands 5 m off the east edge, 10 m wide. Rubble reaches 10 m: a strip of 5 x 10 m, and beside it two pieces
   * of a circle, each the integral of sqrt(100 - u^2) from 5 to 10 = 25 pi - 12.5 sqrt(3) / 2 - 50 / 6 pi.
   */
  @Test
  void towerBeside() {
    scene.buildings.add(new BuildingShape("tower", Scene.box(105, 45, 115, 55), 20.0, null));
    var found = scene.effective(SpaceRules.pack("effective.collapseShare 0.5"));
    double piece = 25 * Math.PI - 12.5 * Math.sqrt(3) - 50 * Math.PI / 6;
    double strip = 50 + 2 * piece;
    assertEquals(10_000, found.outlineM2(), 1e-9);
    check(found.pessimistic(), TakenOff.COLLAPSE, strip, 0.01 * strip);
    assertTrue(found.pessimistic().takenOffM2().get(TakenOff.COLLAPSE) < strip, "a polygon inside the circle");
    assertEquals(found.pessimistic(), found.optimistic());
    assertEquals(List.of(), found.heightsUnknown());
  }

  /** Without a height it has 1 to 4 storeys of 3 m: rubble reaches 1.5 m, which is not the square, to 6 m, which is. */
  @Test
  void heightUnknown() {
    scene.buildings.add(new BuildingShape("tower", Scene.box(105, 45, 115, 55), null, null));
    var rules = SpaceRules.pack("""
        effective.collapseShare 0.5
        effective.leastLevels 1
        effective.mostLevels 4
        effective.metresPerLevel 3
        """);
    var found = scene.effective(rules);
    double piece = 18 * (Math.PI / 2 - Math.asin(5.0 / 6)) - 2.5 * Math.sqrt(11);
    check(found.pessimistic(), TakenOff.COLLAPSE, 10 + 2 * piece, 0.25);
    check(found.optimistic(), TakenOff.COLLAPSE, 0, 0);
    assertEquals(List.of("tower"), found.heightsUnknown());
    assertEquals(10_000, found.effectiveM2().optimistic(), 1e-9);
    scene.buildings.set(0, new BuildingShape("tower", Scene.box(105, 45, 115, 55), null, 4.0));
    var known = scene.effective(rules);
    assertEquals(found.pessimistic(), known.optimistic());
    assertEquals(List.of(), known.heightsUnknown());
  }

  /** A station that lies below the ground takes none of it; one that may do so takes it, and falls, only if it is unfavourable. */
  @Test
  void belowTheGround() {
    scene.buildings.add(new BuildingShape("station", Scene.box(0, 0, 100, 40), 10.0, null, false));
    scene.buildings.add(new BuildingShape("in doubt", Scene.box(0, 80, 100, 100), 20.0, null, null));
    var found = scene.effective(SpaceRules.pack("effective.collapseShare 0.5"));
    assertEquals(new Range(7_000, 10_000), found.effectiveM2());
    assertEquals(List.of("in doubt"), found.standingUnknown());
    check(found.pessimistic(), TakenOff.COLLAPSE, 1_000, 1e-6);
  }

  /** Bands of 10 m from west to east, some on top of each other, so that each cause takes only what those before it left. */
  @Test
  void everyCauseOnce() {
    scene.water.add(new GroundPatch("pond", Scene.box(0, 0, 7, 100)));
    scene.buildings.add(new BuildingShape("hall", Scene.box(5, 0, 20, 100), 0.0, null));
    var measured = Scene.box(-10, -10, 110, 110);
    scene.slope = new SlopeGround(List.of(new SlopeGround.Zone("5", Scene.box(15, 0, 30, 100), 5, 10),
        new SlopeGround.Zone("10", Scene.box(30, 0, 40, 100), 10, Double.POSITIVE_INFINITY)), measured, 5);
    scene.hazards.add(new HazardGround("zone", Hazard.FLOOD, 0.5, Scene.box(60, 0, 200, 100)));
    scene.trees.add(new GroundPatch("wood", Scene.box(35, 0, 70, 100)));
    var rules = SpaceRules.pack("""
        effective.waterBufferMetres 3
        effective.mostSlopePercent 8
        effective.hazardBufferMetres.flood 10
        effective.treeShare 0.4
        """);
    var found = scene.effective(rules, Hazard.FLOOD);
    for (var reading : List.of(found.pessimistic(), found.optimistic())) {
      check(reading, TakenOff.WATER, 1000, 1e-6);
      check(reading, TakenOff.BUILDING, 1000, 1e-6);
      check(reading, TakenOff.COLLAPSE, 0, 0);
      check(reading, TakenOff.HAZARD, 5000, 1e-6);
      check(reading, TakenOff.TREES, 0.6 * 1000, 1e-6);
    }
    check(found.pessimistic(), TakenOff.STEEP, 2000, 1e-6);
    check(found.optimistic(), TakenOff.STEEP, 1000, 1e-6);
    assertEquals(400, found.effectiveM2().pessimistic(), 1e-6);
    assertEquals(1400, found.effectiveM2().optimistic(), 1e-6);
    assertEquals(10, found.widthM().pessimistic(), 0.1);
    assertEquals(10, found.widthM().optimistic(), 0.3);
    assertTrue(found.widthM().pessimistic() <= 10 && found.widthM().optimistic() >= 10, "surely fits, surely not wider");
    assertEquals(1 + 0.15 * 5, found.meanSlopePercent().optimistic(), 1e-9);
    assertTrue(Double.isInfinite(found.meanSlopePercent().pessimistic()));
    var cut = scene.effective(SpaceRules.with(rules, "effective.treeShare", 0), Hazard.FLOOD);
    check(cut.pessimistic(), TakenOff.TREES, 1000, 1e-6);
    assertTrue(cut.pessimistic().geometry().isEmpty());
    assertEquals(0, cut.widthM().pessimistic());
    assertEquals(3000 + 0.4 * 3000, scene.effective(rules).effectiveM2().pessimistic(), 1e-6, "no hazard, no zone");
  }

  /** Where no heights are recorded the slope is unknown, not flat, and nothing is taken off for it. */
  @Test
  void slopeUnmeasured() {
    var rules = SpaceRules.pack("effective.mostSlopePercent 8");
    var found = scene.effective(rules);
    assertEquals(Range.UNKNOWN_AT_MOST, found.meanSlopePercent());
    assertEquals(10_000, found.unmeasuredM2(), 1e-9);
    assertEquals(Range.exact(10_000), found.effectiveM2());
    scene.slope = new SlopeGround(List.of(), Scene.box(0, 0, 50, 100), 3);
    assertEquals(5_000, scene.effective(rules).unmeasuredM2(), 1e-6);
    scene.slope = new SlopeGround(List.of(), Scene.box(-1, -1, 101, 101), 3);
    assertEquals(new Range(3, 0), scene.effective(rules).meanSlopePercent());
  }

  /** A bow tie, a line, nowhere and nothing: used as far as they go, named where they do not. */
  @Test
  void brokenShapes() {
    scene.buildings.add(new BuildingShape("bow tie", Scene.wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"), 3.0, null));
    scene.buildings.add(new BuildingShape("line", Scene.line(0, 0, 50, 50), 3.0, null));
    scene.buildings.add(new BuildingShape("nowhere", Scene.METRES.createPolygon(new Coordinate[] {new Coordinate(0, 0),
        new Coordinate(Double.NaN, 5), new Coordinate(5, 5), new Coordinate(0, 0)}), 3.0, null));
    scene.trees.add(new GroundPatch("nothing", Scene.METRES.createPolygon()));
    assertEquals(List.of("line", "nowhere", "nothing"), scene.surroundings().leftOut());
    check(scene.effective(SpaceRules.pack("")).pessimistic(), TakenOff.BUILDING, 50, 1e-6);
    var twisted = new Scene(Scene.wkt("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))"));
    assertEquals(5_000, twisted.effective(SpaceRules.pack("")).outlineM2(), 1e-6);
    var point = new EffectiveAreaProblem(Scene.METRES.createPoint(new Coordinate(1, 1)), scene.surroundings(), null,
        SpaceRules.pack(""));
    assertTrue(EffectiveAreaSolver.solve(point).isEmpty());
  }
}
