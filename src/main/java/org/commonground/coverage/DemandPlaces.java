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
  }

  public int count() {
    return lon.length;
  }
}
