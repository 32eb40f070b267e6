package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

class PacesTest {

  private static final int NEVER = EvacuationNetwork.NEVER;
  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  private static EvacuationNetwork network(int[] tail, int[] head, int[] fast, int[] slow, int[] people, int nodes) {
    var arcs = new int[tail.length];
    var open = new int[nodes];
    Arrays.fill(arcs, NEVER);
    Arrays.fill(open, NEVER);
    return new EvacuationNetwork(nodes, tail, head, new int[][] {fast, slow}, people, arcs, open);
  }

  /**
   * Stairs of one step from 0 to 1, which wheels cannot take, and a ramp of two steps, four for wheels; one a step each. Three on
   * foot take the stairs, in at steps 1 to 3; three on wheels the ramp, in at steps 4 to 6. Nobody is in the way of the others.
   */
  @Test
  void wheelsTakeTheRamp() {
    var network = network(new int[] {0, 0}, new int[] {1, 1}, new int[] {1, 2}, new int[] {NEVER, 4}, new int[] {1, 1}, 2);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 3), new Source(0, new int[] {3}, 1)),
        List.of(new Shelter(9, List.of(new Gate(1, 9)))));
    var result = EvacuationSolver.solve(problem, ENOUGH);
    EvacuationCheck.valid(problem, result, "ramp");
    assertEquals(7, result.clearanceSteps());
    assertEquals(6, result.placed());
    var walked = QueueSimulation.run(new QueueProblem(problem, new int[] {9, 9}, result.routes(), 1, 100));
    assertEquals(7, walked.clearanceSteps());
  }

  /** Only stairs: who cannot take them has no way, and those on foot are all in. Alone in the streets it is the same. */
  @Test
  void onlyStairs() {
    var network = network(new int[] {0}, new int[] {1}, new int[] {1}, new int[] {NEVER}, new int[] {5}, 2);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 3), new Source(0, new int[] {4}, 1)),
        List.of(new Shelter(9, List.of(new Gate(1, 9)))));
    var result = EvacuationSolver.solve(problem, ENOUGH);
    EvacuationCheck.valid(problem, result, "stairs");
    assertEquals(4, result.notPlaced().noWay());
    assertArrayEquals(new int[] {0, 4}, result.notPlaced().bySource());
    assertEquals(3, result.placedBound());
    var alone = QueueSimulation.run(new QueueProblem(problem, new int[] {9}, null, 1, 100));
    assertEquals(3, alone.placed());
    assertEquals(4, alone.noWay());
  }

  /** In one street the fast overtake: one who enters second, at twice the pace, is through first. */
  @Test
  void theFastOvertake() {
    var network = network(new int[] {0}, new int[] {1}, new int[] {3}, new int[] {6}, new int[] {1}, 2);
    var problem = new EvacuationProblem(10, network, List.of(new Source(0, new int[] {1}, 1), new Source(0, new int[] {0, 1})),
        List.of(new Shelter(9, List.of(new Gate(1, 9)))));
    var alone = QueueSimulation.run(new QueueProblem(problem, new int[] {9}, null, 1, 100));
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 0, 1}, alone.arrivals());
  }

  /** All on one street of one a step: the slow must go first, 4 of them at steps 0 to 3, in at 9; the fast after them, in at 9. */
  @Test
  void theSlowGoFirst() {
    var network = network(new int[] {0}, new int[] {1}, new int[] {2}, new int[] {6}, new int[] {1}, 2);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 4), new Source(0, new int[] {4}, 1)),
        List.of(new Shelter(9, List.of(new Gate(1, 9)))));
    var result = EvacuationSolver.solve(problem, ENOUGH);
    EvacuationCheck.valid(problem, result, "slow first");
    assertEquals(10, result.clearanceSteps());
    assertEquals(10, result.lowerBoundSteps());
  }

  /** Large enough for long steps: a street of 400 arcs, which those on wheels cannot leave by the stairs at its end. */
  @Test
  void wheelsWithoutAWayInALargeTown() {
    int arcs = 400;
    var tail = new int[arcs];
    var head = new int[arcs];
    var fast = new int[arcs];
    var slow = new int[arcs];
    var people = new int[arcs];
    for (int arc = 0; arc < arcs; arc++) {
      tail[arc] = arc;
      head[arc] = arc + 1;
      fast[arc] = 1;
      slow[arc] = arc == arcs - 1 ? NEVER : 2;
      people[arc] = 1;
    }
    var problem = new EvacuationProblem(10, network(tail, head, fast, slow, people, arcs + 1),
        List.of(Source.immediate(0, 300), new Source(200, new int[] {50}, 1)), List.of(new Shelter(900, List.of(new Gate(arcs, 1)))));
    var result = EvacuationSolver.solve(problem, ENOUGH);
    EvacuationCheck.valid(problem, result, "large");
    assertEquals(300, result.placed());
    assertEquals(50, result.notPlaced().noWay());
    assertEquals(700, result.clearanceSteps());
    assertEquals(700, result.lowerBoundSteps());
  }

  @Test
  void aPaceFasterThanTheFirstIsRefused() {
    var wrong = assertThrows(IllegalArgumentException.class,
        () -> network(new int[] {0}, new int[] {1}, new int[] {3}, new int[] {2}, new int[] {1}, 2));
    assertEquals("arc 0 takes 2 steps at pace 1, less than the 3 at pace 0", wrong.getMessage());
    var network = network(new int[] {0}, new int[] {1}, new int[] {3}, new int[] {4}, new int[] {1}, 2);
    var unknown = assertThrows(IllegalArgumentException.class,
        () -> new EvacuationProblem(10, network, List.of(new Source(0, new int[] {1}, 2)), List.of()));
    assertEquals("pace of source 0 is 2, not from 0 to 1", unknown.getMessage());
  }

  /** One slow pace for all is solved exactly, as streets of that pace are. */
  @Test
  void oneSlowPaceIsExact() {
    for (long seed = 0; seed < 300; seed++) {
      var mixed = RandomEvacuation.mixedTown(seed);
      var problem = new EvacuationProblem(10, mixed.network(),
          mixed.sources().stream().map(source -> new Source(source.node(), source.readyAtStep(), 2)).toList(), mixed.shelters());
      var result = EvacuationSolver.solve(problem, ENOUGH);
      EvacuationCheck.valid(problem, result, "seed " + seed);
      assertEquals(Stopped.OPTIMAL, result.stopped());
      var alone = EvacuationSolver.solve(problem.atPace(2), ENOUGH);
      assertEquals(alone.clearanceSteps(), result.clearanceSteps(), "seed " + seed);
      assertEquals(alone.notPlaced().noWay(), result.notPlaced().noWay(), "seed " + seed);
    }
  }

  /**
   * Against the whole-number program: never more placed than it places, nor as many sooner; bounds on the right side; and most
   * plans are the best there are. Plans end as planned when they are walked.
   */
  @Test
  void mixedPlansAgainstOrTools() {
    int best = 0;
    int towns = 0;
    for (long seed = 0; seed < 250; seed++) {
      var problem = RandomEvacuation.mixedTown(seed);
      if (problem.paces().length < 2) {
        continue;
      }
      var what = "seed " + seed;
      var result = EvacuationSolver.solve(problem, ENOUGH);
      EvacuationCheck.valid(problem, result, what);
      int horizon = Math.max(30, result.clearanceSteps());
      long placed = PacePeer.placedWithin(problem, horizon);
      assertTrue(result.placed() <= placed && placed <= result.placedBound(), what);
      int bound = result.lowerBoundSteps();
      assertTrue(bound <= 1 || PacePeer.placedWithin(problem, bound - 1) < result.placed(), what + ": the bound is too high");
      int optimum = result.clearanceSteps();
      while (optimum > 1 && PacePeer.placedWithin(problem, optimum - 1) >= result.placed()) {
        optimum--;
      }
      towns++;
      best += result.placed() == placed && result.clearanceSteps() == optimum ? 1 : 0;
      var storage = new int[problem.network().arcCount()];
      Arrays.fill(storage, 999);
      var walked = QueueSimulation.run(new QueueProblem(problem, storage, result.routes(), seed, 1_000));
      assertEquals(result.placed(), walked.placed(), what);
      assertEquals(result.clearanceSteps(), walked.clearanceSteps(), what);
    }
    assertTrue(towns > 100 && best > 0.9 * towns, best + " of " + towns + " plans are the best");
  }
}
