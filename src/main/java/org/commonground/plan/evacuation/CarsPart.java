package org.commonground.plan.evacuation;

import java.util.List;

/**
 * Those who drive out of the area, in an evacuation where others walk to shelters. All times are seconds from the start.
 *
 * @param percent           of the people of each place
 * @param people            who drive: placed are those who are out; none has to find room
 * @param carsPlaced        that are out
 * @param exits             those that most cars take first
 * @param clearanceSeconds  when the last of those cars is out by the plan; 0 where none is
 * @param lowerBoundSeconds no plan for as many cars is sooner, on streets as empty as they can be
 * @param gap               between the two as a share of the clearance
 * @param proven            whether no plan is better
 * @param stopped           optimal, time, memory, cancelled
 * @param byThemselves      if all choose their way themselves; null where no car is out
 * @param contraflow        null where not asked for
 */
public record CarsPart(int percent, int cars, EvacuationPeople people, int carsPlaced, List<CarExit> exits, int clearanceSeconds,
    int lowerBoundSeconds, double gap, boolean proven, String stopped, ByThemselves byThemselves, ContraflowPart contraflow) {

  /**
   * @param name of the street that leads there; null where it has none
   * @param cars that are out here, by the plan
   */
  public record CarExit(double lon, double lat, String name, int cars) {
  }

  /**
   * Each takes the quickest way out as the streets are when all drive, evenly over the time that the plan needs.
   *
   * @param meanSeconds    of a drive
   * @param longestSeconds of them
   * @param mostOfLimit    cars on the fullest street as a share of what can pass: above 1 they queue, and it takes longer than said
   */
  public record ByThemselves(int meanSeconds, int longestSeconds, double mostOfLimit) {
  }

  /**
   * Streets that should be driven in one direction only. Drives are as long as on full streets, before and after.
   *
   * @param before            clearance as the streets are
   * @param after             with those reversed; never more for as many cars
   * @param morePlaced        cars that are out only then
   * @param lowerBoundSeconds no choice of streets is sooner at that speed
   * @param settled           whether nothing more helped, by the choices that were tried
   */
  public record ContraflowPart(int before, int after, int savesSeconds, int morePlaced, int lowerBoundSeconds, boolean settled,
      List<Reversed> reversed) {
  }

  /** @param line in the direction that is driven */
  public record Reversed(int street, String name, double lon, double lat, double[][] line) {
  }
}
