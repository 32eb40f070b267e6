package org.commonground.benchmark;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValueImpl;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.util.Arrays;
import java.util.List;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.Reach;
import org.commonground.network.Street;
import org.commonground.network.Sweep;
import org.commonground.network.WalkGraph;

/**
 * GraphHopper's shortest-path tree on the same nodes, streets and whole milliseconds as a {@link WalkGraph}. Trees grow from the
 * shelters against the direction of walking.
 *
 * <p>It has no search from many sources. So there is one tree for each, as its isochrones are made, the best of them kept for each
 * node; and, kinder than its own services are, one tree from an added node that every source of a set is joined to in no time.
 */
final class GraphHopperTrees {

  /** Bits for the milliseconds of a street: up to 18 hours. */
  private static final int BITS = 26;

  private final int nodes;
  private final BaseGraph graph;
  private final IntEncodedValue walkMillis;
  private final Weighting weighting;
  private final int streetCount;
  private int[] whole;
  private LocationIndex index;

  /** @param sets sources, each set with an added node of its own */
  GraphHopperTrees(WalkGraph walks, List<int[]> sets) {
    walkMillis = new IntEncodedValueImpl("walk_millis", BITS, true);
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
            .set(walkMillis, walks.millisToEnd(street.id()), walks.millisToStart(street.id())).setWayGeometry(bends(street));
      }
    }
    streetCount = graph.getEdges();
    for (int set = 0; set < sets.size(); set++) {
      for (int source : sets.get(set)) {
        graph.edge(source, nodes + set).setDistance(0).set(walkMillis, 0, Millis.NO_WAY);
      }
    }
    graph.freeze();
  }

  private static PointList bends(Street street) {
    var bends = new PointList();
    for (int point = 1; point + 1 < street.line().getNumPoints(); point++) {
      bends.add(street.line().getCoordinateN(point).y, street.line().getCoordinateN(point).x);
    }
    return bends;
  }

  long bytes() {
    return graph.getCapacity();
  }

  int edges() {
    return streetCount;
  }

  /** Makes what finds the nearest street, of those that hang together with a source of the first set: its imports drop islands too. */
  void index() {
    whole = together(0, Sweep.UNREACHED);
    index = new LocationIndexTree(graph, new RAMDirectory()).prepareIndex(this::isStreet);
  }

  private boolean isStreet(EdgeIteratorState edge) {
    return edge.getEdge() < streetCount && whole[edge.getBaseNode()] != Sweep.UNREACHED;
  }

  /**
   * How many people reach a node's source in time from their doors: straight to the nearest street and along it to one of its ends.
   *
   * @param millis walking times of the nodes
   */
  long covered(DemandPlaces places, int[] millis, double metresPerSecond, int limitMillis) {
    long covered = 0;
    for (int place = 0; place < places.count(); place++) {
      var snap = index.findClosest(places.lat()[place], places.lon()[place], this::isStreet);
      if (snap.isValid() && snap.getQueryDistance() <= Reach.ACCESS_LIMIT_METRES) {
        var edge = snap.getClosestEdge();
        double toBase = metres(snap, edge.getBaseNode());
        double share = toBase / Math.max(1e-9, toBase + metres(snap, edge.getAdjNode()));
        double along = Math.min(millis[edge.getBaseNode()] + share * edge.getReverse(walkMillis),
            millis[edge.getAdjNode()] + (1 - share) * edge.get(walkMillis));
        covered += along + 1e3 * snap.getQueryDistance() / metresPerSecond <= limitMillis ? places.people()[place] : 0;
      }
    }
    return covered;
  }

  private double metres(Snap snap, int node) {
    var at = snap.getSnappedPoint();
    return DistancePlaneProjection.DIST_PLANE.calcDist(at.lat, at.lon, graph.getNodeAccess().getLat(node),
        graph.getNodeAccess().getLon(node));
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

  /** Walking times of a tree for each source. */
  int[] apart(int[] sources, int limitMillis) {
    return Arrays.stream(nearest(sources, 1, limitMillis)).mapToInt(label -> (int) (label >>> 32)).toArray();
  }

  /** One tree for each source; how many pairs of a source and a node are within the limit. */
  long pairs(int[] sources, int limitMillis) {
    var count = new long[1];
    for (int source : sources) {
      tree(limitMillis).search(source, label -> count[0] += label.node < nodes ? 1 : 0);
    }
    return count[0];
  }

  /** It stops at its limit and drops what arrives at just that; half a millisecond more keeps it. */
  private ShortestPathTree tree(int limitMillis) {
    var tree = new ShortestPathTree(graph, weighting, true, TraversalMode.NODE_BASED);
    tree.setTimeLimit(limitMillis + 0.5);
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
