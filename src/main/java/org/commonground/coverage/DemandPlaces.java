package org.commonground.coverage;

import java.util.Map;

/**
 * Where people are, as arrays with one entry per place. Not copied: the caller must not change them.
 *
 * @param lon      degrees east
 * @param lat      degrees north
 * @param people   persons, at least 0
 * @param district index of the district from 0; -1 where the place lies in none
 * @param groups   persons by group name, arrays like {@code people}; empty where no groups are recorded
 */
public record DemandPlaces(double[] lon, double[] lat, int[] people, int[] district, Map<String, int[]> groups) {

  public DemandPlaces {
    if (lat.length != lon.length || people.length != lon.length || district.length != lon.length) {
      throw new IllegalArgumentException("arrays of demand places differ in length");
    }
    for (int place = 0; place < lon.length; place++) {
      if (!(Math.abs(lon[place]) <= 180) || !(Math.abs(lat[place]) <= 90)) {
        throw new IllegalArgumentException("demand place " + place + " is no place on earth: lon " + lon[place] + ", lat "
            + lat[place]);
      }
    }
    check("people", people, lon.length);
    groups.forEach((group, persons) -> check(group, persons, lon.length));
  }

  private static void check(String group, int[] persons, int count) {
    if (persons.length != count) {
      throw new IllegalArgumentException(group + " has " + persons.length + " entries for " + count + " demand places");
    }
    for (int place = 0; place < count; place++) {
      if (persons[place] < 0) {
        throw new IllegalArgumentException(group + " of demand place " + place + " is " + persons[place] + ", below 0");
      }
    }
  }

  public int count() {
    return lon.length;
  }
}
