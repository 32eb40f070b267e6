package org.commonground.space;

import java.util.Arrays;

/**
 * The largest number of places on a circle of which any two are at least an angle apart. From each place that may come first the
 * next one far enough is taken again and again; no choice leaves more room for the rest. Exact; time is the square of the number.
 */
final class Directions {

  private Directions() {
  }

  /**
   * @param bearings     degrees, 0 to 360
   * @param leastDegrees above 0
   */
  static int count(double[] bearings, double leastDegrees) {
    var sorted = bearings.clone();
    Arrays.sort(sorted);
    int most = Math.min(1, sorted.length);
    for (int first = 0; first < sorted.length; first++) {
      int taken = 1;
      double last = sorted[first];
      double end = sorted[first] + 360 - leastDegrees;
      for (int next = first + 1; next < sorted.length; next++) {
        if (sorted[next] >= last + leastDegrees && sorted[next] <= end) {
          last = sorted[next];
          taken++;
        }
      }
      most = Math.max(most, taken);
    }
    return most;
  }
}
