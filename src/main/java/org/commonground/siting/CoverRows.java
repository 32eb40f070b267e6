package org.commonground.siting;

import java.util.Arrays;

/**
 * Which candidates cover each row, and what the row weighs. Points with the same covering set are one row: that loses nothing
 * and often leaves a small part of them.
 *
 * @param candidates how many there are
 * @param first      where each row's candidates begin in {@code site}; one more than there are rows
 * @param site       ascending within a row
 * @param weight     of each row, say people; 0 or more
 * @param alone      the weight of all points that no candidate covers, which are in no row
 */
public record CoverRows(int candidates, int[] first, int[] site, double[] weight, double alone) {

  public CoverRows {
    if (first.length != weight.length + 1 || first[first.length - 1] != site.length) {
      throw new IllegalArgumentException("rows, weights and covering candidates differ in number");
    }
    for (int row = 0; row < weight.length; row++) {
      check(row, weight[row]);
      for (int entry = first[row]; entry < first[row + 1]; entry++) {
        if (site[entry] < 0 || site[entry] >= candidates || entry > first[row] && site[entry] <= site[entry - 1]) {
          throw new IllegalArgumentException("row " + row + " names candidate " + site[entry]
              + ", not ascending or not below " + candidates);
        }
      }
    }
  }

  private static void check(int row, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("row " + row + " weighs " + weight + "; weights are 0 or more");
    }
  }

  /** The weight of all points, those that nobody covers included. */
  public double total() {
    return alone + Arrays.stream(weight).sum();
  }

  int count() {
    return weight.length;
  }

  /** Gathers points into rows as they come, so that only the rows need memory. */
  public static final class Builder {

    private final int candidates;
    private int[] first = new int[1 << 10];
    private int[] site = new int[1 << 14];
    private double[] weight = new double[1 << 10];
    private int[] slot = new int[1 << 11];
    private int rows;
    private double alone;

    public Builder(int candidates) {
      this.candidates = candidates;
      Arrays.fill(slot, -1);
    }

    /**
     * @param covering   candidates that cover the point, ascending, from the beginning of the array
     * @param count      how many of the array count
     * @param pointWeight 0 or more
     */
    public Builder add(int[] covering, int count, double pointWeight) {
      check(rows, pointWeight);
      if (count == 0) {
        alone += pointWeight;
      } else if (pointWeight > 0) {
        row(covering, count, pointWeight);
      }
      return this;
    }

    /** Adds to the weight of a row, and to no other. Returns its number. */
    int row(int[] covering, int count, double more) {
      int row = rowOf(covering, count);
      weight[row] += more;
      return row;
    }

    private int rowOf(int[] covering, int count) {
      int at = hash(covering, 0, count) & slot.length - 1;
      while (slot[at] >= 0) {
        int row = slot[at];
        if (Arrays.equals(site, first[row], first[row + 1], covering, 0, count)) {
          return row;
        }
        at = at + 1 & slot.length - 1;
      }
      slot[at] = rows;
      int end = Math.addExact(first[rows], count);
      if (end > site.length) {
        site = Arrays.copyOf(site, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, site.length * 3L / 2)));
      }
      System.arraycopy(covering, 0, site, first[rows], count);
      if (rows + 2 > first.length) {
        first = Arrays.copyOf(first, 2 * first.length);
        weight = Arrays.copyOf(weight, 2 * weight.length);
      }
      first[++rows] = end;
      if (2 * rows > slot.length) {
        spread();
      }
      return rows - 1;
    }

    private void spread() {
      slot = new int[2 * slot.length];
      Arrays.fill(slot, -1);
      for (int row = 0; row < rows; row++) {
        int at = hash(site, first[row], first[row + 1]) & slot.length - 1;
        while (slot[at] >= 0) {
          at = at + 1 & slot.length - 1;
        }
        slot[at] = row;
      }
    }

    private static int hash(int[] values, int from, int to) {
      long hash = 0;
      for (int i = from; i < to; i++) {
        hash = (hash ^ values[i]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      return (int) (hash ^ hash >>> 32);
    }

    /** The builder is of no use afterwards. */
    public CoverRows build() {
      return new CoverRows(candidates, Arrays.copyOf(first, rows + 1), Arrays.copyOf(site, first[rows]),
          Arrays.copyOf(weight, rows), alone);
    }
  }
}
