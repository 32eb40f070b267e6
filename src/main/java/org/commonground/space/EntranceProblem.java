package org.commonground.space;

import java.util.Objects;
import org.commonground.rules.RulePack;
import org.locationtech.jts.geom.Geometry;

/**
 * Where is a space entered, and how fast?
 *
 * @param outline      of the space, metres; may be broken, and a point where nobody has recorded an outline
 * @param surroundings with ways and barriers, in the same metres
 * @param rules        {@code entrance.*}, of which {@code entrance.minutes} may be left out
 */
public record EntranceProblem(Geometry outline, Surroundings surroundings, RulePack rules) {

  public EntranceProblem {
    Objects.requireNonNull(outline, "outline");
    Objects.requireNonNull(surroundings, "surroundings");
    Objects.requireNonNull(rules, "rules");
  }
}
