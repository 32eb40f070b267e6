package org.commonground.coverage;

import java.util.List;
import org.commonground.statement.Statement;

/**
 * The answer to an {@link EverydayProblem}. People, green and what is within reach add up: the districts and what lies outside them are
 * the whole; only {@code leastM2} and {@code mostM2} of districts are bounds each for itself, and add up where nothing is unknown.
 *
 * @param spaces      one per space
 * @param ownGreenM2  per space, the public green that counts as its own: of ground that lies in several spaces the largest has it
 * @param total       everybody
 * @param districts   one per district
 * @param outside     those, and the green, in no district
 * @param assumptions what was assumed
 */
public record EverydayResult(List<SpaceVisitors> spaces, double[] ownGreenM2, GreenSupply total, List<GreenSupply> districts,
    GreenSupply outside, List<Statement> assumptions) {
}
