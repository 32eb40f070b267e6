package org.commonground.network;

/**
 * One multi-source shortest-path search: each node's walking time to its nearest source, in whole milliseconds.
 *
 * <ol>
 *   <li>Every source puts its label, a time and its number, on its node.
 *   <li>Nodes wait in a {@link Frontier}: by region, and there in buckets by time.
 *   <li>A node taken out hands its label, plus the arc, to each neighbour that it improves; a neighbour improved inside the
 *       bucket at hand joins its end, so that a bucket is left only when all its labels are final, but for what may yet come over
 *       the region's edge.
 *   <li>The search ends when nobody waits any more, or nobody within the time limit.
 * </ol>
 *
 * <p>A label is one long, time above source number, so that comparing labels also breaks ties: of two sources equally near, the
 * lower number wins, whatever the order of the work. Parents are not stored: the next arc of a shortest way is found from the
 * labels of a node's neighbours.
 *
 * <p>Most of the time is waiting for memory. So labels stand among the arcs, as {@link Blocks} says; dead ends get a label but
 * never wait; and each step already reads the block of a node that comes some steps later.
 */
public final class Sweep {

  /** Time of a node that no source reaches, or only in more milliseconds than an int holds, some 24 days. */
  public static final int UNREACHED = Integer.MAX_VALUE;

  /** Not below any label that counts: a time that reaches it, or that a long has no room for, is no way. */
  static final long NONE = (long) UNREACHED << 32;
  /** How many steps before its turn a block is read. */
  private static final int AHEAD = 8;

  private final WalkGraph graph;
  private final int[] firstOut;
  private final long[] block;
  private final Frontier frontier;
  /** Keeps the compiler from leaving out what is read ahead. */
  private long readAhead;

  public Sweep(WalkGraph graph) {
    this(graph, Frontier.REGION_BITS);
  }

  /** The same with other regions, so that a small case has many of them. */
  Sweep(WalkGraph graph, int regionBits) {
    this.graph = graph;
    firstOut = graph.firstOut();
    block = graph.blocks().clone();
    frontier = new Frontier(block, regionBits);
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
    long offered = (long) millis << 32 | source;
    int own = firstOut[node] + node;
    if (offered < block[own]) {
      block[own] = offered;
      if (firstOut[node] < firstOut[node + 1]) {
        frontier.add(own, offered);
      }
    }
  }

  /** Searches to the end. */
  public void run() {
    run(UNREACHED - 1);
  }

  /** Searches until every node within the limit has its final label; nodes beyond it count as unreached. */
  public void run(int limitMillis) {
    frontier.limit(limitMillis);
    while (frontier.nextRegion()) {
      for (int bucket = frontier.begin(); bucket < frontier.end(); bucket++) {
        empty(bucket);
      }
    }
    cutAt(limitMillis);
  }

  private void empty(int bucket) {
    var block = this.block;
    var frontier = this.frontier;
    long ahead = 0;
    for (int i = 0; i < frontier.count(bucket); i++) {
      var places = frontier.places(bucket);
      int node = places[i];
      if (i + AHEAD < frontier.count(bucket)) {
        ahead += block[places[i + AHEAD]];
      }
      long own = block[node];
      if (Frontier.bucketOf(own) != bucket) {
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
            frontier.add(head, offered);
          }
        }
      } while ((arc & Blocks.LAST) == 0);
    }
    readAhead += ahead;
    frontier.emptied(bucket);
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
    frontier.clear();
  }
}
