package org.commonground.siting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ways to good covers and the linear relaxation, against every set tried and against plain counting. */
class CoverSearchTest {

  private static final int CASES = 10_000;

  /** Decisions and worths by chance: prices bound the relaxation from above, and where they are said to be near it, they are. */
  @Test
  void relaxationBoundsEverySet() {
    int apart = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 3 + random.upTo(5);
      var rows = random.cover(candidates);
      var choice = choice(random, candidates);
      var demand = new CoverDemand(rows, 1, 0);
      var prices = new double[rows.count()];
      demand.pricing(Fixed.of(choice)).guess(new int[0], prices);
      var saddle = new Saddle(demand, choice, Fixed.of(choice), prices, choice.open());
      double enough = 1e-4 * (1 + rows.total());
      boolean near = saddle.solve(seed % 3 == 0 ? 40 : 4_000, enough, () -> false);
      double bound = value(saddle.prices(), demand, choice);
      double most = -BruteForce.least(choice, in -> -BruteForce.covered(rows, new double[] {1, 0}, in)
          - BruteForce.sum(choice.worth(), in));
      double relaxed = RelaxationPeer.most(rows, choice);
      assertTrue(relaxed >= most - 1e-6, "seed " + seed + ": " + relaxed + " below " + most);
      assertTrue(bound >= relaxed - 1e-6, "seed " + seed + ": " + bound + " below " + relaxed);
      assertTrue(!near || bound <= relaxed + enough + 1e-6, "seed " + seed + ": " + bound + " far above " + relaxed);
      apart += seed % 3 != 0 && !near ? 1 : 0;
    }
    assertTrue(apart < CASES / 100, apart + " relaxations were not solved");
  }

  /** What prices bound, computed by the relaxation of the rows themselves. */
  private static double value(double[] prices, CoverDemand demand, SiteChoice choice) {
    var rate = new double[demand.candidates()];
    for (int site = 0; site < rate.length; site++) {
      rate[site] = -choice.worth(site);
    }
    double own = demand.pricing(Fixed.of(choice)).collect(prices, rate);
    return demand.coverRows().total() - own - new Selection(choice, SiteSet.neighbours(choice)).cheapest(rate, Fixed.of(choice));
  }

  /** Triangles of three sites whose sides are the rows: halves of sites cover all 60 sides, whole ones only 50. */
  @Test
  void relaxationOfTriangles() {
    var builder = new CoverRows.Builder(60);
    for (int site = 0; site < 60; site += 3) {
      builder.add(new int[] {site, site + 1}, 2, 1).add(new int[] {site + 1, site + 2}, 2, 1).add(new int[] {site, site + 2}, 2, 1);
    }
    var choice = SiteChoice.atMost(30, 60);
    var demand = new CoverDemand(builder.build(), 1, 0);
    var saddle = new Saddle(demand, choice, Fixed.of(choice), new double[60], new int[] {0, 1, 2});
    assertTrue(saddle.solve(4_000, 0.01, () -> false));
    assertEquals(60, value(saddle.prices(), demand, choice), 0.01);
  }

  /** However sets are swapped, shaken and annealed, they keep to what is decided and lose what counting says they lose. */
  @Test
  void setsLoseWhatIsCounted() {
    for (int seed = 0; seed < 1_000; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 3 + random.upTo(20);
      var rows = random.cover(candidates);
      var choice = choice(random, candidates);
      var fixed = Fixed.of(choice);
      var demand = new CoverDemand(rows, 1, 0);
      var sets = new CoverSwaps(demand, choice, fixed);
      var chance = new Random(seed);
      double loss = sets.from(new int[0], () -> false);
      for (int round = 0; round < 8; round++) {
        check(demand, choice, sets.sites(), loss, "seed " + seed);
        int[] set = round % 2 == 0 ? sets.sites() : choice.open();
        loss = sets.shaken(set, chance, 4, () -> false);
      }
      if (seed % 10 == 0 && sets.sites().length > 0 && rows.count() > 0) {
        loss = sets.from(new Annealing(demand, choice, fixed, sets.sites(), chance).run(() -> false), () -> false);
        check(demand, choice, sets.sites(), loss, "seed " + seed + ", annealed");
      }
    }
  }

  private static void check(CoverDemand demand, SiteChoice choice, int[] sites, double loss, String what) {
    var in = BruteForce.set(choice.candidates(), sites);
    assertTrue(BruteForce.allowed(choice, in), what);
    assertEquals(demand.loss(sites) - BruteForce.sum(choice.worth(), in), loss, 1e-7, what);
  }

  /** Where the rows' prices do not end it, all that raises the bound by cells comes next, and finds what counting every set finds. */
  @Test
  void cellsAtOnceEqualBruteForce() {
    int byCells = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      int points = 10 + random.nextInt(3);
      var x = random.doubles(points).toArray();
      var y = random.doubles(points).toArray();
      var rows = Discs.rows(x, y, random.ints(points, 1, 200).asDoubleStream().toArray(), x, y, 0.25 + 0.1 * random.nextDouble());
      var choice = SiteChoice.atMost(2 + random.nextInt(3), points);
      choice = random.nextBoolean() ? choice.opening(random.nextInt(points)) : choice;
      var found = new Search(new CoverDemand(rows, 1, 0), choice, Search.Goal.LEAST, SitingClock.start(SitingLimits.seconds(600)),
          SitingProgress.NONE).run(new int[0], true, 1);
      double least = BruteForce.least(choice, in -> rows.total() - BruteForce.covered(rows, new double[] {1, 0}, in));
      assertEquals(least, found.loss(), 1e-6, "seed " + seed);
      assertEquals(least, found.bound(), 1e-6, "seed " + seed);
      byCells += found.nodes() >= 1 ? 1 : 0;
    }
    assertTrue(byCells > 50, byCells + " of them needed cells");
  }

  /** The same question has the same answer, in a search that goes all ways. */
  @Test
  void sameAnswerAgain() {
    var random = new Random(3);
    var x = random.doubles(300).toArray();
    var y = random.doubles(300).toArray();
    var weight = random.ints(300, 1, 200).asDoubleStream().toArray();
    var problem = new CoverProblem(SiteChoice.atMost(12, 300), Discs.rows(x, y, weight, x, y, 0.14));
    var one = SitingSolver.solve(problem, SitingLimits.seconds(600).gap(0.01), SitingProgress.NONE);
    var other = SitingSolver.solve(problem, SitingLimits.seconds(600).gap(0.01), SitingProgress.NONE);
    assertArrayEquals(one.chosen(), other.chosen());
    assertEquals(one.bound(), other.bound());
    assertEquals(one.branches(), other.branches());
  }

  private static SiteChoice choice(RandomSiting random, int candidates) {
    int open = random.upTo(candidates - 1);
    int closed = random.upTo(candidates - 1);
    var choice = SiteChoice.atMost(1 + random.upTo(candidates - 1), candidates);
    choice = random.upTo(2) == 0 ? choice.worth(random.costs(candidates)) : choice;
    choice = random.upTo(2) == 0 ? choice.opening(open) : choice;
    return closed != open && random.upTo(2) == 0 ? choice.closing(closed) : choice;
  }
}
