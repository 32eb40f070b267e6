package org.commonground.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The least sum of rates over the sets that a choice allows, or a little less: the sites' half of the relaxation.
 *
 * <p>The number of sites and the budget are looked at in turn and the higher bound is taken; a budget may end in a part of a
 * site (the continuous knapsack; Dantzig 1957). Of candidates too close to each other, cliques are formed and one of each is
 * taken at most; what that leaves open is decided by branching.
 */
final class Selection {

  private final SiteChoice choice;
  private final int[] clique;
  private final double[] share;
  private final int[] taken;
  private int count;

  /** The least of each clique and the next after it; the k least cliques, ascending. */
  private final int[] best;
  private final double[] second;
  private final int[] least;
  private int leastCount;

  private double lastIn;
  private double firstOut;
  private double perCost;
  private boolean byBudget;
  private double[] rate;
  private byte[] fixed;

  Selection(SiteChoice choice, int[][] tooClose) {
    this.choice = choice;
    clique = cliques(tooClose);
    int cliques = Arrays.stream(clique).max().orElse(-1) + 1;
    share = new double[choice.candidates()];
    taken = new int[choice.candidates()];
    best = new int[cliques];
    second = new double[cliques];
    least = new int[choice.most() + 2];
  }

  /** Each candidate joins the first clique all of whose members are too close to it. */
  private static int[] cliques(int[][] tooClose) {
    var clique = new int[tooClose.length];
    var size = new int[tooClose.length];
    int cliques = 0;
    for (int site = 0; site < tooClose.length; site++) {
      var met = new java.util.TreeMap<Integer, Integer>();
      for (int other : tooClose[site]) {
        if (other < site) {
          met.merge(clique[other], 1, Integer::sum);
        }
      }
      clique[site] = cliques;
      for (var entry : met.entrySet()) {
        if (entry.getValue() == size[entry.getKey()]) {
          clique[site] = entry.getKey();
          break;
        }
      }
      size[clique[site]]++;
      cliques = Math.max(cliques, clique[site] + 1);
    }
    return clique;
  }

  /**
   * @param rates of each candidate, any sign
   * @return the least sum
   */
  double cheapest(double[] rates, byte[] decided) {
    rate = rates;
    fixed = decided;
    double open = 0;
    int left = choice.most();
    double money = choice.budget();
    for (int site = 0; site < rates.length; site++) {
      if (decided[site] == Fixed.IN) {
        open += rates[site];
        left--;
        money -= choice.cost(site);
      }
    }
    byBudget = false;
    double byCount = byCount(left);
    if (choice.cost().length == 0) {
      return open + byCount;
    }
    double within = byBudget(money);
    byBudget = within > byCount;
    if (!byBudget) {
      byCount(left);
    }
    return open + Math.max(within, byCount);
  }

  private void begin() {
    Arrays.fill(share, 0);
    count = 0;
    for (int site = 0; site < fixed.length; site++) {
      if (fixed[site] == Fixed.IN) {
        take(site, 1);
      }
    }
  }

  private void take(int site, double part) {
    share[site] = part;
    taken[count++] = site;
  }

  private double byCount(int left) {
    begin();
    Arrays.fill(best, -1);
    Arrays.fill(second, 0);
    for (int site = 0; site < rate.length; site++) {
      if (fixed[site] == Fixed.FREE) {
        int group = clique[site];
        if (best[group] < 0 || rate[site] < rate[best[group]]) {
          second[group] = best[group] < 0 ? 0 : Math.min(0, rate[best[group]]);
          best[group] = site;
        } else {
          second[group] = Math.min(second[group], rate[site]);
        }
      }
    }
    leastCount = 0;
    for (int group = 0; group < best.length; group++) {
      if (best[group] >= 0 && rate[best[group]] < 0) {
        insert(best[group], left + 1);
      }
    }
    double sum = 0;
    int in = Math.min(left, leastCount);
    for (int i = 0; i < in; i++) {
      sum += rate[least[i]];
      take(least[i], 1);
    }
    lastIn = leastCount >= left && left > 0 ? rate[least[left - 1]] : left > 0 ? 0 : Double.NEGATIVE_INFINITY;
    firstOut = leastCount > left ? rate[least[left]] : 0;
    return sum;
  }

  /** Into the ascending list of the least, kept at so many. */
  private void insert(int site, int most) {
    if (leastCount == most && rate[site] >= rate[least[most - 1]]) {
      return;
    }
    int at = Math.min(leastCount, most - 1);
    while (at > 0 && rate[least[at - 1]] > rate[site]) {
      least[at] = least[at - 1];
      at--;
    }
    least[at] = site;
    leastCount = Math.min(leastCount + 1, most);
  }

  private double byBudget(double money) {
    begin();
    var order = IntStream.range(0, rate.length).filter(site -> fixed[site] == Fixed.FREE && rate[site] < 0).boxed()
        .sorted(Comparator.comparingDouble(site -> rate[site] / choice.cost(site))).toList();
    double sum = 0;
    double rest = money;
    perCost = 0;
    for (int site : order) {
      double cost = choice.cost(site);
      if (cost > rest) {
        sum += rate[site] * rest / cost;
        take(site, rest / cost);
        perCost = rate[site] / cost;
        break;
      }
      rest -= cost;
      sum += rate[site];
      take(site, 1);
    }
    return sum;
  }

  double[] share() {
    return share;
  }

  int[] taken() {
    return taken;
  }

  int count() {
    return count;
  }

  /** By how much the sum at least grows if a free site is decided the other way. */
  double ifForced(int site) {
    if (byBudget) {
      double reduced = rate[site] - perCost * choice.cost(site);
      return share[site] == 1 ? Math.max(0, -reduced) : share[site] == 0 ? Math.max(0, reduced) : 0;
    }
    int group = clique[site];
    if (share[site] == 1) {
      return Math.min(second[group], firstOut) - rate[site];
    }
    double makesRoom = share[best[group]] == 1 ? rate[best[group]] : lastIn;
    return makesRoom == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : Math.max(0, rate[site] - makesRoom);
  }
}
