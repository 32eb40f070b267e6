package org.commonground.network;

import java.util.Arrays;

/** Longs, the least first. */
public final class LongHeap {

  private long[] key = new long[64];
  private int size;

  public boolean isEmpty() {
    return size == 0;
  }

  public void clear() {
    size = 0;
  }

  public void push(long added) {
    if (size == key.length) {
      key = Arrays.copyOf(key, 2 * size);
    }
    int at = size++;
    while (at > 0 && key[at - 1 >> 1] > added) {
      key[at] = key[at - 1 >> 1];
      at = at - 1 >> 1;
    }
    key[at] = added;
  }

  /** Takes the least out; there must be one. */
  public long pop() {
    long least = key[0];
    long moved = key[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && key[child + 1] < key[child]) {
        child++;
      }
      if (key[child] >= moved) {
        break;
      }
      key[at] = key[child];
      at = child;
    }
    key[at] = moved;
    return least;
  }
}
