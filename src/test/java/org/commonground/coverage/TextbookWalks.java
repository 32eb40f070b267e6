package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Profile;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Walks on foot by the plainest means, from the streets alone and none of the engine's arrays: the nearest street by looking at
 * all of them, Dijkstra with a binary heap over adjacency lists, an outline as the stretches of street inside it. Knows no
 * islands: streets that do not belong to the longest connected part are not there.
 */
final class TextbookWalks {

  static final int NO_WAY = Integer.MAX_VALUE;

  final LocalProjection plane;
  private final StreetNetwork streets;
  private final Profile profile;
  private final List<List<int[]>> arcs = new ArrayList<>();
  private final int[] streetMillis;
  private final LineString[] lines;

  /** A place on a street, its straight way there, and its walking time from the street's first point. */
  record On(int street, int accessMillis, int fromMillis) {
  }

  /** A stretch of street inside a shelter, or the one place beside it. */
  record Stretch(int street, int fromMillis, int toMillis, int accessMillis) {
  }

  TextbookWalks(StreetNetwork streets, Profile profile) {
    this.streets = streets;
    this.profile = profile;
    var extent = new Envelope();
    for (int node = 0; node < streets.nodeCount(); node++) {
      extent.expandToInclude(streets.nodeLon(node), streets.nodeLat(node));
      arcs.add(new ArrayList<>());
    }
    plane = LocalProjection.around(extent);
    streetMillis = streets.streets().stream().mapToInt(this::walkMillis).toArray();
    lines = streets.streets().stream().map(street -> (LineString) plane.toMetres(street.line())).toArray(LineString[]::new);
    for (var street : streets.streets()) {
      if (open(street)) {
        arcs.get(street.from()).add(new int[] {street.to(), streetMillis[street.id()]});
        arcs.get(street.to()).add(new int[] {street.from(), streetMillis[street.id()]});
      }
    }
    closeIslands();
  }

  private int walkMillis(Street street) {
    double speed = street.steps() ? profile.stairsMetresPerSecond() : profile.speedMetresPerSecond();
    boolean closed = "no".equals(street.access()) || "private".equals(street.access());
    return closed ? 0 : Math.max(1, (int) Math.round(street.lengthMm() / speed));
  }

  private boolean open(Street street) {
    return streetMillis[street.id()] > 0;
  }

  private void closeIslands() {
    int[] main = new int[0];
    double longest = -1;
    for (int node = 0; node < arcs.size(); node++) {
      if (main.length == 0 || main[node] == NO_WAY) {
        var reached = times(new int[] {node, 0});
        double metres = streets.streets().stream().filter(street -> open(street) && reached[street.from()] != NO_WAY)
            .mapToDouble(Street::lengthMm).sum();
        main = metres > longest ? reached : main;
        longest = Math.max(longest, metres);
      }
      if (longest > streets.streets().stream().filter(this::open).mapToDouble(Street::lengthMm).sum() / 2) {
        break;
      }
    }
    for (var street : streets.streets()) {
      streetMillis[street.id()] = main[street.from()] == NO_WAY ? 0 : streetMillis[street.id()];
    }
  }

  On on(double lon, double lat) {
    var point = new GeometryFactory().createPoint(plane.toMetres(lon, lat));
    double best = Double.MAX_VALUE;
    int nearest = -1;
    for (var street : streets.streets()) {
      double distance = open(street) ? lines[street.id()].distance(point) : Double.MAX_VALUE;
      if (distance < best) {
        best = distance;
        nearest = street.id();
      }
    }
    return new On(nearest, offStreet(best), part(nearest, new LengthIndexedLine(lines[nearest]).project(point.getCoordinate())));
  }

  private int offStreet(double metres) {
    return (int) Math.round(1000 * metres / profile.speedMetresPerSecond());
  }

  private int part(int street, double metres) {
    double length = lines[street].getLength();
    return length == 0 ? 0 : (int) Math.round(metres / length * streetMillis[street]);
  }

  /** Where a shelter is on the streets. */
  List<Stretch> stretches(Geometry shelter) {
    var shape = plane.toMetres(shelter);
    var found = new ArrayList<Stretch>();
    double best = Double.MAX_VALUE;
    Stretch beside = null;
    for (var street : streets.streets()) {
      if (!open(street)) {
        continue;
      }
      var line = lines[street.id()];
      var index = new LengthIndexedLine(line);
      double distance = line.distance(shape);
      if (distance == 0 && shape.getDimension() == 2) {
        var inside = line.intersection(shape);
        for (int i = 0; i < inside.getNumGeometries(); i++) {
          var ends = inside.getGeometryN(i).getCoordinates();
          int a = part(street.id(), index.indexOf(ends[0]));
          int b = part(street.id(), index.indexOf(ends[ends.length - 1]));
          found.add(new Stretch(street.id(), Math.min(a, b), Math.max(a, b), 0));
        }
      } else if (distance < best) {
        best = distance;
        Coordinate at = DistanceOp.nearestPoints(line, shape)[0];
        int part = part(street.id(), index.project(at));
        beside = new Stretch(street.id(), part, part, offStreet(distance));
      }
    }
    return found.isEmpty() ? List.of(beside) : found;
  }

  /** Walking time from a place on a street to each node. */
  int[] times(On from) {
    var street = streets.street(from.street);
    return times(new int[] {street.from(), from.fromMillis},
        new int[] {street.to(), streetMillis[from.street] - from.fromMillis});
  }

  /** Walking time to the nearest of some stretches, given that to each node. */
  int walk(On from, int[] time, List<Stretch> shelter) {
    long best = NO_WAY;
    for (var stretch : shelter) {
      var there = streets.street(stretch.street);
      long onward = Math.min((long) time[there.from()] + stretch.fromMillis,
          (long) time[there.to()] + streetMillis[stretch.street] - stretch.toMillis);
      if (stretch.street == from.street) {
        onward = Math.min(onward, Math.max(0, Math.max(stretch.fromMillis - from.fromMillis, from.fromMillis - stretch.toMillis)));
      }
      best = Math.min(best, onward + stretch.accessMillis + from.accessMillis);
    }
    return (int) best;
  }

  private int[] times(int[]... sources) {
    var time = new int[arcs.size()];
    Arrays.fill(time, NO_WAY);
    var waiting = new PriorityQueue<int[]>((x, y) -> Integer.compare(x[1], y[1]));
    waiting.addAll(List.of(sources));
    while (!waiting.isEmpty()) {
      var entry = waiting.poll();
      if (entry[1] < time[entry[0]]) {
        time[entry[0]] = entry[1];
        arcs.get(entry[0]).forEach(arc -> waiting.add(new int[] {arc[0], entry[1] + arc[1]}));
      }
    }
    return time;
  }
}
