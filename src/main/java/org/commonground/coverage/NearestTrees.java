package org.commonground.coverage;

import java.util.stream.IntStream;
import org.commonground.network.RankSweep;
import org.commonground.network.WalkGraph;

/**
 * The ways from each node to its nearest shelters on one layer: for each of them the arc to walk next.
 *
 * <p>It leads to a neighbour whose time to that shelter is less by just the walk there, the lowest arc where several do. A node without
 * such a neighbour is the last on the way. Immutable.
 */
final class NearestTrees {

  private final RankSweep sweep;
  private final int[] next;

  /** @param sweep of {@link Ranks#K} on this graph, run */
  NearestTrees(WalkGraph graph, RankSweep sweep) {
    this.sweep = sweep;
    next = new int[Ranks.K * graph.nodeCount()];
    IntStream.range(0, graph.nodeCount()).parallel().forEach(node -> {
      for (int rank = 0; rank < Ranks.K; rank++) {
        next[Ranks.K * node + rank] = next(graph, node, rank);
      }
    });
  }

  private int next(WalkGraph graph, int node, int rank) {
    int shelter = sweep.source(node, rank);
    for (int arc = graph.firstArc(node), end = graph.endArc(node); arc < end && shelter >= 0; arc++) {
      if (sweep.millisTo(graph.head(arc), shelter) == sweep.millis(node, rank) - graph.walkMillis(arc)) {
        return arc;
      }
    }
    return -1;
  }

  /** Walking times from the nodes. */
  RankSweep sweep() {
    return sweep;
  }

  /** The arc to walk from a node to one of its nearest shelters; -1 where the node is the last one. */
  int next(int node, int shelter) {
    for (int rank = 0; rank < Ranks.K; rank++) {
      if (sweep.source(node, rank) == shelter) {
        return next[Ranks.K * node + rank];
      }
    }
    return -1;
  }
}
