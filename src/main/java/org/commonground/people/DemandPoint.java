package org.commonground.people;

import java.util.Map;

/**
 * People at one place: a building, or a row of a file. A building where nobody lives is a point with no people, so that
 * its walking time is computed too.
 *
 * @param id         number of the point inside its area, from 0
 * @param lon        degrees east
 * @param lat        degrees north
 * @param people     persons, at least 0
 * @param groups     persons by group ({@code elderly}, {@code child} …) where recorded; groups need not add up to {@code people}
 * @param district   index of its district in the city's list; -1 where it lies in none
 * @param building   index of its building in the city's list; -1 where it is none
 */
public record DemandPoint(int id, double lon, double lat, int people, Map<String, Integer> groups, int district,
    int building) {

  public DemandPoint {
    groups = Map.copyOf(groups);
    if (people < 0) {
      throw new IllegalArgumentException("people of demand point " + id + " is " + people + ", below 0");
    }
  }
}
