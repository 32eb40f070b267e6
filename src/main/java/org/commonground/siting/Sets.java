package org.commonground.siting;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Good sets of sites, found by changing one that is there. */
interface Sets {

  /** Moves to a local optimum from a set; what of it is not allowed together is left out. Returns the loss. */
  double from(int[] sites, BooleanSupplier stop);

  /** Closes a few sites of a set, opens others instead, and moves to a local optimum from there. Returns the loss. */
  double shaken(int[] sites, Random random, int most, BooleanSupplier stop);

  /** Of the set as it is, less what its sites are worth by themselves. */
  double loss();

  /** Ascending. */
  int[] sites();

  static Sets of(Demand demand, SiteChoice choice, int[][] tooClose, byte[] fixed) {
    return CoverSwaps.suits(demand, choice) ? new CoverSwaps((CoverDemand) demand, choice, fixed)
        : new Swaps(demand, choice, tooClose, fixed);
  }
}
