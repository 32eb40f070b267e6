package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.EvacuationResult.Narrow;
import org.commonground.evacuation.EvacuationResult.NarrowKind;
import org.junit.jupiter.api.Test;

class EvacuationSolverTest {

  private static final int NEVER = EvacuationNetwork.NEVER;
  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);
  private static final EvacuationLimits NO_MEMORY = EvacuationLimits.of(60, 1);

  /** Each row: tail, head, steps, people per step; and where a hazard takes the arc, when. */
  private static EvacuationNetwork network(int nodes, int[]... arcs) {
    var nodeCloses = new int[nodes];
    Arrays.fill(nodeCloses, NEVER);
    return new EvacuationNetwork(nodes, column(arcs, 0), column(arcs, 1), column(arcs, 2), column(arcs, 3), column(arcs, 4), nodeCloses);
  }

  private static int[] column(int[][] rows, int column) {
    return Arrays.stream(rows).mapToInt(row -> column < row.length ? row[column] : NEVER).toArray();
  }

  private static int[] arc(int... numbers) {
    return numbers;
  }

  private static EvacuationResult solve(EvacuationProblem problem) {
    var result = EvacuationSolver.solve(problem, ENOUGH);
    EvacuationCheck.valid(problem, result, "drawn");
    assertEquals(Stopped.OPTIMAL, result.stopped());
    return result;
  }

  /**
   * The example of Lu, George and Shekhar (Capacity constrained routing algorithms for evacuation planning, 2005): 10, 5 and 15 people
   * in N1, N2 and N8 go to N13 and N14, the last of them in 16. Rebuilt from the plan they print, as we remember it and not compared with
   * the text: times are those of its groups, limits the least under which it is theirs; those of nodes are left out.
   */
  @Test
  void theExampleOfTheCapacityConstrainedRoutePlanner() {
    var network = network(15, arc(1, 3, 1, 7), arc(2, 3, 1, 5), arc(3, 4, 3, 3), arc(3, 5, 3, 3), arc(4, 6, 4, 3), arc(5, 7, 4, 3),
        arc(6, 10, 5, 3), arc(7, 11, 5, 3), arc(8, 10, 3, 6), arc(8, 11, 3, 3), arc(10, 13, 1, 6), arc(11, 14, 2, 6));
    var problem = new EvacuationProblem(1, network, List.of(Source.immediate(1, 10), Source.immediate(2, 5), Source.immediate(8, 15)),
        List.of(new Shelter(30, List.of(new Gate(13, 30))), new Shelter(30, List.of(new Gate(14, 30)))));
    var first = EvacuationSolver.solve(problem, NO_MEMORY);
    EvacuationCheck.valid(problem, first, "first");
    assertEquals(16 + 1, first.clearanceSteps());
    assertEquals(30, first.placed());
    var arrivals = new int[17];
    for (var route : first.routes()) {
      arrivals[route.gateStep()] += route.people();
    }
    assertArrayEquals(new int[] {0, 0, 0, 0, 6, 9, 0, 0, 0, 0, 0, 0, 0, 0, 3, 6, 6}, arrivals);
    var best = solve(problem);
    assertEquals(16 + 1, best.clearanceSteps());
    assertEquals(16 + 1, best.lowerBoundSteps());
  }

  /** 0 --3 steps, 2 a step--> 1: ten people leave in steps 0 to 4, the last two are in at step 7, so all within 8 steps. */
  @Test
  void onePath() {
    var problem = new EvacuationProblem(10, network(2, arc(0, 1, 3, 2)), List.of(Source.immediate(0, 10)),
        List.of(new Shelter(10, List.of(new Gate(1, 5)))));
    var result = solve(problem);
    assertEquals(8, result.clearanceSteps());
    assertEquals(10, result.placed());
    assertEquals(List.of(new Narrow(NarrowKind.ARC, 0, 4)), result.bottleneck());
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, result.arcFlows().step());
    assertArrayEquals(new int[] {2, 2, 2, 2, 2}, result.arcFlows().people());
  }

  /** The gate lets one in at a time: the first at step 3, the tenth at step 12. */
  @Test
  void aNarrowGate() {
    var problem = new EvacuationProblem(10, network(2, arc(0, 1, 3, 2)), List.of(Source.immediate(0, 10)),
        List.of(new Shelter(10, List.of(new Gate(1, 1)))));
    var result = solve(problem);
    assertEquals(13, result.clearanceSteps());
    assertEquals(List.of(new Narrow(NarrowKind.GATE, 0, 9)), result.bottleneck());
  }

  /**
   * Ways of 2 steps (1 a step) and 5 steps (3 a step). After T steps (T - 2) + 3 (T - 5) = 4 T - 17 are in: of 20 people, 19
   * after 9 steps, all after 10.
   */
  @Test
  void parallelPaths() {
    var problem = new EvacuationProblem(10, network(3, arc(0, 2, 2, 1), arc(0, 1, 2, 3), arc(1, 2, 3, 9)),
        List.of(Source.immediate(0, 20)), List.of(new Shelter(50, List.of(new Gate(2, 100)))));
    assertEquals(10, solve(problem).clearanceSteps());
  }

  /**
   * Two sources share one street of two a step: from step 1 on two a step enter it, those near by at steps 1 to 3, those from
   * farther off at steps 4 to 6; the last are in at step 7.
   */
  @Test
  void twoSourcesOneShelter() {
    var problem = new EvacuationProblem(10, network(4, arc(0, 2, 1, 9), arc(1, 2, 4, 9), arc(2, 3, 1, 2)),
        List.of(Source.immediate(0, 6), Source.immediate(1, 6)), List.of(new Shelter(50, List.of(new Gate(3, 100)))));
    assertEquals(8, solve(problem).clearanceSteps());
  }

  /** Nobody can leave before being ready: the curve's last person sets out at step 6. */
  @Test
  void departures() {
    var problem = new EvacuationProblem(10, network(2, arc(0, 1, 3, 2)), List.of(new Source(0, new int[] {2, 0, 0, 5, 0, 0, 1})),
        List.of(new Shelter(10, List.of(new Gate(1, 5)))));
    assertEquals(10, solve(problem).clearanceSteps());
  }

  /** The water is in the street at step 5: who enters at steps 0 to 2 gets through, two by two. One more has no street. */
  @Test
  void hazardRoomAndNoWay() {
    var network = network(4, arc(0, 1, 3, 2, 5), arc(2, 1, 1, 9));
    var problem = new EvacuationProblem(10, network,
        List.of(Source.immediate(0, 10), Source.immediate(2, 7), Source.immediate(3, 1)),
        List.of(new Shelter(11, List.of(new Gate(1, 50)))));
    var result = solve(problem);
    assertEquals(11, result.placed());
    assertEquals(1, result.notPlaced().noWay());
    assertEquals(6, result.notPlaced().noRoom());
    assertArrayEquals(new int[] {6}, result.notPlaced().placesMissing());

    var roomy = new EvacuationProblem(10, network, problem.sources(), List.of(new Shelter(50, List.of(new Gate(1, 50)))));
    var cut = solve(roomy);
    assertEquals(13, cut.placed());
    assertEquals(4, cut.notPlaced().cutOff());
    assertEquals(0, cut.notPlaced().noRoom());
  }

  /** Waiting where the hazard does not come: 0 -> 1 closes at step 2, but 1 -> 2 lets only one a step through. */
  @Test
  void peopleGetOutOfTheWayFirst() {
    var problem = new EvacuationProblem(10, network(3, arc(0, 1, 1, 9, 2), arc(1, 2, 1, 1)), List.of(Source.immediate(0, 5)),
        List.of(new Shelter(9, List.of(new Gate(2, 9)))));
    var result = solve(problem);
    assertEquals(5, result.placed());
    assertEquals(7, result.clearanceSteps());
  }

  @Test
  void nobodyAndNowhere() {
    var network = network(2, arc(0, 1, 1, 1));
    assertEquals(0, solve(new EvacuationProblem(10, network, List.of(), List.of())).clearanceSteps());
    var noShelter = solve(new EvacuationProblem(10, network, List.of(Source.immediate(0, 3)), List.of()));
    assertEquals(3, noShelter.notPlaced().noWay());
  }

  @Test
  void mistakesAreNamed() {
    var wrong = assertThrows(IllegalArgumentException.class, () -> network(2, arc(0, 1, 0, 1)));
    assertEquals("travel steps 0 is 0, not from 1 to 536870912", wrong.getMessage());
    var far = assertThrows(IllegalArgumentException.class, () -> new EvacuationProblem(10, network(2, arc(0, 1, 1, 1)),
        List.of(Source.immediate(2, 1)), List.of()));
    assertEquals("node of source 0 is 2, not from 0 to 1", far.getMessage());
  }

  /** Placed people and clearance are those of OR-Tools on the written-out network; the plan keeps all limits. */
  @Test
  void asOrToolsInSmallTowns() {
    int cut = 0;
    int tight = 0;
    for (long seed = 0; seed < 1_500; seed++) {
      var problem = RandomEvacuation.town(seed);
      var what = "seed " + seed;
      var result = EvacuationSolver.solve(problem, ENOUGH);
      EvacuationCheck.valid(problem, result, what);
      assertEquals(EvacuationPeer.placedWithin(problem, RandomEvacuation.ALL_STEPS), result.placed(), what);
      assertEquals(EvacuationPeer.clearance(problem, result.placed(), RandomEvacuation.ALL_STEPS), result.clearanceSteps(), what);
      assertEquals(Stopped.OPTIMAL, result.stopped(), what);
      assertEquals(0, result.notPlaced().notPlanned(), what);
      cut += result.notPlaced().cutOff() > 0 ? 1 : 0;
      tight += result.bottleneck().isEmpty() ? 0 : 1;
    }
    assertTrue(cut > 50 && tight > 200, cut + " towns with people cut off, " + tight + " with a bottleneck");
  }

  /** The bounds found without the time-expanded network are never above the optimum; and they are not worthless. */
  @Test
  void boundsNeverAboveTheOptimum() {
    int reached = 0;
    int towns = 0;
    for (long seed = 10_000; seed < 14_000; seed++) {
      var problem = RandomEvacuation.town(seed);
      var what = "seed " + seed;
      var bound = new ClearanceBound(problem);
      long placed = EvacuationPeer.placedWithin(problem, RandomEvacuation.ALL_STEPS);
      assertTrue(bound.places() >= placed, what);
      int steps = bound.steps((int) placed, ENOUGH.start());
      int optimum = EvacuationPeer.clearance(problem, placed, RandomEvacuation.ALL_STEPS);
      assertTrue(steps <= optimum, () -> what + ": bound " + steps + ", optimum " + optimum);
      towns += placed > 0 ? 1 : 0;
      reached += placed > 0 && steps == optimum ? 1 : 0;
    }
    assertTrue(reached > towns / 2, reached + " of " + towns + " bounds are reached");
  }

  /** Without memory for the time-expanded network the first plan and its bounds are given, and said to be no more. */
  @Test
  void withoutMemory() {
    int open = 0;
    for (long seed = 0; seed < 500; seed++) {
      var problem = RandomEvacuation.town(seed);
      var result = EvacuationSolver.solve(problem, NO_MEMORY);
      EvacuationCheck.valid(problem, result, "seed " + seed);
      open += result.stopped() == Stopped.MEMORY ? 1 : 0;
    }
    assertTrue(open > 20, "proven without the network in all but " + open);
  }

  @Test
  void sameAnswerOnTwoThreads() throws Exception {
    List<Callable<String>> work = LongStream.range(0, 40)
        .mapToObj(seed -> (Callable<String>) () -> text(EvacuationSolver.solve(RandomEvacuation.town(seed), ENOUGH))).toList();
    var alone = new StringBuilder();
    for (var each : work) {
      alone.append(each.call());
    }
    var threads = Executors.newFixedThreadPool(2);
    var together = new StringBuilder();
    for (var answer : threads.invokeAll(work)) {
      together.append(answer.get());
    }
    threads.shutdown();
    assertEquals(alone.toString(), together.toString());
  }

  private static String text(EvacuationResult result) {
    var text = new StringBuilder();
    for (var route : result.routes()) {
      text.append(route.source()).append(' ').append(route.people()).append(Arrays.toString(route.arcs()))
          .append(Arrays.toString(route.entrySteps())).append(route.gate()).append(' ').append(route.gateStep()).append('\n');
    }
    return text.append(result.clearanceSteps()).append(result.lowerBoundSteps()).append(result.bottleneck()).toString();
  }
}
