package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Verdicts on a square of 100 m. */
class SuitabilityTest {

  private static final SpaceFacts NOTHING = new SpaceFacts(null, null, null, null, Map.of());
  private static final SpaceFacts PARK = new SpaceFacts(true, false, true, List.of(), Map.of("fuel", 400.0, "hospital", 900.0));

  private final Scene scene = Scene.square();

  private static Check check(SuitabilityResult result, String name) {
    return result.checks().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private SuitabilityResult flood(SpaceFacts facts, String rules) {
    return scene.suitability(Hazard.FLOOD, facts, SpaceRules.pack(rules + "\nentrance.personsPerMinutePerMetre 20"
        + "\nentrance.directionDegrees 60\neffective.leastLevels 1\neffective.mostLevels 4\neffective.metresPerLevel 3"));
  }

  /** An outline and nothing else: its area and width are known, all else is not. */
  @Test
  void outlineOnly() {
    scene.way("street", -20, 102, 120, 102);
    var found = scene.suitability(Hazard.EARTHQUAKE, NOTHING, SpaceRules.all());
    assertEquals(Verdict.UNKNOWN, found.verdict());
    assertEquals(Verdict.UNSUITABLE, found.worst());
    assertEquals(Verdict.SUITABLE, found.best());
    var unknown = found.checks().stream().filter(each -> each.state() == Check.State.UNKNOWN).map(Check::name).toList();
    assertEquals(List.of("mostSlopePercent", "leastEntrances", "leastDirections", "outdoors", "distanceMetres.fuel",
        "withinMetres.hospital", "wheelchair"), unknown);
    assertEquals(List.of("leastEffectiveM2", "leastWidthMetres"), found.checks().stream()
        .filter(each -> each.state() == Check.State.PASSED).map(Check::name).toList());
    assertTrue(found.checks().stream().allMatch(each -> each.facts().isEmpty() == (each.state() == Check.State.PASSED)));
    assertEquals(List.of(SpaceFact.OPEN_EDGE), check(found, "leastEntrances").facts());
    assertEquals("suitability.any.leastEntrances", check(found, "leastEntrances").key());
    assertEquals(50, check(found, "distanceMetres.fuel").figure().value(), "the hazard's own figure before any's");
  }

  @Test
  void pointKnowsNothing() {
    var found = new Scene(Scene.METRES.createPoint(new Coordinate(5, 5)))
        .suitability(Hazard.EARTHQUAKE, NOTHING, SpaceRules.all());
    assertTrue(found.checks().stream().allMatch(each -> each.state() == Check.State.UNKNOWN));
    assertEquals(List.of(SpaceFact.OUTLINE), check(found, "leastEffectiveM2").facts());
    assertEquals(9, found.checks().size());
  }

  /** Failed and conditional, failed and unsuitable, and all passed. */
  @Test
  void verdicts() {
    scene.slope = new SlopeGround(List.of(), Scene.box(-1, -1, 101, 101), 3);
    scene.ways.add(new AccessWay("path", Scene.line(-50, 50, 50, 50), 2.0, true, false));
    var one = scene.suitability(Hazard.EARTHQUAKE, PARK, SpaceRules.without(SpaceRules.all(),
        "suitability.earthquake.leastDirections"));
    assertEquals(Verdict.CONDITIONAL, one.verdict(), "one entrance, two wanted");
    assertEquals(List.of(SpaceFact.ENTRANCES), check(one, "leastEntrances").facts());
    assertEquals(1, check(one, "leastEntrances").lacking().optimistic());
    assertEquals(one.verdict(), one.best());
    scene.ways.add(new AccessWay("road", Scene.line(50, 50, 150, 50), 2.0, null, false));
    var all = scene.suitability(Hazard.EARTHQUAKE, PARK, SpaceRules.all());
    assertEquals(Verdict.SUITABLE, all.verdict());
    assertEquals(Verdict.SUITABLE, all.worst());
    var near = new SpaceFacts(true, false, true, List.of(), Map.of("fuel", 40.0, "hospital", 5000.0));
    var danger = scene.suitability(Hazard.EARTHQUAKE, near, SpaceRules.all());
    assertEquals(Verdict.UNSUITABLE, danger.verdict());
    assertEquals(10, check(danger, "distanceMetres.fuel").lacking().optimistic());
    assertEquals(3000, check(danger, "withinMetres.hospital").lacking().optimistic());
    assertEquals(Verdict.CONDITIONAL, check(danger, "withinMetres.hospital").onFailure());
    RulePack silent = SpaceRules.pack("entrance.personsPerMinutePerMetre 20\nentrance.directionDegrees 60");
    var unasked = scene.suitability(Hazard.EARTHQUAKE, PARK, silent);
    assertEquals(Verdict.UNKNOWN, unasked.verdict(), "a pack that asks nothing says nothing");
    assertEquals(Map.of(), unasked.figures());
  }

  /** No zones mapped is unknown; wholly inside fails; partly inside is conditional, and its dry part counts. */
  @Test
  void zones() {
    var rules = "suitability.flood.outsideZones 1";
    assertEquals(Verdict.UNKNOWN, flood(PARK, rules).verdict());
    scene.hazards.add(new HazardGround("far", Hazard.FLOOD, 1.0, Scene.box(500, 0, 600, 100)));
    assertEquals(Verdict.SUITABLE, flood(PARK, rules).verdict());
    scene.hazards.add(new HazardGround("part", Hazard.FLOOD, 0.5, Scene.box(-10, 0, 25, 100)));
    assertEquals(Verdict.CONDITIONAL, flood(PARK, rules).verdict());
    assertEquals(7500, scene.effective(SpaceRules.pack(""), Hazard.FLOOD).effectiveM2().pessimistic(), 1e-6);
    scene.hazards.add(new HazardGround("rest", Hazard.FLOOD, null, Scene.box(20, -5, 125, 105)));
    assertEquals(Verdict.UNSUITABLE, flood(PARK, rules).verdict());
    assertEquals(List.of(SpaceFact.HAZARD_ZONES), check(flood(PARK, rules), "outsideZones").facts());
  }

  /** Water of 1 to 2 m: the floor of a second storey is at 3 m, that of the only one is the ground; unknown storeys are unknown. */
  @Test
  void floorAboveTheWater() {
    var rules = "suitability.flood.outsideZones 1\nsuitability.flood.refugeFloor 1";
    scene.hazards.add(new HazardGround("here", Hazard.FLOOD, 1.0, Scene.box(-10, -10, 110, 110)));
    scene.hazards.add(new HazardGround("deeper", Hazard.FLOOD, 2.0, Scene.box(500, 0, 600, 100)));
    assertEquals(Verdict.SUITABLE, flood(building(2.0), rules).verdict());
    assertEquals(Verdict.UNSUITABLE, flood(building(1.0), rules).verdict());
    assertEquals(Verdict.UNKNOWN, flood(building(null), rules).verdict());
    assertEquals(List.of(SpaceFact.HAZARD_ZONES, SpaceFact.STOREYS), check(flood(building(null), rules), "outsideZones").facts());
    assertEquals(Verdict.UNSUITABLE, flood(PARK, rules).verdict(), "it has no building");
    scene.hazards.set(1, new HazardGround("deepest", Hazard.FLOOD, 1.0, Scene.box(500, 0, 600, 100)));
    var bottomless = check(flood(building(9.0), rules), "outsideZones");
    assertEquals(Check.State.UNKNOWN, bottomless.state(), "1 m at least, and nobody says how much at most");
    assertTrue(bottomless.facts().contains(SpaceFact.WATER_DEPTH));
  }

  private static SpaceFacts building(Double levels) {
    return new SpaceFacts(false, true, null, List.of(new BuildingShape("house", Scene.box(0, 0, 20, 20), null, levels)), Map.of());
  }
}
