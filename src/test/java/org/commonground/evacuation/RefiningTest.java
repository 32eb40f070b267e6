package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

/** What makes large towns possible: long steps, plans put into other steps, bounds from cuts, and only the streets in use. */
class RefiningTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  /** A town on a grid of that many junctions each way, with streets of 1 to 9 steps and few gates: queues are long. */
  private static EvacuationProblem grid(int side, int people, long seed) {
    var random = new Random(seed);
    int arcs = 4 * side * (side - 1);
    var tail = new int[arcs];
    var head = new int[arcs];
    var steps = new int[arcs];
    var flow = new int[arcs];
    int next = 0;
    for (int node = 0; node < side * side; node++) {
      for (int other : new int[] {node % side + 1 < side ? node + 1 : -1, node + side < side * side ? node + side : -1}) {
        if (other >= 0) {
          int walk = 1 + random.nextInt(9);
          int most = 1 + random.nextInt(6);
          for (int i = 0; i < 2; i++, next++) {
            tail[next] = i == 0 ? node : other;
            head[next] = i == 0 ? other : node;
            steps[next] = walk;
            flow[next] = most;
          }
        }
      }
    }
    var never = new int[arcs];
    Arrays.fill(never, EvacuationNetwork.NEVER);
    var nodes = new int[side * side];
    Arrays.fill(nodes, EvacuationNetwork.NEVER);
    var sources = random.ints(people, 0, side * side).mapToObj(node -> Source.immediate(node, 1 + random.nextInt(20))).toList();
    var shelters = random.ints(4, 0, side * side)
        .mapToObj(node -> new Shelter(people * 4, List.of(new Gate(node, 2 + random.nextInt(4))))).toList();
    return new EvacuationProblem(5, new EvacuationNetwork(side * side, tail, head, steps, flow, never, nodes), sources, shelters);
  }

  /** The way by long steps ends with the same clearance as OR-Tools finds on the steps themselves. */
  @Test
  void townsLargeEnoughForLongStepsAreExact() {
    for (long seed = 0; seed < 6; seed++) {
      var problem = grid(14, 300, seed);
      var result = EvacuationSolver.solve(problem, ENOUGH);
      var what = "seed " + seed;
      EvacuationCheck.valid(problem, result, what);
      assertEquals(Stopped.OPTIMAL, result.stopped(), what);
      assertTrue(problem.network().arcCount() * result.clearanceSteps() > 100_000, what + " is too small for long steps");
      assertTrue(EvacuationPeer.placedWithin(problem, result.clearanceSteps() - 1) < result.placed(), what);
    }
  }

  /** Whoever stands on the near side of whatever cut, what the cut says is no more than the truth. */
  @Test
  void anyCutGivesABound() {
    int useful = 0;
    for (long seed = 20_000; seed < 22_000; seed++) {
      var problem = RandomEvacuation.town(seed);
      var random = new Random(seed);
      int placed = (int) EvacuationPeer.placedWithin(problem, RandomEvacuation.ALL_STEPS);
      int optimum = EvacuationPeer.clearance(problem, placed, RandomEvacuation.ALL_STEPS);
      var near = new boolean[problem.batches().size()];
      var nearRoom = new boolean[problem.shelters().size()];
      for (int i = 0; i < near.length; i++) {
        near[i] = random.nextInt(3) > 0;
      }
      for (int i = 0; i < nearRoom.length; i++) {
        nearRoom[i] = random.nextInt(3) == 0;
      }
      int steps = new ClearanceBound(problem).steps(placed, near, nearRoom, ENOUGH.start());
      assertTrue(steps <= optimum, "seed " + seed + ": " + steps + " of " + optimum);
      useful += steps > 0 ? 1 : 0;
    }
    assertTrue(useful > 500, "only " + useful + " bounds above 0");
  }

  /** In long steps and back: nobody is lost where nothing closes, each keeps their shelter, and all limits hold. */
  @Test
  void plansPutIntoOtherSteps() {
    for (long seed = 0; seed < 400; seed += 2) {
      var problem = RandomEvacuation.town(seed);
      var what = "seed " + seed;
      var plan = EvacuationSolver.solve(problem, ENOUGH).routes();
      var coarse = CoarseSteps.of(problem, 4);
      assertEquals(problem.totalPeople(), coarse.totalPeople(), what);
      var there = Rescheduling.of(coarse, plan);
      var back = Rescheduling.of(problem, there);
      EvacuationCheck.valid(coarse, EvacuationSolver.judge(coarse, there, ENOUGH), what);
      EvacuationCheck.valid(problem, EvacuationSolver.judge(problem, back, ENOUGH), what);
      assertEquals(plan.stream().mapToInt(Route::people).sum(), back.stream().mapToInt(Route::people).sum(), what);
    }
  }

  /**
   * 0 --1--> 1 --1--> 2, one a step, and a street 0 -> 3 that nobody needs: only the first two are in the part, which is a problem
   * of its own; its plans are plans of the whole.
   */
  @Test
  void onlyTheStreetsInUse() {
    var never = new int[] {EvacuationNetwork.NEVER, EvacuationNetwork.NEVER, EvacuationNetwork.NEVER, EvacuationNetwork.NEVER};
    var network = new EvacuationNetwork(4, new int[] {0, 0, 1}, new int[] {3, 1, 2}, new int[] {1, 1, 1}, new int[] {5, 1, 1},
        new int[] {never[0], never[0], 9}, never);
    var whole = new EvacuationProblem(5, network, List.of(Source.immediate(0, 3)), List.of(new Shelter(9, List.of(new Gate(2, 4)))));
    var plan = new RoutePlanner(whole).plan(ENOUGH.start());
    var streets = new UsedStreets(whole, plan);
    assertEquals(2, streets.problem.network().arcCount());
    assertEquals(3, streets.problem.network().nodeCount());
    assertEquals(9, streets.problem.network().arcCloses(1));
    var inPart = streets.toPart(plan);
    assertEquals(List.of(0, 1), Arrays.stream(inPart.get(0).arcs()).boxed().toList());
    assertEquals(text(plan), text(streets.toWhole(inPart)));
  }

  /** Where the whole does not fit in memory but the streets in use do, the plan is better than the first, and still valid. */
  @Test
  void withMemoryForTheStreetsInUse() {
    int better = 0;
    for (long seed = 0; seed < 300; seed++) {
      var problem = RandomEvacuation.town(seed);
      var first = EvacuationSolver.solve(problem, EvacuationLimits.of(60, 1));
      long whole = TimeExpandedFlow.bytes(problem, Math.max(1, first.clearanceSteps()));
      var part = new UsedStreets(problem, first.routes()).problem;
      long used = TimeExpandedFlow.bytes(part, Math.max(1, first.clearanceSteps()));
      if (used < whole) {
        var result = EvacuationSolver.solve(problem, EvacuationLimits.of(60, whole - 1));
        EvacuationCheck.valid(problem, result, "seed " + seed);
        assertTrue(result.placed() == first.placed() && result.clearanceSteps() <= first.clearanceSteps(), "seed " + seed);
        better += result.clearanceSteps() < first.clearanceSteps() ? 1 : 0;
      }
    }
    assertTrue(better > 5, "better in " + better + " towns");
  }

  /** Against a plain set of steps. */
  @Test
  void setsOfSteps() {
    var random = new Random(1);
    var sets = new StepSets(3, 200);
    var plain = new BitSet[] {new BitSet(), new BitSet(), new BitSet()};
    for (int i = 0; i < 20_000; i++) {
      int thing = random.nextInt(3);
      int step = random.nextInt(200);
      boolean in = random.nextInt(10) > 0;
      sets.put(thing, step, in);
      plain[thing].set(step, in);
      int from = random.nextInt(201);
      int end = random.nextInt(201);
      int of = random.nextInt(3);
      var set = plain[of];
      int firstIn = set.nextSetBit(from);
      assertEquals(firstIn >= 0 && firstIn < end ? firstIn : Integer.MAX_VALUE, sets.firstIn(of, from, end));
      int firstOut = set.nextClearBit(from);
      assertEquals(firstOut < end ? firstOut : Integer.MAX_VALUE, sets.firstOut(of, from, end));
      assertEquals(set.previousClearBit(from - 1) + 1, sets.runStart(of, from));
    }
    sets.clear();
    assertEquals(Integer.MAX_VALUE, sets.firstIn(0, 0, 200));
  }

  private static List<String> text(List<Route> routes) {
    return routes.stream().map(route -> route.source() + " " + route.people() + Arrays.toString(route.arcs())
        + Arrays.toString(route.entrySteps()) + route.gate() + " " + route.gateStep()).toList();
  }
}
