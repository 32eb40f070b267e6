package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.network.Snap;
import org.commonground.network.StreetNetwork;
import org.commonground.network.WalkGraph;

/**
 * The streets of a question as an evacuation walks them.
 *
 * <ol>
 *   <li>A street takes a number of whole steps, each way. It is cut where people or shelters join it, at whole steps, so that nobody is
 *       moved by more than half a step's walk.
 *   <li>Off the streets, people come out of a shelter's ground, and gates lie off their street: each a way of its own.
 *   <li>All pieces become directed arcs, and each arc knows its street.
 * </ol>
 *
 * <p>First {@link #nodeAt}, {@link #newNode} and {@link #path}, then {@link #build}. For one thread.
 */
final class EvacuationStreets {

  /** People per step where nothing is in the way. */
  static final int UNLIMITED = 1_000_000;

  private final StreetNetwork streets;
  private final WalkGraph graph;
  private final EvacuationWidths widths;
  private final double stepMillis;
  private final TreeMap<Integer, TreeMap<Integer, Integer>> cuts = new TreeMap<>();
  private final List<double[]> cutPlaces = new ArrayList<>();
  private final List<int[]> arcs = new ArrayList<>();
  private final List<Integer> storage = new ArrayList<>();
  private final List<double[]> shares = new ArrayList<>();

  /**
   * The finished network.
   *
   * @param street   of each arc; for one off the streets, the street it joins
   * @param backward whether an arc runs from the street's last point to its first
   * @param fromShare of the street's length, where an arc begins; both are 0 off the streets
   * @param toShare  where it ends
   * @param storage  people who find room on each arc
   * @param nodeLon  of each node
   */
  record Built(EvacuationNetwork network, int[] street, boolean[] backward, double[] fromShare, double[] toShare, int[] storage,
      double[] nodeLon, double[] nodeLat) {
  }

  EvacuationStreets(WalkGraph graph, EvacuationWidths widths) {
    this.graph = graph;
    this.widths = widths;
    streets = graph.streets();
    stepMillis = 1000.0 * widths.stepSeconds();
  }

  /** A walk in whole steps; 0 for one shorter than half a step. */
  int steps(int millis) {
    return (int) Math.round(millis / stepMillis);
  }

  private int streetSteps(int millis) {
    return Math.max(1, steps(millis));
  }

  /** Where it may be cut: between this many parts of equal length. */
  private int parts(int street) {
    return Math.min(streetSteps(graph.millisToEnd(street)), streetSteps(graph.millisToStart(street)));
  }

  /** The node at a place on a passable street. */
  int nodeAt(Snap snap) {
    int parts = parts(snap.street());
    int at = (int) Math.round(snap.fraction() * parts);
    var street = streets.street(snap.street());
    return at == 0 ? street.from() : at == parts ? street.to()
        : cuts.computeIfAbsent(snap.street(), none -> new TreeMap<>()).computeIfAbsent(at, none -> newNode(snap.lon(), snap.lat()));
  }

  /** A node off the streets. */
  int newNode(double lon, double lat) {
    cutPlaces.add(new double[] {lon, lat});
    return streets.nodeCount() + cutPlaces.size() - 1;
  }

  /**
   * A one-way path off the streets, with room for everybody.
   *
   * @param street that it joins
   */
  void path(int from, int to, int steps, int peoplePerStep, int street) {
    add(from, to, steps, peoplePerStep, street, 0, 0, UNLIMITED);
  }

  private void add(int from, int to, int steps, int peoplePerStep, int street, double fromShare, double toShare, int room) {
    arcs.add(new int[] {from, to, steps, peoplePerStep, street});
    shares.add(new double[] {fromShare, toShare});
    storage.add(room);
  }

  Built build() {
    for (var street : streets.streets()) {
      if (graph.passable(street.id())) {
        cut(street.id());
      }
    }
    int nodes = streets.nodeCount() + cutPlaces.size();
    var never = new int[arcs.size()];
    Arrays.fill(never, EvacuationNetwork.NEVER);
    var open = new int[nodes];
    Arrays.fill(open, EvacuationNetwork.NEVER);
    var lon = new double[nodes];
    var lat = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      int extra = node - streets.nodeCount();
      lon[node] = extra < 0 ? streets.nodeLon(node) : cutPlaces.get(extra)[0];
      lat[node] = extra < 0 ? streets.nodeLat(node) : cutPlaces.get(extra)[1];
    }
    var backward = new boolean[never.length];
    for (int arc = 0; arc < backward.length; arc++) {
      backward[arc] = shares.get(arc)[0] > shares.get(arc)[1];
    }
    return new Built(new EvacuationNetwork(nodes, column(0), column(1), column(2), column(3), never, open), column(4), backward,
        shares.stream().mapToDouble(share -> share[0]).toArray(), shares.stream().mapToDouble(share -> share[1]).toArray(),
        storage.stream().mapToInt(room -> room).toArray(), lon, lat);
  }

  private int[] column(int column) {
    return arcs.stream().mapToInt(arc -> arc[column]).toArray();
  }

  private void cut(int id) {
    var street = streets.street(id);
    int parts = parts(id);
    int there = streetSteps(graph.millisToEnd(id));
    int back = streetSteps(graph.millisToStart(id));
    int flow = widths.peoplePerStep(street);
    var inner = cuts.getOrDefault(id, new TreeMap<>());
    int node = street.from();
    int at = 0;
    for (int piece = 0; piece <= inner.size(); piece++) {
      var next = piece < inner.size() ? inner.higherEntry(at) : null;
      int nextAt = next == null ? parts : next.getKey();
      int nextNode = next == null ? street.to() : next.getValue();
      double metresLong = street.lengthMm() / 1000.0 * (nextAt - at) / parts;
      int forward = share(nextAt, there, parts) - share(at, there, parts);
      int backward = share(nextAt, back, parts) - share(at, back, parts);
      double from = (double) at / parts;
      double to = (double) nextAt / parts;
      add(node, nextNode, forward, flow, id, from, to, widths.storage(street, metresLong, flow * forward));
      add(nextNode, node, backward, flow, id, to, from, widths.storage(street, metresLong, flow * backward));
      node = nextNode;
      at = nextAt;
    }
  }

  private static int share(int at, int steps, int parts) {
    return (int) Math.round((double) at * steps / parts);
  }
}
