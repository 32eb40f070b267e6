package org.commonground.plan.form;

import org.commonground.coverage.StateCounts;
import org.commonground.coverage.Tally;

/**
 * Persons by what is known of their way to a shelter: {@code covered + unknown + notCovered + unreachable = total}.
 *
 * @param total       persons
 * @param covered     in time whatever the unrecorded facts are
 * @param unknown     in time only if the unrecorded facts are favourable
 * @param notCovered  with a way, but not in time
 * @param unreachable without any way
 */
public record People(int total, int covered, int unknown, int notCovered, int unreachable) {

  public static People of(StateCounts counts) {
    return new People(counts.total(), counts.covered(), counts.unknown(), counts.notCovered(), counts.unreachable());
  }

  public static People of(Tally tally) {
    return new People(tally.total(), tally.covered(), tally.unknown(), tally.notCovered(), tally.unreachable());
  }
}
