package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.Staging.StagingProblem;
import org.junit.jupiter.api.Test;

class StagingTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);
  private static final long[] SEEDS = {1, 2, 3};

  /**
   * Zone 0, the slow, lives at the shelter at 0, which has room for all of them behind a gate of one a step. Zone 1, the fast, lives
   * a step from it. The next shelter, at 1, is 5 steps from 0 for the fast and 40 for the slow.
   */
  private static StagingProblem town(int[] waits, int runs) {
    int never = EvacuationNetwork.NEVER;
    var network = new EvacuationNetwork(3, new int[] {0, 2}, new int[] {1, 0}, new int[][] {{5, 1}, {40, 8}}, new int[] {1, 1},
        new int[] {never, never}, new int[] {never, never, never});
    var problem = new EvacuationProblem(10, network, List.of(new Source(0, new int[] {6}, 1), Source.immediate(2, 6)),
        List.of(new Shelter(6, List.of(new Gate(0, 1))), new Shelter(9, List.of(new Gate(1, 9)))));
    return new StagingProblem(problem, new int[] {99, 99}, new int[] {0, 1}, 2, waits, SEEDS, 500, runs);
  }

  /**
   * At once, the fast take places of the slow, who walk for 40 steps. When the fast wait for 8 steps, all of the slow are in by step
   * 5; the fast are at 0 at steps 9 to 14, find it full, and are at 1 at steps 14 to 19.
   */
  @Test
  void waitingForTheNeighbours() {
    var result = Staging.solve(town(new int[] {0, 8}, 1_000), ENOUGH);
    assertTrue(result.settled());
    assertArrayEquals(new int[] {0, 8}, result.waitSteps());
    assertEquals(3 * 20, result.after().steps());
    assertTrue(result.unstaged().stream().filter(each -> each.clearanceSteps() > 40).count() >= 2);
    for (int zone = 0; zone < 4; zone++) {
      var wait = new int[] {8 * (zone & 1), 8 * (zone >> 1)};
      assertTrue(worth(town(new int[] {0, 8}, 1_000), wait).compareTo(result.after()) <= 0, Arrays.toString(wait));
    }
  }

  private static Staging.Worth worth(StagingProblem asked, int[] wait) {
    long placed = 0;
    long steps = 0;
    long arrivals = 0;
    for (long seed : asked.seeds()) {
      var sources = new ArrayList<Source>();
      for (int source = 0; source < asked.zone().length; source++) {
        var ready = asked.problem().sources().get(source).readyAtStep();
        var later = new int[ready.length + wait[asked.zone()[source]]];
        System.arraycopy(ready, 0, later, wait[asked.zone()[source]], ready.length);
        var each = asked.problem().sources().get(source);
        sources.add(new Source(each.node(), later, each.pace()));
      }
      var result = QueueSimulation.run(new QueueProblem(new EvacuationProblem(10, asked.problem().network(), sources,
          asked.problem().shelters()), asked.storage(), null, seed, asked.mostSteps()));
      placed += result.placed();
      steps += result.clearanceSteps();
      for (int step = 0; step < result.arrivals().length; step++) {
        arrivals += (long) step * result.arrivals()[step];
      }
    }
    return new Staging.Worth(placed, steps, arrivals);
  }

  @Test
  void fewRunsAreSaid() {
    var result = Staging.solve(town(new int[] {0, 2, 4, 8}, 5), ENOUGH);
    assertEquals(false, result.settled());
    assertEquals(3, result.runs());
    assertEquals(result.before(), result.after());
  }

  @Test
  void mistakesAreNamed() {
    assertEquals("a wait is not from 0 to 500 steps",
        assertThrows(IllegalArgumentException.class, () -> town(new int[] {501}, 10)).getMessage());
  }

  /**
   * Never worse than without waits, never better than the bound; no single wait makes it better still; the same again; and where
   * there are only two zones and two waits, as good as any of the four (checked one by one) in most towns.
   */
  @Test
  void randomTowns() {
    int better = 0;
    int best = 0;
    int towns = 0;
    for (long seed = 0; seed < 600; seed++) {
      var problem = RandomEvacuation.mixedTown(seed);
      var what = "seed " + seed;
      var storage = new int[problem.network().arcCount()];
      Arrays.fill(storage, 4);
      var zone = new int[problem.sources().size()];
      Arrays.setAll(zone, source -> source % 2);
      var asked = new StagingProblem(problem, storage, zone, 2, new int[] {3}, SEEDS, 300, 1_000);
      var result = Staging.solve(asked, ENOUGH);
      assertArrayEquals(result.waitSteps(), Staging.solve(asked, ENOUGH).waitSteps(), what);
      assertTrue(result.settled() && result.after().compareTo(result.before()) >= 0, what);
      assertEquals(worth(asked, result.waitSteps()), result.after(), what);
      assertEquals(worth(asked, new int[2]), result.before(), what);
      for (int zoneToChange = 0; zoneToChange < 2; zoneToChange++) {
        var other = result.waitSteps().clone();
        other[zoneToChange] = 3 - other[zoneToChange];
        assertTrue(worth(asked, other).compareTo(result.after()) <= 0, what);
      }
      for (var run : result.staged()) {
        assertTrue(run.placed() < result.staged().stream().mapToInt(QueueResult::placed).max().orElse(0)
            || run.clearanceSteps() >= result.lowerBound(), what);
      }
      var most = List.of(new int[2], new int[] {3, 0}, new int[] {0, 3}, new int[] {3, 3}).stream().map(wait -> worth(asked, wait))
          .max(Staging.Worth::compareTo).orElseThrow();
      towns++;
      best += most.equals(result.after()) ? 1 : 0;
      better += result.after().compareTo(result.before()) > 0 ? 1 : 0;
    }
    assertTrue(better > 5 && best > 0.95 * towns, better + " towns gain, " + best + " of " + towns + " are best");
  }
}
