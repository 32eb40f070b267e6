package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Room on a square of 100 m with a hall of 20 by 50 m inside. */
class CapacityTest {

  private final Scene scene = Scene.square();
  private final BuildingShape hall = new BuildingShape("hall", Scene.box(0, 0, 20, 50), 0.0, 2.0);

  private CapacityResult room(BuildingShape building, Integer given) {
    scene.buildings.add(building);
    return CapacitySolver.solve(new CapacityProblem(scene.effective(SpaceRules.all()), List.of(building), given,
        SpaceRules.all()));
  }

  /** 9,000 m2 open less 30 % = 6,300; floor 1,000 m2 x 2 storeys x 0.6 = 1,200 m2. */
  @Test
  void byStay() {
    var found = room(hall, 5000);
    assertEquals(6300, found.outdoorM2().pessimistic(), 1e-6);
    assertEquals(Range.exact(1200), found.indoorM2());
    assertEquals(List.of(Stay.EMERGENCY, Stay.SHORT, Stay.LONG), found.stays().stream().map(room -> room.stay()).toList());
    assertEquals(Range.exact(6300 + 600), found.find(Stay.EMERGENCY).orElseThrow().persons());
    assertEquals(Range.exact(3150), found.find(Stay.SHORT).orElseThrow().outdoorPersons());
    assertEquals(Range.exact(342), found.find(Stay.SHORT).orElseThrow().indoorPersons(), "1,200 / 3.5 = 342.9, nobody by parts");
    assertEquals(Range.exact(3492), found.find(Stay.SHORT).orElseThrow().persons());
    assertEquals(Range.exact(5000 - 3492), found.givenBeyond(found.find(Stay.SHORT).orElseThrow()).orElseThrow());
    assertTrue(found.find(Stay.MEDIUM).isEmpty());
    var stays = found.find(Stay.LONG).orElseThrow();
    assertNull(stays.indoorPersons());
    assertEquals(Range.exact(0), stays.persons(), "9,000 m2 are less than the 50,000 of a long stay");
    assertEquals(Check.State.FAILED, stays.leastArea().state());
    assertEquals(Range.exact(41_000).optimistic(), stays.leastArea().lacking().optimistic(), 1e-6);
  }

  /** 1 to 4 storeys; in a pack with only leastAreaM2 between the two readings, room is between none and that of the larger. */
  @Test
  void storeysUnknown() {
    var found = room(new BuildingShape("hall", hall.geometry(), null, null), null);
    assertEquals(new Range(600, 2400), found.indoorM2());
    assertTrue(found.givenBeyond(found.stays().get(0)).isEmpty());
    var rules = SpaceRules.with(SpaceRules.with(SpaceRules.all(), "stay.short.leastAreaM2", 11_000), "effective.collapseShare", 0);
    var between = CapacitySolver.solve(new CapacityProblem(scene.effective(rules), scene.buildings, null, rules))
        .find(Stay.SHORT).orElseThrow();
    assertEquals(Check.State.UNKNOWN, between.leastArea().state());
    assertEquals(new Range(0, 3150 + 685), between.persons());
    var recorded = room(new BuildingShape("high", Scene.box(50, 50, 60, 60), 10.0, null), null);
    assertEquals(Range.exact(0.6 * 100 * 3), recorded.indoorM2(), "10 m are three storeys of 3 m");
  }

  /** A place without outline and without a recorded building: nothing is known, which is not nothing. */
  @Test
  void nothingRecorded() {
    var found = CapacitySolver.solve(new CapacityProblem(null, null, 80, SpaceRules.all()));
    assertEquals(new Range(0, Double.POSITIVE_INFINITY), found.find(Stay.EMERGENCY).orElseThrow().persons());
    assertEquals(new Range(80, Double.NEGATIVE_INFINITY), found.givenBeyond(found.stays().get(0)).orElseThrow());
    assertEquals(List.of(SpaceFact.OUTLINE), found.find(Stay.SHORT).orElseThrow().leastArea().facts());
  }
}
