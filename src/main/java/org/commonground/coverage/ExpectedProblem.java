package org.commonground.coverage;

import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * How many people stay covered when chance closes streets?
 *
 * @param samples   how often to look, at least {@link ExpectedSolver#LEAST_SAMPLES}
 * @param streets   how many there are
 * @param places    how many there are
 * @param undamaged what is seen when no street is closed
 * @param look      what is seen in each sample, from 0; the same for the same number, and safe for use by many threads
 */
public record ExpectedProblem(int samples, int streets, int places, Sample undamaged, IntFunction<Sample> look) {

  /**
   * What is seen once.
   *
   * @param blocked streets that are closed
   * @param counts  people covered then: as many counts, such as one per district and one of all, each time
   * @param covered places that are covered then
   */
  public record Sample(BitSet blocked, long[] counts, BitSet covered) {

    /** People by district; behind them those outside every district, and the sum. */
    public static Sample of(CoverageProblem problem, BitSet blocked, BitSet covered) {
      var places = problem.places();
      var counts = new long[problem.districtCount() + 2];
      covered.stream().forEach(place -> {
        int district = places.district()[place];
        counts[district < 0 ? problem.districtCount() : district] += places.people()[place];
        counts[problem.districtCount() + 1] += places.people()[place];
      });
      return new Sample(blocked, counts, covered);
    }
  }

  public ExpectedProblem {
    Objects.requireNonNull(undamaged, "undamaged");
    Objects.requireNonNull(look, "look");
    if (samples < ExpectedSolver.LEAST_SAMPLES) {
      throw new IllegalArgumentException("samples is " + samples + ", below " + ExpectedSolver.LEAST_SAMPLES);
    }
  }
}
