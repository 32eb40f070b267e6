package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.commonground.evacuation.BlockageSamples.Sample;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

class BlockageSamplesTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  /** A short street of one a step and a long one of two a step from 0 to 1, six people. */
  private static EvacuationProblem twoWays() {
    int never = EvacuationNetwork.NEVER;
    var network = new EvacuationNetwork(2, new int[] {0, 0}, new int[] {1, 1}, new int[] {1, 4}, new int[] {1, 2},
        new int[] {never, never}, new int[] {never, never});
    return new EvacuationProblem(10, network, List.of(Source.immediate(0, 6)), List.of(new Shelter(9, List.of(new Gate(1, 9)))));
  }

  /** Nothing, the short street (in at 4, 5, 6), the long one (in at 1 to 6), both. */
  @Test
  void oneByOne() {
    var problem = twoWays();
    var distribution = BlockageSamples.run(problem, new int[] {9, 9}, new int[][] {{}, {0}, {1}, {0, 1}}, 1, 100, ENOUGH);
    var samples = distribution.samples();
    assertEquals(new Sample(1, 1, 7, 0, 0, 7, 0), samples.get(1));
    assertEquals(new Sample(2, 1, 7, 0, 0, 7, 0), samples.get(2));
    assertEquals(new Sample(3, 2, 0, 6, 6, 0, 6), samples.get(3));
    assertEquals(5, distribution.quantile(0.5, Sample::clearanceSteps), "0, 5, 7, 7");
    assertEquals(7, distribution.quantile(1, Sample::clearanceSteps));
    assertEquals(1.5, distribution.mean(Sample::notPlaced));
  }

  @Test
  void mistakesAreNamed() {
    assertEquals("blocked arc 2 is not from 0 to 1", assertThrows(IllegalArgumentException.class,
        () -> BlockageSamples.run(twoWays(), null, new int[][] {{2}}, 1, 100, ENOUGH)).getMessage());
  }

  /** On one thread as on four; each sample as the same town without those streets; never better than the optimum. */
  @Test
  void randomTowns() {
    for (long seed = 0; seed < 60; seed++) {
      var problem = RandomEvacuation.mixedTown(seed);
      var random = new Random(seed);
      var storage = new int[problem.network().arcCount()];
      Arrays.fill(storage, 5);
      var blocked = new int[20][];
      Arrays.setAll(blocked, i -> random.ints(random.nextInt(4), 0, storage.length).toArray());
      var one = onThreads(1, () -> BlockageSamples.run(problem, storage, blocked, 7, 500, ENOUGH));
      var four = onThreads(4, () -> BlockageSamples.run(problem, storage, blocked, 7, 500, ENOUGH));
      assertEquals(one, four);
      assertEquals(20, one.samples().size());
      for (var sample : one.samples()) {
        var people = new int[storage.length];
        Arrays.setAll(people, arc -> Arrays.stream(blocked[sample.index()]).anyMatch(each -> each == arc) ? 0
            : problem.network().peoplePerStep(arc));
        var part = new EvacuationProblem(10, problem.network().with(people), problem.sources(), problem.shelters());
        int bound = new ClearanceBound(part).places();
        assertTrue(problem.totalPeople() - sample.notPlaced() <= bound && sample.noWay() <= sample.notPlaced(), "seed " + seed);
        assertTrue(problem.totalPeople() - sample.aloneNotPlaced() <= bound, "seed " + seed);
      }
    }
  }

  private static BlockageSamples.Distribution onThreads(int threads, Callable<BlockageSamples.Distribution> work) {
    var pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).join();
    } finally {
      pool.shutdown();
    }
  }
}
