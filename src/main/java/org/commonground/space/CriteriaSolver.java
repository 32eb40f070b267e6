package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import org.commonground.space.CriteriaProblem.Value;

/**
 * Scores what a space is worth by the criteria of a rule pack.
 *
 * <ol>
 *   <li>Each value becomes a score from 0 to 1 along the pack's line; a value that nobody knows scores 0 to 1.
 *   <li>The scores are averaged by the pack's weights.
 * </ol>
 */
public final class CriteriaSolver {

  private CriteriaSolver() {
  }

  /** @throws IllegalArgumentException where a criterion has a weight but no zero or full, or these are equal */
  public static CriteriaResult solve(CriteriaProblem problem) {
    var rules = new CitedFigures(problem.rules());
    var criteria = new ArrayList<Criterion>();
    var silent = new ArrayList<String>();
    problem.values().forEach((name, value) -> {
      var key = problem.life().word() + ".criteria." + name + ".";
      rules.find(key + "weight").ifPresentOrElse(weight -> criteria.add(
          criterion(name, value, rules.value(key + "zero"), rules.value(key + "full"), weight.value())), () -> silent.add(name));
    });
    return new CriteriaResult(mean(criteria), criteria, silent, rules.cited());
  }

  private static Criterion criterion(String name, Value value, double zero, double full, double weight) {
    if (zero == full || !(weight >= 0)) {
      throw new IllegalArgumentException("criterion " + name + " has weight " + weight + ", zero " + zero + " and full " + full);
    }
    var score = new Range(0, 1);
    if (value.found() != null) {
      double one = score(value.found().pessimistic(), zero, full);
      double other = score(value.found().optimistic(), zero, full);
      score = new Range(Math.min(one, other), Math.max(one, other));
    }
    return new Criterion(name, value.found(), zero, full, weight, score, value.facts());
  }

  private static double score(double value, double zero, double full) {
    return Math.max(0, Math.min(1, (value - zero) / (full - zero)));
  }

  private static Range mean(List<Criterion> criteria) {
    double weights = criteria.stream().mapToDouble(Criterion::weight).sum();
    return weights == 0 ? null
        : new Range(criteria.stream().mapToDouble(each -> each.weight() * each.score().pessimistic()).sum() / weights,
            criteria.stream().mapToDouble(each -> each.weight() * each.score().optimistic()).sum() / weights);
  }
}
