package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.commonground.rules.RulePack.Figure;

/** Makes the tests of one {@link SuitabilityProblem}: each reads its figure, and finds the value to hold against it. */
final class SuitabilityChecks {

  private static final String PREFIX = "suitability.";

  private final SuitabilityProblem problem;
  private final CitedFigures rules;
  private final List<Check> checks = new ArrayList<>();

  private record Required(String key, Figure figure) {
  }

  SuitabilityChecks(SuitabilityProblem problem, CitedFigures rules) {
    this.problem = problem;
    this.rules = rules;
  }

  /** All that speak. */
  List<Check> all() {
    ground();
    entrances();
    zones();
    kindOfPlace();
    distances("distanceMetres.", true);
    distances("withinMetres.", false);
    wheelchair();
    return checks;
  }

  private void ground() {
    var effective = problem.effective();
    var missing = areaFacts(effective);
    add("leastEffectiveM2", true, effective == null ? Range.UNKNOWN_AT_LEAST : effective.effectiveM2(), missing,
        SpaceFact.EFFECTIVE_AREA);
    add("leastWidthMetres", true, effective == null ? Range.UNKNOWN_AT_LEAST : effective.widthM(), missing,
        SpaceFact.EFFECTIVE_AREA);
    add("mostSlopePercent", false, effective == null ? Range.UNKNOWN_AT_MOST : effective.meanSlopePercent(),
        List.of(effective == null ? SpaceFact.OUTLINE : SpaceFact.SLOPE), SpaceFact.SLOPE);
    if (effective != null && !checks.isEmpty()) {
      rules.addAll(effective.figures());
    }
  }

  private static List<SpaceFact> areaFacts(EffectiveAreaResult effective) {
    if (effective == null) {
      return List.of(SpaceFact.OUTLINE);
    }
    var facts = new ArrayList<SpaceFact>();
    if (!effective.heightsUnknown().isEmpty()) {
      facts.add(SpaceFact.BUILDING_HEIGHTS);
    }
    if (!effective.standingUnknown().isEmpty()) {
      facts.add(SpaceFact.BUILDING_STANDING);
    }
    if (effective.pessimistic().takenOffM2().get(TakenOff.STEEP) > effective.optimistic().takenOffM2().get(TakenOff.STEEP)) {
      facts.add(SpaceFact.SLOPE);
    }
    return facts.isEmpty() ? List.of(SpaceFact.EFFECTIVE_AREA) : facts;
  }

  private void entrances() {
    var found = problem.entrances();
    var facts = new ArrayList<SpaceFact>();
    if (found == null) {
      facts.add(SpaceFact.OUTLINE);
    } else {
      if (found.edgeMetres() > 0) {
        facts.add(SpaceFact.OPEN_EDGE);
      }
      if (found.entrances().stream().anyMatch(at -> at.open() == null)) {
        facts.add(SpaceFact.GATE_OPEN);
      }
      if (facts.isEmpty()) {
        facts.add(SpaceFact.ENTRANCES);
      }
    }
    int before = checks.size();
    add("leastEntrances", true, found == null ? Range.UNKNOWN_AT_LEAST : found.count(), facts, SpaceFact.ENTRANCES);
    add("leastDirections", true, found == null ? Range.UNKNOWN_AT_LEAST : found.directions(), facts,
        SpaceFact.ENTRANCES);
    if (found != null && checks.size() > before) {
      rules.addAll(found.figures());
    }
  }

  /**
   * Outside the zones, or, where the pack allows it, with a floor above the water. A space partly outside is conditional: only its
   * dry part counts.
   */
  private void zones() {
    var outside = demanded("outsideZones");
    if (outside == null) {
      return;
    }
    var exposure = problem.exposure();
    var found = wholly(exposure.outsideShare());
    var facts = new ArrayList<SpaceFact>(List.of(SpaceFact.HAZARD_ZONES));
    if (demanded("refugeFloor") != null) {
      found = new Range(Math.max(found.pessimistic(), floorAbove(true)), Math.max(found.optimistic(), floorAbove(false)));
      if (Double.isInfinite(exposure.depthM().pessimistic())) {
        facts.add(SpaceFact.WATER_DEPTH);
      }
      facts.add(problem.facts().buildings() == null ? SpaceFact.BUILDING : SpaceFact.STOREYS);
    }
    boolean partly = exposure.outsideShare().pessimistic() > 0;
    checks.add(check("outsideZones", outside, found, partly, facts));
  }

  private static Range wholly(Range share) {
    return new Range(share.pessimistic() >= 1 ? 1 : 0, share.optimistic() >= 1 ? 1 : 0);
  }

  /** 1 where some building's highest floor lies above the water. The floor of the topmost storey counts, not the roof over it. */
  private double floorAbove(boolean pessimistic) {
    var depth = problem.exposure().depthM();
    if (problem.facts().buildings() == null) {
      return pessimistic ? 0 : 1;
    }
    double highest = 0;
    for (var building : problem.facts().buildings()) {
      var levels = Storeys.levels(building, rules);
      double floors = (pessimistic ? levels.pessimistic() : levels.optimistic()) - 1;
      highest = Math.max(highest, floors * Storeys.metresPerLevel(rules));
    }
    return highest > 0 && highest >= (pessimistic ? depth.pessimistic() : depth.optimistic()) ? 1 : 0;
  }

  private void kindOfPlace() {
    var outdoors = demanded("outdoors");
    if (outdoors != null) {
      checks.add(check("outdoors", outdoors, Range.of(problem.facts().openGround()), false, List.of(SpaceFact.OPEN_GROUND)));
    }
    var indoors = demanded("indoors");
    if (indoors != null) {
      checks.add(check("indoors", indoors, Range.of(problem.facts().building()), false, List.of(SpaceFact.BUILDING)));
    }
  }

  /** One for each danger or help that the pack names. */
  private void distances(String name, boolean atLeast) {
    var kinds = new TreeSet<String>();
    for (var prefix : List.of(PREFIX + problem.hazard().word() + "." + name, PREFIX + "any." + name)) {
      problem.rules().figures().keySet().stream().filter(key -> key.startsWith(prefix))
          .forEach(key -> kinds.add(key.substring(prefix.length())));
    }
    for (var kind : kinds) {
      var metres = problem.facts().metresTo().get(kind);
      var found = metres != null ? Range.exact(metres) : atLeast ? Range.UNKNOWN_AT_LEAST : Range.UNKNOWN_AT_MOST;
      add(name + kind, atLeast, found, List.of(SpaceFact.DISTANCE), SpaceFact.DISTANCE);
    }
  }

  private void wheelchair() {
    var demanded = demanded("wheelchair");
    if (demanded == null) {
      return;
    }
    var entrance = Range.of(problem.entrances() == null ? null : problem.entrances().wheelchair());
    var ground = Range.of(problem.facts().wheelchairGround());
    var facts = new ArrayList<SpaceFact>();
    if (entrance.pessimistic() < 1) {
      facts.add(SpaceFact.WHEELCHAIR_ENTRANCE);
    }
    if (ground.pessimistic() < 1) {
      facts.add(SpaceFact.WHEELCHAIR_GROUND);
    }
    checks.add(check("wheelchair", demanded, new Range(Math.min(entrance.pessimistic(), ground.pessimistic()),
        Math.min(entrance.optimistic(), ground.optimistic())), false, facts));
  }

  /**
   * @param missing what would have to be recorded where the outcome is unknown
   * @param changed what would have to be otherwise where the test is failed
   */
  private void add(String name, boolean atLeast, Range found, List<SpaceFact> missing, SpaceFact changed) {
    var required = required(name);
    if (required != null) {
      boolean failed = Check.state(required.figure.value(), atLeast, found) == Check.State.FAILED;
      checks.add(new Check(name, required.key, required.figure, atLeast, found, onFailure(required.figure),
          failed ? List.of(changed) : missing));
    }
  }

  private static Check check(String name, Required required, Range found, boolean partly, List<SpaceFact> facts) {
    return new Check(name, required.key, required.figure, true, found,
        partly ? Verdict.CONDITIONAL : onFailure(required.figure), facts);
  }

  /** A figure of 1 demands; 0 and none do not. */
  private Required demanded(String name) {
    var required = required(name);
    return required == null || required.figure.value() == 0 ? null : required;
  }

  /** The hazard's own figure before that of any hazard; null where the pack has neither. */
  private Required required(String name) {
    for (var hazard : List.of(problem.hazard().word(), "any")) {
      var key = PREFIX + hazard + "." + name;
      var figure = rules.find(key);
      if (figure.isPresent()) {
        return new Required(key, figure.get());
      }
    }
    return null;
  }

  private static Verdict onFailure(Figure figure) {
    return Verdict.CONDITIONAL.word().equals(figure.fails()) ? Verdict.CONDITIONAL : Verdict.UNSUITABLE;
  }
}
