package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.LossMidway.Loss;
import org.junit.jupiter.api.Test;

class LossMidwayTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);
  private static final int[] NONE = {};

  /** 0 to 1 and back in three steps, one a step; 0 to 2 in six; shelters at 1 and 2. Four leave 0 at steps 0 to 3. */
  private static EvacuationProblem fork() {
    int never = EvacuationNetwork.NEVER;
    var network = new EvacuationNetwork(3, new int[] {0, 1, 0}, new int[] {1, 0, 2}, new int[] {3, 3, 6}, new int[] {1, 1, 1},
        new int[] {never, never, never}, new int[] {never, never, never});
    return new EvacuationProblem(10, network, List.of(Source.immediate(0, 4)),
        List.of(new Shelter(9, List.of(new Gate(1, 1))), new Shelter(9, List.of(new Gate(2, 9)))));
  }

  private static final List<Route> TO_ONE = List.of(route(0), route(1), route(2), route(3));

  private static Route route(int entry) {
    return new Route(0, 0, 1, new int[] {0}, new int[] {entry}, 0, entry + 3);
  }

  /**
   * The street to 1 is lost at step 4: one is in, one has just come to its end and goes in as planned. Those who entered at steps 2
   * and 3 turn back; they are at 0 at steps 6 and 5, and at 2 at steps 12 and 11.
   */
  @Test
  void aStreetIsLost() {
    var outcome = LossMidway.of(fork(), TO_ONE, new Loss(4, new int[] {0, 1}, NONE, false), ENOUGH);
    assertEquals(1, outcome.placedBefore());
    assertEquals(4, outcome.before());
    assertEquals(2, outcome.turnedBack());
    assertEquals(2, outcome.affected());
    assertEquals(13, outcome.clearanceSteps(outcome.kept()));
    assertEquals(13, outcome.clearanceSteps(outcome.anew()));
    assertEquals(13, outcome.lowerBoundSteps());
    assertEquals(4, outcome.placed(outcome.anew()));
    assertArrayEquals(new int[] {0, 0}, outcome.origin());
  }

  @Test
  void aBridgeTakesWhoIsOnIt() {
    var outcome = LossMidway.of(fork(), TO_ONE, new Loss(4, new int[] {0, 1}, NONE, true), ENOUGH);
    assertEquals(2, outcome.caught());
    assertEquals(0, outcome.affected());
    assertEquals(2, outcome.placed(outcome.anew()));
    assertEquals(5, outcome.clearanceSteps(outcome.kept()));
  }

  /**
   * The shelter at 1 is lost at step 5: two come out by its gate at steps 5 and 6, and are back at 0 at steps 8 and 9. Two are on the
   * street, at its end at steps 5 and 6: four walk back one a step from step 5 on, the last enters at 8, is at 0 at 11, at 2 at 17.
   */
  @Test
  void aShelterIsLost() {
    var outcome = LossMidway.of(fork(), TO_ONE, new Loss(5, NONE, new int[] {0}, false), ENOUGH);
    assertEquals(0, outcome.placedBefore());
    assertEquals(2, outcome.cameOut());
    assertEquals(4, outcome.affected());
    assertEquals(18, outcome.clearanceSteps(outcome.anew()));
    assertEquals(4, outcome.placed(outcome.anew()));
    assertEquals(0, outcome.anew().notPlaced().total());
  }

  @Test
  void afterTheEndOnlyALostShelterMatters() {
    var after = LossMidway.of(fork(), TO_ONE, new Loss(50, new int[] {0, 1}, NONE, false), ENOUGH);
    assertEquals(4, after.placedBefore());
    assertEquals(0, after.rest().totalPeople());
    assertEquals(7, after.clearanceSteps(after.anew()));
    var nowhere = LossMidway.of(fork(), TO_ONE, new Loss(50, new int[] {1}, new int[] {0}, false), ENOUGH);
    assertEquals(4, nowhere.anew().notPlaced().noWay());
  }

  @Test
  void mistakesAreNamed() {
    var wrong = assertThrows(IllegalArgumentException.class,
        () -> LossMidway.of(fork(), TO_ONE, new Loss(4, new int[] {3}, NONE, false), ENOUGH));
    assertEquals("lost arc 3 is not from 0 to 2", wrong.getMessage());
  }

  /**
   * Nobody gets lost in the count; both plans keep all limits of the rest; planning anew is no worse than keeping, and where all walk
   * at one pace it is the optimum of OR-Tools. A loss of nothing changes nothing.
   */
  @Test
  void randomLosses() {
    int affected = 0;
    for (long seed = 0; seed < 800; seed++) {
      boolean mixed = seed % 4 == 0;
      var problem = mixed ? RandomEvacuation.mixedTown(seed) : RandomEvacuation.town(seed);
      var random = new Random(seed);
      var what = "seed " + seed;
      var plan = EvacuationSolver.solve(problem, ENOUGH);
      int step = random.nextInt(plan.clearanceSteps() + 1);
      var arcs = random.ints(2, 0, problem.network().arcCount()).toArray();
      var shelters = random.nextBoolean() ? NONE : new int[] {random.nextInt(problem.shelters().size())};
      var outcome = LossMidway.of(problem, plan.routes(), new Loss(step, arcs, shelters, random.nextBoolean()), ENOUGH);
      EvacuationCheck.valid(outcome.rest(), outcome.kept(), what);
      EvacuationCheck.valid(outcome.rest(), outcome.anew(), what);
      assertEquals(problem.totalPeople(), outcome.placedBefore() + outcome.caught() + outcome.rest().totalPeople(), what);
      assertTrue(outcome.anew().placed() >= outcome.kept().placed(), what);
      assertTrue(outcome.anew().placed() > outcome.kept().placed()
          || outcome.anew().clearanceSteps() <= outcome.kept().clearanceSteps(), what);
      var frames = StreetFrames.ofPlan(problem, plan.routes(), 1);
      assertEquals(frames.in()[Math.min(step, frames.count() - 1)], outcome.placedBefore() + outcome.cameOut(), what);
      if (!mixed) {
        long placed = EvacuationPeer.placedWithin(outcome.rest(), RandomEvacuation.ALL_STEPS);
        assertEquals(placed, outcome.anew().placed(), what);
        assertEquals(EvacuationPeer.clearance(outcome.rest(), placed, RandomEvacuation.ALL_STEPS), outcome.anew().clearanceSteps(), what);
        var nothing = LossMidway.of(problem, plan.routes(), new Loss(step, NONE, NONE, false), ENOUGH);
        assertEquals(plan.placed(), nothing.placed(nothing.kept()), what);
        assertEquals(plan.clearanceSteps(), nothing.clearanceSteps(nothing.kept()), what);
        assertEquals(0, nothing.affected(), what);
      }
      affected += outcome.affected() > 0 ? 1 : 0;
      assertEquals(outcome.rest().sources().size(), outcome.origin().length, what);
      assertTrue(Arrays.stream(outcome.origin()).allMatch(source -> source < problem.sources().size()), what);
    }
    assertTrue(affected > 100, affected + " losses hit anybody");
  }
}
