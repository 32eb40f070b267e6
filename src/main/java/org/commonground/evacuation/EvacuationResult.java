package org.commonground.evacuation;

import java.util.List;

/**
 * A plan, and how far from the best it can be at most.
 *
 * <p>Plans are compared by people placed first and by clearance second. {@code placed + notPlaced.total() = people}, always.
 *
 * @param routes          who goes which way when, in order of source and time
 * @param arcFlows        people who enter each arc at each step
 * @param gateFlows       people who arrive by each gate at each step
 * @param clearanceSteps  after so many steps the last one placed is in a shelter: one more than the step of the last arrival; 0
 *                        where nobody is placed
 * @param lowerBoundSteps no plan whatsoever that places as many people needs fewer steps
 * @param placedBound     no plan whatsoever places more people, however long it takes
 * @param stopped         why the search ended
 * @param notPlaced       who is left, and why
 * @param bottleneck      what keeps the evacuation from being earlier: no more people pass it in one step less than the bound.
 *                        Empty where only the longest walk does, or where nothing is proven
 */
public record EvacuationResult(List<Route> routes, Flows arcFlows, Flows gateFlows, int clearanceSteps, int lowerBoundSteps,
    int placed, int placedBound, Stopped stopped, NotPlaced notPlaced, List<Narrow> bottleneck) {

  public EvacuationResult {
    routes = List.copyOf(routes);
    bottleneck = List.copyOf(bottleneck);
  }

  /** Share of the clearance that could be saved at most, 0 to 1; 0 where it is proven. */
  public double gap() {
    return clearanceSteps == 0 ? 0 : (clearanceSteps - lowerBoundSteps) / (double) clearanceSteps;
  }

  /**
   * People left where they are. Arrays are not to be changed.
   *
   * @param noWay         no streets lead them to any shelter
   * @param cutOff        they would find room, but the hazard is before them, or before all those who must pass
   * @param noRoom        every shelter they reach in time is full
   * @param notPlanned    nothing keeps them from a shelter with room, but the search ended before it had a place for them
   * @param bySource      all of them, one entry per source
   * @param reasons       the same by reason, in the above order, and then by source
   * @param placesMissing those without room, each at the nearest shelter that could have been reached, one entry per shelter
   */
  public record NotPlaced(int noWay, int cutOff, int noRoom, int notPlanned, int[] bySource, int[][] reasons, int[] placesMissing) {

    public int total() {
      return noWay + cutOff + noRoom + notPlanned;
    }
  }

  /** What a part of the bottleneck is. */
  public enum NarrowKind { ARC, GATE, ROOM }

  /**
   * An arc, a gate or a shelter's room that is used up in the bottleneck.
   *
   * @param steps for so many steps; 1 for room
   */
  public record Narrow(NarrowKind kind, int index, int steps) {
  }
}
