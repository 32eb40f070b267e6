package org.commonground.siting;

import java.util.Arrays;

/**
 * Raises the bound of one branch by better prices, and decides candidates that no better set can have the other way.
 *
 * <ol>
 *   <li>Rows offer their prices, sites add up what they are offered, and the cheapest sites are taken: that is the bound.
 *   <li>A free candidate whose other decision alone would lift the bound to the cutoff is decided.
 *   <li>Prices move along the slope of the bound, by a step that shrinks when the bound no longer rises.
 * </ol>
 *
 * <p>Subgradient steps as of Held, Wolfe and Crowder (Validation of subgradient optimization, 1974), each direction mixed with
 * the last one (Camerini, Fratta and Maffioli 1975); the mean of the sites taken comes near the relaxation's own solution
 * (Barahona and Anbil, The volume algorithm, 2000) and says where to branch.
 */
final class Ascent {

  private static final int PATIENCE = 12;
  private static final double MIX = 0.4;
  private static final double FADE = 0.08;

  private final Search search;
  private final Demand demand;
  private final SiteChoice choice;
  private final Selection selection;
  private final double[] rate;
  private final double[] prices;
  private final double[] slope;
  private final double[] direction;
  /** How often each candidate was taken of late, 0 to 1. */
  final double[] often;

  Ascent(Search search, Demand demand, SiteChoice choice, Selection selection) {
    this.search = search;
    this.demand = demand;
    this.choice = choice;
    this.selection = selection;
    rate = new double[demand.candidates()];
    often = new double[rate.length];
    prices = new double[demand.rows()];
    slope = new double[prices.length];
    direction = new double[prices.length];
  }

  /**
   * @param fixed decisions, added to
   * @param best  prices to begin with; the best ones found at the end
   * @param agility of the first step, about 1
   * @return the best bound; infinite where no set keeps to the decisions
   */
  double climb(byte[] fixed, double[] best, int steps, double agility) {
    var pricing = demand.pricing(fixed);
    System.arraycopy(best, 0, prices, 0, prices.length);
    Arrays.fill(direction, 0);
    double bound = Double.NEGATIVE_INFINITY;
    double pace = agility;
    int idle = 0;
    for (int step = 0; step < steps && pace > 0.01; step++) {
      clamp(pricing);
      double at = value(pricing, fixed);
      remember(step);
      if (at > bound) {
        idle = at > bound + 1e-5 * Math.abs(search.best() - bound) ? 0 : idle + 1;
        bound = at;
        System.arraycopy(prices, 0, best, 0, best.length);
        if (bound >= search.cutoff()) {
          return bound;
        }
        int decided = decide(fixed, at);
        if (decided > 0) {
          if (!Fixed.settle(fixed, choice, search.tooClose())) {
            return Double.POSITIVE_INFINITY;
          }
          pricing = demand.pricing(fixed);
        }
      } else {
        idle++;
      }
      search.meets(selection, bound, step);
      if (search.stops()) {
        return bound;
      }
      if (idle >= PATIENCE) {
        idle = 0;
        pace /= 2;
        System.arraycopy(best, 0, prices, 0, prices.length);
        Arrays.fill(direction, 0);
        clamp(pricing);
        value(pricing, fixed);
      }
      if (!step(pricing, pace * Math.max(search.best() - at, 1e-9 * Math.abs(at)))) {
        return bound;
      }
    }
    return bound;
  }

  private double value(Pricing pricing, byte[] fixed) {
    for (int site = 0; site < rate.length; site++) {
      rate[site] = -choice.worth(site);
    }
    double own = pricing.collect(prices, rate);
    double sites = selection.cheapest(rate, fixed);
    return own + sites - 1e-13 * (Math.abs(own) + Math.abs(sites));
  }

  private void remember(int step) {
    double fade = Math.max(FADE, 1.0 / (step + 1));
    for (int site = 0; site < often.length; site++) {
      often[site] *= 1 - fade;
    }
    for (int i = 0; i < selection.count(); i++) {
      often[selection.taken()[i]] += fade * selection.share()[selection.taken()[i]];
    }
  }

  private int decide(byte[] fixed, double bound) {
    int decided = 0;
    for (int site = 0; site < fixed.length; site++) {
      if (fixed[site] == Fixed.FREE && bound + selection.ifForced(site) >= search.cutoff()) {
        double share = selection.share()[site];
        if (share == 0 || share == 1) {
          fixed[site] = share == 1 ? Fixed.IN : Fixed.OUT;
          decided++;
        }
      }
    }
    return decided;
  }

  private void clamp(Pricing pricing) {
    for (int row = 0; row < prices.length; row++) {
      prices[row] = Math.max(pricing.floor[row], Math.min(pricing.ceiling[row], prices[row]));
    }
  }

  /** Moves the prices. Returns whether there is anywhere to go. */
  private boolean step(Pricing pricing, double distance) {
    pricing.slope(prices, selection.taken(), selection.count(), selection.share(), slope);
    double square = 0;
    for (int row = 0; row < prices.length; row++) {
      double to = slope[row] + MIX * direction[row];
      if (to > 0 && prices[row] >= pricing.ceiling[row] || to < 0 && prices[row] <= pricing.floor[row]) {
        to = 0;
      }
      direction[row] = to;
      square += to * to;
    }
    if (square == 0) {
      return false;
    }
    double stride = distance / square;
    for (int row = 0; row < prices.length; row++) {
      prices[row] += stride * direction[row];
    }
    return true;
  }
}
