package org.commonground.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BiFunction;
import org.commonground.plan.job.JobWatch;
import org.commonground.siting.SitingProgress;

/** How far a search is: a line on standard error each second. */
final class SearchProgress implements JobWatch, SitingProgress {

  private static final long EVERY = 1_000_000_000L;

  private final PrintWriter err;
  private final BiFunction<Double, Double, String> said;
  private final long start = System.nanoTime();
  private long shown = start;

  /** @param said value and bound in words; either may be not a number */
  SearchProgress(PrintWriter err, BiFunction<Double, Double, String> said) {
    this.err = err;
    this.said = said;
  }

  @Override
  public void at(double value, double bound) {
    if (System.nanoTime() - shown > EVERY) {
      shown = System.nanoTime();
      err.printf(Locale.ROOT, "%6.1f s  %s%n", (shown - start) / 1e9, said.apply(value, bound));
      err.flush();
    }
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
