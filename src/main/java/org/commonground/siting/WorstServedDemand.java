package org.commonground.siting;

import java.util.Arrays;
import java.util.List;

/**
 * Districts, of which the one with the largest uncovered share is what counts.
 *
 * <p>Any weighing of the districts that adds up to 1 bounds the worst share from below, so that the relaxation has a price for
 * each row and a weight for each district.
 */
final class WorstServedDemand implements Demand {

  /** How much a person elsewhere counts beside one in the worst-served district, when a site is to be added. */
  private static final double ELSEWHERE = 1e-3;

  private final CoverDemand[] demands;
  private final CoverRows[] districts;
  /** Where each district's rows begin among all. */
  private final int[] firstRow;
  private final double[] total;

  WorstServedDemand(List<CoverRows> districts) {
    this.districts = districts.toArray(CoverRows[]::new);
    demands = districts.stream().map(rows -> new CoverDemand(rows, 1, 0)).toArray(CoverDemand[]::new);
    total = districts.stream().mapToDouble(CoverRows::total).toArray();
    firstRow = new int[demands.length + 1];
    for (int district = 0; district < demands.length; district++) {
      firstRow[district + 1] = firstRow[district] + demands[district].rows();
    }
  }

  @Override
  public int candidates() {
    return districts[0].candidates();
  }

  /** A price for each row, then a weight for each district. */
  @Override
  public int rows() {
    return firstRow[demands.length] + demands.length;
  }

  @Override
  public boolean whole() {
    return false;
  }

  @Override
  public double loss(int[] sites) {
    double worst = 0;
    for (int district = 0; district < demands.length; district++) {
      worst = Math.max(worst, demands[district].loss(sites) / total[district]);
    }
    return worst;
  }

  @Override
  public Opened opened() {
    return new Counted();
  }

  @Override
  public Pricing pricing(byte[] fixed) {
    return new Offers(fixed);
  }

  @Override
  public Reduced without(byte[] fixed, double[] prices) {
    return new Reduced(this, prices);
  }

  /** The loss is exact; the gain looks at the worst-served district first. */
  private final class Counted implements Opened {

    private final Opened[] own = Arrays.stream(demands).map(CoverDemand::opened).toArray(Opened[]::new);
    private final double[] gain = new double[candidates()];

    Counted() {
      weigh();
    }

    @Override
    public double loss() {
      double worst = 0;
      for (int district = 0; district < own.length; district++) {
        worst = Math.max(worst, own[district].loss() / total[district]);
      }
      return worst;
    }

    @Override
    public double[] gain() {
      return gain;
    }

    @Override
    public void open(int site) {
      for (var district : own) {
        district.open(site);
      }
      weigh();
    }

    @Override
    public void close(int site) {
      for (var district : own) {
        district.close(site);
      }
      weigh();
    }

    private void weigh() {
      double worst = loss();
      Arrays.fill(gain, 0);
      for (int district = 0; district < own.length; district++) {
        double counts = (own[district].loss() / total[district] >= worst - 1e-9 ? 1 : ELSEWHERE) / total[district];
        for (int site = 0; site < gain.length; site++) {
          gain[site] += counts * own[district].gain()[site];
        }
      }
    }
  }

  private final class Offers extends Pricing {

    private final boolean[][] held = new boolean[demands.length][];

    Offers(byte[] fixed) {
      super(rows());
      for (int district = 0; district < demands.length; district++) {
        var rows = districts[district];
        held[district] = new boolean[rows.count()];
        for (int row = 0; row < rows.count(); row++) {
          for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
            held[district][row] |= fixed[rows.site()[entry]] == Fixed.IN;
          }
          ceiling[firstRow[district] + row] = held[district][row] ? 0 : rows.weight()[row] / total[district];
          scale[firstRow[district] + row] = rows.weight()[row] / total[district];
        }
        ceiling[firstRow[demands.length] + district] = 1;
      }
    }

    /** The districts' weights, made to add up to 1. */
    private double[] weights(double[] prices) {
      var weights = Arrays.copyOfRange(prices, firstRow[demands.length], prices.length);
      double sum = Arrays.stream(weights).sum();
      for (int district = 0; district < weights.length; district++) {
        weights[district] = sum > 0 ? weights[district] / sum : 1.0 / weights.length;
      }
      return weights;
    }

    @Override
    double collect(double[] prices, double[] rate) {
      var weights = weights(prices);
      double sum = 0;
      for (int district = 0; district < weights.length; district++) {
        var rows = districts[district];
        double counts = weights[district] / total[district];
        sum += counts * rows.alone();
        for (int row = 0; row < rows.count(); row++) {
          double price = prices[firstRow[district] + row];
          if (!held[district][row]) {
            sum += Math.min(price, counts * rows.weight()[row]);
            for (int entry = rows.first()[row]; price > 0 && entry < rows.first()[row + 1]; entry++) {
              rate[rows.site()[entry]] -= price;
            }
          }
        }
      }
      return sum;
    }

    @Override
    void slope(double[] prices, int[] sites, int count, double[] share, double[] slope) {
      var weights = weights(prices);
      var taken = new double[candidates()];
      for (int i = 0; i < count; i++) {
        taken[sites[i]] = share[sites[i]];
      }
      Arrays.fill(slope, 0);
      double mean = 0;
      for (int district = 0; district < weights.length; district++) {
        var rows = districts[district];
        double missed = rows.alone() / total[district];
        for (int row = 0; row < rows.count(); row++) {
          int at = firstRow[district] + row;
          double full = weights[district] * rows.weight()[row] / total[district];
          if (!held[district][row]) {
            boolean asks = prices[at] <= full;
            missed += asks ? 0 : rows.weight()[row] / total[district];
            slope[at] = asks ? 1 : 0;
            for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
              slope[at] -= taken[rows.site()[entry]];
            }
          }
        }
        slope[firstRow[demands.length] + district] = missed;
        mean += weights[district] * missed;
      }
      for (int district = 0; district < weights.length; district++) {
        slope[firstRow[demands.length] + district] -= mean;
      }
    }

    /** The worst-served district counts for most. */
    @Override
    void guess(int[] sites, double[] prices) {
      for (int district = 0; district < demands.length; district++) {
        double missed = demands[district].loss(sites) / total[district];
        prices[firstRow[demands.length] + district] = ELSEWHERE + missed * missed;
      }
      var weights = weights(prices);
      for (int district = 0; district < demands.length; district++) {
        for (int row = firstRow[district]; row < firstRow[district + 1]; row++) {
          prices[row] = weights[district] * ceiling[row] / 2;
        }
      }
    }
  }
}
