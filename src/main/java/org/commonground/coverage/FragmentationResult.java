package org.commonground.coverage;

import java.util.List;
import org.commonground.statement.Statement;

/**
 * The answer to a {@link FragmentationProblem}.
 *
 * @param together    everybody, where each may use every shelter
 * @param alone       everybody, where each may use only the shelters of the own district
 * @param districts   one per district, in order; behind them those outside every district, who have the shelters outside
 * @param pairs       pairs that gain anything; most people first, then most time, then the lower districts
 * @param assumptions what was assumed
 */
public record FragmentationResult(StateCounts together, StateCounts alone, List<District> districts,
    List<FragmentationPair> pairs, List<Statement> assumptions) {

  /** @param district its index; -1 for the ground outside every district */
  public record District(int district, StateCounts together, StateCounts alone) {
  }
}
