package org.commonground.siting;

import java.util.Arrays;

/** What is undecided in a cell: its sites, and the rows that none of the sites taken covers and that some of these could. */
final class CellRest {

  static final int NONE = -1;

  private final int[] site;
  private final int[] row;
  private final int[] firstOfRow;
  private final int[] siteOfRow;
  private final double[] price;
  private final double[] weight;
  /** Of each row, what it asks of each of its sites: 0 to its weight. */
  private final double[] asked;
  /** Of each site, what is asked of it less its price. */
  private final double[] surplus;
  /** Of each site, the weight that it would cover less its price. */
  private final double[] gain;
  /** Weight covered by the sites taken, less their prices. */
  private final double value;

  /**
   * @param site  the sites' names
   * @param row   the rows' names
   * @param first where each row's sites begin
   * @param sites of each row: places among the sites here
   */
  CellRest(double value, int[] site, int[] row, int[] first, int[] sites, double[] price, double[] weight, double[] asked) {
    this.value = value;
    this.site = site;
    this.row = row;
    firstOfRow = first;
    siteOfRow = sites;
    this.price = price;
    this.weight = weight;
    this.asked = asked;
    surplus = new double[price.length];
    gain = new double[price.length];
    for (int at = 0; at < price.length; at++) {
      surplus[at] = -price[at];
      gain[at] = -price[at];
    }
    for (int i = 0; i < weight.length; i++) {
      for (int entry = first[i]; entry < first[i + 1]; entry++) {
        surplus[sites[entry]] += asked[i];
        gain[sites[entry]] += weight[i];
      }
    }
  }

  /**
   * What is left with more decided.
   *
   * @param decided of each site here: {@link Fixed}
   */
  CellRest with(byte[] decided) {
    var at = new int[site.length];
    var sites = new int[site.length];
    var prices = new double[site.length];
    int open = 0;
    double worth = value;
    for (int i = 0; i < site.length; i++) {
      if (decided[i] == Fixed.FREE) {
        at[i] = open;
        sites[open] = site[i];
        prices[open++] = price[i];
      } else {
        at[i] = NONE;
        worth -= decided[i] == Fixed.IN ? price[i] : 0;
      }
    }
    var rows = new int[row.length];
    var first = new int[row.length + 1];
    var ofRow = new int[siteOfRow.length];
    var weights = new double[row.length];
    var asks = new double[row.length];
    int count = 0;
    for (int i = 0; i < row.length; i++) {
      int end = first[count];
      boolean covered = false;
      for (int entry = firstOfRow[i]; entry < firstOfRow[i + 1] && !covered; entry++) {
        covered = decided[siteOfRow[entry]] == Fixed.IN;
        if (at[siteOfRow[entry]] != NONE) {
          ofRow[end++] = at[siteOfRow[entry]];
        }
      }
      if (covered) {
        worth += weight[i];
      } else if (end > first[count]) {
        rows[count] = row[i];
        weights[count] = weight[i];
        asks[count] = asked[i];
        first[++count] = end;
      }
    }
    return new CellRest(worth, Arrays.copyOf(sites, open), Arrays.copyOf(rows, count), Arrays.copyOf(first, count + 1),
        Arrays.copyOf(ofRow, first[count]), Arrays.copyOf(prices, open), Arrays.copyOf(weights, count), Arrays.copyOf(asks, count));
  }

  /** No set of these sites and those taken is worth more. */
  double bound() {
    double bound = value;
    for (int i = 0; i < weight.length; i++) {
      bound += weight[i] - asked[i];
    }
    for (double own : surplus) {
      bound += Math.max(0, own);
    }
    return bound;
  }

  /** Each row in turn asks half way between the most that one and that two of its sites can give, which lowers the bound most. */
  void ask() {
    for (int i = 0; i < weight.length; i++) {
      double highest = Double.NEGATIVE_INFINITY;
      double second = Double.NEGATIVE_INFINITY;
      for (int entry = firstOfRow[i]; entry < firstOfRow[i + 1]; entry++) {
        double own = surplus[siteOfRow[entry]];
        second = Math.max(second, Math.min(own, highest));
        highest = Math.max(highest, own);
      }
      double change = second == Double.NEGATIVE_INFINITY ? weight[i] - asked[i]
          : Math.max(-asked[i], Math.min(weight[i] - asked[i], -(highest + second) / 2));
      asked[i] += change;
      for (int entry = firstOfRow[i]; entry < firstOfRow[i + 1]; entry++) {
        surplus[siteOfRow[entry]] += change;
      }
    }
  }

  /**
   * Of each site, whether it is free or cannot be in a set worth more.
   *
   * @param bound as it is now
   */
  byte[] free(double bound, double worth) {
    var decided = new byte[site.length];
    for (int i = 0; i < site.length; i++) {
      decided[i] = gain[i] <= 0 || bound + Math.min(0, surplus[i]) <= worth ? Fixed.OUT : Fixed.FREE;
    }
    return decided;
  }

  /** The free site that gains most; none where none is free. */
  int most(byte[] decided) {
    int most = NONE;
    for (int i = 0; i < site.length; i++) {
      most = decided[i] == Fixed.FREE && (most == NONE || gain[i] > gain[most]) ? i : most;
    }
    return most;
  }

  double value() {
    return value;
  }

  int site(int at) {
    return site[at];
  }

  int entries() {
    return siteOfRow.length;
  }

  /** Writes what each row asks at the row's name. */
  void asked(double[] into) {
    for (int i = 0; i < row.length; i++) {
      into[row[i]] = asked[i];
    }
  }
}
