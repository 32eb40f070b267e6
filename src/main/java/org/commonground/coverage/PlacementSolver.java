package org.commonground.coverage;

import java.util.ArrayList;
import java.util.List;
import org.commonground.coverage.PlacementResult.Price;

/**
 * Places people in shelters so that none is over its capacity: as many people as possible, and with the least walking time among
 * all ways to place so many.
 *
 * <ol>
 *   <li>A price is put on a place in each shelter, taken from the same city with its people gathered in a quarter of the points,
 *       and so on down to few points.
 *   <li>Everybody goes where walking time and price are least, or stays without a place at a price beyond every detour. Some
 *       shelters are now too full, others not full enough for what they cost.
 *   <li>People move along the cheapest ways from the first to the second, until all are right.
 *   <li>Prices are lowered as far as they go: what is left is what one more place would gain.
 *   <li>The prices give the bound.
 * </ol>
 *
 * <p>This is the transportation problem, solved by successive shortest paths with prices (Edmonds and Karp, Theoretical improvements
 * in algorithmic efficiency for network flow problems, 1972) on a graph of the shelters alone: how many points there are does not
 * matter to a path. Prices that nearly fit save most of the paths, as in Jonker and Volgenant, A shortest augmenting path algorithm
 * for dense and sparse linear assignment problems, 1987. Whole persons everywhere; exact; the same answer each time. Memory grows
 * with the square of the number of shelters: 16 bytes for each pair.
 */
public final class PlacementSolver {

  private PlacementSolver() {
  }

  public static PlacementResult solve(PlacementProblem problem) {
    var reach = problem.reach();
    long beyondMillis = beyondMillis(reach);
    var price = new long[reach.shelterCount() + 1];
    var moves = solve(problem.people(), capacity(problem), reach, beyondMillis, price);
    PlacementPaths.lower(moves, price);
    return bounded(problem, Placement.of(problem, moves.flow()), prices(price, beyondMillis));
  }

  /** What it costs to leave one person without a place: more than a change along any path, twice over. */
  private static long beyondMillis(ReachTable reach) {
    int longest = 0;
    for (int millis : reach.millis()) {
      longest = Math.max(longest, millis);
    }
    return 4 * (reach.shelterCount() + 2L) * (longest + 1L);
  }

  private static int[] capacity(PlacementProblem problem) {
    var capacity = problem.capacity().clone();
    int enough = problem.totalPeople() == Integer.MAX_VALUE ? Integer.MAX_VALUE : problem.totalPeople() + 1;
    for (int shelter = 0; shelter < capacity.length; shelter++) {
      capacity[shelter] = Math.min(capacity[shelter], enough);
    }
    return capacity;
  }

  private static PlacementMoves solve(int[] people, int[] capacity, ReachTable reach, long beyondMillis, long[] price) {
    if (PlacementGathering.pays(people.length, capacity.length)) {
      var gathered = PlacementGathering.of(people, reach);
      solve(gathered.people(), capacity, gathered.reach(), beyondMillis, price);
    }
    var moves = new PlacementMoves(people, capacity, reach, beyondMillis, price);
    new PlacementPaths(moves, price).run();
    return moves;
  }

  private static List<Price> prices(long[] price, long beyondMillis) {
    var prices = new ArrayList<Price>();
    for (int shelter = 0; shelter + 1 < price.length; shelter++) {
      int people = price[shelter] > beyondMillis / 2 ? 1 : 0;
      prices.add(new Price(people, price[shelter] - people * beyondMillis));
    }
    return List.copyOf(prices);
  }

  private static PlacementResult bounded(PlacementProblem problem, Placement placement, List<Price> prices) {
    var reach = problem.reach();
    long boundPeople = 0;
    long boundMillis = 0;
    for (int point = 0; point < reach.pointCount(); point++) {
      int people = 1;
      long millis = 0;
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        var price = prices.get(reach.shelter()[entry]);
        long there = reach.millis()[entry] + price.millisSaved();
        if (price.people() < people || price.people() == people && there < millis) {
          people = price.people();
          millis = there;
        }
      }
      boundPeople += (long) problem.people()[point] * people;
      boundMillis += problem.people()[point] * millis;
    }
    for (int shelter = 0; shelter < prices.size(); shelter++) {
      boundPeople -= (long) problem.capacity()[shelter] * prices.get(shelter).people();
      boundMillis -= problem.capacity()[shelter] * prices.get(shelter).millisSaved();
    }
    return new PlacementResult(placement, prices, boundPeople, boundMillis);
  }
}
