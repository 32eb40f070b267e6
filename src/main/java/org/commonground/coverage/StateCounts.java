package org.commonground.coverage;

/**
 * People by what is known of their way to a shelter, without the times of a {@link Tally}; the four parts add up to the total.
 *
 * @param total       persons
 * @param covered     reach a shelter in time whatever the unrecorded facts are
 * @param unknown     reach one in time only if they are favourable
 * @param notCovered  can walk to one, but not in time
 * @param unreachable have no way to any
 */
public record StateCounts(int total, int covered, int unknown, int notCovered, int unreachable) {

  public StateCounts {
    if ((long) covered + unknown + notCovered + unreachable != total) {
      throw new IllegalArgumentException("people do not add up: " + covered + " + " + unknown + " + " + notCovered + " + "
          + unreachable + " is not " + total);
    }
  }

  /** @param people persons by {@link CoverState}, in its order */
  static StateCounts of(int[] people) {
    int total = 0;
    for (int persons : people) {
      total = Math.addExact(total, persons);
    }
    return new StateCounts(total, people[CoverState.COVERED.ordinal()], people[CoverState.UNKNOWN.ordinal()],
        people[CoverState.NOT_COVERED.ordinal()], people[CoverState.UNREACHABLE.ordinal()]);
  }
}
