package org.commonground.coverage;

import java.util.List;
import org.commonground.statement.Statement;

/**
 * The answer to a {@link RoomProblem}. Covered is who is placed whatever the unrecorded facts are; unknown, who is placed only if they
 * are favourable; unreachable, who has no way to any shelter; not covered, everybody else.
 *
 * @param total        everybody
 * @param districts    one per district
 * @param outside      those in no district
 * @param state        per place, the worst that holds for anybody there
 * @param reach        which shelters are in time if the unrecorded facts are unfavourable; points are those of {@code guided}
 * @param guided       the best placement if the unrecorded facts are unfavourable, with its prices; points are all places of the first
 *                     kind of people, then all of the next
 * @param hoped        the same if they are favourable
 * @param nearestFirst where people end up who nobody guides, if they are unfavourable
 * @param tooFar       persons who reach no shelter in time even if the unrecorded facts are favourable, but have a way to one
 * @param crowding     per shelter, if everybody goes to the nearest whatever its room
 * @param assumptions  what was assumed
 */
public record RoomResult(StateCounts total, List<StateCounts> districts, StateCounts outside, CoverState[] state,
    ReachTable reach, PlacementResult guided, PlacementResult hoped, Placement nearestFirst, int tooFar, Crowding[] crowding,
    List<Statement> assumptions) {
}
