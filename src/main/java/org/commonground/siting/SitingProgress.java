package org.commonground.siting;

/** Watches a search. */
@FunctionalInterface
public interface SitingProgress {

  SitingProgress NONE = (value, bound) -> { };

  /**
   * @param value of the best set so far
   * @param bound that no set can pass
   */
  void at(double value, double bound);
}
