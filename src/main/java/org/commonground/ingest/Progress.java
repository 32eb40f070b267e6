package org.commonground.ingest;

/** Told how far an import is. */
@FunctionalInterface
public interface Progress {

  /**
   * @param step what is being done, in a few words
   * @param done steps done
   * @param all  steps there are
   */
  void at(String step, int done, int all);
}
