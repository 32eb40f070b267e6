package org.commonground.coverage;

import java.util.List;
import java.util.Map;
import org.commonground.statement.Statement;

/**
 * The answer to a {@link FairnessProblem}.
 *
 * @param all         everybody
 * @param districts   one per district
 * @param outside     those in no district
 * @param groups      by group name, where groups are recorded
 * @param assumptions what was assumed
 */
public record FairnessResult(FairShare all, List<FairShare> districts, FairShare outside, Map<String, FairShare> groups,
    List<Statement> assumptions) {
}
