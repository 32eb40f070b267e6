package org.commonground.coverage;

import java.util.Arrays;

/** Points by extra time, the least on top, the lowest of several; one long each, time above point. */
final class PlacementHeap {

  private long[] keys;
  private int size;

  PlacementHeap(int room) {
    keys = new long[room];
  }

  int size() {
    return size;
  }

  /** The extra time on top. */
  int millis() {
    return (int) (keys[0] >> 32);
  }

  /** The point on top. */
  int point() {
    return (int) keys[0];
  }

  /** Puts a point at the end, out of order. */
  void append(int millis, int point) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + size / 2 + 1);
    }
    keys[size++] = (long) millis << 32 | point;
  }

  /** Makes a heap of what was appended. */
  void order() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  void push(int millis, int point) {
    append(millis, point);
    int at = size - 1;
    long key = keys[at];
    while (at > 0 && keys[(at - 1) / 2] > key) {
      keys[at] = keys[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    keys[at] = key;
  }

  void removeTop() {
    keys[0] = keys[--size];
    sink(0);
  }

  private void sink(int at) {
    long key = keys[at];
    for (int below = 2 * at + 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && keys[below + 1] < keys[below]) {
        below++;
      }
      if (keys[below] >= key) {
        break;
      }
      keys[at] = keys[below];
      at = below;
    }
    keys[at] = key;
  }
}
