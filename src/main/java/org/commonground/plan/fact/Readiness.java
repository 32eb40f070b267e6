package org.commonground.plan.fact;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.coverage.Standing;
import org.commonground.plan.city.ShelterSpaces;
import org.commonground.plan.fact.Fact.Kind;
import org.commonground.plan.fact.Fact.On;
import org.commonground.space.Shelter;
import org.commonground.space.Space;

/**
 * How long after the alarm a shelter can be used: the time to open it, to equip it and to staff it, one after the other, as far as
 * people have said. What they say of the space that a shelter is holds for the shelter where nothing is said of it itself.
 *
 * @param saidMinutes what was said of its stages, added up; 0 where nothing was
 * @param complete    whether all stages were said, so that it is ready then and not later
 */
public record Readiness(double saidMinutes, boolean complete) {

  private static final List<Kind> STAGES = List.of(Kind.OPENING, Kind.EQUIPPING, Kind.STAFFING);

  /** Whether it counts so many hours after the alarm; in doubt where a stage is not said and the others are done by then. */
  public Standing after(double hours) {
    return saidMinutes > 60 * hours ? Standing.OUT : complete ? Standing.COUNTS : Standing.IN_DOUBT;
  }

  /**
   * @param facts those that count now
   * @return one per shelter, in their order
   */
  public static List<Readiness> of(List<Shelter> shelters, List<Space> spaces, List<Fact> facts) {
    var said = new HashMap<Fact.Subject, Map<Kind, Double>>();
    for (var fact : facts) {
      if (STAGES.contains(fact.kind())) {
        said.computeIfAbsent(bare(fact.subject().on(), fact.subject().sourceId()), none -> new EnumMap<>(Kind.class))
            .put(fact.kind(), fact.value());
      }
    }
    return shelters.stream().map(shelter -> of(shelter, spaces, said)).toList();
  }

  private static Readiness of(Shelter shelter, List<Space> spaces, Map<Fact.Subject, Map<Kind, Double>> said) {
    var stages = new EnumMap<Kind, Double>(Kind.class);
    if (!said.isEmpty()) {
      var space = ShelterSpaces.spaceOf(shelter, spaces);
      if (space != null) {
        stages.putAll(said.getOrDefault(bare(On.SPACE, space.sourceId()), Map.of()));
      }
      if (shelter.sourceId() != null) {
        stages.putAll(said.getOrDefault(bare(On.SHELTER, shelter.sourceId()), Map.of()));
      }
    }
    return new Readiness(stages.values().stream().mapToDouble(Double::doubleValue).sum(), stages.size() == STAGES.size());
  }

  private static Fact.Subject bare(On on, String sourceId) {
    return new Fact.Subject(on, sourceId, null);
  }
}
