package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

class QueueSimulationTest {

  private static final int NEVER = EvacuationNetwork.NEVER;
  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  /** 0 --1--> 1 --1--> 2, shelters at 1 and 2; an arc back from 1 to 0 is never of use. */
  private static EvacuationProblem line(int peoplePerStep, int people, int roomAt1, int roomAt2, int gateAt1) {
    var never = new int[] {NEVER, NEVER, NEVER};
    var network = new EvacuationNetwork(3, new int[] {0, 1, 1}, new int[] {1, 2, 0}, new int[] {2, 3, 2},
        new int[] {peoplePerStep, peoplePerStep, peoplePerStep}, never, never);
    return new EvacuationProblem(10, network, List.of(Source.immediate(0, people)),
        List.of(new Shelter(roomAt1, List.of(new Gate(1, gateAt1))), new Shelter(roomAt2, List.of(new Gate(2, 9)))));
  }

  private static int[] storage(EvacuationProblem problem, int people) {
    var storage = new int[problem.network().arcCount()];
    Arrays.fill(storage, people);
    return storage;
  }

  /**
   * Two a step set out at steps 0, 1, 2; the first four find room at step 2 and 3, the last two are turned away at 4 and in at 7.
   */
  @Test
  void whoFindsAShelterFullGoesOn() {
    var problem = line(2, 6, 4, 9, 9);
    var result = QueueSimulation.run(new QueueProblem(problem, storage(problem, 99), null, 1, 100));
    assertArrayEquals(new int[] {0, 0, 2, 2, 0, 0, 0, 2}, result.arrivals());
    assertArrayEquals(new int[] {2, 0}, result.turnedAway());
    assertArrayEquals(new int[] {4, 2}, result.inShelter());
    assertEquals(8, result.clearanceSteps());
  }

  @Test
  void withoutRoomAnywhere() {
    var problem = line(2, 8, 4, 1, 9);
    var result = QueueSimulation.run(new QueueProblem(problem, storage(problem, 99), null, 1, 100));
    assertEquals(5, result.placed());
    assertEquals(3, result.withoutRoom());
  }

  /**
   * A gate of one a step from step 2 on lets the tenth in at step 11. Never more than three stand in a street that holds three.
   */
  @Test
  void queuesGrowBackwards() {
    var problem = line(2, 10, 99, 0, 1);
    var result = QueueSimulation.run(new QueueProblem(problem, storage(problem, 3), null, 1, 100));
    assertEquals(10, result.placed());
    assertEquals(12, result.clearanceSteps());
    assertTrue(result.mostWaiting()[0] >= 1 && result.mostWaiting()[0] <= 3);
    assertTrue(QueueSimulation.run(new QueueProblem(problem, storage(problem, 99), null, 1, 100)).mostWaiting()[0] > 3);
  }

  /**
   * The water takes the street at step 3: who set out at steps 0 and 1 is through, who set out at step 2 would not be and stays.
   */
  @Test
  void theHazardCatchesPeople() {
    var network = new EvacuationNetwork(2, new int[] {0}, new int[] {1}, new int[] {2}, new int[] {2}, new int[] {3},
        new int[] {5, NEVER});
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 10)),
        List.of(new Shelter(99, List.of(new Gate(1, 1)))));
    var result = QueueSimulation.run(new QueueProblem(problem, new int[] {99}, null, 1, 100));
    // The gate takes one at step 2 and one at step 3; two still queue in the street when the water comes. Six have no way any more.
    assertEquals(2, result.placed());
    assertEquals(2, result.caught());
    assertEquals(6, result.noWay());
  }

  /**
   * A plan walked through streets that hold what may walk on them ends as planned; nobody is lost; the same seed gives the same;
   * and no run places more people than is possible, or as many in less time.
   */
  @Test
  void plansEndAsPlannedInRandomTowns() {
    int slower = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      var problem = RandomEvacuation.town(seed);
      var what = "seed " + seed;
      var best = EvacuationSolver.solve(problem, ENOUGH);
      var network = problem.network();
      var storage = new int[network.arcCount()];
      Arrays.setAll(storage, arc -> Math.max(1, network.peoplePerStep(arc) * network.travelSteps(arc)));
      var planned = QueueSimulation.run(new QueueProblem(problem, storage, best.routes(), seed, 1_000));
      assertEquals(best.placed(), planned.placed(), what);
      assertEquals(best.clearanceSteps(), planned.clearanceSteps(), what);
      assertEquals(best.notPlaced().total(), planned.atHome(), what);
      var alone = QueueSimulation.run(new QueueProblem(problem, storage, null, seed, 1_000));
      var again = QueueSimulation.run(new QueueProblem(problem, storage, null, seed, 1_000));
      assertEquals(text(alone), text(again), what);
      for (var result : List.of(planned, alone)) {
        assertEquals(problem.totalPeople(), result.placed() + result.caught() + result.withoutRoom() + result.noWay() + result.stuck()
            + result.atHome(), what);
        assertEquals(result.placed(), Arrays.stream(result.arrivals()).sum(), what);
        assertEquals(result.placed(), Arrays.stream(result.inShelter()).sum(), what);
      }
      assertTrue(alone.placed() <= best.placed(), what);
      assertTrue(alone.placed() < best.placed() || alone.clearanceSteps() >= best.clearanceSteps(), what);
      slower += alone.placed() < best.placed() || alone.clearanceSteps() > best.clearanceSteps() ? 1 : 0;
    }
    assertTrue(slower > 100, "only " + slower + " towns are worse without a plan");
  }

  private static String text(QueueResult result) {
    return Arrays.toString(result.arrivals()) + Arrays.toString(result.turnedAway()) + Arrays.toString(result.mostWaiting())
        + result.caught() + " " + result.stuck();
  }
}
