package org.commonground.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best set of sites for the rows of one cell, when each site has a price there: most weight covered less prices, exactly.
 *
 * <ol>
 *   <li>Row shares that bound the best set from above (the dual of the cell's linear relaxation) follow the prices by coordinate
 *       descent: a row asks what its sites can give without one of them paying more than its price.
 *   <li>Depth first: the site that gains most is taken, then left out.
 *   <li>A site whose taking brings the bound down to the best set so far is left out at once, and a row without sites left
 *       lowers the bound by what it does not ask.
 * </ol>
 *
 * <p>A search that takes too long ends with a bound a little too high, which is still a bound.
 */
final class CellCover {

  private static final int PASSES = 2;

  private final int[] firstOfRow;
  private final int[] siteOfRow;
  private final int[] firstOfSite;
  private final int[] rowOfSite;
  private final double[] weight;
  /** What each row asks of its sites: 0 to its weight. */
  private final double[] asked;

  private double[] price = {};
  private double best;
  private int[] bestSites = {};
  private double unexplored;
  private long left;
  private double tolerance;

  /** A node of the search; one a depth, used again. */
  private static final class Node {

    private double value;
    private double bound;
    /** By site: what taking it changes in the bound; above 0 already counted in it. */
    private double[] surplus;
    private double[] gain;
    private boolean[] out;
    /** By row: how many sites could still cover it; -1 where it is covered. */
    private int[] open;

    void copy(Node from) {
      value = from.value;
      bound = from.bound;
      surplus = copied(from.surplus, surplus);
      gain = copied(from.gain, gain);
      if (out == null) {
        out = from.out.clone();
        open = from.open.clone();
      } else {
        System.arraycopy(from.out, 0, out, 0, out.length);
        System.arraycopy(from.open, 0, open, 0, open.length);
      }
    }

    private static double[] copied(double[] from, double[] into) {
      if (into == null) {
        return from.clone();
      }
      System.arraycopy(from, 0, into, 0, from.length);
      return into;
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final int[] taken;

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
    var ofSite = RowsOfSite.of(sites, first, site);
    firstOfSite = ofSite.first();
    rowOfSite = ofSite.row();
    taken = new int[sites];
  }

  /**
   * @param prices  of each site, 0 or more
   * @param decided of each site: {@link Fixed}
   * @param most    entries looked at, about
   * @return the most of weight covered less prices, or a little more where the search was cut short
   */
  double best(double[] prices, byte[] decided, long most) {
    price = prices;
    var root = node(0);
    begin(root, decided);
    left = most;
    best = Double.NEGATIVE_INFINITY;
    unexplored = Double.NEGATIVE_INFINITY;
    tolerance = 1e-9 * Arrays.stream(weight).sum();
    int count = 0;
    for (int site = 0; site < decided.length; site++) {
      if (decided[site] == Fixed.IN) {
        take(root, site);
        taken[count++] = site;
      }
    }
    search(0, count);
    return Math.max(best + tolerance, unexplored);
  }

  /** Of the best set found by the last call. */
  int[] sites() {
    return bestSites;
  }

  private Node node(int depth) {
    while (nodes.size() <= depth) {
      nodes.add(new Node());
    }
    return nodes.get(depth);
  }

  private void begin(Node root, byte[] decided) {
    int sites = firstOfSite.length - 1;
    root.surplus = new double[sites];
    root.gain = new double[sites];
    root.out = new boolean[sites];
    root.open = new int[weight.length];
    for (int site = 0; site < sites; site++) {
      root.surplus[site] = -price[site];
      root.gain[site] = -price[site];
      root.out[site] = decided[site] == Fixed.OUT;
    }
    for (int row = 0; row < weight.length; row++) {
      for (int at = firstOfRow[row]; at < firstOfRow[row + 1]; at++) {
        root.open[row] += root.out[siteOfRow[at]] ? 0 : 1;
        root.surplus[siteOfRow[at]] += asked[row];
        root.gain[siteOfRow[at]] += weight[row];
      }
    }
    for (int pass = 0; pass < PASSES; pass++) {
      for (int row = 0; row < weight.length; row++) {
        ask(row, root);
      }
    }
    root.value = 0;
    root.bound = 0;
    for (int row = 0; row < weight.length; row++) {
      root.bound += root.open[row] > 0 ? weight[row] - asked[row] : 0;
    }
    for (int site = 0; site < sites; site++) {
      root.bound += root.out[site] ? 0 : Math.max(0, root.surplus[site]);
    }
  }

  /** Raises what a row asks until one of its sites has nothing left, or lowers it until only one is in debt. */
  private void ask(int row, Node root) {
    double highest = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (int at = firstOfRow[row]; at < firstOfRow[row + 1]; at++) {
      int site = siteOfRow[at];
      if (!root.out[site]) {
        double own = root.surplus[site];
        second = Math.max(second, Math.min(own, highest));
        highest = Math.max(highest, own);
      }
    }
    if (highest == Double.NEGATIVE_INFINITY) {
      return;
    }
    double change = highest < 0 ? Math.min(-highest, weight[row] - asked[row]) : second > 0 ? -Math.min(second, asked[row]) : 0;
    if (change != 0) {
      asked[row] += change;
      for (int at = firstOfRow[row]; at < firstOfRow[row + 1]; at++) {
        root.surplus[siteOfRow[at]] += change;
      }
    }
  }

  private void search(int depth, int count) {
    var node = nodes.get(depth);
    if (node.value > best) {
      best = node.value;
      bestSites = Arrays.copyOf(taken, count);
    }
    while (node.bound > best + tolerance) {
      if (left <= 0) {
        unexplored = Math.max(unexplored, node.bound);
        return;
      }
      int next = next(node);
      if (next < 0) {
        return;
      }
      var child = node(depth + 1);
      child.copy(node);
      take(child, next);
      taken[count] = next;
      search(depth + 1, count + 1);
      leave(node, next);
    }
  }

  /** Leaves out what cannot be in a better set. Returns the site that gains most; -1 where none is left. */
  private int next(Node node) {
    left -= node.gain.length;
    int next = -1;
    for (int site = 0; site < node.gain.length; site++) {
      if (!node.out[site]) {
        if (node.gain[site] <= 0 || node.bound + Math.min(0, node.surplus[site]) <= best + tolerance) {
          leave(node, site);
        } else if (next < 0 || node.gain[site] > node.gain[next]) {
          next = site;
        }
      }
    }
    return node.bound > best + tolerance ? next : -1;
  }

  private void take(Node node, int site) {
    node.value += node.gain[site];
    node.bound += Math.min(0, node.surplus[site]);
    node.out[site] = true;
    for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
      int row = rowOfSite[at];
      if (node.open[row] >= 0) {
        left -= firstOfRow[row + 1] - firstOfRow[row];
        node.open[row] = -1;
        double least = asked[row];
        for (int entry = firstOfRow[row]; entry < firstOfRow[row + 1]; entry++) {
          int other = siteOfRow[entry];
          double before = node.surplus[other];
          node.surplus[other] = before - least;
          node.gain[other] -= weight[row];
          if (before > 0 && !node.out[other]) {
            node.bound -= Math.min(before, least);
          }
        }
      }
    }
  }

  private void leave(Node node, int site) {
    node.out[site] = true;
    node.bound -= Math.max(0, node.surplus[site]);
    for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
      int row = rowOfSite[at];
      if (node.open[row] > 0 && --node.open[row] == 0) {
        node.bound -= weight[row] - asked[row];
      }
    }
  }
}
