package org.commonground.coverage;

/**
 * How much room for how many people is within reach? Arrays are not copied.
 *
 * @param people          persons of each place, at least 0
 * @param firstShelter    walks of place i are entries {@code firstShelter[i]} to {@code firstShelter[i + 1]} of the next two
 * @param shelter         index of the shelter of each walk
 * @param millis          walking time of each walk, at least 0; at least all walks within both catchments
 * @param capacity        persons, one entry per shelter; null where not recorded
 * @param mostIfUnknown   persons that a shelter of unrecorded capacity may hold in the favourable reading, at least 0; in the
 *                        unfavourable one it holds nobody
 * @param ofPopulation    how far people look for room
 * @param ofShelter       from how far people press for a shelter's room
 */
public record CatchmentProblem(int[] people, int[] firstShelter, int[] shelter, int[] millis, Integer[] capacity, int mostIfUnknown,
    Catchment ofPopulation, Catchment ofShelter) {

  public CatchmentProblem {
    if (firstShelter.length != people.length + 1 || firstShelter[0] != 0 || firstShelter[people.length] != shelter.length
        || shelter.length != millis.length) {
      throw new IllegalArgumentException("walks between " + people.length + " places and their shelters do not fit together");
    }
    if (mostIfUnknown < 0) {
      throw new IllegalArgumentException("capacity where not recorded is " + mostIfUnknown + ", below 0");
    }
    for (int place = 0; place < people.length; place++) {
      if (people[place] < 0 || firstShelter[place] > firstShelter[place + 1]) {
        throw new IllegalArgumentException("place " + place + " has " + people[place] + " people and "
            + (firstShelter[place + 1] - firstShelter[place]) + " walks; neither may be below 0");
      }
    }
    for (int walk = 0; walk < shelter.length; walk++) {
      if (shelter[walk] < 0 || shelter[walk] >= capacity.length || millis[walk] < 0) {
        throw new IllegalArgumentException("walk " + walk + " leads to shelter " + shelter[walk] + " of " + capacity.length + " in "
            + millis[walk] + " ms");
      }
    }
    for (int at = 0; at < capacity.length; at++) {
      if (capacity[at] != null && capacity[at] < 0) {
        throw new IllegalArgumentException("capacity of shelter " + at + " is " + capacity[at] + ", below 0");
      }
    }
  }
}
