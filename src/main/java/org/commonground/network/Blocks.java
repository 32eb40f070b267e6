package org.commonground.network;

import java.util.Arrays;

/**
 * The arcs of a graph as {@link Sweep} and {@link RankSweep} read them: one array of longs, in which each node has a block, first
 * its labels, then its arcs. A search that looks at a node's label most often wants its arcs next; here they lie on the same line
 * of the processor's cache, where separate arrays would cost three reads from memory.
 *
 * <p>The block of a node begins at {@code firstOut[node] + labels * node}. An arc is its time in the upper half, as in a label;
 * in the lower half is where the block of its head begins, and two marks.
 */
final class Blocks {

  /** The bits of a label or an arc that hold its time. */
  static final long TIME = 0xFFFF_FFFF_0000_0000L;
  /** Mark of the last arc of a block. */
  static final int LAST = 1;
  /** Mark of an arc whose head has no other arc than back: a search need not go on from there. */
  static final int DEAD_END = 2;
  static final int MARKS = 2;

  private Blocks() {
  }

  /**
   * @param labels how many each node has, all of them {@link Sweep#NONE} at first
   * @throws IllegalArgumentException where nodes and arcs are too many for the bits that an arc has for its head
   */
  static long[] of(WalkGraph graph, int labels) {
    var firstOut = graph.firstOut();
    int nodes = graph.nodeCount();
    long length = (long) labels * nodes + graph.arcCount();
    if (length > 1 << 32 - MARKS - 1) {
      throw new IllegalArgumentException(nodes + " nodes and " + graph.arcCount() + " arcs are too many to search");
    }
    var block = new long[(int) length];
    for (int node = 0; node < nodes; node++) {
      int at = firstOut[node] + labels * node;
      Arrays.fill(block, at, at + labels, Sweep.NONE);
      for (int arc = firstOut[node], end = firstOut[node + 1]; arc < end; arc++) {
        int head = graph.head(arc);
        int marks = (arc + 1 == end ? LAST : 0) | (firstOut[head + 1] - firstOut[head] == 1 ? DEAD_END : 0);
        block[arc + labels * (node + 1)] = (long) graph.millis(arc) << 32 | firstOut[head] + labels * head << MARKS | marks;
      }
    }
    return block;
  }
}
