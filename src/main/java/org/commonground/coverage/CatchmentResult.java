package org.commonground.coverage;

import java.util.List;
import org.commonground.statement.Statement;

/**
 * The answer to a {@link CatchmentProblem}. Arrays have one entry per place and are not copied.
 *
 * @param least           rooms per person within reach if shelters of unrecorded capacity hold nobody
 * @param most            the same if they hold the most that is assumed
 * @param unknownCapacity how many shelters have no capacity recorded
 * @param nobodyNear      how many shelters have nobody in their catchment; their room counts for nobody
 * @param assumptions     what was assumed
 */
public record CatchmentResult(double[] least, double[] most, int unknownCapacity, int nobodyNear, List<Statement> assumptions) {
}
