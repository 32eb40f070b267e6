package org.commonground.coverage;

/**
 * Two placements between which the truth lies where some capacities are not recorded.
 *
 * @param pessimistic       a shelter without a recorded capacity has no place that anybody may count on
 * @param optimistic        it has the places that its area gives, and room for everybody where the area is not known either; the
 *                          same object where all capacities are recorded
 * @param unknownCapacities shelters without a recorded capacity
 */
public record PlacementRange(PlacementResult pessimistic, PlacementResult optimistic, int unknownCapacities) {

  /**
   * @param people      persons at each point
   * @param capacity    per shelter; null where not recorded
   * @param areaM2      per shelter, area that people can use; null where not known
   * @param m2PerPerson what the rules allow each, above 0
   * @throws IllegalArgumentException where a number is outside its limits or the arrays do not fit together
   */
  public static PlacementRange of(int[] people, ReachTable reach, Integer[] capacity, Double[] areaM2, double m2PerPerson) {
    if (!(m2PerPerson > 0)) {
      throw new IllegalArgumentException(m2PerPerson + " m2 per person, not above 0");
    }
    if (areaM2.length != capacity.length) {
      throw new IllegalArgumentException(areaM2.length + " areas for " + capacity.length + " shelters");
    }
    var least = new int[capacity.length];
    var most = new int[capacity.length];
    int unknown = 0;
    for (int shelter = 0; shelter < capacity.length; shelter++) {
      if (areaM2[shelter] != null && !(areaM2[shelter] >= 0)) {
        throw new IllegalArgumentException("area of shelter " + shelter + " is " + areaM2[shelter] + " m2, below 0");
      }
      if (capacity[shelter] == null) {
        unknown++;
        most[shelter] = places(areaM2[shelter], m2PerPerson);
      } else {
        least[shelter] = most[shelter] = capacity[shelter];
      }
    }
    var pessimistic = PlacementSolver.solve(new PlacementProblem(people, least, reach));
    var optimistic = unknown == 0 ? pessimistic : PlacementSolver.solve(new PlacementProblem(people, most, reach));
    return new PlacementRange(pessimistic, optimistic, unknown);
  }

  private static int places(Double areaM2, double m2PerPerson) {
    return areaM2 == null ? PlacementProblem.UNLIMITED
        : (int) Math.min(PlacementProblem.UNLIMITED - 1, Math.floor(areaM2 / m2PerPerson));
  }
}
