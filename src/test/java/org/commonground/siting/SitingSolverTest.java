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

  @Test
  void leastCostsEqualBruteForce() {
    int infeasible = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      double share = seed % 2 == 0 ? 1 : 0.05 + random.upTo(90) / 100.0;
      var choice = random.choice(candidates, false);
      var costs = choice.cost().length > 0 ? choice : choice.within(Double.POSITIVE_INFINITY, random.costs(candidates));
      var problem = new CheapestProblem(costs, random.cover(candidates), share);
      var result = check(problem, in -> BruteForce.covered(problem.rows(), new double[] {1, 0}, in)
          >= share * problem.rows().total() - 1e-9 * Math.max(1, problem.rows().total())
          ? BruteForce.sum(costs.cost(), in) : Double.POSITIVE_INFINITY, 1, "seed " + seed);
      infeasible += result.stopped() == Stopped.INFEASIBLE ? 1 : 0;
    }
    assertTrue(infeasible > 100 && infeasible < CASES - 100, infeasible + " infeasible cases");
  }

  @Test
  void peopleWithRoomEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(6);
      var problem = new RoomProblem(random.choice(candidates, true), random.cover(candidates), random.room(candidates));
      check(problem, in -> -BruteForce.placed(problem.rows(), problem.capacity(), in)
          - BruteForce.sum(problem.choice().worth(), in), -1, "seed " + seed);
    }
  }

  @Test
  void worstServedDistrictsEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      var districts = java.util.stream.Stream.generate(() -> random.cover(candidates)).filter(rows -> rows.total() > 0)
          .limit(1 + random.upTo(3)).toList();
      var problem = new WorstServedProblem(random.choice(candidates, false), districts);
      check(problem, in -> -districts.stream().mapToDouble(rows -> BruteForce.covered(rows, new double[] {1, 0}, in)
          / rows.total()).min().orElseThrow(), -1, "seed " + seed);
    }
  }

  /** A point under two hazards counts for each by itself, and only by suitable sites. */
  @Test
  void hazardsEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new java.util.Random(seed);
      int candidates = 1 + random.nextInt(7);
      int hazards = 1 + random.nextInt(3);
      var suitable = new boolean[hazards][candidates];
      for (var own : suitable) {
        for (int site = 0; site < candidates; site++) {
          own[site] = random.nextInt(3) > 0;
        }
      }
      var rows = new HazardRows(suitable);
      var points = new java.util.ArrayList<int[]>();
      var weights = new java.util.ArrayList<double[]>();
      for (int point = random.nextInt(12); point >= 0; point--) {
        var covering = java.util.stream.IntStream.range(0, candidates).filter(site -> random.nextBoolean()).toArray();
        points.add(covering);
        weights.add(random.doubles(hazards).map(part -> Math.floor(9 * part)).toArray());
        rows.add(covering, covering.length, weights.get(weights.size() - 1));
      }
      var problem = new CoverProblem(SiteChoice.atMost(random.nextInt(candidates + 1), candidates), rows.build());
      check(problem, in -> {
        double covered = 0;
        for (int point = 0; point < points.size(); point++) {
          for (int hazard = 0; hazard < hazards; hazard++) {
            var suits = suitable[hazard];
            covered += java.util.Arrays.stream(points.get(point)).anyMatch(site -> in[site] && suits[site])
                ? weights.get(point)[hazard] : 0;
          }
        }
        return -covered;
      }, -1, "seed " + seed);
    }
  }

  /**
   * Twenty triangles of three sites, whose sides are the rows: one site of a triangle covers two sides, two cover three. Thirty
   * sites cover at most 10 x 3 + 10 x 2 = 50; the linear relaxation takes a half of each and covers 60, and branches on it have
   * no end. Cells of a triangle each prove the 50.
   */
  @Test
  void trianglesAreProvenByCells() {
    var builder = new CoverRows.Builder(60);
    for (int site = 0; site < 60; site += 3) {
      builder.add(new int[] {site, site + 1}, 2, 1).add(new int[] {site + 1, site + 2}, 2, 1).add(new int[] {site, site + 2}, 2, 1);
    }
    var result = solve(new CoverProblem(SiteChoice.atMost(30, 60), builder.build()));
    assertEquals(50, result.value());
    assertEquals(50, result.bound());
    assertTrue(result.proven() && result.branches() < 1_000, result.branches() + " branches");
  }

  /** The search itself, on cells from its beginning. */
  @Test
  void searchesOnCellsEqualBruteForce() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 1 + random.upTo(7);
      var rows = random.cover(candidates);
      var choice = random.choice(candidates, true);
      var cellOfRow = java.util.stream.IntStream.range(0, rows.count()).map(row -> random.upTo(2)).toArray();
      var demand = new CellDemand(new CoverDemand(rows, 1, 0), cellOfRow, new double[rows.count()], Long.MAX_VALUE, () -> false);
      var found = new Search(demand, choice, Search.Goal.LEAST, SitingClock.start(LIMITS), SitingProgress.NONE)
          .run(new int[0], true);
      double least = BruteForce.least(choice, in -> rows.total() - BruteForce.covered(rows, new double[] {1, 0}, in)
          - BruteForce.sum(choice.worth(), in));
      assertEquals(least, found.loss(), 1e-7, "seed " + seed);
      assertEquals(least, found.bound(), 1e-7, "seed " + seed);
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
      boundsOfOthers(random, candidates, limits, asked, "seed " + seed);
      assertFalse(covered.stopped() == Stopped.GAP && covered.gap() > limits.gap() + 1e-9, "seed " + seed + ", gap");
    }
    assertTrue(early > 500, "only " + early + " were cut short");
  }

  private static void boundsOfOthers(RandomSiting random, int candidates, SitingLimits limits, int[] asked, String what) {
    var rows = random.cover(candidates);
    var room = new RoomProblem(random.choice(candidates, true), rows, random.room(candidates));
    double placed = -BruteForce.least(room.choice(), in -> -BruteForce.placed(rows, room.capacity(), in)
        - BruteForce.sum(room.choice().worth(), in));
    asked[0] = 0;
    var most = SitingSolver.solve(room, limits, SitingProgress.NONE);
    assertTrue(most.value() <= placed + 1e-7 && most.bound() >= placed - 1e-7, what + ", room");
    var cheap = new CheapestProblem(SiteChoice.atMost(candidates, candidates).within(1e9, random.costs(candidates)), rows, 0.8);
    double least = BruteForce.least(cheap.choice(), in -> BruteForce.covered(rows, new double[] {1, 0}, in)
        >= 0.8 * rows.total() - 1e-9 * Math.max(1, rows.total()) ? BruteForce.sum(cheap.choice().cost(), in)
        : Double.POSITIVE_INFINITY);
    asked[0] = 0;
    var paid = SitingSolver.solve(cheap, limits, SitingProgress.NONE);
    assertTrue(!(paid.value() < least - 1e-7) && paid.bound() <= least + 1e-7, what + ", least cost");
    if (rows.total() > 0) {
      var worst = new WorstServedProblem(SiteChoice.atMost(1 + candidates / 3, candidates), java.util.List.of(rows));
      double share = -BruteForce.least(worst.choice(), in -> -BruteForce.covered(rows, new double[] {1, 0}, in) / rows.total());
      asked[0] = 0;
      var served = SitingSolver.solve(worst, limits, SitingProgress.NONE);
      assertTrue(served.value() <= share + 1e-7 && served.bound() >= share - 1e-7, what + ", worst served");
    }
  }
}
