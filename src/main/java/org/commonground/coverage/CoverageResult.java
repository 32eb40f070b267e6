package org.commonground.coverage;

import java.util.List;
import java.util.Map;
import org.commonground.statement.Statement;

/**
 * The answer to a {@link CoverageProblem}. Arrays have one entry per demand place and are not copied.
 *
 * @param millis           walking time to the nearest shelter if the unrecorded facts are unfavourable;
 *                         {@link #NO_WAY} where there is no way
 * @param optimisticMillis the same if they are favourable; the same array where the profile depends on none
 * @param shelter          index of that nearest shelter; of the optimistic one where only that exists; -1 where none
 * @param state            what follows for the place
 * @param total            everybody
 * @param districts        one per district
 * @param outside          those in no district
 * @param groups           by group name, where groups are recorded
 * @param gaps             biggest first
 * @param assumptions      what was assumed
 */
public record CoverageResult(int[] millis, int[] optimisticMillis, int[] shelter, CoverState[] state, Tally total,
    List<Tally> districts, Tally outside, Map<String, Tally> groups, List<Gap> gaps, List<Statement> assumptions) {

  /** Walking time of a place with no way to any shelter. */
  public static final int NO_WAY = Integer.MAX_VALUE;

  /** The same with other states. */
  public CoverageResult with(CoverState[] others) {
    return new CoverageResult(millis, optimisticMillis, shelter, others, total, districts, outside, groups, gaps, assumptions);
  }
}
