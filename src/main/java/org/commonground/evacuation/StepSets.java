package org.commonground.evacuation;

import java.util.Arrays;

/** A set of steps for each of some things, one bit a step. Long runs of steps are passed 64 at a time. */
final class StepSets {

  private final int words;
  private final long[] bits;

  StepSets(int things, int steps) {
    words = words(steps);
    bits = new long[things * words];
  }

  private static int words(long steps) {
    return (int) (steps + 63 >>> 6);
  }

  static long bytes(long things, long steps) {
    return 8 * things * words(steps);
  }

  void put(int thing, int step, boolean in) {
    int word = thing * words + (step >>> 6);
    bits[word] = in ? bits[word] | 1L << step : bits[word] & ~(1L << step);
  }

  boolean has(int thing, int step) {
    return (bits[thing * words + (step >>> 6)] >>> step & 1) != 0;
  }

  /** The first step of the set from one step up to another, without it; {@link Integer#MAX_VALUE} where there is none. */
  int firstIn(int thing, int from, int end) {
    return first(thing, from, end, 0);
  }

  /** The first that is not in the set. */
  int firstOut(int thing, int from, int end) {
    return first(thing, from, end, -1);
  }

  private int first(int thing, int from, int end, long flip) {
    if (from < end) {
      int row = thing * words;
      int word = from >>> 6;
      int last = end - 1 >>> 6;
      for (long some = (bits[row + word] ^ flip) & -1L << from;; some = bits[row + word] ^ flip) {
        if (some != 0) {
          int step = (word << 6) + Long.numberOfTrailingZeros(some);
          return step < end ? step : Integer.MAX_VALUE;
        }
        if (++word > last) {
          break;
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The least step from which all up to this one, without it, are in the set; this one where the one before is not. */
  int runStart(int thing, int step) {
    int row = thing * words;
    int at = step;
    while (at > 0) {
      int word = at - 1 >>> 6;
      long missing = ~bits[row + word] & -1L >>> 63 - (at - 1 & 63);
      if (missing != 0) {
        return (word << 6) + 64 - Long.numberOfLeadingZeros(missing);
      }
      at = word << 6;
    }
    return 0;
  }

  void clear() {
    Arrays.fill(bits, 0);
  }
}
