package org.commonground.siting;

/**
 * The people's side of a siting problem, in the one form the search knows: a set of sites leaves a loss, and less is better.
 *
 * <p>Every loss splits by rows (a demand point, or several with the same facts), so that a price per row, paid by the sites that
 * serve it, bounds the loss of every set from below (Lagrangian relaxation of the assignment; Cornuéjols, Fisher and Nemhauser,
 * Location of bank accounts to optimize float, 1977).
 */
interface Demand {

  int candidates();

  int rows();

  /** Whether the loss of every set is a whole number. */
  boolean whole();

  /** The loss of a set of sites. */
  double loss(int[] sites);

  /** A set of sites to be changed site by site, empty at first. */
  Opened opened();

  /** The relaxation where some candidates are decided: {@link Fixed}. */
  Pricing pricing(byte[] fixed);

  /** The same losses with less to look at, for the sets that keep to what is decided. */
  Reduced without(byte[] fixed, double[] prices);

  /** @param prices of its rows */
  record Reduced(Demand demand, double[] prices) {
  }
}
