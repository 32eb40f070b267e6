package org.commonground.siting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which sets of candidates may be chosen. Existing shelters that are kept are candidates too: open ones, counted in {@code most}.
 *
 * @param candidates how many there are, numbered from 0
 * @param most       how many may be chosen, the open ones included; 0 or more
 * @param cost       of each candidate, 0 or more; empty where nothing has a price
 * @param budget     that the costs of the chosen may reach; infinite without one
 * @param open       candidates that are chosen in any case
 * @param closed     candidates that are never chosen
 * @param tooClose   pairs of which at most one is chosen
 * @param worth      what choosing a candidate adds to the value beside what it serves; empty for nothing
 */
public record SiteChoice(int candidates, int most, double[] cost, double budget, int[] open, int[] closed, int[][] tooClose,
    double[] worth) {

  private static final int[] NONE = {};

  public SiteChoice {
    open = Arrays.stream(open).sorted().distinct().toArray();
    require(candidates > 0, "there are no candidates");
    require(most >= 0, "the number of sites is " + most + ", below 0");
    require(most <= candidates, "the number of sites is " + most + ", but there are only " + candidates + " candidates");
    require(budget >= 0, "the budget is " + budget + ", below 0");
    for (var column : new double[][] {cost, worth}) {
      require(column.length == 0 || column.length == candidates,
          column.length + " costs or worths for " + candidates + " candidates");
    }
    for (int site = 0; site < cost.length; site++) {
      require(cost[site] >= 0 && cost[site] < Double.POSITIVE_INFINITY, "candidate " + site + " costs " + cost[site]);
    }
    for (int site = 0; site < worth.length; site++) {
      require(worth[site] >= 0 && worth[site] < Double.POSITIVE_INFINITY, "candidate " + site + " is worth " + worth[site]);
    }
    var state = new byte[candidates];
    for (int site : open) {
      require(site >= 0 && site < candidates, "candidate " + site + " is to be open, but there are " + candidates);
      state[site] = 1;
    }
    for (int site : closed) {
      require(site >= 0 && site < candidates, "candidate " + site + " is to be closed, but there are " + candidates);
      require(state[site] == 0, "candidate " + site + " is to be both open and closed");
    }
    for (var pair : tooClose) {
      require(pair.length == 2 && IntStream.of(pair).allMatch(site -> site >= 0 && site < candidates) && pair[0] != pair[1],
          "too close are " + Arrays.toString(pair) + ", no pair of different candidates");
      require(state[pair[0]] == 0 || state[pair[1]] == 0,
          "candidates " + pair[0] + " and " + pair[1] + " are both to be open, but are too close to each other");
    }
    require(open.length <= most, open.length + " candidates are to be open, but at most " + most + " may be chosen");
    double spent = cost.length == 0 ? 0 : Arrays.stream(open).mapToDouble(site -> cost[site]).sum();
    require(spent <= budget, "the candidates to be open cost " + spent + ", but the budget is " + budget);
  }

  /** Any set of at most so many. */
  public static SiteChoice atMost(int most, int candidates) {
    return new SiteChoice(candidates, most, new double[0], Double.POSITIVE_INFINITY, NONE, NONE, new int[0][], new double[0]);
  }

  public SiteChoice most(int sites) {
    return new SiteChoice(candidates, sites, cost, budget, open, closed, tooClose, worth);
  }

  public SiteChoice within(double limit, double... costs) {
    return new SiteChoice(candidates, most, costs, limit, open, closed, tooClose, worth);
  }

  public SiteChoice opening(int... sites) {
    return new SiteChoice(candidates, most, cost, budget, sites, closed, tooClose, worth);
  }

  public SiteChoice closing(int... sites) {
    return new SiteChoice(candidates, most, cost, budget, open, sites, tooClose, worth);
  }

  public SiteChoice apart(int[]... pairs) {
    return new SiteChoice(candidates, most, cost, budget, open, closed, pairs, worth);
  }

  public SiteChoice worth(double... worths) {
    return new SiteChoice(candidates, most, cost, budget, open, closed, tooClose, worths);
  }

  /** Every pair nearer to each other than so many metres. */
  public SiteChoice apart(double[] x, double[] y, double metres) {
    var order = IntStream.range(0, x.length).boxed().sorted((a, b) -> Double.compare(x[a], x[b])).mapToInt(i -> i).toArray();
    var pairs = new java.util.ArrayList<int[]>();
    for (int i = 0; i < order.length; i++) {
      for (int k = i + 1; k < order.length && x[order[k]] - x[order[i]] < metres; k++) {
        if (Math.hypot(x[order[k]] - x[order[i]], y[order[k]] - y[order[i]]) < metres) {
          pairs.add(new int[] {Math.min(order[i], order[k]), Math.max(order[i], order[k])});
        }
      }
    }
    return apart(pairs.toArray(int[][]::new));
  }

  double cost(int site) {
    return cost.length == 0 ? 0 : cost[site];
  }

  double worth(int site) {
    return worth.length == 0 ? 0 : worth[site];
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
