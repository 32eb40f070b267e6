package org.commonground.space;

import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Figure;

/**
 * Whether a space is suitable for one hazard, and why.
 *
 * @param verdict by all tests; {@link Verdict#UNKNOWN} where the pack has none
 * @param worst   if every test that is unknown is failed
 * @param best    if every test that is unknown is passed
 * @param checks  every test that spoke, in a fixed order
 * @param figures that the result rests on, by key
 */
public record SuitabilityResult(Hazard hazard, Verdict verdict, Verdict worst, Verdict best, List<Check> checks,
    Map<String, Figure> figures) {

  public SuitabilityResult {
    checks = List.copyOf(checks);
  }
}
