package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.coverage.PlacementResult.Price;
import org.junit.jupiter.api.Test;

class PlacementSolverTest {

  private static ReachTable table(int[][] millis) {
    int shelters = millis[0].length;
    var entries = IntStream.range(0, millis.length * shelters).filter(i -> millis[i / shelters][i % shelters] >= 0).toArray();
    var first = IntStream.rangeClosed(0, millis.length)
        .map(point -> (int) Arrays.stream(entries).filter(i -> i / shelters < point).count()).toArray();
    return new ReachTable(shelters, first, Arrays.stream(entries).map(i -> i % shelters).toArray(),
        Arrays.stream(entries).map(i -> millis[i / shelters][i % shelters]).toArray());
  }

  private static PlacementProblem problem(int[] people, int[] capacity, int[][] millis) {
    return new PlacementProblem(people, capacity, table(millis));
  }

  /**
   * Three shelters in a row. Five people at each of three points; the first two points are nearest to shelter 0, which takes 4:
   * <pre>
   *            0 (4 places)   1 (6 places)   2 (3 places)
   * point 0    10             30             -
   * point 1    20             25             60
   * point 2    -              15             20
   * </pre>
   * 13 of 15 find a place. Point 0 fills shelter 0, and three of point 2 make room for point 1 in shelter 1. Unguided all of
   * point 2 are there first, so three of point 1 have to walk to shelter 2.
   */
  @Test
  void drawn() {
    var problem = problem(new int[] {5, 5, 5}, new int[] {4, 6, 3}, new int[][] {{10, 30, -1}, {20, 25, 60}, {-1, 15, 20}});
    var result = PlacementSolver.solve(problem);
    PlacementCheck.optimal(problem, result, "drawn");
    assertEquals(13, result.placement().placed());
    assertEquals(2, result.placement().left());
    assertArrayEquals(new int[] {4, 6, 3}, result.placement().inShelter());
    assertEquals(4 * 10 + 4 * 25 + 2 * 15 + 3 * 20, result.placement().totalMillis(), "of point 0 four stay, the fifth is left");
    assertEquals(List.of(new Price(1, -10), new Price(1, -25), new Price(1, -30)), result.prices());
    var unguided = NearestFirst.place(problem);
    PlacementCheck.feasible(problem, unguided, "drawn");
    assertArrayEquals(new int[] {4, 0, 0, 1, 3, 5, 0}, unguided.flow());
    assertEquals(230, result.placement().totalMillis());
    assertEquals(320, unguided.totalMillis());
  }

  /** With as many places as people of one each, the assignment problem: the least of all permutations. */
  @Test
  void theoryAssignment() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      int size = 1 + random.nextInt(6);
      var millis = IntStream.range(0, size).mapToObj(i -> random.ints(size, 0, 1_000).toArray()).toArray(int[][]::new);
      var ones = new int[size];
      Arrays.fill(ones, 1);
      var result = PlacementSolver.solve(problem(ones, ones, millis));
      assertEquals(size, result.placement().placed(), "seed " + seed);
      assertEquals(leastPermutation(millis, 0, 0), result.placement().totalMillis(), "seed " + seed);
    }
  }

  private static long leastPermutation(int[][] millis, int row, int used) {
    long least = row == millis.length ? 0 : Long.MAX_VALUE;
    for (int column = 0; column < millis.length && row < millis.length; column++) {
      if ((used & 1 << column) == 0) {
        least = Math.min(least, millis[row][column] + leastPermutation(millis, row + 1, used | 1 << column));
      }
    }
    return least;
  }

  /** Thousands of small problems against OR-Tools, the proof checked, and each price against the problem with one place more. */
  @Test
  void randomProblemsAreSolvedToTheOptimum() {
    long left = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      var random = new Random(seed);
      var problem = RandomPlacement.small(random, 12, 7);
      var result = PlacementSolver.solve(problem);
      var what = "seed " + seed;
      PlacementCheck.optimal(problem, result, what);
      assertEquals(PlacementPeer.leastCost(PlacementPeer.flow(problem)), PlacementPeer.cost(problem, result.placement()), what);
      left += result.placement().left();
      for (int shelter = 0; shelter < problem.capacity().length; shelter++) {
        checkPrice(problem, result, shelter, what + ", shelter " + shelter);
      }
      var unguided = NearestFirst.place(problem);
      PlacementCheck.feasible(problem, unguided, what);
      assertTrue(unguided.placed() < result.placement().placed() || unguided.placed() == result.placement().placed()
          && unguided.totalMillis() >= result.placement().totalMillis(), what);
    }
    assertTrue(left > 10_000, left + " left");
  }

  private static void checkPrice(PlacementProblem problem, PlacementResult result, int shelter, String what) {
    var capacity = problem.capacity().clone();
    capacity[shelter] += capacity[shelter] == PlacementProblem.UNLIMITED ? 0 : 1;
    var more = PlacementSolver.solve(new PlacementProblem(problem.people(), capacity, problem.reach())).placement();
    assertEquals(result.prices().get(shelter), new Price(more.placed() - result.placement().placed(),
        result.placement().totalMillis() - more.totalMillis()), what);
  }

  /** Larger ones, gathered on several levels, against min-cost flow; the smallest also against the linear program. */
  @Test
  void townsAreSolvedToTheOptimum() {
    int seed = 0;
    for (boolean clustered : new boolean[] {false, true}) {
      for (double room : new double[] {0, 0.5, 0.95, 1.05, 2}) {
        for (int points : new int[] {60, 1_500}) {
          var problem = RandomPlacement.town(points, 12, 5, clustered, room, seed++);
          var result = PlacementSolver.solve(problem);
          var what = points + " points, clustered " + clustered + ", room " + room;
          PlacementCheck.optimal(problem, result, what);
          long cost = PlacementPeer.cost(problem, result.placement());
          assertEquals(PlacementPeer.leastCost(PlacementPeer.flow(problem)), cost, what);
          if (points == 60) {
            assertEquals(PlacementPeer.linearProgram(problem), cost, 1e-6 * cost, what);
          }
          var again = PlacementSolver.solve(problem);
          assertArrayEquals(result.placement().flow(), again.placement().flow(), what);
          assertEquals(result.prices(), again.prices(), what);
        }
      }
    }
  }

  @Test
  void withoutAnyPlaceNobodyIsPlaced() {
    for (var capacity : List.of(new int[] {0, 0}, new int[0])) {
      var reach = capacity.length == 0 ? new ReachTable(0, new int[] {0, 0}, new int[0], new int[0]) : table(new int[][] {{5, 7}});
      var result = PlacementSolver.solve(new PlacementProblem(new int[] {9}, capacity, reach));
      PlacementCheck.optimal(new PlacementProblem(new int[] {9}, capacity, reach), result, "no place");
      assertEquals(0, result.placement().placed());
      assertEquals(9, result.placement().left());
      assertEquals(capacity.length == 0 ? 9 : 0, result.placement().noWay());
    }
    var nobody = PlacementSolver.solve(new PlacementProblem(new int[0], new int[] {3}, new ReachTable(1, new int[1], new int[0], new int[0])));
    assertEquals(List.of(new Price(0, 0)), nobody.prices());
  }

  /** As many people as an int holds, in shelters that hold them all, a day's walk away. */
  @Test
  void totalsDoNotOverflow() {
    var problem = problem(new int[] {2_000_000_000, 147_483_647}, new int[] {1_999_999_999, PlacementProblem.UNLIMITED},
        new int[][] {{0, 86_400_000}, {86_400_000, 86_400_000}});
    var result = PlacementSolver.solve(problem);
    PlacementCheck.optimal(problem, result, "crowd");
    assertEquals(147_483_648L * 86_400_000, result.placement().totalMillis());
    assertEquals(new Price(0, 86_400_000), result.prices().get(0));
  }

  @Test
  void crowdingCountsEverybodyAtTheNearest() {
    var reach = table(new int[][] {{10, 20, -1, 30}, {5, 5, -1, 9}, {-1, 8, -1, 9}, {-1, -1, -1, -1}});
    var crowding = Crowding.of(new int[] {40, 20, 10, 99}, reach, new Double[] {60.0, null, null, 100.0}, 1.5);
    assertEquals(new Crowding(60, 60.0, 1.0, 1.5, Crowding.State.TOO_CROWDED), crowding[0], "of two equally near the lower");
    assertEquals(new Crowding(10, null, null, 1.5, Crowding.State.UNKNOWN), crowding[1]);
    assertEquals(new Crowding(0, null, null, 1.5, Crowding.State.ENOUGH), crowding[2]);
    assertEquals(Crowding.State.ENOUGH, crowding[3].state());
    assertNull(crowding[3].m2PerPerson());
    assertThrows(IllegalArgumentException.class, () -> Crowding.of(new int[4], reach, new Double[4], 0));
    assertThrows(IllegalArgumentException.class, () -> Crowding.of(new int[4], reach, new Double[3], 1));
    assertThrows(IllegalArgumentException.class, () -> Crowding.of(new int[4], reach, new Double[] {-1.0, null, null, null}, 1));
  }

  @Test
  void refusesNumbersThatCannotBe() {
    var reach = table(new int[][] {{5, 7}});
    assertThrows(IllegalArgumentException.class, () -> new PlacementProblem(new int[] {-1}, new int[2], reach));
    assertThrows(IllegalArgumentException.class, () -> new PlacementProblem(new int[] {1}, new int[] {0, -1}, reach));
    assertThrows(IllegalArgumentException.class, () -> new PlacementProblem(new int[] {1, 1}, new int[2], reach));
    assertThrows(IllegalArgumentException.class, () -> new PlacementProblem(new int[] {1}, new int[1], reach));
    assertThrows(IllegalArgumentException.class, () -> new PlacementProblem(new int[] {Integer.MAX_VALUE, 1}, new int[2],
        ReachTable.below(List.of(reach, reach))));
    assertThrows(IllegalArgumentException.class, () -> ReachTable.below(List.of(reach, table(new int[][] {{5}}))));
  }

  /** Two groups of one place, the second half as fast: points one below the other. */
  @Test
  void groupsAreRowsBelowEachOther() {
    var both = ReachTable.below(List.of(table(new int[][] {{10, 30}}), table(new int[][] {{20, 60}})));
    var result = PlacementSolver.solve(new PlacementProblem(new int[] {3, 3}, new int[] {3, 3}, both)).placement();
    assertArrayEquals(new int[] {0, 3, 3, 0}, result.flow(), "the slow ones stay near");
  }
}
