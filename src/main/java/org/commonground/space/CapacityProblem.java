package org.commonground.space;

import java.util.List;
import java.util.Objects;
import org.commonground.rules.RulePack;

/**
 * How many people can a space take in?
 *
 * @param effective    null where the space has no outline
 * @param buildings    whose rooms people can use; null where nobody has recorded any though the space is a building or has some
 * @param givenPersons a capacity that somebody has recorded; null for none
 * @param rules        {@code stay.*} and {@code effective.*}
 */
public record CapacityProblem(EffectiveAreaResult effective, List<BuildingShape> buildings, Integer givenPersons, RulePack rules) {

  public CapacityProblem {
    Objects.requireNonNull(rules, "rules");
    buildings = buildings == null ? null : List.copyOf(buildings);
    if (givenPersons != null && givenPersons < 0) {
      throw new IllegalArgumentException("given capacity is " + givenPersons + " persons, below 0");
    }
  }
}
