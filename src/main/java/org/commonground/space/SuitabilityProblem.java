package org.commonground.space;

import java.util.Objects;
import org.commonground.rules.RulePack;

/**
 * Is a space suitable for one hazard?
 *
 * @param hazard    kind of event
 * @param effective its ground, with the zones of this hazard taken off; null where it has no outline
 * @param entrances null where it has no outline
 * @param exposure  to the zones of this hazard
 * @param facts     what else is recorded
 * @param rules     {@code suitability.<hazard>.*}, before {@code suitability.any.*}; a test speaks only where the pack has its
 *                  figure
 */
public record SuitabilityProblem(Hazard hazard, EffectiveAreaResult effective, EntranceResult entrances, HazardExposure exposure,
    SpaceFacts facts, RulePack rules) {

  public SuitabilityProblem {
    Objects.requireNonNull(hazard, "hazard");
    Objects.requireNonNull(exposure, "exposure");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(rules, "rules");
  }
}
