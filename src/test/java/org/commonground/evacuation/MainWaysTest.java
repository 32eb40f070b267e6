package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

class MainWaysTest {

  /**
   * A street 0 - 1 - 2 - 3 with the gate at its end, a side street 4 - 1 and a detour 5 - 6 - 2:
   *
   * <pre>
   *  0 -a0- 1 -a1- 2 -a2- 3 (gate)
   *         |      |
   *      4 -a3     6 -a5-
   *             5 -a4-
   * </pre>
   */
  @Test
  void aTrunkWithASideStreetAndADetour() {
    var problem = problem(7, new int[][] {{0, 1}, {1, 2}, {2, 3}, {4, 1}, {5, 6}, {6, 2}}, 3);
    var routes = List.of(route(0, 40, 0, 1, 2), route(1, 30, 3, 1, 2), route(2, 20, 4, 5, 2), route(3, 10));
    var led = MainWays.of(problem, routes, 4);
    assertEquals(2, led.ways().size());
    assertArrayEquals(new int[] {0, 1, 2}, led.ways().get(0).arcs());
    assertArrayEquals(new int[] {40, 30, 0, 10}, led.ways().get(0).joining());
    assertArrayEquals(new int[] {4, 5, 2}, led.ways().get(1).arcs());
    assertEquals(20, led.ways().get(1).people());
    assertEquals(0, led.otherwise());
    assertEquals(20, MainWays.of(problem, routes, 1).otherwise());
  }

  /** In random plans everybody is counted once, and each way is one that can be walked to its gate. */
  @Test
  void everybodyOnceInRandomPlans() {
    for (long seed = 0; seed < 2_000; seed++) {
      var problem = RandomEvacuation.town(seed);
      var routes = EvacuationSolver.solve(problem, EvacuationLimits.of(10, 1)).routes();
      var led = MainWays.of(problem, routes, 3);
      int people = led.otherwise();
      for (var way : led.ways()) {
        people += way.people();
        assertEquals(way.people(), Arrays.stream(way.joining()).sum(), "seed " + seed);
        assertTrue(way.people() > 0, "seed " + seed);
        int node = problem.gateNode(way.gate());
        for (int i = way.arcs().length - 1; i >= 0; i--) {
          assertEquals(node, problem.network().head(way.arcs()[i]), "seed " + seed);
          node = problem.network().tail(way.arcs()[i]);
        }
      }
      assertEquals(routes.stream().mapToInt(Route::people).sum(), people, "seed " + seed);
    }
  }

  private static EvacuationProblem problem(int nodes, int[][] arcs, int gate) {
    int count = arcs.length;
    var ones = new int[count];
    Arrays.fill(ones, 1);
    var never = new int[Math.max(count, nodes)];
    Arrays.fill(never, EvacuationNetwork.NEVER);
    var network = new EvacuationNetwork(nodes, Arrays.stream(arcs).mapToInt(arc -> arc[0]).toArray(),
        Arrays.stream(arcs).mapToInt(arc -> arc[1]).toArray(), ones, ones, Arrays.copyOf(never, count), Arrays.copyOf(never, nodes));
    var sources = new ArrayList<Source>();
    for (int node : new int[] {0, 4, 5, 3}) {
      sources.add(Source.immediate(node, 100));
    }
    return new EvacuationProblem(10, network, sources, List.of(new Shelter(100, List.of(new Gate(gate, 100)))));
  }

  private static Route route(int source, int people, int... arcs) {
    return new Route(source, 0, people, arcs, new int[arcs.length], 0, 0);
  }
}
