package org.commonground.coverage;

import java.util.Arrays;

/**
 * How crowded a shelter is if everybody goes to the nearest, whatever its capacity.
 *
 * @param people            who come
 * @param areaM2            area that people can use; null where not known
 * @param m2PerPerson       what each then has; null where the area is not known or nobody comes
 * @param neededM2PerPerson the figure it is held against
 * @param state             whether that is enough
 */
public record Crowding(int people, Double areaM2, Double m2PerPerson, double neededM2PerPerson, State state) {

  /** Whether each has the area needed; unknown where somebody comes and the area is not recorded. */
  public enum State { ENOUGH, TOO_CROWDED, UNKNOWN }

  /**
   * Per shelter.
   *
   * @param people            persons at each point
   * @param areaM2            per shelter, at least 0; null where not known
   * @param neededM2PerPerson above 0
   * @throws IllegalArgumentException where a number is outside its limits or the arrays do not fit together
   */
  public static Crowding[] of(int[] people, ReachTable reach, Double[] areaM2, double neededM2PerPerson) {
    if (!(neededM2PerPerson > 0)) {
      throw new IllegalArgumentException("needed are " + neededM2PerPerson + " m2 per person, not above 0");
    }
    var everywhere = new int[reach.shelterCount()];
    Arrays.fill(everywhere, PlacementProblem.UNLIMITED);
    if (areaM2.length != everywhere.length) {
      throw new IllegalArgumentException(areaM2.length + " areas for " + everywhere.length + " shelters");
    }
    var nearest = NearestFirst.place(new PlacementProblem(people, everywhere, reach)).inShelter();
    var crowding = new Crowding[nearest.length];
    for (int shelter = 0; shelter < nearest.length; shelter++) {
      if (areaM2[shelter] != null && !(areaM2[shelter] >= 0)) {
        throw new IllegalArgumentException("area of shelter " + shelter + " is " + areaM2[shelter] + " m2, below 0");
      }
      crowding[shelter] = of(nearest[shelter], areaM2[shelter], neededM2PerPerson);
    }
    return crowding;
  }

  private static Crowding of(int people, Double areaM2, double needed) {
    if (people == 0) {
      return new Crowding(0, areaM2, null, needed, State.ENOUGH);
    }
    if (areaM2 == null) {
      return new Crowding(people, null, null, needed, State.UNKNOWN);
    }
    double each = areaM2 / people;
    return new Crowding(people, areaM2, each, needed, each >= needed ? State.ENOUGH : State.TOO_CROWDED);
  }
}
