package org.commonground.coverage;

import java.util.List;
import java.util.Set;

/**
 * Which missing facts keep people's answers open.
 *
 * @param people       persons whose answer is unknown
 * @param unattributed of these, persons whose way passes nothing in doubt: only the nearest street that counts is another one
 * @param facts        most people first; only facts that matter to somebody
 * @param places       streets and shelters, most people first; only those that matter to somebody
 * @param assumptions  what was assumed, one sentence each
 */
public record SurveyResult(long people, long unattributed, List<FactCount> facts, List<Place> places, List<String> assumptions) {

  /**
   * @param features streets or shelters that lack it and matter to somebody
   * @param people   persons whose way hangs on it
   * @param alone    of these, persons whose way hangs on no other fact
   */
  public record FactCount(SurveyFact fact, int features, long people, long alone) {
  }

  /**
   * @param layer  {@code street} or {@code shelter}
   * @param id     its index
   * @param facts  what is missing there
   * @param people persons whose way hangs on it
   */
  public record Place(String layer, int id, Set<SurveyFact> facts, long people) {
  }
}
