package org.commonground.evacuation;

import java.util.Arrays;

/**
 * How many can be in shelters by each moment at most, whatever the plan: no more than would be there if each person walked alone and
 * unhindered to the nearest gate, and no more than the gates let through from when anybody can be there.
 *
 * <p>A plan that has as many in at each moment need not exist. For the clearance there is a better bound, in the result.
 */
public final class ArrivalBound {

  private ArrivalBound() {
  }

  /** @return people in after 0, 1, ... and so many steps */
  public static int[] of(EvacuationProblem problem, int steps) {
    var withRoom = new boolean[problem.shelters().size()];
    for (int shelter = 0; shelter < withRoom.length; shelter++) {
      withRoom[shelter] = problem.shelters().get(shelter).room() > 0;
    }
    var in = new int[steps + 1];
    for (int pace : problem.paces()) {
      var toGates = StepTimes.toGates(problem, withRoom, pace);
      for (var batch : problem.batches()) {
        if (batch.pace() == pace && toGates[batch.node()] != StepTimes.NEVER) {
          long there = (long) batch.readyStep() + toGates[batch.node()] + 1;
          if (there <= steps) {
            in[(int) there] += batch.people();
          }
        }
      }
    }
    Arrays.parallelPrefix(in, Integer::sum);
    var bound = new ClearanceBound(problem);
    var from = StepTimes.fromSources(problem, problem.batches());
    for (int step = 0; step <= steps; step++) {
      in[step] = (int) Math.min(in[step], bound.throughGates(from, step));
    }
    return in;
  }
}
