package org.commonground.evacuation;

/** Watches a search; is called by the thread that searches. */
@FunctionalInterface
public interface EvacuationProgress {

  EvacuationProgress NONE = (clearanceSteps, lowerBoundSteps) -> { };

  /**
   * @param clearanceSteps  of the best plan so far
   * @param lowerBoundSteps that no plan that places as many people can beat, as far as is known
   */
  void at(int clearanceSteps, int lowerBoundSteps);
}
