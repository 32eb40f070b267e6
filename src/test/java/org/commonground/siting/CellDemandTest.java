package org.commonground.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bound by cells against every set tried. */
class CellDemandTest {

  /** Prices by chance, cells by chance, decisions by chance: never above the least loss of a set that keeps to the decisions. */
  @Test
  void boundIsNeverAboveTheLeastLoss() {
    double closest = Double.POSITIVE_INFINITY;
    for (int seed = 0; seed < 10_000; seed++) {
      var random = new Random(seed);
      int candidates = 3 + random.nextInt(5);
      var rows = new RandomSiting(seed).cover(candidates);
      var demand = new CoverDemand(rows, 1, 0);
      var asked = IntStream.range(0, rows.count()).mapToDouble(row -> rows.weight()[row] * random.nextDouble()).toArray();
      int most = 1 + random.nextInt(3);
      var cells = new CellDemand(demand, random.ints(rows.count(), 0, 3).toArray(), asked, Long.MAX_VALUE, () -> false);
      var prices = cells.prices();
      if (random.nextBoolean()) {
        Arrays.setAll(prices, pair -> 9 * random.nextDouble());
      }
      var choice = SiteChoice.atMost(most, candidates).opening(random.nextInt(candidates)).closing();
      var fixed = Fixed.of(choice);
      int out = random.nextInt(candidates);
      fixed[out] = fixed[out] == Fixed.FREE ? Fixed.OUT : fixed[out];
      double bound = bound(cells, prices, choice, fixed);
      double least = BruteForce.least(choice, in -> in[out] && fixed[out] == Fixed.OUT ? Double.POSITIVE_INFINITY
          : rows.total() - BruteForce.covered(rows, new double[] {1, 0}, in));
      assertTrue(bound <= least + 1e-7, "seed " + seed + ": bound " + bound + ", least " + least);
      closest = Math.min(closest, least - bound);
      var rest = cells.without(fixed, prices);
      double less = bound(rest.demand(), rest.prices(), choice, fixed);
      assertTrue(less <= least + 1e-7 && less >= bound - 1e-6, "seed " + seed + ": " + less + " after " + bound + ", without what is decided");
      var joined = cells.joined(prices);
      double larger = bound(joined.demand(), joined.prices(), choice, fixed);
      assertTrue(larger <= least + 1e-7 && larger >= bound - 1e-6, "seed " + seed + ": " + larger + " after " + bound);
    }
    assertEquals(0, closest, 1e-6, "the bound meets the least loss somewhere");
  }

  private static double bound(Demand demand, double[] prices, SiteChoice choice, byte[] fixed) {
    var rate = new double[choice.candidates()];
    double own = demand.pricing(fixed).collect(prices, rate);
    return own + new Selection(choice, SiteSet.neighbours(choice)).cheapest(rate, fixed);
  }

  /** One cell alone against every set, with sites that are in and sites that are out; and a search cut short. */
  @Test
  void aCellEqualsBruteForce() {
    for (int seed = 0; seed < 5_000; seed++) {
      var random = new Random(seed);
      int sites = 2 + random.nextInt(6);
      var rows = new RandomSiting(seed).cover(sites);
      var asked = Arrays.stream(rows.weight()).map(weight -> weight * random.nextDouble()).toArray();
      var price = random.doubles(sites).map(part -> 12 * part).toArray();
      var decided = new byte[sites];
      for (int site = 0; site < sites; site++) {
        decided[site] = (byte) Math.max(0, random.nextInt(6) - 3);
      }
      double most = -BruteForce.least(SiteChoice.atMost(sites, sites).opening(Fixed.sites(decided, Fixed.IN))
          .closing(Fixed.sites(decided, Fixed.OUT)), in -> BruteForce.sum(price, in)
              - (BruteForce.covered(rows, new double[] {1, 0}, in)));
      var cell = new CellCover(sites, rows.first(), rows.site(), rows.weight(), asked);
      assertEquals(most, cell.best(price, decided, Long.MAX_VALUE, () -> false), 1e-6, "seed " + seed);
      var in = BruteForce.set(sites, cell.sites());
      assertEquals(most, BruteForce.covered(rows, new double[] {1, 0}, in) - BruteForce.sum(price, in), 1e-6, "seed " + seed);
      assertTrue(cell.best(price, decided, random.nextInt(40), () -> false) >= most - 1e-6, "seed " + seed + ", cut short");
    }
  }

  /** Three pairs of three sites, two of which may be chosen: a third each covers all, but no two sites do. */
  @Test
  void aTriangleHasNoGapInOneCell() {
    var rows = new CoverRows.Builder(3).add(new int[] {0, 1}, 2, 1).add(new int[] {1, 2}, 2, 1).add(new int[] {0, 2}, 2, 1).build();
    var cells = new CellDemand(new CoverDemand(rows, 1, 0), new int[3], new double[] {0.5, 0.5, 0.5}, Long.MAX_VALUE, () -> false);
    var choice = SiteChoice.atMost(1, 3);
    assertEquals(1, bound(cells, cells.prices(), choice, new byte[3]), 1e-6, "one site leaves one pair; the relaxation half a pair less");
  }
}
