package org.commonground.coverage;

/**
 * What do boundaries between districts cost?
 *
 * @param reach           the city with its walking times
 * @param shelterDistrict index of the district each shelter lies in; -1 where it lies in none. Not copied
 * @param limitMillis     longest walking time that counts as covered, above 0
 */
public record FragmentationProblem(Reach reach, int[] shelterDistrict, int limitMillis) {

  public FragmentationProblem {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    if (shelterDistrict.length != reach.problem().shelters().size()) {
      throw new IllegalArgumentException(shelterDistrict.length + " districts of shelters for "
          + reach.problem().shelters().size() + " shelters");
    }
    for (int shelter = 0; shelter < shelterDistrict.length; shelter++) {
      if (shelterDistrict[shelter] < -1 || shelterDistrict[shelter] >= reach.problem().districtCount()) {
        throw new IllegalArgumentException("shelter " + shelter + " lies in district " + shelterDistrict[shelter]
            + ", but there are " + reach.problem().districtCount());
      }
    }
  }
}
