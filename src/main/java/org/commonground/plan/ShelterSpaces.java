package org.commonground.plan;

import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.City;
import org.commonground.space.Space;

/**
 * Which shelters of an area are which of its spaces.
 *
 * @param spaceOfShelter by number of the shelter
 * @param shelterOfSpace by number of the space, the lowest of several
 */
record ShelterSpaces(Map<Integer, Space> spaceOfShelter, Map<Integer, Integer> shelterOfSpace) {

  static ShelterSpaces of(City city) {
    var spaces = new TreeMap<Integer, Space>();
    var shelters = new TreeMap<Integer, Integer>();
    for (var shelter : city.shelters()) {
      var space = Readiness.spaceOf(shelter, city.spaces());
      if (space != null) {
        spaces.put(shelter.id(), space);
        shelters.putIfAbsent(space.id(), shelter.id());
      }
    }
    return new ShelterSpaces(spaces, shelters);
  }
}
