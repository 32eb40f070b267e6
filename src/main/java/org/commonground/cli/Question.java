package org.commonground.cli;

import org.commonground.plan.Conditions;
import org.commonground.plan.CoverageQuery;
import picocli.CommandLine.Option;

/** What every question about who is in time may say. */
final class Question extends AreaQuestion {

  @Option(names = "--minutes", description = "what counts as in time, 1 to 120; the rule pack's where left out")
  Integer minutes;

  @Option(names = "--capacity", description = "a shelter counts only while it has room")
  private boolean capacity;

  Conditions conditions() {
    return conditions(capacity);
  }

  CoverageQuery query(Integer count, Integer k) {
    return new CoverageQuery(area, profile, minutes, count, k, conditions());
  }
}
