package org.commonground.network;

import java.util.Arrays;

/**
 * One multi-source shortest-path search that gives each node not only its nearest source but its {@code k} nearest different ones.
 *
 * <ol>
 *   <li>A node holds up to k labels of different sources, in ascending order; a label is time above source number in one long.
 *   <li>Nodes wait in buckets by time, as in {@link Sweep}; the bucket with the least times is emptied first.
 *   <li>A node taken out hands each of its labels that lie in this bucket, and that it has not handed on yet, plus the arc, to each
 *       neighbour.
 *   <li>A neighbour takes a label if it has none of that source that is better, and if it is among its k best; what then is the
 *       k-plus-first best falls out.
 * </ol>
 *
 * <p>This is exact: a source that is among the k nearest of a node, is among the k nearest of every node on its way there, because k
 * better ones on the way would be k better ones at the end. Equal times are ordered by source number everywhere, so that holds for
 * ties too.
 */
public final class RankSweep {

  private static final long NONE = (long) Sweep.UNREACHED << 32;
  private static final int BUCKET_BITS = 14;

  private final WalkGraph graph;
  private final int k;
  private final long[] label;
  private long[] handed;
  private int[][] bucket;
  private final int[] size;
  private long[] start = new long[16];
  private int startCount;

  /** @param k how many sources for each node, 1 to 8 */
  public RankSweep(WalkGraph graph, int k) {
    if (k < 1 || k > 8) {
      throw new IllegalArgumentException("k is " + k + ", but must be 1 to 8");
    }
    this.graph = graph;
    this.k = k;
    label = new long[graph.nodeCount() * k];
    handed = new long[label.length];
    Arrays.fill(label, NONE);
    Arrays.fill(handed, NONE);
    bucket = new int[Integer.highestOneBit(Math.max(1, (graph.maxArcMillis() >> BUCKET_BITS) + 2)) << 1][64];
    size = new int[bucket.length];
  }

  /**
   * @param node   where the source joins the network
   * @param millis time already spent there, at least 0
   * @param source its number, at least 0
   */
  public void addSource(int node, int millis, int source) {
    if (millis < 0 || source < 0) {
      throw new IllegalArgumentException("source " + source + " begins at " + millis + " ms; neither may be below 0");
    }
    if (take(node, (long) millis << 32 | source)) {
      if (startCount == start.length) {
        start = Arrays.copyOf(start, 2 * startCount);
      }
      start[startCount++] = (long) millis << 32 | node;
    }
  }

  /** Searches to the end, once. What only the search needs is let go. */
  public void run() {
    Arrays.sort(start, 0, startCount);
    int mask = bucket.length - 1;
    int next = 0;
    long waiting = 0;
    for (int current = 0; waiting > 0 || next < startCount; current++) {
      if (waiting == 0) {
        current = Math.max(current, (int) (start[next] >>> 32) >> BUCKET_BITS);
      }
      while (next < startCount && (int) (start[next] >>> 32) >> BUCKET_BITS == current) {
        push(current & mask, (int) start[next++]);
        waiting++;
      }
      waiting += empty(current, mask);
    }
    handed = null;
    bucket = null;
    start = null;
  }

  /** Empties the bucket at hand. Returns by how much the number of waiting entries has changed. */
  private long empty(int current, int mask) {
    int at = current & mask;
    long change = 0;
    for (int i = 0; i < size[at]; i++) {
      int node = bucket[at][i];
      for (int rank = node * k, end = rank + k; rank < end; rank++) {
        long own = label[rank];
        if ((int) (own >>> 32) >> BUCKET_BITS == current && own != NONE && !isHanded(node, own)) {
          change += handOn(node, own, mask);
        }
      }
    }
    change -= size[at];
    size[at] = 0;
    return change;
  }

  private long handOn(int node, long own, int mask) {
    markHanded(node, own);
    var arcs = graph.headAndMillis();
    long pushed = 0;
    for (int arc = 2 * graph.firstArc(node), end = 2 * graph.endArc(node); arc < end; arc += 2) {
      long offered = own + ((long) arcs[arc + 1] << 32);
      if (offered >= 0 && offered < NONE && take(arcs[arc], offered)) {
        push((int) (offered >>> 32) >> BUCKET_BITS & mask, arcs[arc]);
        pushed++;
      }
    }
    return pushed;
  }

  private boolean isHanded(int node, long own) {
    for (int slot = node * k, end = slot + k; slot < end; slot++) {
      if (handed[slot] == own) {
        return true;
      }
    }
    return false;
  }

  /** Remembers a label as handed on, in the place of one of the same source or of one that the node no longer has. */
  private void markHanded(int node, long own) {
    int free = node * k;
    for (int slot = node * k, end = slot + k; slot < end; slot++) {
      if ((int) handed[slot] == (int) own && handed[slot] != NONE) {
        free = slot;
        break;
      }
      if (!has(node, handed[slot])) {
        free = slot;
      }
    }
    handed[free] = own;
  }

  private boolean has(int node, long wanted) {
    if (wanted == NONE) {
      return false;
    }
    for (int rank = node * k, end = rank + k; rank < end; rank++) {
      if (label[rank] == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Puts a label in its place among the node's; false where it has a better one of that source, or k better ones. */
  private boolean take(int node, long offered) {
    int first = node * k;
    int last = first + k - 1;
    if (offered >= label[last]) {
      return false;
    }
    int place = last;
    for (int rank = first; rank <= last; rank++) {
      if (label[rank] != NONE && (int) label[rank] == (int) offered) {
        if (label[rank] <= offered) {
          return false;
        }
        place = rank;
        break;
      }
    }
    while (place > first && label[place - 1] > offered) {
      label[place] = label[place - 1];
      place--;
    }
    label[place] = offered;
    return true;
  }

  private void push(int at, int node) {
    if (size[at] == bucket[at].length) {
      bucket[at] = Arrays.copyOf(bucket[at], 2 * size[at]);
    }
    bucket[at][size[at]++] = node;
  }

  /**
   * @param rank 0 for the nearest, below k
   * @return walking time between the node and that source; {@link Sweep#UNREACHED} where there is none
   */
  public int millis(int node, int rank) {
    return (int) (label[node * k + rank] >>> 32);
  }

  /** Number of the source at that rank; -1 where there is none. */
  public int source(int node, int rank) {
    return label[node * k + rank] == NONE ? -1 : (int) label[node * k + rank];
  }

  /** Walking time between the node and one source; {@link Sweep#UNREACHED} where that is not among its k nearest. */
  public int millisTo(int node, int source) {
    for (int rank = node * k, end = rank + k; rank < end; rank++) {
      if ((int) label[rank] == source && label[rank] != NONE) {
        return (int) (label[rank] >>> 32);
      }
    }
    return Sweep.UNREACHED;
  }
}
