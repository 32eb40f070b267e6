package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.HazardEffect;
import org.commonground.coverage.ShelterSite;
import org.commonground.coverage.Standing;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Checked;
import org.commonground.plan.scenario.ResolvedScenario;
import org.commonground.plan.scenario.ResolvedScenario.ClosedArea;
import org.commonground.plan.scenario.ResolvedScenario.ClosedStreet;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.plan.scenario.ScenarioWording;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;

/**
 * What is the case in a question: the area's shelters as a scenario leaves them, what is closed, and which hazards are there.
 *
 * @param shelters      {@code shelters.get(i).shelter().id() == i}
 * @param layers        names of the hazard layers that are switched on
 * @param hazards       kinds of event that shelters must serve to count
 * @param closedAreas   lon/lat
 * @param closedStreets indexes
 * @param assumptions   what a reader must know
 */
public record Situation(List<ScenarioShelter> shelters, SortedSet<String> layers, Set<Hazard> hazards, List<Geometry> closedAreas,
    Set<Integer> closedStreets, List<Statement> assumptions) {

  /** @param scenario null for the area as it is */
  static Situation of(Snapshot snapshot, ResolvedScenario scenario, String hazard) {
    var layers = new TreeSet<String>();
    var hazards = EnumSet.noneOf(Hazard.class);
    var assumptions = new ArrayList<Statement>();
    if (scenario != null) {
      layers.addAll(scenario.hazards());
      assumptions.addAll(scenario.assumptions());
    }
    if (hazard != null) {
      if (snapshot.hazardLayers().containsKey(hazard)) {
        layers.add(hazard);
      } else {
        hazards.add(kind(snapshot, hazard));
        assumptions.add(AnswerWording.NO_ZONES.with(hazard));
      }
    }
    layers.forEach(layer -> hazards.add(snapshot.hazardLayers().get(layer).get(0).hazard()));
    if (!hazards.isEmpty()) {
      assumptions.add(AnswerWording.SUITABLE_ONLY.with(hazards.stream().map(Hazard::word).toList()));
    }
    var shelters = scenario == null ? asItIs(snapshot).shelters : scenario.shelters();
    if (shelters.isEmpty()) {
      assumptions.add(AnswerWording.NO_SHELTER_KNOWN.with());
    }
    return scenario == null ? new Situation(shelters, layers, hazards, List.of(), Set.of(), assumptions)
        : new Situation(shelters, layers, hazards,
            scenario.closedAreas().stream().map(ClosedArea::geometry).map(Geometry.class::cast).toList(),
            scenario.closedStreets().stream().map(ClosedStreet::street).collect(Collectors.toCollection(LinkedHashSet::new)),
            closed(scenario, assumptions));
  }

  /** The area's own shelters, all open, and nothing else. */
  private static Situation asItIs(Snapshot snapshot) {
    return snapshot.known(Situation.class, known -> new Situation(
        known.city().shelters().stream().map(shelter -> new ScenarioShelter(shelter, true, null, false)).toList(), new TreeSet<>(),
        Set.of(), List.of(), Set.of(), List.of()));
  }

  private static List<Statement> closed(ResolvedScenario scenario, List<Statement> assumptions) {
    if (!scenario.closedStreets().isEmpty() || !scenario.closedAreas().isEmpty()) {
      assumptions.add(ScenarioWording.SCENARIO_CLOSES.with(scenario.closedStreets().size(), scenario.closedAreas().size()));
    }
    return Collections.unmodifiableList(assumptions);
  }

  private static Hazard kind(Snapshot snapshot, String word) {
    return Arrays.stream(Hazard.values()).filter(hazard -> hazard.word().equals(word)).findFirst().orElseThrow(() -> {
      var names = new LinkedHashSet<>(snapshot.hazardLayers().keySet());
      Arrays.stream(Hazard.values()).map(Hazard::word).forEach(names::add);
      return new InvalidInput(Code.OPTION, "hazard",
          "There is no hazard named " + Checked.shown(word) + ": choose one of " + String.join(", ", names) + ".");
    });
  }

  /** The same with other shelters. */
  Situation with(List<ScenarioShelter> others) {
    return new Situation(others, layers, hazards, closedAreas, closedStreets, assumptions);
  }

  /** Whether any ground may be closed. */
  boolean closesGround() {
    return !layers.isEmpty() || !closedAreas.isEmpty();
  }

  /** The zones that are there. */
  public List<HazardZone> zones(Snapshot snapshot) {
    return layers.stream().flatMap(layer -> snapshot.hazardLayers().get(layer).stream()).toList();
  }

  /** The shelters as the search wants them, in their order. */
  public List<ShelterSite> sites(HazardEffect effect) {
    return shelters.stream()
        .map(shelter -> new ShelterSite(shelter.shelter().geometry(), shelter.shelter().capacity(), standing(shelter, effect))).toList();
  }

  private Standing standing(ScenarioShelter shelter, HazardEffect effect) {
    if (!shelter.open()) {
      return Standing.OUT;
    }
    var ground = effect.standing(shelter.shelter().geometry());
    var served = served(shelter.shelter());
    return ground.compareTo(served) > 0 ? ground : served;
  }

  private Standing served(Shelter shelter) {
    var standing = Standing.COUNTS;
    for (var hazard : hazards) {
      var fit = shelter.suitability(hazard);
      if (fit == Suitability.UNSUITABLE) {
        return Standing.OUT;
      }
      standing = fit == Suitability.UNKNOWN ? Standing.IN_DOUBT : standing;
    }
    return standing;
  }
}
