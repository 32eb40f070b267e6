package org.commonground.siting;

import java.util.Arrays;

/**
 * Raises the bound of one branch by better prices, and decides candidates that no better set can have the other way.
 *
 * <ol>
 *   <li>Rows offer their prices, sites add up what they are offered, and the cheapest sites are taken: that is the bound.
 *   <li>The slope of the bound is mixed into the mean of the slopes so far.
 *   <li>A bound above the best moves the centre there, and each free candidate whose other decision alone would lift it to the
 *       cutoff is decided. Otherwise the stride shrinks after a while.
 *   <li>The next prices lie along the mean slope from the centre.
 * </ol>
 *
 * <p>This is the volume algorithm (Barahona and Anbil, The volume algorithm: producing primal solutions with a subgradient
 * method, 2000): the mean of the sites taken comes near the relaxation's own solution and says where to branch. Each price moves
 * in proportion to its row's weight. Reduced costs decide candidates as in Beasley (A note on solving large p-median problems,
 * 1985).
 */
final class Ascent {

  private static final int PATIENCE = 6;
  private static final int REVIEW_EVERY = 50;
  private static final double MOST_MIXED = 0.1;
  private static final double LEAST_MIXED = 0.001;
  private static final double LEAST_PACE = 1e-3;

  private final Search search;
  private final SiteChoice choice;
  private final Selection selection;
  private final Demand demand;
  private final double[] rate;
  private final double[] prices;
  private final double[] slope;
  private final double[] mean;
  private final double[] often;
  private Pricing pricing;
  private double pace;
  private int stepsLeft;
  /** Whether the values are bounds. */
  private boolean holds = true;

  Ascent(Search search, Demand demand, SiteChoice choice, Selection selection) {
    this.search = search;
    this.demand = demand;
    this.choice = choice;
    this.selection = selection;
    rate = new double[demand.candidates()];
    often = new double[rate.length];
    prices = new double[demand.rows()];
    slope = new double[prices.length];
    mean = new double[prices.length];
  }

  /**
   * @param fixed  decisions, added to
   * @param centre prices to begin with; the best ones found at the end
   * @param steps  the most
   * @param begun  pace of the first stride, as a share of the way that would close the gap
   * @return the best bound; infinite where no set keeps to the decisions
   */
  double climb(byte[] fixed, double[] centre, int steps, double begun) {
    return climb(fixed, centre, steps, begun, -1);
  }

  /**
   * The same on prices of which it is only known what they promise, which may be too much: nothing is decided by it.
   *
   * @return the most that is promised
   */
  double follow(Pricing promises, byte[] fixed, double[] centre, int steps, double begun) {
    pricing = promises;
    holds = false;
    double promised = from(fixed, centre, steps, begun, -1);
    holds = true;
    return promised;
  }

  /** @param few free candidates end the climb, so that it can go on with less to look at */
  double climb(byte[] fixed, double[] centre, int steps, double begun, int few) {
    pricing = demand.pricing(fixed);
    return from(fixed, centre, steps, begun, few);
  }

  private double from(byte[] fixed, double[] centre, int steps, double begun, int few) {
    System.arraycopy(centre, 0, prices, 0, prices.length);
    double bound = Double.NEGATIVE_INFINITY;
    double reviewed = bound;
    pace = begun;
    double mixed = MOST_MIXED;
    int idle = 0;
    stepsLeft = steps;
    for (int step = 0; stepsLeft > 0 && pace > LEAST_PACE; step++) {
      stepsLeft--;
      clamp();
      double at = value(fixed);
      remember(step == 0 ? 1 : mixed);
      double agreement = mix(step == 0 ? 1 : mixed);
      if (at > bound) {
        bound = at;
        System.arraycopy(prices, 0, centre, 0, centre.length);
        idle = 0;
        pace = Math.min(2, agreement >= 0 && step > 0 ? 1.1 * pace : pace);
        if (holds && bound >= search.cutoff()) {
          return bound;
        }
        if (holds && decide(fixed, at)) {
          if (!Fixed.settle(fixed, choice, search.tooClose())) {
            return Double.POSITIVE_INFINITY;
          }
          if (Fixed.sites(fixed, Fixed.FREE).length <= few) {
            return bound;
          }
          pricing = demand.pricing(fixed);
        }
      } else if (++idle == PATIENCE) {
        idle = 0;
        pace *= 2.0 / 3;
      }
      if (holds) {
        search.meets(selection, bound, step);
      }
      if (search.stops() || !stride(centre, pace * Math.max(search.best() - bound, 1e-9 * Math.abs(bound)))) {
        return bound;
      }
      if (step % REVIEW_EVERY == 0) {
        mixed = bound - reviewed < 0.01 * Math.abs(search.best() - bound) ? Math.max(mixed / 2, LEAST_MIXED) : mixed;
        reviewed = bound;
      }
    }
    return bound;
  }

  private void clamp() {
    for (int row = 0; row < prices.length; row++) {
      prices[row] = Math.max(pricing.floor[row], Math.min(pricing.ceiling[row], prices[row]));
    }
  }

  /** The bound at these prices, less what rounding may have added. */
  private double value(byte[] fixed) {
    for (int site = 0; site < rate.length; site++) {
      rate[site] = -choice.worth(site);
    }
    double own = pricing.collect(prices, rate);
    double sites = selection.cheapest(rate, fixed);
    return own + sites - 1e-12 * (Math.abs(own) + Math.abs(sites));
  }

  private void remember(double part) {
    for (int site = 0; site < often.length; site++) {
      often[site] *= 1 - part;
    }
    for (int i = 0; i < selection.count(); i++) {
      int site = selection.taken()[i];
      often[site] += part * selection.share()[site];
    }
  }

  /** Mixes the slope here into the mean: what makes the mean shortest, at most a part. Returns how far the two agree. */
  private double mix(double most) {
    pricing.slope(prices, selection.taken(), selection.count(), selection.share(), slope);
    double both = 0;
    double own = 0;
    double old = 0;
    for (int row = 0; row < slope.length; row++) {
      double scale = pricing.scale[row];
      own += slope[row] * slope[row] * scale;
      both += slope[row] * mean[row] * scale;
      old += mean[row] * mean[row] * scale;
    }
    double apart = own - 2 * both + old;
    double part = most == 1 ? 1 : Math.max(most / 10, Math.min(most, apart > 0 ? (old - both) / apart : most));
    for (int row = 0; row < slope.length; row++) {
      mean[row] = part * slope[row] + (1 - part) * mean[row];
    }
    return both;
  }

  private boolean decide(byte[] fixed, double bound) {
    boolean decided = false;
    for (int site = 0; site < fixed.length; site++) {
      double share = selection.share()[site];
      if (fixed[site] == Fixed.FREE && (share == 0 || share == 1) && bound + selection.ifForced(site) >= search.cutoff()) {
        fixed[site] = share == 1 ? Fixed.IN : Fixed.OUT;
        decided = true;
      }
    }
    return decided;
  }

  /** Sets the prices along the mean slope from the centre. Returns whether there is anywhere to go. */
  private boolean stride(double[] centre, double rise) {
    double square = 0;
    for (int row = 0; row < mean.length; row++) {
      boolean held = mean[row] > 0 && centre[row] >= pricing.ceiling[row] || mean[row] < 0 && centre[row] <= pricing.floor[row];
      square += held ? 0 : mean[row] * mean[row] * pricing.scale[row];
    }
    if (square == 0) {
      return false;
    }
    double length = rise / square;
    for (int row = 0; row < mean.length; row++) {
      prices[row] = centre[row] + length * mean[row] * pricing.scale[row];
    }
    return true;
  }

  /** Of the last climb: how many more steps it might have made, none where more would not help. */
  int stepsLeft() {
    return pace > LEAST_PACE ? stepsLeft : 0;
  }

  double pace() {
    return pace;
  }

  /** How much of each candidate the relaxation takes, 0 to 1. */
  double[] often() {
    return often;
  }
}
