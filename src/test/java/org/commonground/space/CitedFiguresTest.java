package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonground.rules.RulePack;
import org.commonground.rules.RulePack.Figure;
import org.commonground.statement.Statement;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Each figure of a pack is changed by itself: the results that change are among those that name it, and at least one does. */
class CitedFiguresTest {

  /** A result without the figures it names, and their keys. */
  private record Named(Object result, Set<String> keys) {
  }

  private final Scene scene = Scene.square();

  private CitedFiguresTest() {
    scene.water.add(new GroundPatch("pond", Scene.box(0, 0, 10, 10)));
    scene.buildings.add(new BuildingShape("house", Scene.box(102, 40, 112, 60), null, null));
    scene.buildings.add(new BuildingShape("kiosk", Scene.box(60, 60, 64, 64), null, null));
    scene.trees.add(new GroundPatch("wood", Scene.box(70, 0, 80, 40)));
    scene.slope = new SlopeGround(List.of(new SlopeGround.Zone("5", Scene.box(40, 0, 70, 100), 5, 10)),
        Scene.box(-9, -9, 109, 109), 5);
    scene.hazards.add(new HazardGround("shallow", Hazard.FLOOD, 0.5, Scene.box(-50, 80, 150, 150)));
    scene.hazards.add(new HazardGround("deep", Hazard.FLOOD, 4.0, Scene.box(-50, 120, 150, 150)));
    scene.hazards.add(new HazardGround("slip", Hazard.LANDSLIDE, null, Scene.box(-50, 80, 150, 150)));
    scene.ways.add(new AccessWay("path", Scene.line(-50, 50, 50, 50), null, true, false));
    scene.ways.add(new AccessWay("road", Scene.line(50, 150, 50, 50), 3.0, null, false));
    scene.barriers.add(new EdgeBarrier("gate", new Coordinate(50, 100), null, null, null));
  }

  private Map<String, Named> results(RulePack rules) {
    var results = new LinkedHashMap<String, Named>();
    var effective = scene.effective(rules);
    results.put("effective", new Named(List.of(effective.pessimistic().effectiveM2(), effective.optimistic().effectiveM2(),
        effective.meanSlopePercent(), effective.heightsUnknown()), effective.figures().keySet()));
    var flood = scene.effective(rules, Hazard.FLOOD);
    results.put("effective in flood", new Named(flood.effectiveM2(), flood.figures().keySet()));
    var room = CapacitySolver.solve(new CapacityProblem(effective, scene.buildings, null, rules));
    room.stays().forEach(stay -> results.put("room " + stay.stay(),
        new Named(stay.persons() + " " + stay.outdoorPersons() + stay.indoorPersons(), stay.figures().keySet())));
    var entrances = scene.entrances(rules);
    results.put("entrances", new Named(List.of(entrances.entrances(), entrances.directions(), entrances.peoplePerMinute(),
        entrances.minutes()), entrances.figures().keySet()));
    var facts = new SpaceFacts(true, null, null, scene.buildings, Map.of("fuel", 55.0, "hospital", 1500.0));
    for (var hazard : List.of(Hazard.EARTHQUAKE, Hazard.FLOOD, Hazard.STORM_SURGE, Hazard.LANDSLIDE)) {
      var found = scene.suitability(hazard, facts, rules);
      results.put(hazard.word(), new Named(found.verdict() + " " + found.worst() + found.best() + found.checks().stream()
          .map(check -> check.name() + check.state() + check.found() + check.lacking()).toList(), found.figures().keySet()));
    }
    var worth = CriteriaSolver.solve(new CriteriaProblem(CriteriaProblem.Life.EVERYDAY, values(effective), rules));
    results.put("worth", new Named(worth.score(), worth.figures().keySet()));
    return results;
  }

  private static Map<String, CriteriaProblem.Value> values(EffectiveAreaResult effective) {
    return Map.of("area", new CriteriaProblem.Value(Range.exact(effective.outlineM2() / 2), List.of(Statement.verbatim("outline"))), "amenities",
        new CriteriaProblem.Value(new Range(1, 3), List.of(Statement.verbatim("node/1"))));
  }

  @Test
  void aChangedFigureChangesWhatNamesIt() {
    var rules = SpaceRules.all();
    var before = results(rules);
    var named = new TreeSet<String>();
    before.values().forEach(result -> named.addAll(result.keys()));
    assertEquals(new TreeSet<>(rules.figures().keySet()), named, "every figure is used");
    for (var figure : rules.figures().entrySet()) {
      boolean changed = false;
      for (double value : otherValues(figure.getKey(), figure.getValue())) {
        var after = results(SpaceRules.with(rules, figure.getKey(), value));
        assertEquals(before.keySet(), after.keySet());
        for (var result : before.entrySet()) {
          boolean differs = !after.get(result.getKey()).result().equals(result.getValue().result());
          changed |= differs;
          assertTrue(!differs || result.getValue().keys().contains(figure.getKey()),
              result.getKey() + " changes with " + figure.getKey() + " but does not name it");
        }
      }
      assertTrue(changed, "nothing changes with " + figure.getKey());
    }
  }

  private static double[] otherValues(String key, Figure figure) {
    if (key.endsWith("outsideZones") || key.endsWith("refugeFloor") || key.endsWith("outdoors") || key.endsWith("indoors")
        || key.endsWith("wheelchair")) {
      return new double[] {0};
    }
    return figure.value() == 0 ? new double[] {0.5}
        : new double[] {0.1 * figure.value(), 0.5 * figure.value(), 1.5 * figure.value(), 6 * figure.value()};
  }
}
