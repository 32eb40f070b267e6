package org.commonground.coverage;

/**
 * Who goes to which shelter, when each has only so many places? Arrays are not copied: the caller must not change them.
 *
 * @param people   persons at each point, at least 0, together no more than an int holds; a place is several points where its
 *                 groups walk at different speeds
 * @param capacity places in each shelter, at least 0; {@link #UNLIMITED} where there is room for everybody
 * @param reach    which shelters each point reaches in time
 */
public record PlacementProblem(int[] people, int[] capacity, ReachTable reach) {

  /** Capacity of a shelter that is never full. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** @throws IllegalArgumentException where the arrays do not fit the table, or a number is below 0 */
  public PlacementProblem {
    if (people.length != reach.pointCount()) {
      throw new IllegalArgumentException(people.length + " points with people, but " + reach.pointCount() + " with walking times");
    }
    if (capacity.length != reach.shelterCount()) {
      throw new IllegalArgumentException(capacity.length + " shelters with a capacity, but " + reach.shelterCount()
          + " with walking times");
    }
    check("people of point ", people);
    check("capacity of shelter ", capacity);
    long total = 0;
    for (int persons : people) {
      total += persons;
    }
    if (total > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(total + " people, more than " + Integer.MAX_VALUE);
    }
  }

  private static void check(String what, int[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0) {
        throw new IllegalArgumentException(what + i + " is " + numbers[i] + ", below 0");
      }
    }
  }

  /** Everybody. */
  int totalPeople() {
    int total = 0;
    for (int persons : people) {
      total += persons;
    }
    return total;
  }
}
