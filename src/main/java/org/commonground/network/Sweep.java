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
 */
public final class Sweep {

  /** Time of a node that no source reaches, or only in more milliseconds than an int holds, some 24 days. */
  public static final int UNREACHED = Integer.MAX_VALUE;

  /** Not below any label that counts: a time that reaches it, or that a long has no room for, is no way. */
  private static final long NONE = (long) UNREACHED << 32;
  /** About a third of an average city street at walking speed; Porto's sweep takes the same time from 2^12 to 2^15. */
  private static final int BUCKET_BITS = 14;

  private final WalkGraph graph;
  private final long[] label;
  private final long[] expanded;
  private final int[][] bucket;
  private final int[] size;
  private long[] start = new long[16];
  private int starts;

  public Sweep(WalkGraph graph) {
    this.graph = graph;
    label = new long[graph.nodeCount()];
    expanded = new long[graph.nodeCount()];
    Arrays.fill(label, NONE);
    Arrays.fill(expanded, NONE);
    int buckets = Integer.highestOneBit(Math.max(1, (graph.maxArcMillis() >> BUCKET_BITS) + 2)) << 1;
    bucket = new int[buckets][64];
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
    if (offered < label[node]) {
      label[node] = offered;
      if (starts == start.length) {
        start = Arrays.copyOf(start, 2 * starts);
      }
      start[starts++] = pack(millis, node);
    }
  }

  /** Searches to the end. */
  public void run() {
    run(UNREACHED - 1);
  }

  /** Searches until every node within the limit has its final label; nodes beyond it count as unreached. */
  public void run(int limitMillis) {
    Arrays.sort(start, 0, starts);
    int mask = bucket.length - 1;
    int nextStart = 0;
    long waiting = 0;
    int last = limitMillis >> BUCKET_BITS;
    for (int current = 0; current <= last; current++) {
      if (waiting == 0) {
        if (nextStart == starts) {
          break;
        }
        current = Math.max(current, (int) (start[nextStart] >>> 32) >> BUCKET_BITS);
        if (current > last) {
          break;
        }
      }
      while (nextStart < starts && (int) (start[nextStart] >>> 32) >> BUCKET_BITS == current) {
        push(current & mask, (int) start[nextStart++]);
        waiting++;
      }
      waiting += empty(current, mask);
    }
    cutAt(limitMillis);
  }

  /** Empties the bucket at hand. Returns by how much the number of waiting entries has changed. */
  private long empty(int current, int mask) {
    int at = current & mask;
    long change = 0;
    var firstOut = graph.firstOut();
    var arcs = graph.headAndMillis();
    for (int i = 0; i < size[at]; i++) {
      int node = bucket[at][i];
      long own = label[node];
      if (own == expanded[node] || (int) (own >>> 32) >> BUCKET_BITS != current) {
        continue;
      }
      expanded[node] = own;
      for (int arc = 2 * firstOut[node], end = 2 * firstOut[node + 1]; arc < end; arc += 2) {
        int head = arcs[arc];
        long offered = own + ((long) arcs[arc + 1] << 32);
        if (offered < label[head] && offered >= 0) {
          label[head] = offered;
          push((int) (offered >>> 32) >> BUCKET_BITS & mask, head);
          change++;
        }
      }
    }
    change -= size[at];
    size[at] = 0;
    return change;
  }

  private void push(int at, int node) {
    var nodes = bucket[at];
    if (size[at] == nodes.length) {
      nodes = bucket[at] = Arrays.copyOf(nodes, 2 * nodes.length);
    }
    nodes[size[at]++] = node;
  }

  private void cutAt(int limitMillis) {
    if (limitMillis == UNREACHED - 1) {
      return;
    }
    for (int node = 0; node < label.length; node++) {
      if (label[node] >>> 32 > limitMillis) {
        label[node] = NONE;
      }
    }
  }

  private static long pack(int millis, int number) {
    return (long) millis << 32 | number;
  }

  /** Walking time between the node and its nearest source; {@link #UNREACHED} where none reaches it. */
  public int millis(int node) {
    return (int) (label[node] >>> 32);
  }

  /** Number of the nearest source, the lowest of several equally near; -1 where none reaches the node. */
  public int source(int node) {
    return label[node] == NONE ? -1 : (int) label[node];
  }

  /**
   * The first arc of the way from a node to its nearest source, the lowest of several equally good; -1 where the source itself
   * joins the network at this node or none reaches it.
   */
  public int nextArc(int node) {
    long own = label[node];
    if (own == NONE) {
      return -1;
    }
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      long there = label[graph.head(arc)];
      if (there != NONE && there + ((long) graph.walkMillis(arc) << 32) == own) {
        return arc;
      }
    }
    return -1;
  }

  /** Clears all labels and sources, so that the object serves the next search on the same graph. */
  public void reset() {
    Arrays.fill(label, NONE);
    Arrays.fill(expanded, NONE);
    Arrays.fill(size, 0);
    starts = 0;
  }
}
