package org.commonground.space;

import java.util.Objects;
import org.commonground.rules.RulePack;
import org.locationtech.jts.geom.Geometry;

/**
 * How much of a space can people use?
 *
 * @param outline      of the space, metres; may be broken, and a point where nobody has recorded an outline
 * @param surroundings what lies in and around it, in the same metres
 * @param hazard       whose zones are taken off; null for none
 * @param rules        {@code effective.*}; what a pack leaves out is not taken off, but water and buildings always are
 */
public record EffectiveAreaProblem(Geometry outline, Surroundings surroundings, Hazard hazard, RulePack rules) {

  public EffectiveAreaProblem {
    Objects.requireNonNull(outline, "outline");
    Objects.requireNonNull(surroundings, "surroundings");
    Objects.requireNonNull(rules, "rules");
  }
}
