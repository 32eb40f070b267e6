package org.commonground.plan.coverage;

import org.commonground.plan.CoverageQuery;

/**
 * Who stays covered, or what does that hang on, if an earthquake's collapsing buildings block streets?
 *
 * @param coverage what covered means
 * @param damage   buildings that collapse, of 100; null for the rule pack's figure
 * @param samples  how often to look, 10 to 2000; null for 200
 * @param seed     of the chances; null for 0
 * @param model    {@code tokyo} or {@code width} (by street width) or {@code rubble} (by the buildings beside); null for tokyo
 */
public record ExpectedQuery(CoverageQuery coverage, Double damage, Integer samples, Long seed, String model) {

  /** Nothing is said of collapsing buildings. */
  public static ExpectedQuery of(CoverageQuery coverage) {
    return new ExpectedQuery(coverage, null, null, null, null);
  }

  /** Whether anything is said of collapsing buildings. */
  public boolean asksCollapse() {
    return damage != null || samples != null || seed != null || model != null;
  }

  /** The same where a shelter counts only while it has room. */
  public ExpectedQuery withRoom() {
    return new ExpectedQuery(coverage.withRoom(), damage, samples, seed, model);
  }
}
