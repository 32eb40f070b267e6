package org.commonground.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Finds the nearest place <em>on</em> a walkable street, not the nearest junction, in metres of the local projection.
 *
 * <p>An island (see {@link Components}) is passed over where a main street is at most {@link #ISLAND_DETOUR_METRES} farther.
 * Ties go to the street with the lower index. Immutable and safe for use by many threads.
 */
public final class Snapper {

  /** How much farther than an island's street a main street may be and still be taken: about two plots of land. */
  public static final double ISLAND_DETOUR_METRES = 100;

  private static final int NONE = -1;

  private final WalkGraph graph;
  private final LocalProjection projection;
  private final SegmentGrid segments;
  private final boolean[] onIsland;
  private final boolean anyIsland;
  /** Streets that are closed, and those that are closed or on an island; null where none is closed. */
  private final boolean[] closed;
  private final boolean[] closedOrOnIsland;

  /** @param graph only its passable streets are snapped to */
  public Snapper(WalkGraph graph, LocalProjection projection) {
    this.graph = graph;
    this.projection = projection;
    segments = SegmentGrid.of(graph, projection);
    var components = Components.of(graph);
    onIsland = new boolean[graph.streets().streets().size()];
    for (var street : graph.streets().streets()) {
      onIsland[street.id()] = graph.passable(street.id()) && components.onIsland(street.from());
    }
    anyIsland = !components.islands().isEmpty();
    closed = null;
    closedOrOnIsland = onIsland;
  }

  private Snapper(Snapper open, boolean[] closed) {
    graph = open.graph;
    projection = open.projection;
    segments = open.segments;
    onIsland = open.onIsland;
    anyIsland = open.anyIsland;
    this.closed = closed;
    closedOrOnIsland = closed.clone();
    for (int street = 0; street < closed.length; street++) {
      closedOrOnIsland[street] |= onIsland[street];
    }
  }

  /** The same, passing over the streets that are closed. What a closing cuts off does not become an island by that. */
  public Snapper avoiding(Obstacles obstacles) {
    if (obstacles.none()) {
      return this;
    }
    var closing = new boolean[onIsland.length];
    for (int street = 0; street < closing.length; street++) {
      closing[street] = obstacles.closes(street);
    }
    return new Snapper(this, closing);
  }

  /** The nearest place on any street, or on a main street if one is not much farther; null where none is within the limit. */
  private SegmentGrid.Hit nearest(double x, double y, double limitMetres, int lost) {
    var nearest = segments.nearest(x, y, limitMetres, closed, lost);
    if (!anyIsland || nearest == null || !onIsland[nearest.street()]) {
      return nearest;
    }
    double farthest = Math.min(limitMetres, nearest.distance() + ISLAND_DETOUR_METRES);
    var main = segments.nearest(x, y, farthest, closedOrOnIsland, lost);
    return main == null ? nearest : main;
  }

  /**
   * @param limitMetres longest straight line to the street
   * @return empty where no passable street is within the limit
   */
  public Optional<Snap> snap(double lon, double lat, double limitMetres) {
    return snap(lon, lat, limitMetres, NONE);
  }

  /**
   * The same, passing over one more street.
   *
   * @param lost index of the street
   */
  public Optional<Snap> snap(double lon, double lat, double limitMetres, int lost) {
    if (!projection.reaches(lon, lat)) {
      return Optional.empty();
    }
    var point = projection.toMetres(lon, lat);
    var hit = nearest(point.x, point.y, limitMetres, lost);
    return hit == null ? Optional.empty() : Optional.of(snap(hit, hit.distance()));
  }

  private Snap snap(SegmentGrid.Hit hit, double offsetMetres) {
    var place = projection.toDegrees(hit.x(), hit.y());
    return new Snap(hit.street(), hit.fraction(), place.x, place.y, offsetMetres);
  }

  /**
   * Where streets enter an area: the places where passable streets cross its edge. A point, or an area that no street crosses,
   * has the one place nearest to it; an area that only islands cross has also the nearest place on a main street within the
   * detour, so that a park's own unconnected paths do not cut it off.
   *
   * @param geometry    point or polygon, lon/lat
   * @param limitMetres longest straight line from its edge to that one place
   * @return in order of street and fraction; empty where no passable street is within the limit
   */
  public List<Snap> gates(Geometry geometry, double limitMetres) {
    var metres = projection.toMetres(geometry);
    var crossings = new ArrayList<Snap>();
    if (metres.getDimension() == 2) {
      var edge = metres.getBoundary();
      var prepared = PreparedGeometryFactory.prepare(edge);
      for (var candidate : segments.within(edge.getEnvelopeInternal())) {
        var segment = segments.line(candidate);
        if (!isClosed(candidate) && prepared.intersects(segment)) {
          for (var at : edge.intersection(segment).getCoordinates()) {
            crossings.add(snap(segments.hit(candidate, at.x, at.y), 0));
          }
        }
      }
    }
    if (!crossings.isEmpty()) {
      if (crossings.stream().allMatch(at -> onIsland[at.street()])) {
        var main = nearestTo(metres, Math.min(limitMetres, ISLAND_DETOUR_METRES), true);
        if (main != null) {
          crossings.add(snap(main, distance(main, metres)));
        }
      }
      crossings.sort(Comparator.comparingInt(Snap::street).thenComparingDouble(Snap::fraction));
      return List.copyOf(crossings);
    }
    var hit = nearestTo(metres, limitMetres);
    return hit == null ? List.of() : List.of(snap(hit, distance(hit, metres)));
  }

  private SegmentGrid.Hit nearestTo(Geometry metres, double limitMetres) {
    if (metres.getDimension() == 0) {
      var at = metres.getCoordinate();
      return nearest(at.x, at.y, limitMetres, NONE);
    }
    var any = nearestTo(metres, limitMetres, false);
    if (any == null || !onIsland[any.street()]) {
      return any;
    }
    var main = nearestTo(metres, Math.min(limitMetres, distance(any, metres) + ISLAND_DETOUR_METRES), true);
    return main == null ? any : main;
  }

  private SegmentGrid.Hit nearestTo(Geometry metres, double limitMetres, boolean mainOnly) {
    var extent = metres.getEnvelopeInternal();
    var reach = new Envelope(extent);
    reach.expandBy(limitMetres);
    SegmentGrid.Hit best = null;
    double bestDistance = Math.nextUp(limitMetres);
    for (int candidate : segments.within(reach)) {
      if (isClosed(candidate) || mainOnly && onIsland[segments.street(candidate)]) {
        continue;
      }
      var line = segments.line(candidate);
      if (line.getEnvelopeInternal().distance(extent) >= bestDistance) {
        continue;
      }
      var between = new DistanceOp(metres, line);
      if (between.distance() < bestDistance) {
        Coordinate on = between.nearestPoints()[1];
        best = segments.hit(candidate, on.x, on.y);
        bestDistance = between.distance();
      }
    }
    return best;
  }

  private boolean isClosed(int segment) {
    return closed != null && closed[segments.street(segment)];
  }

  private static double distance(SegmentGrid.Hit hit, Geometry metres) {
    return metres.distance(metres.getFactory().createPoint(new Coordinate(hit.x(), hit.y())));
  }

  /**
   * Share of a street's length at a point of its line, measured as the shares of {@link Snap}s are.
   *
   * @param street a passable one
   * @param point  index in its line
   */
  public double shareAt(int street, int point) {
    return segments.shareAt(street, point);
  }

  /** Nodes with a passable street that lie inside an area or on its edge, ascending; none for a point. */
  public int[] nodesInside(Geometry geometry) {
    if (geometry.getDimension() < 2) {
      return new int[0];
    }
    var inside = PreparedGeometryFactory.prepare(geometry);
    var extent = geometry.getEnvelopeInternal();
    var streets = graph.streets();
    return java.util.stream.IntStream.range(0, graph.nodeCount())
        .filter(node -> extent.contains(streets.nodeLon(node), streets.nodeLat(node)))
        .filter(node -> graph.firstArc(node) < graph.endArc(node))
        .filter(node -> inside.covers(
            geometry.getFactory().createPoint(new Coordinate(streets.nodeLon(node), streets.nodeLat(node)))))
        .toArray();
  }
}
