package org.commonground.siting;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The best set of sites for the rows of one cell, when each site has a price there: most weight covered less prices, exactly.
 *
 * <ol>
 *   <li>Row shares that bound the best set from above (the dual of the cell's linear relaxation) follow the prices by coordinate
 *       descent: a row asks what its sites can give without two of them paying more than their prices.
 *   <li>The best set of the last call, at the new prices, is what has to be beaten.
 *   <li>Depth first: the site that gains most is taken, then left out, and the rows that are left ask anew.
 *   <li>A site whose taking brings the bound down to the best set so far is left out at once.
 * </ol>
 *
 * <p>A search that takes too long ends with a bound a little too high, which is still a bound.
 */
final class CellCover {

  private static final int PASSES = 8;
  /** Sets found last that are remembered. */
  private static final int MOST_KNOWN = 60;
  /** Entries are looked at so often for each decision. */
  private static final int LOOKS = 3;

  private final int[] firstOfRow;
  private final int[] siteOfRow;
  private final double[] weight;
  /** What each row asks of its sites to begin with: 0 to its weight. */
  private final double[] asked;
  private final double tolerance;
  private final int[] taken;

  private double best;
  private int[] bestSites = {};
  private int[] knownSites = {};
  private final ArrayDeque<Known> known = new ArrayDeque<>();
  private double unexplored;
  private long left;
  private BooleanSupplier stop;

  /** @param covered weight */
  private record Known(int[] sites, double covered) {

    boolean agrees(byte[] decided) {
      int in = 0;
      for (int site : sites) {
        if (decided[site] == Fixed.OUT) {
          return false;
        }
        in += decided[site] == Fixed.IN ? 1 : 0;
      }
      for (byte each : decided) {
        in -= each == Fixed.IN ? 1 : 0;
      }
      return in == 0;
    }
  }

  /**
   * @param sites  how many there are, numbered from 0 in this cell
   * @param first  where each row's sites begin
   * @param site   of each row
   * @param weight of each row
   * @param asked  to begin with
   */
  CellCover(int sites, int[] first, int[] site, double[] weight, double[] asked) {
    firstOfRow = first;
    siteOfRow = site;
    this.weight = weight;
    this.asked = asked.clone();
    tolerance = 1e-9 * Arrays.stream(weight).sum();
    taken = new int[sites];
  }

  /**
   * @param prices  of each site, 0 or more
   * @param decided of each site: {@link Fixed}
   * @param most    entries looked at, about
   * @param stop    cuts the search short
   * @return the most of weight covered less prices, or a little more where the search was cut short
   */
  double best(double[] prices, byte[] decided, long most, BooleanSupplier stop) {
    left = most;
    this.stop = stop;
    unexplored = Double.NEGATIVE_INFINITY;
    best = again(prices, decided);
    int count = 0;
    for (int site = 0; site < decided.length; site++) {
      if (decided[site] == Fixed.IN) {
        taken[count++] = site;
      }
    }
    var whole = new CellRest(0, IntStream.range(0, taken.length).toArray(), IntStream.range(0, weight.length).toArray(), firstOfRow,
        siteOfRow, prices, weight, asked);
    var root = whole.with(decided);
    for (int pass = 0; pass < PASSES && root.bound() > best + tolerance; pass++) {
      ask(root);
    }
    root.asked(asked);
    search(root, count);
    knownSites = bestSites;
    keep(prices);
    return Math.max(best + tolerance, unexplored);
  }

  /** Forgets sets that do not agree with what is decided; the last is kept where none does, as a promise is no bound. */
  void know(byte[] decided) {
    var last = known.peekLast();
    known.removeIf(set -> !set.agrees(decided));
    if (known.isEmpty() && last != null) {
      known.add(last);
    }
  }

  /** The most that a known set is worth at prices, which begin at a place. */
  double known(double[] prices, int begin) {
    double most = Double.NEGATIVE_INFINITY;
    for (var set : known) {
      double worth = set.covered;
      for (int site : set.sites) {
        worth -= prices[begin + site];
      }
      if (worth > most) {
        most = worth;
        knownSites = set.sites;
      }
    }
    return most;
  }

  /** Of the set that the last call found, best or known. */
  int[] sites() {
    return knownSites;
  }

  /** Whether the last call was cut short. */
  boolean cutShort() {
    return unexplored > best + tolerance;
  }

  private void keep(double[] prices) {
    double covered = best;
    for (int site : bestSites) {
      covered += prices[site];
    }
    var found = new Known(bestSites, covered);
    known.removeIf(set -> Arrays.equals(set.sites, found.sites));
    known.addLast(found);
    if (known.size() > MOST_KNOWN) {
      known.removeFirst();
    }
  }

  /** The worth of the last best set at these prices; none where the decisions forbid it. */
  private double again(double[] prices, byte[] decided) {
    var in = new boolean[decided.length];
    double worth = 0;
    for (int site : bestSites) {
      in[site] = true;
      worth -= prices[site];
    }
    for (int site = 0; site < decided.length; site++) {
      if (in[site] ? decided[site] == Fixed.OUT : decided[site] == Fixed.IN) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    for (int row = 0; row < weight.length; row++) {
      boolean covered = false;
      for (int entry = firstOfRow[row]; entry < firstOfRow[row + 1] && !covered; entry++) {
        covered = in[siteOfRow[entry]];
      }
      worth += covered ? weight[row] : 0;
    }
    return worth;
  }

  private void search(CellRest at, int count) {
    if (at.value() > best) {
      best = at.value();
      bestSites = Arrays.copyOf(taken, count);
    }
    var rest = at;
    for (double bound = rest.bound(); bound > best + tolerance; bound = ask(rest)) {
      var decided = rest.free(bound, best + tolerance);
      int next = rest.most(decided);
      if (next == CellRest.NONE) {
        return;
      }
      if (left <= 0 || stop.getAsBoolean()) {
        unexplored = Math.max(unexplored, bound);
        return;
      }
      decided[next] = Fixed.IN;
      var child = rest.with(decided);
      taken[count] = rest.site(next);
      if (child.bound() > best + tolerance) {
        ask(child);
      }
      search(child, count + 1);
      decided[next] = Fixed.OUT;
      rest = rest.with(decided);
    }
  }

  private double ask(CellRest rest) {
    left -= (long) LOOKS * rest.entries();
    rest.ask();
    return rest.bound();
  }
}
