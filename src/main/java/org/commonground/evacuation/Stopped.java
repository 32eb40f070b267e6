package org.commonground.evacuation;

/** Why the search ended. */
public enum Stopped {
  /** No plan that places as many people is earlier: the clearance is the bound. */
  OPTIMAL,
  /**
   * The bound is below the plan, and the plan was not, or no longer, made better: people walk at different paces and the bound takes
   * all for as fast as the fastest; or no search was asked for.
   */
  NO_BETTER,
  /** The time is over. */
  TIME,
  /**
   * The steps of all streets do not fit in the memory allowed: the plan was made better in longer steps, and in the streets that it
   * uses; the bound is from cuts found that way.
   */
  MEMORY,
  /** Somebody cancelled it. */
  CANCELLED
}
