package org.commonground.evacuation;

import java.util.List;

/**
 * What happens in streets that fill up, when people run by themselves or follow a plan? Arrays are not copied.
 *
 * @param problem  streets, people and shelters as the plan has them
 * @param storage  people who find room on each arc, at least 1 where anybody may enter it: its area times the density at which
 *                 nobody moves
 * @param plan     routes that people follow; people of whom the plan has none stay at home. Null where all run by themselves
 * @param seed     decides who goes first where streets meet
 * @param mostSteps the simulation ends after so many, above 0
 */
public record QueueProblem(EvacuationProblem problem, int[] storage, List<Route> plan, long seed, int mostSteps) {

  /** @throws IllegalArgumentException where lengths differ or a number is out of its range */
  public QueueProblem {
    plan = plan == null ? null : List.copyOf(plan);
    var network = problem.network();
    if (storage.length != network.arcCount()) {
      throw new IllegalArgumentException(network.arcCount() + " arcs, but " + storage.length + " with storage");
    }
    for (int arc = 0; arc < storage.length; arc++) {
      if (storage[arc] < 1 && network.peoplePerStep(arc) > 0) {
        throw new IllegalArgumentException("storage of arc " + arc + " is " + storage[arc] + ", below 1");
      }
    }
    if (mostSteps < 1) {
      throw new IllegalArgumentException("the simulation has " + mostSteps + " steps, below 1");
    }
  }
}
