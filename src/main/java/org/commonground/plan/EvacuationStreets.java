package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.network.Snap;
import org.commonground.network.StreetNetwork;
import org.commonground.network.WalkGraph;

/**
 * The streets of a question as an evacuation walks them.
 *
 * <ol>
 *   <li>A street takes each group a number of whole steps, each way. It is cut where people or shelters join it, at whole steps, so that nobody is
 *       moved by more than half a step's walk.
 *   <li>Off the streets, people come out of a shelter's ground, and gates lie off their street: each a way of its own.
 *   <li>All pieces become directed arcs, and each arc knows its street.
 *   <li>Each group walks at a pace of its own. Where none is the fastest everywhere, pace 0 is nobody's: the fastest of all.
 * </ol>
 *
 * <p>First {@link #nodeAt}, {@link #newNode} and {@link #path}, then {@link #build}. For one thread.
 */
final class EvacuationStreets {

  /** People per step where nothing is in the way. */
  static final int UNLIMITED = 1_000_000;

  private final StreetNetwork streets;
  private final List<WalkGraph> graphs;
  private final EvacuationWidths widths;
  private final double stepMillis;
  private final TreeMap<Integer, TreeMap<Integer, Integer>> cuts = new TreeMap<>();
  private final List<double[]> cutPlaces = new ArrayList<>();
  private final List<int[]> arcs = new ArrayList<>();
  private final List<int[]> travel = new ArrayList<>();
  private final List<Integer> storage = new ArrayList<>();

  /**
   * The finished network.
   *
   * @param street   of each arc; for one off the streets, the street it joins
   * @param backward whether an arc runs from the street's last point to its first
   * @param storage  people who find room on each arc
   * @param pace     of each group
   * @param nodeLon  of each node
   */
  record Built(EvacuationNetwork network, int[] street, boolean[] backward, int[] storage, int[] pace, double[] nodeLon,
      double[] nodeLat) {
  }

  /** @param graphs of each group, on the same streets */
  EvacuationStreets(List<WalkGraph> graphs, EvacuationWidths widths) {
    this.graphs = graphs;
    this.widths = widths;
    streets = graphs.get(0).streets();
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
    return graphs.stream().filter(graph -> graph.passable(street))
        .mapToInt(graph -> Math.min(streetSteps(graph.millisToEnd(street)), streetSteps(graph.millisToStart(street)))).min().orElseThrow();
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

  /** A node off the streets, shown where another is. */
  int newNodeAt(int node) {
    int cut = node - streets.nodeCount();
    return cut < 0 ? newNode(streets.nodeLon(node), streets.nodeLat(node)) : newNode(cutPlaces.get(cut)[0], cutPlaces.get(cut)[1]);
  }

  /**
   * A one-way path off the streets, with room for everybody.
   *
   * @param steps  of each group; {@link EvacuationNetwork#NEVER} where it cannot go there
   * @param street that it joins
   */
  void path(int from, int to, int[] steps, int peoplePerStep, int street) {
    add(from, to, steps, peoplePerStep, street, false, UNLIMITED);
  }

  private void add(int from, int to, int[] steps, int peoplePerStep, int street, boolean backward, int room) {
    arcs.add(new int[] {from, to, peoplePerStep, street, backward ? 1 : 0});
    travel.add(steps);
    storage.add(room);
  }

  Built build() {
    for (var street : streets.streets()) {
      if (graphs.stream().anyMatch(graph -> graph.passable(street.id()))) {
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
      backward[arc] = arcs.get(arc)[4] == 1;
    }
    var paces = paces();
    int first = paces.length - graphs.size();
    return new Built(new EvacuationNetwork(nodes, column(0), column(1), paces, column(2), never, open), column(3), backward,
        storage.stream().mapToInt(room -> room).toArray(), IntStream.range(first, paces.length).toArray(), lon, lat);
  }

  /** Steps by pace and arc. */
  private int[][] paces() {
    var groups = new int[graphs.size()][arcs.size()];
    var fastest = new int[arcs.size()];
    for (int arc = 0; arc < fastest.length; arc++) {
      fastest[arc] = Arrays.stream(travel.get(arc)).min().orElseThrow();
      for (int group = 0; group < groups.length; group++) {
        groups[group][arc] = travel.get(arc)[group];
      }
    }
    return Arrays.equals(fastest, groups[0]) ? groups
        : Stream.concat(Stream.of(fastest), Arrays.stream(groups)).toArray(int[][]::new);
  }

  private int[] column(int column) {
    return arcs.stream().mapToInt(arc -> arc[column]).toArray();
  }

  private void cut(int id) {
    var street = streets.street(id);
    int parts = parts(id);
    int flow = widths.peoplePerStep(street);
    var inner = cuts.getOrDefault(id, new TreeMap<>());
    int node = street.from();
    int at = 0;
    for (int piece = 0; piece <= inner.size(); piece++) {
      var next = piece < inner.size() ? inner.higherEntry(at) : null;
      int nextAt = next == null ? parts : next.getKey();
      int nextNode = next == null ? street.to() : next.getValue();
      double metresLong = street.lengthMm() / 1000.0 * (nextAt - at) / parts;
      var forward = new int[graphs.size()];
      var backward = new int[graphs.size()];
      for (int group = 0; group < forward.length; group++) {
        boolean walks = graphs.get(group).passable(id);
        forward[group] = walks ? part(at, nextAt, graphs.get(group).millisToEnd(id), parts) : EvacuationNetwork.NEVER;
        backward[group] = walks ? part(at, nextAt, graphs.get(group).millisToStart(id), parts) : EvacuationNetwork.NEVER;
      }
      add(node, nextNode, forward, flow, id, false, widths.storage(street, metresLong, flow * least(forward)));
      add(nextNode, node, backward, flow, id, true, widths.storage(street, metresLong, flow * least(backward)));
      node = nextNode;
      at = nextAt;
    }
  }

  private static int least(int[] steps) {
    return Arrays.stream(steps).min().orElseThrow();
  }

  /** Steps of a part of a street that takes so long as a whole; those of all its parts add up. */
  private int part(int from, int to, int millis, int parts) {
    int steps = streetSteps(millis);
    return (int) (Math.round((double) to * steps / parts) - Math.round((double) from * steps / parts));
  }
}
