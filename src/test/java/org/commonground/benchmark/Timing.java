package org.commonground.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Seconds of several runs. */
record Timing(double min, double median, double max) {

  static Timing of(int warmUps, int runs, Runnable work) {
    for (int i = 0; i < warmUps; i++) {
      work.run();
    }
    var seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    return of(seconds);
  }

  static Timing of(double[] seconds) {
    var sorted = seconds.clone();
    Arrays.sort(sorted);
    return new Timing(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "median %.2f ms (min %.2f, max %.2f)", 1e3 * median, 1e3 * min, 1e3 * max);
  }
}
