package org.commonground.coverage;

import java.util.List;

/**
 * The answer to an {@link ExpectedProblem}.
 *
 * @param undamaged      people covered when no street is closed, one entry per count
 * @param counts         what is expected of each count
 * @param blockedSamples in how many samples each street was closed
 * @param samples        how many there were
 * @param assumptions    what was assumed, one sentence each
 */
public record ExpectedResult(long[] undamaged, List<Expected> counts, int[] blockedSamples, int samples,
    List<String> assumptions) {

  /**
   * @param mean         over all samples
   * @param low          lower end of the mean's 95 % confidence interval, at least 0
   * @param high         upper end
   * @param percentile5  5 of 100 samples are not above
   * @param percentile95 95 of 100 samples are not above
   */
  public record Expected(double mean, double low, double high, long percentile5, long percentile95) {
  }
}
