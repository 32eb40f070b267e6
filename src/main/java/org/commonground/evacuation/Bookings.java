package org.commonground.evacuation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** How many people are booked on each of some things (arcs, gates) at each step, up to one limit per thing. Grows as needed. */
final class Bookings {

  private static final int[] NONE = {};

  private final int[] limit;
  private final int[][] booked;
  /** A step at or after this one from which to go on looking for a free one; shortened as it is used. */
  private final int[][] next;

  Bookings(int things, IntUnaryOperator limitOf) {
    limit = new int[things];
    Arrays.setAll(limit, limitOf);
    booked = new int[things][];
    next = new int[things][];
    Arrays.fill(booked, NONE);
    Arrays.fill(next, NONE);
  }

  /** The first step from this one on with something left. The limit must be above 0. */
  int free(int thing, int step) {
    var to = next[thing];
    int free = step;
    while (free < to.length && to[free] != free) {
      free = to[free];
    }
    for (int at = step; at < to.length && at != free;) {
      int following = to[at];
      to[at] = free;
      at = following;
    }
    return free;
  }

  int left(int thing, int step) {
    return limit[thing] - (step < booked[thing].length ? booked[thing][step] : 0);
  }

  /** @throws IllegalArgumentException where so many are not left */
  void book(int thing, int step, int people) {
    if (people > left(thing, step)) {
      throw new IllegalArgumentException(people + " people where " + left(thing, step) + " may go");
    }
    int before = booked[thing].length;
    if (step >= before) {
      int length = Math.max(step + 1, 2 * before);
      booked[thing] = Arrays.copyOf(booked[thing], length);
      next[thing] = Arrays.copyOf(next[thing], length);
      for (int at = before; at < length; at++) {
        next[thing][at] = at;
      }
    }
    booked[thing][step] += people;
    if (booked[thing][step] == limit[thing]) {
      next[thing][step] = step + 1;
    }
  }
}
