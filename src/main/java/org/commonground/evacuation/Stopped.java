package org.commonground.evacuation;

/** Why the search ended. */
public enum Stopped {
  /** No plan that places as many people is earlier: the clearance is the bound. */
  OPTIMAL,
  /**
   * People walk at different paces: the plan was no longer made better, and the bound, which takes all for as fast as the fastest,
   * is below it.
   */
  NO_BETTER,
  /** The time is over. */
  TIME,
  /**
   * The steps of all streets do not fit in the memory allowed: only the streets of the first plan were searched, and nothing
   * proven.
   */
  MEMORY,
  /** Somebody cancelled it. */
  CANCELLED
}
