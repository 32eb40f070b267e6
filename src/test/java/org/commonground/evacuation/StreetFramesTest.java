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

class StreetFramesTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  private static EvacuationNetwork network(int nodes, int[] tail, int[] head, int[] steps, int[] people) {
    var never = new int[tail.length];
    var open = new int[nodes];
    Arrays.fill(never, EvacuationNetwork.NEVER);
    Arrays.fill(open, EvacuationNetwork.NEVER);
    return new EvacuationNetwork(nodes, tail, head, steps, people, never, open);
  }

  /** Two a step through a street of two steps to a gate of one a step: four leave at steps 0 and 1, in at steps 2 to 5. */
  @Test
  void aQueueAtAGate() {
    var problem = new EvacuationProblem(10, network(2, new int[] {0}, new int[] {1}, new int[] {2}, new int[] {2}),
        List.of(Source.immediate(0, 4)), List.of(new Shelter(9, List.of(new Gate(1, 1)))));
    var routes = List.of(new Route(0, 0, 1, new int[] {0}, new int[] {0}, 0, 2), new Route(0, 0, 1, new int[] {0}, new int[] {0}, 0, 3),
        new Route(0, 0, 1, new int[] {0}, new int[] {1}, 0, 4), new Route(0, 0, 1, new int[] {0}, new int[] {1}, 0, 5));
    var frames = StreetFrames.ofPlan(problem, routes, 1);
    assertEquals(7, frames.count());
    assertArrayEquals(new int[] {4, 2, 0, 0, 0, 0, 0}, frames.home());
    assertArrayEquals(new int[] {0, 0, 0, 1, 2, 3, 4}, frames.in());
    var street = frames.streets().get(0);
    assertArrayEquals(new int[] {2, 4, 3, 2, 1}, street.on());
    assertArrayEquals(new int[] {0, 0, 1, 2, 1}, street.waiting());
    var coarse = StreetFrames.ofPlan(problem, routes, 2);
    assertEquals(4, coarse.count());
    assertArrayEquals(new int[] {0, 0, 2, 4}, coarse.in());
    assertArrayEquals(new int[] {4, 2}, coarse.streets().get(0).on());

    var pictures = new QueueFrames(problem, 99);
    QueueSimulation.run(new QueueProblem(problem, new int[] {9}, null, 1, 100), pictures);
    assertArrayEquals(frames.in(), pictures.frames().in());
    assertArrayEquals(street.on(), pictures.frames().streets().get(0).on());
    assertArrayEquals(street.waiting(), pictures.frames().streets().get(0).waiting());
  }

  /** Three walk 0 to 1 in steps 0 to 3, two walk 1 to 0 from step 2 on: they meet at steps 2 and 3. Two more come too late. */
  @Test
  void peopleWhoMeet() {
    var network = network(2, new int[] {0, 1}, new int[] {1, 0}, new int[] {4, 4}, new int[] {9, 9});
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 3), new Source(1, new int[] {0, 0, 2, 0, 2})),
        List.of(new Shelter(3, List.of(new Gate(1, 9))), new Shelter(9, List.of(new Gate(0, 9)))));
    var routes = List.of(new Route(0, 0, 3, new int[] {0}, new int[] {0}, 0, 4), new Route(1, 2, 2, new int[] {1}, new int[] {2}, 1, 6),
        new Route(1, 4, 2, new int[] {1}, new int[] {4}, 1, 8));
    assertEquals(List.of(new StreetConflicts.Conflict(0, 1, 3, 2, 2, 3, 2, 2)),
        StreetConflicts.of(problem, routes, new int[] {1, 0}));
  }

  /** In each picture everybody is somewhere, once; a plan and its simulation show the same; the last has all in who come in. */
  @Test
  void everybodyIsInEachPicture() {
    for (long seed = 0; seed < 400; seed++) {
      var problem = RandomEvacuation.mixedTown(seed);
      var what = "seed " + seed;
      var routes = EvacuationSolver.solve(problem, ENOUGH).routes();
      var storage = new int[problem.network().arcCount()];
      Arrays.fill(storage, 999);
      for (int frameSteps = 1; frameSteps <= 3; frameSteps++) {
        complete(problem, StreetFrames.ofPlan(problem, routes, frameSteps), what);
      }
      var plan = StreetFrames.ofPlan(problem, routes, 1);
      assertEquals(routes.stream().mapToInt(Route::people).sum(), plan.in()[plan.count() - 1], what);
      var walked = new QueueFrames(problem, 999);
      QueueSimulation.run(new QueueProblem(problem, storage, routes, seed, 1_000), walked);
      complete(problem, walked.frames(), what);
      if (!routes.isEmpty()) {
        assertArrayEquals(plan.in(), walked.frames().in(), what);
        assertArrayEquals(plan.home(), walked.frames().home(), what);
      }
      var few = new QueueFrames(problem, 4);
      var alone = QueueSimulation.run(new QueueProblem(problem, storage, null, seed, 1_000), few);
      complete(problem, few.frames(), what);
      var end = few.frames();
      assertEquals(alone.placed(), end.in()[end.count() - 1], what);
      assertEquals(alone.caught(), end.caught()[end.count() - 1], what);
      assertTrue(few.frames().count() <= 4, what);
      assertEquals(alone.placed(), Arrays.stream(alone.arrived().people()).sum(), what);
      arrivals(alone, what);
    }
  }

  private static void arrivals(QueueResult alone, String what) {
    var byStep = new int[alone.arrivals().length];
    var byShelter = new int[alone.inShelter().length];
    for (int i = 0; i < alone.arrived().step().length; i++) {
      byStep[alone.arrived().step()[i]] += alone.arrived().people()[i];
      byShelter[alone.arrived().shelter()[i]] += alone.arrived().people()[i];
    }
    assertArrayEquals(alone.arrivals(), byStep, what);
    assertArrayEquals(alone.inShelter(), byShelter, what);
  }

  private static void complete(EvacuationProblem problem, StreetFrames frames, String what) {
    assertEquals(problem.totalPeople(), frames.home()[0], what);
    for (int frame = 0; frame < frames.count(); frame++) {
      int people = frames.home()[frame] + frames.in()[frame] + frames.gone()[frame];
      int inShelters = 0;
      for (var shelter : frames.inShelter()) {
        inShelters += shelter[frame];
      }
      assertEquals(frames.in()[frame], inShelters, what);
      for (var street : frames.streets()) {
        int at = frame - street.from();
        if (at >= 0 && at < street.on().length) {
          people += street.on()[at];
          assertTrue(street.waiting()[at] >= 0 && street.waiting()[at] <= street.on()[at], what);
        }
      }
      assertEquals(problem.totalPeople(), people, what + ", picture " + frame);
    }
  }
}
