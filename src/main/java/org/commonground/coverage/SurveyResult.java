package org.commonground.coverage;

import java.util.List;
import java.util.Set;
import org.commonground.statement.Statement;

/**
 * Which missing facts keep people's answers open. Where buildings collapse by chance, persons are the mean over the samples; else they
 * are whole.
 *
 * @param covered      persons who are covered whatever the facts are
 * @param people       persons whose answer is unknown
 * @param unattributed of these, persons whose way passes nothing in doubt: only the nearest street that counts is another one
 * @param facts        most people first; only facts that matter to somebody
 * @param places       streets and shelters, most people first; only those that matter to somebody
 * @param assumptions  what was assumed
 */
public record SurveyResult(double covered, double people, double unattributed, List<FactCount> facts, List<Place> places,
    List<Statement> assumptions) {

  /**
   * @param features streets or shelters that lack it and matter to somebody
   * @param people   persons whose ways hang on it
   * @param alone    of these, persons whose ways hang on no other fact
   */
  public record FactCount(SurveyFact fact, int features, double people, double alone) {
  }

  /**
   * @param layer  {@code street} or {@code shelter}
   * @param id     its index
   * @param facts  what is missing there
   * @param people persons whose ways hang on it
   */
  public record Place(String layer, int id, Set<SurveyFact> facts, double people) {
  }
}
