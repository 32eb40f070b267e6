package org.commonground.benchmark;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValueImpl;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Arrays;
import java.util.List;
import org.commonground.network.Sweep;
import org.commonground.network.WalkGraph;

/**
 * GraphHopper's shortest-path tree on the same nodes, streets and whole milliseconds as a {@link WalkGraph}. Trees grow from the
 * shelters against the direction of walking.
 *
 * <p>It has no search from many sources. So there is one tree for each, as its isochrones are made, the best of them kept for each node;
 * and, kinder than its own services are, one tree from an added node that every source of a set is joined to in no time.
 */
final class GraphHopperTrees {

  /** Bits for the milliseconds of a street: up to 18 hours. */
  private static final int BITS = 26;

  private final int nodes;
  private final BaseGraph graph;
  private final Weighting weighting;

  /** @param sets sources, each set with an added node of its own */
  GraphHopperTrees(WalkGraph walks, List<int[]> sets) {
    var walkMillis = new IntEncodedValueImpl("walk_millis", BITS, true);
    nodes = walks.nodeCount();
    graph = new BaseGraph.Builder(EncodingManager.start().add(walkMillis).build()).create();
    weighting = new Millis(walkMillis);
    if (walks.maxArcMillis() >= Millis.NO_WAY) {
      throw new IllegalArgumentException("a street takes " + walks.maxArcMillis() + " ms");
    }
    for (int node = 0; node < nodes + sets.size(); node++) {
      int place = Math.min(node, nodes - 1);
      graph.getNodeAccess().setNode(node, walks.streets().nodeLat(place), walks.streets().nodeLon(place));
    }
    for (var street : walks.streets().streets()) {
      if (walks.passable(street.id()) && street.from() != street.to()) {
        graph.edge(street.from(), street.to()).setDistance(street.lengthMm() / 1e3)
            .set(walkMillis, walks.millisToEnd(street.id()), walks.millisToStart(street.id()));
      }
    }
    for (int set = 0; set < sets.size(); set++) {
      for (int source : sets.get(set)) {
        graph.edge(source, nodes + set).setDistance(0).set(walkMillis, 0, Millis.NO_WAY);
      }
    }
    graph.freeze();
  }

  long bytes() {
    return graph.getCapacity();
  }

  int edges() {
    return graph.getEdges();
  }

  /** One tree from all sources of a set, as long as it is wanted. */
  Object hold(int set, int limitMillis) {
    var tree = tree(limitMillis);
    tree.search(nodes + set, label -> { });
    return tree;
  }

  /** Walking times of one tree from all sources of a set. */
  int[] together(int set, int limitMillis) {
    var millis = new int[nodes];
    Arrays.fill(millis, Sweep.UNREACHED);
    tree(limitMillis).search(nodes + set, label -> {
      if (label.node < nodes) {
        millis[label.node] = (int) label.time;
      }
    });
    return millis;
  }

  /**
   * One tree for each source.
   *
   * @return for each node the k nearest labels, time above source, ascending; {@link Long#MAX_VALUE} where there are fewer
   */
  long[] nearest(int[] sources, int k, int limitMillis) {
    var labels = new long[nodes * k];
    Arrays.fill(labels, Long.MAX_VALUE);
    for (int number = 0; number < sources.length; number++) {
      int source = number;
      tree(limitMillis).search(sources[number], label -> {
        if (label.node < nodes) {
          long own = label.time << 32 | source;
          int first = label.node * k;
          for (int rank = first; rank < first + k; rank++) {
            long other = labels[rank];
            labels[rank] = Math.min(own, other);
            own = Math.max(own, other);
          }
        }
      });
    }
    return labels;
  }

  /** One tree for each source; how many pairs of a source and a node are within the limit. */
  long pairs(int[] sources, int limitMillis) {
    var count = new long[1];
    for (int source : sources) {
      tree(limitMillis).search(source, label -> count[0] += label.node < nodes ? 1 : 0);
    }
    return count[0];
  }

  private ShortestPathTree tree(int limitMillis) {
    var tree = new ShortestPathTree(graph, weighting, true, TraversalMode.NODE_BASED);
    tree.setTimeLimit(limitMillis);
    return tree;
  }

  /** Weights are the stored milliseconds. */
  private record Millis(IntEncodedValue walkMillis) implements Weighting {

    static final int NO_WAY = (1 << BITS) - 1;

    @Override
    public double calcMinWeightPerDistance() {
      return 0;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
      int millis = reverse ? edge.getReverse(walkMillis) : edge.get(walkMillis);
      return millis == NO_WAY ? Double.POSITIVE_INFINITY : millis;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
      return reverse ? edge.getReverse(walkMillis) : edge.get(walkMillis);
    }

    @Override
    public double calcTurnWeight(int in, int node, int out) {
      return 0;
    }

    @Override
    public long calcTurnMillis(int in, int node, int out) {
      return 0;
    }

    @Override
    public boolean hasTurnCosts() {
      return false;
    }

    @Override
    public String getName() {
      return "millis";
    }
  }
}
