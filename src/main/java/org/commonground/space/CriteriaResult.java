package org.commonground.space;

import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Figure;

/**
 * A weighted sum that can be opened down to its facts.
 *
 * @param score    0 to 1, the mean of the criteria's scores by weight; null where no criterion has a weight
 * @param criteria that the pack weighs, in the order asked for
 * @param silent   names that were asked for but that the pack does not weigh
 * @param figures  that the result rests on, by key
 */
public record CriteriaResult(Range score, List<Criterion> criteria, List<String> silent, Map<String, Figure> figures) {

  public CriteriaResult {
    criteria = List.copyOf(criteria);
    silent = List.copyOf(silent);
  }
}
