package org.commonground.plan.city;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.City;
import org.commonground.space.Shelter;
import org.commonground.space.Space;

/**
 * Which shelters of an area are which of its spaces.
 *
 * @param spaceOfShelter by number of the shelter
 * @param shelterOfSpace by number of the space, the lowest of several
 */
public record ShelterSpaces(Map<Integer, Space> spaceOfShelter, Map<Integer, Integer> shelterOfSpace) {

  static ShelterSpaces of(City city) {
    var spaces = new TreeMap<Integer, Space>();
    var shelters = new TreeMap<Integer, Integer>();
    for (var shelter : city.shelters()) {
      var space = spaceOf(shelter, city.spaces());
      if (space != null) {
        spaces.put(shelter.id(), space);
        shelters.putIfAbsent(space.id(), shelter.id());
      }
    }
    return new ShelterSpaces(spaces, shelters);
  }

  /** The space of the same source id, else the smallest that its middle lies in; null where there is none. */
  public static Space spaceOf(Shelter shelter, List<Space> spaces) {
    Space found = null;
    var middle = shelter.geometry().getInteriorPoint();
    for (var space : spaces) {
      if (space.sourceId().equals(shelter.sourceId())) {
        return space;
      }
      if ((found == null || space.areaM2() < found.areaM2()) && space.geometry().getDimension() == 2
          && space.geometry().getEnvelopeInternal().contains(middle.getCoordinate()) && space.geometry().covers(middle)) {
        found = space;
      }
    }
    return found;
  }
}
