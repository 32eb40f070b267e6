package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.coverage.Way.Leg;
import org.commonground.network.Snap;

/**
 * One person's {@link Ranks#K} nearest shelters, read from what the search from the shelters left at the nodes. Throw-away.
 *
 * <ol>
 *   <li>The nearest shelters are among those of both ends of the person's street and those entered on it.
 *   <li>The way to one follows the arcs of its tree.
 *   <li>From the last node the shelter is entered there, or on a street that leaves it.
 * </ol>
 *
 * <p>A shelter among the K nearest of a place is so of every node on the way there, so no label is missing: see
 * {@link org.commonground.network.RankSweep}.
 */
final class TreeSearch {

  private final ReachLayer layer;
  private final NearestTrees trees;
  private final Snap start;
  private final Snap.Walks walks;
  private final int accessMillis;
  /** Time above shelter, ascending. */
  private final long[] best = new long[Ranks.K];

  TreeSearch(ReachLayer layer, NearestTrees trees, Snap start) {
    this.layer = layer;
    this.trees = trees;
    this.start = start;
    walks = layer.walks(start);
    accessMillis = layer.straightMillis(start.offsetMetres());
    Arrays.fill(best, Ranks.NONE);
    Ranks.offer(layer, trees.sweep(), start, best, 0);
  }

  /** Whether there may be more shelters than these. */
  boolean isFull() {
    return best[Ranks.K - 1] != Ranks.NONE;
  }

  /** The shelters, nearest first, the lower index first where equally near. */
  int[] shelters() {
    return Arrays.stream(best).filter(found -> found != Ranks.NONE).mapToInt(found -> (int) found).toArray();
  }

  /** {@link CoverageResult#NO_WAY} for a shelter that is not among them. */
  int millis(int shelter) {
    for (long found : best) {
      if (found != Ranks.NONE && (int) found == shelter) {
        return (int) (found >>> 32);
      }
    }
    return CoverageResult.NO_WAY;
  }

  /** The way to one of the shelters. */
  Trail trail(int shelter) {
    int left = millis(shelter) - accessMillis;
    for (var gates : List.of(layer.gatesAt(start), layer.gatesOnStreet(start.street()))) {
      for (var gate : gates) {
        int along = walks.to(gate.walks());
        if (gate.shelter() == shelter && along + gate.offsetMillis() == left) {
          return new Trail(List.of(new Leg(start.street(), start.fraction(), gate.snap().fraction(), along)), gate);
        }
      }
    }
    var street = layer.graph().streets().street(start.street());
    boolean toStart = walks.toStart() + (long) trees.sweep().millisTo(street.from(), shelter) == left;
    int begin = toStart ? walks.toStart() : walks.toEnd();
    var legs = new ArrayList<Leg>();
    legs.add(new Leg(start.street(), start.fraction(), toStart ? 0 : 1, begin));
    return follow(legs, toStart ? street.from() : street.to(), left - begin, shelter);
  }

  private Trail follow(List<Leg> legs, int first, int millis, int shelter) {
    var graph = layer.graph();
    int node = first;
    int left = millis;
    for (int arc = trees.next(node, shelter); arc >= 0; arc = trees.next(node, shelter)) {
      node = graph.head(arc);
      int then = trees.sweep().millisTo(node, shelter);
      boolean reversed = graph.reversed(arc);
      legs.add(new Leg(graph.street(arc), reversed ? 1 : 0, reversed ? 0 : 1, left - then));
      left = then;
    }
    return new Trail(legs, enter(legs, node, left, shelter));
  }

  private Gate enter(List<Leg> legs, int node, int left, int shelter) {
    for (var gate : layer.gatesAtNode(node)) {
      if (gate.shelter() == shelter && left == 0) {
        return gate;
      }
    }
    var graph = layer.graph();
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      for (var gate : layer.gatesOnStreet(graph.street(arc))) {
        int along = graph.reversed(arc) ? gate.walks().fromEnd() : gate.walks().fromStart();
        if (gate.shelter() == shelter && along + gate.offsetMillis() == left) {
          legs.add(new Leg(graph.street(arc), graph.reversed(arc) ? 1 : 0, gate.snap().fraction(), along));
          return gate;
        }
      }
    }
    throw new IllegalStateException("no way from node " + node + " to shelter " + shelter + " takes " + left + " ms");
  }
}
