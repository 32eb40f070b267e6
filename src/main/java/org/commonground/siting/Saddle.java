package org.commonground.siting;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The linear relaxation of a cover where covered is covered, once or more often, and any site may take another's place: prices of the
 * rows and shares of the sites that together are near its optimum.
 *
 * <ol>
 *   <li>Sites move towards where more is offered, and back to what may be chosen together: shares of 0 to 1 with a given sum.
 *   <li>Rows lower their price where more than one site is shared out over them, and raise it where less is, 0 to their weight.
 *   <li>The mean of the steps so far is looked at: its prices give a bound, its shares a cover, and the optimum is between.
 *   <li>Where the two have come nearer by a good part, the steps begin anew from there, sites and rows at a pace that fits how far each
 *       has come.
 * </ol>
 *
 * <p>The primal-dual hybrid gradient method (Chambolle and Pock, A first-order primal-dual algorithm for convex problems with
 * applications to imaging, 2011), with the step sizes of their Diagonal preconditioning for first order primal-dual algorithms (2011)
 * and the restarts of Applegate et al., Practical large-scale linear programming using primal-dual hybrid gradient (2021). As each
 * share and each price is allowed as it stands, the gap is known exactly at every look.
 */
final class Saddle {

  private static final int LOOK_EVERY = 20;
  private static final double NEARER = 0.3;
  private static final double ALMOST = 0.7;

  private final CoverRows rows;
  private final RowsOfSite ofSite;
  private final SiteChoice choice;
  private final byte[] fixed;
  private final double room;
  /** By candidate: all that it could add. */
  private final double[] reach;
  private final double[] next;

  /** Shares, prices as parts of the weight, and for each of both what it comes to on the other side. */
  private final Point now;
  private final Point mean;
  private final Point begun;
  private double bound = Double.POSITIVE_INFINITY;
  private double cover = Double.NEGATIVE_INFINITY;
  private double[] bestPrices;

  private record Point(double[] share, double[] part, double[] shared, double[] offered) {

    Point(int sites, int rows) {
      this(new double[sites], new double[rows], new double[rows], new double[sites]);
    }

    void set(Point other) {
      System.arraycopy(other.share, 0, share, 0, share.length);
      System.arraycopy(other.part, 0, part, 0, part.length);
      System.arraycopy(other.shared, 0, shared, 0, shared.length);
      System.arraycopy(other.offered, 0, offered, 0, offered.length);
    }

    void mix(Point other, double weight) {
      mix(share, other.share, weight);
      mix(part, other.part, weight);
      mix(shared, other.shared, weight);
      mix(offered, other.offered, weight);
    }

    private static void mix(double[] into, double[] other, double weight) {
      for (int i = 0; i < into.length; i++) {
        into[i] += weight * (other[i] - into[i]);
      }
    }
  }

  /**
   * @param prices of the rows, to begin with
   * @param sites  a good set, to begin with
   */
  Saddle(CoverDemand demand, SiteChoice choice, byte[] fixed, double[] prices, int[] sites) {
    rows = demand.coverRows();
    ofSite = demand.rowsOfSite();
    this.choice = choice;
    this.fixed = fixed;
    room = choice.most();
    now = new Point(rows.candidates(), rows.count());
    mean = new Point(rows.candidates(), rows.count());
    begun = new Point(rows.candidates(), rows.count());
    reach = new double[rows.candidates()];
    next = new double[rows.candidates()];
    for (int row = 0; row < rows.count(); row++) {
      double weight = rows.weight()[row];
      now.part[row] = weight > 0 ? Math.max(0, Math.min(1, prices[row] / weight)) : 0;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        reach[rows.site()[entry]] += weight;
      }
    }
    for (int site = 0; site < reach.length; site++) {
      reach[site] += choice.worth(site);
    }
    for (int site : sites) {
      now.share[site] = 1;
    }
    share(now.share, now.shared);
    offer(now.part, now.offered);
    bestPrices = prices.clone();
  }

  /**
   * @param enough between bound and cover
   * @return whether they came so near, so that the prices' bound is at most that far above the relaxation's optimum
   */
  boolean solve(int steps, double enough, BooleanSupplier stop) {
    double pace = 1;
    begun.set(now);
    mean.set(now);
    double gapBegun = gap(now);
    double gapBefore = gapBegun;
    int since = 0;
    for (int step = 1; step <= steps && !stop.getAsBoolean(); step++) {
      move(pace);
      since++;
      mean.mix(now, 1.0 / since);
      if (step % LOOK_EVERY == 0) {
        double ofNow = gap(now);
        double ofMean = gap(mean);
        if (bound - cover <= enough) {
          return true;
        }
        double gap = Math.min(ofNow, ofMean);
        if (gap <= NEARER * gapBegun || gap <= ALMOST * gapBegun && gap > gapBefore || since >= 0.36 * step + 200) {
          if (ofMean < ofNow) {
            now.set(mean);
          }
          pace = pace(pace);
          begun.set(now);
          mean.set(now);
          since = 0;
          gapBegun = gap;
        }
        gapBefore = gap;
      }
    }
    return false;
  }

  private double pace(double before) {
    double sites = 0;
    double people = 0;
    for (int site = 0; site < reach.length; site++) {
      double way = now.share[site] - begun.share[site];
      sites += way * way * reach[site];
    }
    for (int row = 0; row < rows.count(); row++) {
      double way = now.part[row] - begun.part[row];
      people += way * way * rows.weight()[row] * (rows.first()[row + 1] - rows.first()[row]);
    }
    return sites > 1e-20 && people > 1e-20 ? Math.exp(0.5 * Math.log(Math.sqrt(people / sites)) + 0.5 * Math.log(before)) : before;
  }

  private void move(double pace) {
    for (int site = 0; site < next.length; site++) {
      next[site] = reach[site] > 0 ? now.share[site] + (now.offered[site] + choice.worth(site)) / (pace * reach[site]) : 0;
    }
    allow(next, pace);
    // what is shared is linear, so the step beyond is twice the next less the last
    System.arraycopy(next, 0, now.share, 0, next.length);
    IntStream.range(0, rows.count()).forEach(row -> {
      double shared = 0;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        shared += next[rows.site()[entry]];
      }
      double beyond = 2 * shared - now.shared[row];
      now.shared[row] = shared;
      now.part[row] = Math.max(0, Math.min(1, now.part[row] - pace * (beyond - 1) / (rows.first()[row + 1] - rows.first()[row])));
    });
    offer(now.part, now.offered);
  }

  /** To the nearest shares that may be chosen together. */
  private void allow(double[] share, double pace) {
    double low = 0;
    double high = 0;
    for (int site = 0; site < share.length; site++) {
      high = Math.max(high, fixed[site] == Fixed.FREE ? share[site] * Math.max(reach[site], 1e-300) : 0);
    }
    double sum = sum(share, 0);
    if (sum > room) {
      for (int round = 0; round < 60; round++) {
        double middle = (low + high) / 2;
        if (sum(share, middle) > room) {
          low = middle;
        } else {
          high = middle;
        }
      }
    } else {
      high = 0;
    }
    for (int site = 0; site < share.length; site++) {
      share[site] = allowed(share, site, high);
    }
  }

  private double sum(double[] share, double less) {
    double sum = 0;
    for (int site = 0; site < share.length; site++) {
      sum += allowed(share, site, less);
    }
    return sum;
  }

  private double allowed(double[] share, int site, double less) {
    return fixed[site] == Fixed.IN ? 1 : fixed[site] == Fixed.OUT || reach[site] == 0 ? 0
        : Math.max(0, Math.min(1, share[site] - less / reach[site]));
  }

  private void share(double[] share, double[] shared) {
    for (int row = 0; row < shared.length; row++) {
      double sum = 0;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        sum += share[rows.site()[entry]];
      }
      shared[row] = sum;
    }
  }

  private void offer(double[] part, double[] offered) {
    for (int site = 0; site < offered.length; site++) {
      double sum = 0;
      for (int at = ofSite.first()[site]; at < ofSite.first()[site + 1]; at++) {
        int row = ofSite.row()[at];
        sum += rows.weight()[row] * part[row];
      }
      offered[site] = sum;
    }
  }

  /** Between the bound of the prices and the cover of the shares; the best of both are kept. */
  private double gap(Point at) {
    double most = 0;
    double covered = 0;
    for (int row = 0; row < rows.count(); row++) {
      most += rows.weight()[row] * (1 - at.part[row]);
      covered += rows.weight()[row] * Math.min(1, at.shared[row]);
    }
    int left = choice.most();
    var free = new double[reach.length];
    int count = 0;
    for (int site = 0; site < reach.length; site++) {
      double rate = at.offered[site] + choice.worth(site);
      covered += choice.worth(site) * at.share[site];
      if (fixed[site] == Fixed.IN) {
        most += rate;
        left--;
      } else if (fixed[site] == Fixed.FREE) {
        free[count++] = rate;
      }
    }
    Arrays.sort(free, 0, count);
    for (int i = count - 1; i >= Math.max(0, count - left); i--) {
      most += Math.max(0, free[i]);
    }
    if (most < bound) {
      bound = most;
      for (int row = 0; row < bestPrices.length; row++) {
        bestPrices[row] = rows.weight()[row] * at.part[row];
      }
    }
    cover = Math.max(cover, covered);
    return most - covered;
  }

  /** Of each row, those of the lowest bound. */
  double[] prices() {
    return bestPrices;
  }
}
