package org.commonground.siting;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Good sets of sites where covered is covered, once or more often, by simulated annealing (Kirkpatrick, Gelatt and Vecchi,
 * Optimization by simulated annealing, 1983).
 *
 * <ol>
 *   <li>A site by chance gives way to a candidate that covers somebody whom it covers, one time in ten to any candidate.
 *   <li>What that loses is accepted less and less as the temperature falls, from a share of what a site covers on average to a smaller one.
 * </ol>
 *
 * <p>A move looks at the rows of two sites and at nothing else, so that a million of them are cheap; swaps then find the local optimum.
 */
final class Annealing {

  private static final int MOVES_A_SITE = 20_000;
  /** Most rows looked at, about. */
  private static final double MOST_WORK = 4e8;
  private static final double HOT = 0.05;
  private static final double COLD = 0.01;
  private static final int STOP_EVERY = 1_000;

  private final CoverRows rows;
  private final RowsOfSite ofSite;
  private final SiteChoice choice;
  private final byte[] fixed;
  private final Random random;
  private final int[] covering;
  private final int[] sites;
  private final int movable;
  private double value;

  /** @param sites a set that may be chosen, as many as may be */
  Annealing(CoverDemand demand, SiteChoice choice, byte[] fixed, int[] sites, Random random) {
    rows = demand.coverRows();
    ofSite = demand.rowsOfSite();
    this.choice = choice;
    this.fixed = fixed.clone();
    this.random = random;
    covering = new int[rows.count()];
    this.sites = new int[sites.length];
    int first = 0;
    int last = sites.length;
    for (int site : sites) {
      this.sites[fixed[site] == Fixed.IN ? --last : first++] = site;
      value += open(site);
    }
    movable = first;
  }

  /** Returns the sites at the end, from the hottest to the coldest. */
  int[] run(BooleanSupplier stop) {
    int candidates = rows.candidates() - Fixed.sites(fixed, Fixed.OUT).length;
    long moves = movable == 0 ? 0 : (long) Math.min((double) MOVES_A_SITE * movable,
        MOST_WORK / Math.max(1, 4.0 * rows.site().length / candidates));
    double heat = HOT * value / sites.length;
    double fall = Math.pow(COLD / HOT, 1.0 / Math.max(1, moves));
    var open = new boolean[rows.candidates()];
    for (int site : sites) {
      open[site] = true;
    }
    for (long move = 0; move < moves; move++, heat *= fall) {
      if (move % STOP_EVERY == 0 && stop.getAsBoolean()) {
        break;
      }
      int at = random.nextInt(movable);
      int leaves = sites[at];
      int comes = near(leaves);
      if (open[comes] || fixed[comes] == Fixed.OUT) {
        continue;
      }
      double more = open(comes, leaves);
      if (more >= 0 || random.nextDouble() < Math.exp(more / heat)) {
        open[leaves] = false;
        open[comes] = true;
        sites[at] = comes;
      } else {
        close(comes);
        open(leaves);
      }
    }
    return sites;
  }

  private int near(int site) {
    int many = ofSite.first()[site + 1] - ofSite.first()[site];
    if (many == 0 || random.nextInt(10) == 0) {
      return random.nextInt(rows.candidates());
    }
    int row = ofSite.row()[ofSite.first()[site] + random.nextInt(many)];
    return rows.site()[rows.first()[row] + random.nextInt(rows.first()[row + 1] - rows.first()[row])];
  }

  private double open(int comes, int leaves) {
    double less = close(leaves);
    return open(comes) - less;
  }

  /** Returns what that adds. */
  private double open(int site) {
    double more = choice.worth(site);
    for (int at = ofSite.first()[site], end = ofSite.first()[site + 1]; at < end; at++) {
      int row = ofSite.row()[at];
      if (covering[row]++ == 0) {
        more += rows.weight()[row];
      }
    }
    return more;
  }

  /** Returns what that takes away. */
  private double close(int site) {
    double less = choice.worth(site);
    for (int at = ofSite.first()[site], end = ofSite.first()[site + 1]; at < end; at++) {
      int row = ofSite.row()[at];
      if (--covering[row] == 0) {
        less += rows.weight()[row];
      }
    }
    return less;
  }
}
