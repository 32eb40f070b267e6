package org.commonground.coverage;

import java.util.Arrays;

/**
 * The people of a city at a quarter of its points, for prices that nearly fit.
 *
 * <ol>
 *   <li>Points are put in order by their three nearest shelters, and then by how much farther the second is than the first; so
 *       neighbours in this order are most often neighbours in the city.
 *   <li>Each four in a row become one of them, with the people of all.
 * </ol>
 *
 * @param people persons at each point
 * @param reach  the rows of those points
 */
record PlacementGathering(int[] people, ReachTable reach) {

  private static final int POINTS_IN_ONE = 4;
  /** Below so many points for each shelter a gathered city is too coarse to tell much. */
  private static final int LEAST_POINTS = 10;

  static boolean pays(int points, int shelters) {
    return points > (long) LEAST_POINTS * Math.max(1, shelters);
  }

  static PlacementGathering of(int[] people, ReachTable reach) {
    var order = order(reach);
    int count = (people.length + POINTS_IN_ONE - 1) / POINTS_IN_ONE;
    var chosen = new int[count];
    var gathered = new int[count];
    for (int row = 0; row < count; row++) {
      int from = row * POINTS_IN_ONE;
      int to = Math.min(people.length, from + POINTS_IN_ONE);
      chosen[row] = order[(from + to) / 2];
      for (int i = from; i < to; i++) {
        gathered[row] += people[order[i]];
      }
    }
    return new PlacementGathering(gathered, reach.rows(chosen));
  }

  private static int[] order(ReachTable reach) {
    int points = reach.pointCount();
    int pointBits = bits(points);
    var keys = new long[points];
    for (int point = 0; point < points; point++) {
      keys[point] = key(reach, point, 63 - pointBits) << pointBits | point;
    }
    Arrays.sort(keys);
    var order = new int[points];
    for (int i = 0; i < points; i++) {
      order[i] = (int) (keys[i] & (1L << pointBits) - 1);
    }
    return order;
  }

  /** As many of the three nearest shelters as there is room for in so many bits, and the time between the first two behind. */
  private static long key(ReachTable reach, int point, int room) {
    var nearest = new long[] {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
      long offered = (long) reach.millis()[entry] << 32 | reach.shelter()[entry];
      for (int rank = 0; rank < nearest.length && offered != Long.MAX_VALUE; rank++) {
        if (offered < nearest[rank]) {
          long pushed = nearest[rank];
          nearest[rank] = offered;
          offered = pushed;
        }
      }
    }
    int shelterBits = bits(reach.shelterCount());
    long key = 0;
    for (long found : nearest) {
      if (room >= shelterBits) {
        room -= shelterBits;
        key = key << shelterBits | (found == Long.MAX_VALUE ? reach.shelterCount() : (int) found);
      }
    }
    long apart = nearest[1] == Long.MAX_VALUE ? 0 : (nearest[1] >>> 32) - (nearest[0] >>> 32);
    return room >= 31 ? key << 31 | apart : key << room | apart >> 31 - room;
  }

  /** Enough to hold every number up to this one. */
  private static int bits(int most) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(1, most));
  }
}
