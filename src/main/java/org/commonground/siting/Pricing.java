package org.commonground.siting;

import java.util.Arrays;

/** The relaxed problem of one branch: rows offer prices, sites collect what they are offered above their cost. */
abstract class Pricing {

  /** Prices below or above these never help the bound. */
  final double[] floor;
  final double[] ceiling;
  /** How far each price moves for the same slope. */
  final double[] scale;

  Pricing(int rows) {
    floor = new double[rows];
    ceiling = new double[rows];
    scale = new double[rows];
    Arrays.fill(scale, 1);
  }

  /**
   * @param rate is added to: what opening each site adds to the bound at these prices, 0 or below
   * @return the part of the bound that no site changes
   */
  abstract double collect(double[] prices, double[] rate);

  /**
   * By how much the bound would grow with each row's price, at these prices and these sites.
   *
   * @param sites taken, each with its share
   */
  abstract void slope(double[] prices, int[] sites, int count, double[] share, double[] slope);

  /** Prices to begin with, from a good set of sites. */
  abstract void guess(int[] sites, double[] prices);
}
