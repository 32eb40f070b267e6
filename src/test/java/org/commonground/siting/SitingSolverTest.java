package org.commonground.siting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Small cases by chance against every set tried, with every side condition; and cases worked out by hand. */
class SitingSolverTest {

  private static final int CASES = 3_000;
  private static final SitingLimits LIMITS = SitingLimits.seconds(60);

  private static SitingResult solve(SitingProblem problem) {
    return SitingSolver.solve(problem, LIMITS, SitingProgress.NONE);
  }

  @Test
  void mediansEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      var problem = new MedianProblem(random.choice(candidates, true), random.median(candidates));
      check(problem, in -> BruteForce.median(problem.rows(), in) - BruteForce.sum(problem.choice().worth(), in), 1,
          "seed " + seed);
    }
  }

  @Test
  void coversEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      var problem = new CoverProblem(random.choice(candidates, true), random.cover(candidates), random.lost());
      check(problem, in -> -BruteForce.covered(problem.rows(), problem.lost(), in)
          - BruteForce.sum(problem.choice().worth(), in), -1, "seed " + seed);
    }
  }

  @Test
  void fewestSitesEqualBruteForce() {
    int infeasible = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      double share = seed % 2 == 0 ? 1 : 0.05 + random.upTo(90) / 100.0;
      var problem = new FewestProblem(random.choice(candidates, false), random.cover(candidates), share);
      var result = check(problem, in -> BruteForce.covered(problem.rows(), new double[] {1, 0}, in)
          >= share * problem.rows().total() - 1e-9 * Math.max(1, problem.rows().total())
          ? BruteForce.count(in) : Double.POSITIVE_INFINITY, 1, "seed " + seed);
      infeasible += result.stopped() == Stopped.INFEASIBLE ? 1 : 0;
    }
    assertTrue(infeasible > 100 && infeasible < CASES - 100, infeasible + " infeasible cases");
  }

  @Test
  void leastWorstDistancesEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      var problem = new CenterProblem(random.choice(candidates, false), random.median(candidates));
      check(problem, in -> BruteForce.worst(problem.rows(), in), 1, "seed " + seed);
    }
  }

  /** The value is the least (times the sign), is that of the chosen sites, and these are allowed. */
  private static SitingResult check(SitingProblem problem, ToDoubleFunction<boolean[]> measure, int sign, String what) {
    double wanted = BruteForce.least(problem.choice(), measure);
    var result = solve(problem);
    if (wanted == Double.POSITIVE_INFINITY) {
      assertEquals(Stopped.INFEASIBLE, result.stopped(), what);
      assertEquals(1, result.notes().size(), what);
      return result;
    }
    double near = 1e-7 * Math.max(1, Math.abs(wanted));
    assertEquals(wanted, sign * result.value(), near, what);
    assertEquals(Stopped.OPTIMAL, result.stopped(), what);
    assertEquals(result.value(), result.bound(), near, what);
    var in = BruteForce.set(problem.choice().candidates(), result.chosen());
    assertTrue(BruteForce.allowed(problem.choice(), in), what);
    assertEquals(wanted, measure.applyAsDouble(in), near, what);
    checkWorths(problem.choice(), measure, result, what);
    return result;
  }

  private static void checkWorths(SiteChoice choice, ToDoubleFunction<boolean[]> measure, SitingResult result, String what) {
    var in = BruteForce.set(choice.candidates(), result.chosen());
    double best = measure.applyAsDouble(in);
    for (int i = 0; i < result.alone().length; i++) {
      in[result.chosen()[i]] = false;
      assertEquals(measure.applyAsDouble(in) - best, result.alone()[i], 1e-7 * Math.max(1, Math.abs(best)), what);
      in[result.chosen()[i]] = true;
    }
    for (int site = 0; site < result.instead().length; site++) {
      double least = Double.POSITIVE_INFINITY;
      for (int other = -1; other < in.length && !in[site]; other++) {
        if (other < 0 || in[other]) {
          var swapped = in.clone();
          swapped[site] = true;
          if (other >= 0) {
            swapped[other] = false;
          }
          least = BruteForce.allowed(choice, swapped) ? Math.min(least, measure.applyAsDouble(swapped) - best) : least;
        }
      }
      assertEquals(least == Double.POSITIVE_INFINITY ? Double.NaN : least, result.instead()[site],
          1e-7 * Math.max(1, Math.abs(best)), what);
    }
  }

  /** Five houses in a row, 100 m apart, with 1, 1, 1, 1 and 10 people: the middle of two sites is the house of ten. */
  @Test
  void drawn() {
    var distance = new double[5][5];
    for (int row = 0; row < 5; row++) {
      for (int site = 0; site < 5; site++) {
        distance[row][site] = 100 * Math.abs(row - site);
      }
    }
    var rows = MedianRows.of(distance, new double[] {1, 1, 1, 1, 10}, Double.POSITIVE_INFINITY);
    var two = solve(new MedianProblem(SiteChoice.atMost(2, 5), rows));
    assertArrayEquals(new int[] {1, 4}, two.chosen());
    assertEquals(300, two.value());
    assertArrayEquals(new double[] {700, 3_100}, two.alone());
    assertArrayEquals(new double[] {100, Double.NaN, 100, 300, Double.NaN}, two.instead());
    assertArrayEquals(new int[] {0, 2}, two.nearlyAsGood(0.34));
    var worst = solve(new CenterProblem(SiteChoice.atMost(1, 5), rows));
    assertEquals(400, worst.value(), "one person from house 0 to house 4, where the ten are");
    var kept = solve(new MedianProblem(SiteChoice.atMost(2, 5).opening(0), rows));
    assertArrayEquals(new int[] {0, 4}, kept.chosen());
  }

  /** Three people, of whom nobody reaches the third; the sentence says so. */
  @Test
  void whatCannotBeCoveredIsSaid() {
    var rows = new CoverRows.Builder(2).add(new int[] {0}, 1, 1).add(new int[] {1}, 1, 1).add(new int[0], 0, 1).build();
    var all = solve(new FewestProblem(SiteChoice.atMost(2, 2), rows, 1));
    assertEquals(Stopped.INFEASIBLE, all.stopped());
    assertTrue(all.notes().get(0).startsWith("1 of 3 are beyond reach of every candidate"), all.notes().get(0));
    var few = solve(new FewestProblem(SiteChoice.atMost(1, 2), rows, 0.6));
    assertEquals(Stopped.INFEASIBLE, few.stopped());
    assertTrue(few.notes().get(0).startsWith("No 1 sites cover 60.00 %; the best found cover 1 of 3"), few.notes().get(0));
    assertEquals(2, solve(new FewestProblem(SiteChoice.atMost(2, 2), rows, 0.6)).value());
  }

  /** What is cut short still has a bound on the right side, by limits of time, gap and patience. */
  @Test
  void boundsAreNeverOnTheWrongSide() {
    int early = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 4 + random.upTo(4);
      int patience = random.upTo(40);
      var asked = new int[1];
      var limits = new SitingLimits(60_000, random.upTo(2) * 0.05, () -> asked[0]++ >= patience);
      var cover = new CoverProblem(random.choice(candidates, true), random.cover(candidates), random.lost());
      var median = new MedianProblem(random.choice(candidates, true), random.median(candidates));
      double most = -BruteForce.least(cover.choice(), in -> -BruteForce.covered(cover.rows(), cover.lost(), in)
          - BruteForce.sum(cover.choice().worth(), in));
      double least = BruteForce.least(median.choice(), in -> BruteForce.median(median.rows(), in)
          - BruteForce.sum(median.choice().worth(), in));
      int seen = seed;
      var covered = SitingSolver.solve(cover, limits, (value, bound) ->
          assertTrue(value <= most + 1e-7 && bound >= most - 1e-7, "seed " + seen + " on the way"));
      assertTrue(covered.value() <= most + 1e-7 && covered.bound() >= most - 1e-7, "seed " + seed + ", cover");
      asked[0] = 0;
      var paid = SitingSolver.solve(median, limits, (value, bound) ->
          assertTrue(value >= least - 1e-7 && bound <= least + 1e-7, "seed " + seen + " on the way"));
      assertTrue(paid.value() >= least - 1e-7 && paid.bound() <= least + 1e-7, "seed " + seed + ", median");
      early += covered.proven() ? 0 : 1;
      assertFalse(covered.stopped() == Stopped.GAP && covered.gap() > limits.gap() + 1e-9, "seed " + seed + ", gap");
    }
    assertTrue(early > 500, "only " + early + " were cut short");
  }
}
