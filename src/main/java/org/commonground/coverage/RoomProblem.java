package org.commonground.coverage;

import java.util.List;

/**
 * Who finds room in a shelter in time, when each takes only so many? Arrays are not copied.
 *
 * @param walkers     everybody, by how they move: the same places and shelters
 * @param capacity    persons, one entry per shelter; null where not recorded
 * @param areaM2      area that people can use, one entry per shelter; null where not known
 * @param m2PerPerson what the rules allow each person, above 0
 * @param limitMillis longest walking time that counts as in time, above 0
 */
public record RoomProblem(List<Walkers> walkers, Integer[] capacity, Double[] areaM2, double m2PerPerson, int limitMillis) {

  /**
   * People who move alike.
   *
   * @param reach  their walking times
   * @param people persons of this kind at each place, at least 0
   */
  public record Walkers(Reach reach, int[] people) {
  }

  public RoomProblem {
    walkers = List.copyOf(walkers);
    if (walkers.isEmpty()) {
      throw new IllegalArgumentException("nobody walks");
    }
    if (!(m2PerPerson > 0) || limitMillis <= 0) {
      throw new IllegalArgumentException(m2PerPerson + " m2 per person and a limit of " + limitMillis + " ms; both must be above 0");
    }
    for (var some : walkers) {
      if (some.people().length != some.reach().problem().places().count()
          || some.reach().problem().shelters().size() != capacity.length || areaM2.length != capacity.length) {
        throw new IllegalArgumentException("people, capacities or areas do not have one entry for each place or shelter");
      }
    }
  }
}
