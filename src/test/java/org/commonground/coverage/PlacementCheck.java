package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Holds a result against its problem in one pass over the reach table, by sums of its own. */
public final class PlacementCheck {

  private PlacementCheck() {
  }

  /** Nobody is made up or lost, no shelter is over its capacity, and the totals are the sums. */
  public static void feasible(PlacementProblem problem, Placement placement, String what) {
    var reach = problem.reach();
    var in = new long[reach.shelterCount()];
    long left = 0;
    long noWay = 0;
    long millis = 0;
    for (int point = 0; point < reach.pointCount(); point++) {
      long gone = 0;
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        assertTrue(placement.flow()[entry] >= 0, what);
        gone += placement.flow()[entry];
        in[reach.shelter()[entry]] += placement.flow()[entry];
        millis += (long) placement.flow()[entry] * reach.millis()[entry];
      }
      assertTrue(placement.notPlaced()[point] >= 0, what);
      assertEquals(problem.people()[point], gone + placement.notPlaced()[point], what);
      left += placement.notPlaced()[point];
      noWay += reach.firstEntry()[point] == reach.firstEntry()[point + 1] ? placement.notPlaced()[point] : 0;
    }
    long placed = 0;
    for (int shelter = 0; shelter < in.length; shelter++) {
      assertTrue(in[shelter] <= problem.capacity()[shelter], what + ": shelter " + shelter + " is over its capacity");
      assertEquals(in[shelter], placement.inShelter()[shelter], what);
      placed += in[shelter];
    }
    assertEquals(left, placement.left(), what);
    assertEquals(placed, placement.placed(), what);
    assertEquals(noWay, placement.noWay(), what);
    assertEquals(millis, placement.totalMillis(), what);
  }

  /**
   * The proof: nobody has a cheaper way than the one taken, with the price of the place; a place that costs something is taken;
   * nobody is left without a place whom one would suit. Amounts are compared by people first.
   */
  public static void optimal(PlacementProblem problem, PlacementResult result, String what) {
    feasible(problem, result.placement(), what);
    var reach = problem.reach();
    for (int shelter = 0; shelter < reach.shelterCount(); shelter++) {
      var price = result.prices().get(shelter);
      assertTrue(price.people() == 1 || price.people() == 0 && price.millisSaved() >= 0, what);
      boolean full = result.placement().inShelter()[shelter] == problem.capacity()[shelter];
      assertTrue(full || price.people() == 0 && price.millisSaved() == 0, what + ": a place in shelter " + shelter + " is free");
      assertTrue(problem.capacity()[shelter] < PlacementProblem.UNLIMITED || price.people() == 0 && price.millisSaved() == 0, what);
    }
    for (int point = 0; point < reach.pointCount(); point++) {
      long people = 1;
      long millis = 0;
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        var price = result.prices().get(reach.shelter()[entry]);
        long there = reach.millis()[entry] + price.millisSaved();
        if (price.people() < people || price.people() == people && there < millis) {
          people = price.people();
          millis = there;
        }
      }
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        var price = result.prices().get(reach.shelter()[entry]);
        if (result.placement().flow()[entry] > 0) {
          assertEquals(people, price.people(), what + ": point " + point + " has a better way");
          assertEquals(millis, reach.millis()[entry] + price.millisSaved(), what + ": point " + point + " has a better way");
        }
      }
      if (result.placement().notPlaced()[point] > 0) {
        assertTrue(people == 1 && millis == 0, what + ": point " + point + " could have a place");
      }
    }
    assertEquals(result.placement().left(), result.boundNotPlaced(), what);
    assertEquals(result.placement().totalMillis(), result.boundMillis(), what);
  }
}
