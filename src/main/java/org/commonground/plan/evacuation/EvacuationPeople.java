package org.commonground.plan.evacuation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Persons by what an evacuation does for them: {@code placed + unknown + noWay + cutOff + noRoom + notPlanned + driving = total}, always.
 *
 * @param placed     in a shelter by the plan, whatever the unrecorded facts are
 * @param unknown    in a shelter only by the plan for the case that they are favourable
 * @param notPlaced  the four that follow together
 * @param noWay      no streets lead them to any shelter
 * @param cutOff     the hazard is around them, or before them
 * @param noRoom     every shelter they reach in time is full
 * @param notPlanned nothing keeps them from a shelter with room, but the search ended before it had a place for them
 * @param driving    not on foot, and in none of the above; left out where nobody is
 */
public record EvacuationPeople(int total, int placed, int unknown, int notPlaced, int noWay, int cutOff, int noRoom, int notPlanned,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int driving) {

  /**
   * @param left by reason: no way, cut off, no room, not planned
   * @param only placed only if what is not recorded is favourable; taken from those without room first
   */
  static EvacuationPeople of(int placed, int[] left, int only) {
    int unknown = Math.min(only, left[0] + left[1] + left[2] + left[3]);
    int noRoom = Math.max(0, left[2] - unknown);
    int still = unknown - (left[2] - noRoom);
    int noWay = Math.max(0, left[0] - still);
    still -= left[0] - noWay;
    int cutOff = Math.max(0, left[1] - still);
    still -= left[1] - cutOff;
    int notPlanned = left[3] - still;
    int notPlaced = noWay + cutOff + noRoom + notPlanned;
    return new EvacuationPeople(placed + unknown + notPlaced, placed, unknown, notPlaced, noWay, cutOff, noRoom, notPlanned, 0);
  }

  /** The same with as many more who drive. */
  EvacuationPeople driving(int more) {
    return new EvacuationPeople(total + more, placed, unknown, notPlaced, noWay, cutOff, noRoom, notPlanned, driving + more);
  }

  EvacuationPeople plus(EvacuationPeople other) {
    return new EvacuationPeople(total + other.total, placed + other.placed, unknown + other.unknown, notPlaced + other.notPlaced,
        noWay + other.noWay, cutOff + other.cutOff, noRoom + other.noRoom, notPlanned + other.notPlanned, driving + other.driving);
  }
}
