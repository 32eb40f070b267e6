package org.commonground.siting;

/** Why a search ended. */
public enum Stopped {
  /** The value is proven to be the best there is. */
  OPTIMAL,
  /** The gap asked for is reached. */
  GAP,
  /** The time is over. */
  TIME,
  /** Somebody cancelled it. */
  CANCELLED,
  /** No set of sites does what is asked; the notes say why. */
  INFEASIBLE
}
