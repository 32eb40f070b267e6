package org.commonground.coverage;

import java.util.BitSet;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * How many people stay covered when chance closes streets?
 *
 * @param samples how often to look, at least {@link ExpectedSolver#LEAST_SAMPLES}
 * @param streets how many there are
 * @param blocked streets closed in each sample, from 0; the same for the same number, and safe for use by many threads
 * @param covered people covered when these streets are closed: as many counts, such as one per district and one of all, each
 *                time. Safe for use by many threads
 */
public record ExpectedProblem(int samples, int streets, IntFunction<BitSet> blocked, Function<BitSet, long[]> covered) {

  public ExpectedProblem {
    Objects.requireNonNull(blocked, "blocked");
    Objects.requireNonNull(covered, "covered");
    if (samples < ExpectedSolver.LEAST_SAMPLES) {
      throw new IllegalArgumentException("samples is " + samples + ", below " + ExpectedSolver.LEAST_SAMPLES);
    }
  }
}
