package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonground.rules.RulePack.Figure;
import org.commonground.space.CapacityResult.StayRoom;

/**
 * Counts the people that a space has room for.
 *
 * <ol>
 *   <li>Open ground: effective area less the share kept for paths, supply and toilets.
 *   <li>Floor: footprint times storeys of each building, and of it the share that people can lie or sit on.
 *   <li>Each class of stay divides both by its own square metres a person, rounding down.
 *   <li>A space smaller than the class allows has no room for it.
 * </ol>
 */
public final class CapacitySolver {

  /** Of a person; 35 people on 70 m² must not become 34. */
  private static final double ROUNDING = 1e-9;

  private CapacitySolver() {
  }

  public static CapacityResult solve(CapacityProblem problem) {
    var outdoorRules = new CitedFigures(problem.rules());
    var indoorRules = new CitedFigures(problem.rules());
    var outdoor = outdoorM2(problem.effective(), outdoorRules);
    var indoor = indoorRules.find("effective.indoorShare")
        .map(share -> indoorM2(problem.buildings(), share.value(), indoorRules)).orElse(null);
    var stays = new ArrayList<StayRoom>();
    for (var stay : Stay.values()) {
      room(problem, stay, outdoor, indoor, outdoorRules, indoorRules).ifPresent(stays::add);
    }
    return new CapacityResult(outdoor, indoor, stays, problem.givenPersons(), assumptions(problem));
  }

  private static Range outdoorM2(EffectiveAreaResult effective, CitedFigures rules) {
    if (effective == null) {
      return Range.UNKNOWN_AT_LEAST;
    }
    rules.addAll(effective.figures());
    double share = 1 - rules.valueOrZero("effective.reservedShare");
    return new Range(share * effective.pessimistic().effectiveM2(), share * effective.optimistic().effectiveM2());
  }

  private static Range indoorM2(List<BuildingShape> buildings, double share, CitedFigures rules) {
    if (buildings == null) {
      return Range.UNKNOWN_AT_LEAST;
    }
    double least = 0;
    double most = 0;
    for (var building : buildings) {
      var footprint = MendedArea.of(building.geometry());
      if (footprint != null) {
        var levels = Storeys.levels(building, rules);
        least += share * footprint.getArea() * levels.pessimistic();
        most += share * footprint.getArea() * levels.optimistic();
      }
    }
    return new Range(least, most);
  }

  private static Optional<StayRoom> room(CapacityProblem problem, Stay stay, Range outdoorM2, Range indoorM2,
      CitedFigures outdoorRules, CitedFigures indoorRules) {
    var rules = new CitedFigures(problem.rules());
    var key = "stay." + stay.word() + ".";
    var outdoor = rules.find(key + "m2PerPerson").map(figure -> persons(outdoorM2, figure)).orElse(null);
    var indoor = indoorM2 == null ? null
        : rules.find(key + "indoorM2PerPerson").map(figure -> persons(indoorM2, figure)).orElse(null);
    if (outdoor == null && indoor == null) {
      return Optional.empty();
    }
    var none = Range.exact(0);
    var leastArea = rules.find(key + "leastAreaM2").map(figure -> new Check("leastAreaM2", key + "leastAreaM2", figure, true,
        sum(outdoor == null ? none : groundM2(problem.effective()), indoor == null ? none : indoorM2), Verdict.UNSUITABLE,
        List.of(problem.effective() == null ? SpaceFact.OUTLINE : SpaceFact.EFFECTIVE_AREA))).orElse(null);
    var all = sum(outdoor == null ? none : outdoor, indoor == null ? none : indoor);
    if (leastArea != null && leastArea.state() != Check.State.PASSED) {
      all = new Range(0, leastArea.state() == Check.State.FAILED ? 0 : all.optimistic());
    }
    if (outdoor != null) {
      rules.addAll(outdoorRules.cited());
    }
    if (indoor != null) {
      rules.addAll(indoorRules.cited());
    }
    return Optional.of(new StayRoom(stay, outdoor, indoor, all, leastArea, rules.cited()));
  }

  /** Effective area before anything is reserved, which is what the least area of a class is asked of. */
  private static Range groundM2(EffectiveAreaResult effective) {
    return effective == null ? Range.UNKNOWN_AT_LEAST : effective.effectiveM2();
  }

  private static Range persons(Range m2, Figure m2PerPerson) {
    if (!(m2PerPerson.value() > 0)) {
      throw new IllegalArgumentException("square metres a person are " + m2PerPerson.value() + ", not above 0");
    }
    return new Range(Math.floor(m2.pessimistic() / m2PerPerson.value() + ROUNDING),
        Math.floor(m2.optimistic() / m2PerPerson.value() + ROUNDING));
  }

  private static Range sum(Range one, Range other) {
    return new Range(one.pessimistic() + other.pessimistic(), one.optimistic() + other.optimistic());
  }

  private static List<String> assumptions(CapacityProblem problem) {
    var told = new ArrayList<>(List.of("A space smaller than a class of stay allows has no room for it."));
    if (problem.buildings() == null || !problem.buildings().isEmpty()) {
      told.add("Whether its buildings are safe to enter is not judged here; every storey above ground counts alike.");
    }
    return told;
  }
}
