package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.commonground.coverage.ExpectedProblem.Sample;
import org.commonground.network.Drawing;
import org.commonground.network.Obstacles;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class ExpectedTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final double P = 0.3;
  /** Every street is blocked with a chance of P. */
  private static final BlockageWidths WIDTHS = new BlockageWidths(List.of(new BlockageWidths.WidthClass(13, 1, 0)));

  private static CoverageProblem problem(StreetNetwork streets, double x, double y) {
    var home = Drawing.degrees(0, 0);
    var shelter = new ShelterSite(new GeometryFactory().createPoint(Drawing.degrees(x, y)), null, Standing.COUNTS);
    return new CoverageProblem(streets, ADULT, new DemandPlaces(new double[] {home.x}, new double[] {home.y}, new int[] {100},
        new int[] {0}, Map.of()), 1, List.of(shelter));
  }

  private static Function<BitSet, long[]> covered(CoverageProblem problem) {
    var open = Reach.of(problem);
    return blocked -> {
      var left = new float[problem.streets().streets().size()];
      IntStream.range(0, left.length).forEach(street -> left[street] = blocked.get(street) ? 0 : 1);
      var obstacles = Obstacles.of(left);
      var reach = open.changed(problem.shelters(), new Circumstances(obstacles, obstacles, null, List.of()));
      return new long[] {CoverageSolver.solve(reach, 3_600_000).total().covered()};
    };
  }

  /** The first and the last street, where home and shelter are, stay open. */
  private static ExpectedResult solve(CoverageProblem problem, int samples, long seed) {
    int streets = problem.streets().streets().size();
    var beside = new boolean[streets];
    IntStream.range(1, streets - 1).forEach(street -> beside[street] = true);
    var blockage = BlockageByWidth.of(problem.streets(), WIDTHS, 100 * P, beside);
    var reach = Reach.of(problem);
    return ExpectedSolver.solve(new ExpectedProblem(samples, streets, 1, seen(reach, new BitSet()),
        sample -> seen(reach, blockage.blocked(Unknowns.PESSIMISTIC, seed, sample))));
  }

  private static Sample seen(Reach reach, BitSet blocked) {
    return Sample.of(reach.problem(), blocked, reach.coveredWithout(blocked, 3_600_000, Unknowns.PESSIMISTIC));
  }

  private static void near(double expected, ExpectedResult result) {
    var found = result.counts().get(0);
    assertEquals(expected, found.mean(), 2.5 * (found.high() - found.low()) / 2 + 1e-9, found.toString());
  }

  /** <pre>home --- a === b --- shelter: two ways from a to b</pre> */
  @Test
  void twoWaysSideBySide() {
    var streets = new Drawing().node("h", 0, 0).node("a", 400, 0).node("b", 800, 0).node("s", 1_200, 0).street("h", "a")
        .street("a", "b").bent("a", "b", List.of(new org.locationtech.jts.geom.Coordinate(600, 200))).street("b", "s").network();
    var result = solve(problem(streets, 1_200, 0), 1_000, 4);
    assertArrayEquals(new long[] {100, 0, 100}, result.undamaged());
    near(100 * (1 - P * P), result);
    assertEquals(0, result.blockedSamples()[0]);
    assertEquals(P * 1_000, result.blockedSamples()[1], 5 * Math.sqrt(P * (1 - P) * 1_000));
    assertEquals(0, result.counts().get(0).percentile5());
    assertEquals(100, result.counts().get(0).percentile95());
  }

  @Test
  void twoWaysOneAfterTheOther() {
    var streets = new Drawing().node("h", 0, 0).node("a", 400, 0).node("b", 800, 0).node("c", 1_200, 0).node("s", 1_600, 0)
        .street("h", "a").street("a", "b").street("b", "c").street("c", "s").network();
    near(100 * (1 - P) * (1 - P), solve(problem(streets, 1_600, 0), 1_000, 5));
  }

  /** Against the sum over all ways in which streets may be closed. */
  @Test
  void randomTownsAgreeWithEveryCase() {
    for (int seed = 0; seed < 4; seed++) {
      var random = new Random(seed);
      var drawing = new Drawing().node("h", 0, 0).node("n0", 0, 400);
      IntStream.range(1, 5).forEach(node -> drawing.node("n" + node, 500 + random.nextInt(1_000), 500 + random.nextInt(1_000)));
      drawing.node("s", 3_000, 3_000).street("h", "n0");
      IntStream.range(0, 7).forEach(street -> drawing.street("n" + street % 5, "n" + random.nextInt(5)));
      var problem = problem(drawing.street("n4", "s").network(), 3_000, 3_000);
      double expected = 0;
      var covered = covered(problem);
      for (long closed = 0; closed < 1 << 7; closed++) {
        int count = Long.bitCount(closed);
        expected += Math.pow(P, count) * Math.pow(1 - P, 7 - count)
            * covered.apply(BitSet.valueOf(new long[] {closed << 1}))[0];
      }
      near(expected, solve(problem, 500, seed));
    }
  }

  @Test
  void studentsQuantiles() {
    assertEquals(2.2622, ExpectedSolver.student(9), 1e-4);
    assertEquals(2.0452, ExpectedSolver.student(29), 1e-4);
    assertEquals(1.9720, ExpectedSolver.student(199), 1e-4);
  }

  private static ExpectedResult dice(int samples, long seed) {
    return ExpectedSolver.solve(new ExpectedProblem(samples, 1, 2, dice(false),
        sample -> dice(Chance.of(seed, sample, 0) < P)));
  }

  private static Sample dice(boolean blocked) {
    var streets = new BitSet();
    streets.set(0, blocked);
    var covered = new BitSet();
    covered.set(0, !blocked);
    covered.set(1);
    return new Sample(streets, new long[] {blocked ? 0 : 10, 7}, covered);
  }

  /** Of many intervals nineteen in twenty hold the truth. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    long holds = IntStream.range(0, 2_000).mapToObj(seed -> dice(100, seed).counts().get(0))
        .filter(found -> found.low() <= 10 * (1 - P) && 10 * (1 - P) <= found.high()).count();
    assertEquals(0.95, holds / 2_000.0, 0.02);
    long shares = IntStream.range(0, 2_000).mapToObj(seed -> dice(100, seed).share(0))
        .filter(found -> found.low() <= 1 - P && 1 - P <= found.high()).count();
    assertEquals(0.95, shares / 2_000.0, 0.02);
    // Wilson's interval of 100 out of 100: 1 / (1 + z² / n) to 1.
    assertEquals(new ExpectedResult.Share(1, 1 / (1 + 1.959963984540054 * 1.959963984540054 / 100), 1), dice(100, 0).share(1));
  }

  @Test
  void sameSeedSameAnswerOnAnyNumberOfThreads() throws Exception {
    var one = new ForkJoinPool(1).submit(() -> dice(200, 9)).get();
    var three = new ForkJoinPool(3).submit(() -> dice(200, 9)).get();
    assertEquals(one.counts(), three.counts());
    assertArrayEquals(one.blockedSamples(), three.blockedSamples());
    assertTrue(!one.counts().equals(dice(200, 10).counts()), "another seed, other samples");
    assertEquals(new ExpectedResult.Expected(7, 7, 7, 7, 7), one.counts().get(1), "what never changes has no spread");
    assertThrows(IllegalArgumentException.class, () -> dice(9, 1));
  }
}
