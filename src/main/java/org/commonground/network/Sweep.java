package org.commonground.network;

import java.util.Arrays;

/**
 * One multi-source shortest-path search: each node's walking time to its nearest source, in whole milliseconds.
 *
 * <ol>
 *   <li>Every source puts its label, a time and its number, on its node.
 *   <li>Nodes wait in buckets by time; the bucket with the least times is emptied first, in the order of arrival.
 *   <li>A node taken out hands its label, plus the arc, to each neighbour that it improves; a neighbour improved inside the
 *       bucket at hand joins its end, so that a bucket is left only when all its labels are final.
 *   <li>The search ends with the last bucket, or with the bucket of the time limit.
 * </ol>
 *
 * <p>This is Δ-stepping (Meyer and Sanders, Δ-stepping: a parallelizable shortest path algorithm, 2003) on one thread: buckets
 * need no heap, and the few nodes expanded twice cost less than ordering them all. A label is one long, time above source
 * number, so that comparing labels also breaks ties: of two sources equally near, the lower number wins, whatever the order of
 * the work. Parents are not stored: the next arc of a shortest way is found from the labels of a node's neighbours.
 *
 * <p>Most of the time is waiting for memory. So labels stand among the arcs, as {@link Blocks} says; dead ends get a label but
 * never wait; and each step already reads the block of a node that comes some steps later.
 */
public final class Sweep {

  /** Time of a node that no source reaches, or only in more milliseconds than an int holds, some 24 days. */
  public static final int UNREACHED = Integer.MAX_VALUE;

  /** Not below any label that counts: a time that reaches it, or that a long has no room for, is no way. */
  static final long NONE = (long) UNREACHED << 32;
  /** About a third of an average city street at walking speed; Porto's sweep takes the same time from 2^13 to 2^16. */
  private static final int BUCKET_BITS = 14;
  private static final int BUCKET_SHIFT = 32 + BUCKET_BITS;
  /** How many steps before its turn a block is read. */
  private static final int AHEAD = 8;
  private static final int[] EMPTY = {};

  private final WalkGraph graph;
  private final int[] firstOut;
  private final long[] block;
  private final int[][] bucket;
  private final int[] size;
  private long[] start = new long[16];
  private int starts;
  /** Keeps the compiler from leaving out what is read ahead. */
  private long readAhead;

  public Sweep(WalkGraph graph) {
    this.graph = graph;
    firstOut = graph.firstOut();
    block = graph.blocks().clone();
    int buckets = Integer.highestOneBit(Math.max(1, (graph.maxArcMillis() >> BUCKET_BITS) + 2)) << 1;
    bucket = new int[buckets][];
    Arrays.fill(bucket, EMPTY);
    size = new int[buckets];
  }

  /**
   * @param node   where it joins the network
   * @param millis time already spent there, at least 0
   * @param source its number, at least 0
   * @throws IllegalArgumentException where one of them is below 0
   */
  public void addSource(int node, int millis, int source) {
    if (millis < 0 || source < 0) {
      throw new IllegalArgumentException("source " + source + " begins at " + millis + " ms; neither may be below 0");
    }
    long offered = pack(millis, source);
    int own = firstOut[node] + node;
    if (offered < block[own]) {
      block[own] = offered;
      if (firstOut[node] < firstOut[node + 1]) {
        if (starts == start.length) {
          start = Arrays.copyOf(start, 2 * starts);
        }
        start[starts++] = pack(millis, own);
      }
    }
  }

  /** Searches to the end. */
  public void run() {
    run(UNREACHED - 1);
  }

  /** Searches until every node within the limit has its final label; nodes beyond it count as unreached. */
  public void run(int limitMillis) {
    Arrays.sort(start, 0, starts);
    int last = limitMillis >> BUCKET_BITS;
    int next = 0;
    int idle = bucket.length;
    for (int current = 0; current <= last && (next < starts || idle < bucket.length); current++) {
      if (idle >= bucket.length) {
        current = Math.max(current, Math.min(last, bucketOf(start[next])));
      }
      while (next < starts && bucketOf(start[next]) == current) {
        push(current, (int) start[next++]);
      }
      idle = empty(current) ? 0 : idle + 1;
    }
    cutAt(limitMillis);
  }

  /** Empties the bucket at hand. Returns whether there was anything in it. */
  private boolean empty(int current) {
    var block = this.block;
    int at = current & bucket.length - 1;
    long ahead = 0;
    for (int i = 0; i < size[at]; i++) {
      int node = bucket[at][i];
      if (i + AHEAD < size[at]) {
        ahead += block[bucket[at][i + AHEAD]];
      }
      long own = block[node];
      if (bucketOf(own) != current) {
        continue;
      }
      long arc;
      do {
        arc = block[++node];
        int head = (int) arc >>> Blocks.MARKS;
        long offered = own + (arc & Blocks.TIME);
        if (offered < block[head] && offered >= 0) {
          block[head] = offered;
          if ((arc & Blocks.DEAD_END) == 0) {
            push(bucketOf(offered), head);
          }
        }
      } while ((arc & Blocks.LAST) == 0);
    }
    boolean any = size[at] > 0;
    readAhead += ahead;
    size[at] = 0;
    return any;
  }

  private static int bucketOf(long label) {
    return (int) (label >>> BUCKET_SHIFT);
  }

  private void push(int number, int node) {
    int at = number & bucket.length - 1;
    var nodes = bucket[at];
    if (size[at] == nodes.length) {
      nodes = bucket[at] = Arrays.copyOf(nodes, Math.max(64, 2 * nodes.length));
    }
    nodes[size[at]++] = node;
  }

  private void cutAt(int limitMillis) {
    if (limitMillis == UNREACHED - 1) {
      return;
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (label(node) >>> 32 > limitMillis) {
        block[firstOut[node] + node] = NONE;
      }
    }
  }

  long label(int node) {
    return block[firstOut[node] + node];
  }

  private static long pack(int millis, int number) {
    return (long) millis << 32 | number;
  }

  /** Walking time between the node and its nearest source; {@link #UNREACHED} where none reaches it. */
  public int millis(int node) {
    return (int) (label(node) >>> 32);
  }

  /** Number of the nearest source, the lowest of several equally near; -1 where none reaches the node. */
  public int source(int node) {
    long own = label(node);
    return own == NONE ? -1 : (int) own;
  }

  /**
   * The first arc of the way from a node to its nearest source, the lowest of several equally good; -1 where the source itself
   * joins the network at this node or none reaches it.
   */
  public int nextArc(int node) {
    long own = label(node);
    if (own == NONE) {
      return -1;
    }
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      long there = label(graph.head(arc));
      if (there != NONE && there + ((long) graph.walkMillis(arc) << 32) == own) {
        return arc;
      }
    }
    return -1;
  }

  /** Clears all labels and sources, so that the object serves the next search on the same graph. */
  public void reset() {
    for (int node = 0; node < graph.nodeCount(); node++) {
      block[firstOut[node] + node] = NONE;
    }
    Arrays.fill(size, 0);
    starts = 0;
  }
}
