package org.commonground.coverage;

/**
 * Who goes where: an answer to a {@link PlacementProblem} in which no shelter holds more than its capacity. Arrays are not copied.
 *
 * @param flow        people on each entry of the reach table
 * @param notPlaced   per point, people who find no place in time
 * @param inShelter   per shelter, people placed in it
 * @param placed      all who are placed
 * @param left        all who are not
 * @param noWay       of those left, people who reach no shelter in time, whatever its room
 * @param totalMillis walking time of all who are placed, together
 */
public record Placement(int[] flow, int[] notPlaced, int[] inShelter, int placed, int left, int noWay, long totalMillis) {

  /** Counts up a flow. */
  static Placement of(PlacementProblem problem, int[] flow) {
    var reach = problem.reach();
    var notPlaced = problem.people().clone();
    var inShelter = new int[reach.shelterCount()];
    int left = 0;
    int noWay = 0;
    long totalMillis = 0;
    for (int point = 0; point < notPlaced.length; point++) {
      int end = reach.firstEntry()[point + 1];
      for (int entry = reach.firstEntry()[point]; entry < end; entry++) {
        notPlaced[point] -= flow[entry];
        inShelter[reach.shelter()[entry]] += flow[entry];
        totalMillis += (long) flow[entry] * reach.millis()[entry];
      }
      left += notPlaced[point];
      noWay += end == reach.firstEntry()[point] ? notPlaced[point] : 0;
    }
    return new Placement(flow, notPlaced, inShelter, problem.totalPeople() - left, left, noWay, totalMillis);
  }
}
