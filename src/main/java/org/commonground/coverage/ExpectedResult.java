package org.commonground.coverage;

import java.util.List;
import org.commonground.statement.Statement;

/**
 * The answer to an {@link ExpectedProblem}.
 *
 * @param undamaged      people covered when no street is closed, one entry per count
 * @param counts         what is expected of each count
 * @param blockedSamples in how many samples each street was closed
 * @param coveredSamples in how many samples each place was covered
 * @param samples        how many there were
 * @param assumptions    what was assumed
 */
public record ExpectedResult(long[] undamaged, List<Expected> counts, int[] blockedSamples, int[] coveredSamples,
    int samples, List<Statement> assumptions) {

  /**
   * @param mean         over all samples
   * @param low          lower end of the mean's 95 % confidence interval, at least 0
   * @param high         upper end
   * @param percentile5  5 of 100 samples are not above
   * @param percentile95 95 of 100 samples are not above
   */
  public record Expected(double mean, double low, double high, long percentile5, long percentile95) {
  }

  /**
   * How likely a place is to be covered.
   *
   * @param share of the samples, 0 to 1
   * @param low   lower end of the 95 % confidence interval (Wilson, Probable inference, the law of succession, and statistical
   *              inference, 1927), which says something also where a place is covered always or never
   * @param high  upper end
   */
  public record Share(double share, double low, double high) {
  }

  public Share share(int place) {
    double share = (double) coveredSamples[place] / samples;
    double z2 = ExpectedSolver.NORMAL * ExpectedSolver.NORMAL;
    double middle = (share + z2 / (2 * samples)) / (1 + z2 / samples);
    double margin = ExpectedSolver.NORMAL / (1 + z2 / samples)
        * Math.sqrt(share * (1 - share) / samples + z2 / (4.0 * samples * samples));
    return new Share(share, Math.min(share, Math.max(0, middle - margin)), Math.max(share, Math.min(1, middle + margin)));
  }
}
