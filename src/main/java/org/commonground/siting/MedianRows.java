package org.commonground.siting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What it costs to serve each row from each candidate: weight times distance or time, say person-seconds.
 *
 * @param candidates how many there are
 * @param first      where each row's entries begin in {@code site} and {@code cost}; one more than there are rows
 * @param site       candidates that can serve the row
 * @param cost       ascending within a row, 0 or more
 * @param beyond     of each row, what it costs where none of its candidates is chosen; not below its last cost
 */
public record MedianRows(int candidates, int[] first, int[] site, double[] cost, double[] beyond) {

  public MedianRows {
    require(first.length == beyond.length + 1 && first[first.length - 1] == site.length && site.length == cost.length,
        "rows, entries and costs differ in number");
    for (int row = 0; row < beyond.length; row++) {
      double last = 0;
      for (int entry = first[row]; entry < first[row + 1]; entry++) {
        require(site[entry] >= 0 && site[entry] < candidates, "row " + row + " names candidate " + site[entry]
            + ", but there are " + candidates);
        require(cost[entry] >= last, "costs of row " + row + " are not ascending from 0: " + cost[entry] + " after " + last);
        last = cost[entry];
      }
      require(beyond[row] >= last && beyond[row] < Double.POSITIVE_INFINITY,
          "row " + row + " costs " + beyond[row] + " where nobody serves it, less than " + last + ", or without end");
    }
  }

  /**
   * Every row served by every candidate within its reach.
   *
   * @param distance by row and candidate, 0 or more; infinite where there is no way
   * @param weight   of each row, 0 or more
   * @param beyond   the distance that counts where there is no way or a longer one; infinite for the longest there is in the row
   */
  public static MedianRows of(double[][] distance, double[] weight, double beyond) {
    int candidates = distance.length == 0 ? 0 : distance[0].length;
    var first = new int[distance.length + 1];
    var otherwise = new double[distance.length];
    var site = new int[distance.length * candidates];
    var cost = new double[site.length];
    int size = 0;
    for (int row = 0; row < distance.length; row++) {
      var own = distance[row];
      require(weight[row] >= 0 && weight[row] < Double.POSITIVE_INFINITY, "row " + row + " weighs " + weight[row]);
      for (int j : nearestFirst(own, beyond)) {
        site[size] = j;
        cost[size++] = weight[row] * own[j];
      }
      first[row + 1] = size;
      otherwise[row] = beyond < Double.POSITIVE_INFINITY ? weight[row] * beyond : size > first[row] ? cost[size - 1] : 0;
    }
    return new MedianRows(candidates, first, Arrays.copyOf(site, size), Arrays.copyOf(cost, size), otherwise);
  }

  /** Sorts by the distance as a float above the candidate in one long, then puts right what a float cannot tell apart. */
  private static int[] nearestFirst(double[] distance, double beyond) {
    for (double own : distance) {
      require(own >= 0, "a distance is " + own + "; distances are 0 or more");
    }
    var near = IntStream.range(0, distance.length).filter(j -> distance[j] < beyond)
        .mapToLong(j -> (long) Float.floatToIntBits((float) distance[j] + 0f) << 32 | j).sorted().mapToInt(key -> (int) key)
        .toArray();
    for (int i = 1; i < near.length; i++) {
      int moved = near[i];
      int at = i;
      while (at > 0 && distance[near[at - 1]] > distance[moved]) {
        near[at] = near[at - 1];
        at--;
      }
      near[at] = moved;
    }
    return near;
  }

  int count() {
    return beyond.length;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
