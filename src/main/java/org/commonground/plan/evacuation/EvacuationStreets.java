package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
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
 *   <li>A street takes each group a number of whole steps, each way. It is cut where people or shelters join it, at whole steps, so that
 *       nobody is moved by more than half a step's walk.
 *   <li>Off the streets, people come out of a shelter's ground, and gates lie off their street: each a way of its own.
 *   <li>All pieces become directed arcs, and each arc knows its street. A piece closes when the first hazard comes to its street.
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
  private final EvacuationTimes times;
  private final double stepMillis;
  private final TreeMap<Integer, TreeMap<Integer, Integer>> cuts = new TreeMap<>();
  private final List<double[]> cutPlaces = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  /** @param opposite number of the piece that leads back; -1 where there is none */
  private record Piece(int from, int to, int[] steps, int peoplePerStep, int street, double fromShare, double toShare, int room,
      int opposite) {
  }

  /**
   * The finished network.
   *
   * @param street    of each arc; for one off the streets, the street it joins
   * @param backward  whether an arc runs from the street's last point to its first
   * @param fromShare of the street's length, where an arc begins; both are 0 off the streets
   * @param toShare   where it ends
   * @param opposite  the arc that leads back; -1 where there is none
   * @param storage   people who find room on each arc
   * @param pace      of each group
   * @param nodeLon   of each node
   */
  record Built(EvacuationNetwork network, int[] street, boolean[] backward, double[] fromShare, double[] toShare, int[] opposite,
      int[] storage, int[] pace, double[] nodeLon, double[] nodeLat) {

    /** Twice the number of the arc's street, and one more where it runs backward. */
    int way(int arc) {
      return 2 * street[arc] + (backward[arc] ? 1 : 0);
    }
  }

  /** @param graphs of each group, on the same streets */
  EvacuationStreets(List<WalkGraph> graphs, EvacuationWidths widths, EvacuationTimes times) {
    this.graphs = graphs;
    this.widths = widths;
    this.times = times;
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

  double lon(int node) {
    int cut = node - streets.nodeCount();
    return cut < 0 ? streets.nodeLon(node) : cutPlaces.get(cut)[0];
  }

  double lat(int node) {
    int cut = node - streets.nodeCount();
    return cut < 0 ? streets.nodeLat(node) : cutPlaces.get(cut)[1];
  }

  /**
   * A one-way path off the streets, with room for everybody.
   *
   * @param steps  of each group; {@link EvacuationNetwork#NEVER} where it cannot go there
   * @param street that it joins
   */
  void path(int from, int to, int[] steps, int street) {
    pieces.add(new Piece(from, to, steps, UNLIMITED, street, 0, 0, UNLIMITED, -1));
  }

  Built build() {
    for (var street : streets.streets()) {
      if (graphs.stream().anyMatch(graph -> graph.passable(street.id()))) {
        cut(street.id());
      }
    }
    int nodes = streets.nodeCount() + cutPlaces.size();
    var lon = IntStream.range(0, nodes).mapToDouble(this::lon).toArray();
    var lat = IntStream.range(0, nodes).mapToDouble(this::lat).toArray();
    var backward = new boolean[pieces.size()];
    for (int arc = 0; arc < backward.length; arc++) {
      backward[arc] = pieces.get(arc).fromShare > pieces.get(arc).toShare;
    }
    var paces = paces();
    int first = paces.length - graphs.size();
    var network = new EvacuationNetwork(nodes, whole(Piece::from), whole(Piece::to), paces, whole(Piece::peoplePerStep),
        whole(piece -> times.streetCloses(piece.street)), IntStream.range(0, nodes).map(node -> times.placeCloses(lon[node], lat[node])).toArray());
    return new Built(network, whole(Piece::street), backward, real(Piece::fromShare), real(Piece::toShare), whole(Piece::opposite),
        whole(Piece::room), IntStream.range(first, paces.length).toArray(), lon, lat);
  }

  private int[] whole(ToIntFunction<Piece> of) {
    return pieces.stream().mapToInt(of).toArray();
  }

  private double[] real(ToDoubleFunction<Piece> of) {
    return pieces.stream().mapToDouble(of).toArray();
  }

  /** Steps by pace and arc. */
  private int[][] paces() {
    var groups = new int[graphs.size()][pieces.size()];
    var fastest = new int[pieces.size()];
    for (int arc = 0; arc < fastest.length; arc++) {
      fastest[arc] = least(pieces.get(arc).steps);
      for (int group = 0; group < groups.length; group++) {
        groups[group][arc] = pieces.get(arc).steps[group];
      }
    }
    return Arrays.equals(fastest, groups[0]) ? groups
        : Stream.concat(Stream.of(fastest), Arrays.stream(groups)).toArray(int[][]::new);
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
      double from = (double) at / parts;
      double to = (double) nextAt / parts;
      int arc = pieces.size();
      pieces.add(new Piece(node, nextNode, forward, flow, id, from, to, widths.storage(street, metresLong, flow * least(forward)), arc + 1));
      pieces.add(new Piece(nextNode, node, backward, flow, id, to, from, widths.storage(street, metresLong, flow * least(backward)), arc));
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
