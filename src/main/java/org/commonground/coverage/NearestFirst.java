package org.commonground.coverage;

import java.util.Arrays;

/**
 * Where people end up if nobody guides them: each runs to the nearest shelter that still has room, and who comes first is in.
 *
 * <ol>
 *   <li>All pairs of a point and a shelter that it reaches are put in order of walking time, then of point, then of shelter.
 *   <li>In this order each pair takes as many of the people still without a place as the shelter has room for.
 * </ol>
 *
 * <p>All set out at the same moment and walk straight from home. A simplification, and a kind one: they know which shelters are
 * full when they set out, so nobody walks to a full one and on from there. Real crowds do worse; so the difference to the best
 * placement is the least that guidance is worth.
 */
public final class NearestFirst {

  private NearestFirst() {
  }

  public static Placement place(PlacementProblem problem) {
    var reach = problem.reach();
    var byTime = inOrderOfTime(reach);
    var flow = new int[reach.entryCount()];
    var waiting = problem.people().clone();
    var room = problem.capacity().clone();
    for (long key : byTime) {
      int entry = (int) key;
      int point = point(reach, entry);
      int shelter = reach.shelter()[entry];
      int people = Math.min(waiting[point], room[shelter]);
      flow[entry] = people;
      waiting[point] -= people;
      room[shelter] -= room[shelter] == PlacementProblem.UNLIMITED ? 0 : people;
    }
    return Placement.of(problem, flow);
  }

  /** Time above entry; entries ascend by point and shelter. */
  private static long[] inOrderOfTime(ReachTable reach) {
    var keys = new long[reach.entryCount()];
    for (int entry = 0; entry < keys.length; entry++) {
      keys[entry] = (long) reach.millis()[entry] << 32 | entry;
    }
    Arrays.parallelSort(keys);
    return keys;
  }

  private static int point(ReachTable reach, int entry) {
    int low = 0;
    int high = reach.pointCount();
    while (high - low > 1) {
      int middle = low + high >>> 1;
      if (reach.firstEntry()[middle] <= entry) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
