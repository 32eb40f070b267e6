package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Cuts a line into runs that lie inside a space, outside it, or on its edge: not farther from it than a street is mapped wrong.
 *
 * <ol>
 *   <li>The edge is a band between the space made larger and made smaller.
 *   <li>Each segment of a line is cut where it crosses a side of the band.
 *   <li>The middle of each piece says where it lies; neighbours alike are one run.
 * </ol>
 */
final class EdgeRuns {

  /** Where a run lies. */
  enum Side { INSIDE, EDGE, OUTSIDE }

  /** Part of a line: its points one after another, at least two. */
  record Run(Side side, List<Coordinate> points) {

    Coordinate from() {
      return points.get(0);
    }

    Coordinate to() {
      return points.get(points.size() - 1);
    }

    LineString line() {
      return METRES.createLineString(points.toArray(Coordinate[]::new));
    }
  }

  private static final GeometryFactory METRES = new GeometryFactory();

  private final IndexedPointInAreaLocator inner;
  private final IndexedPointInAreaLocator outer;
  private final List<Coordinate[]> sides = new ArrayList<>();
  private final Envelope reach;

  /** @param metres half of the width of the band, so small that some of the space lies inside it */
  EdgeRuns(Geometry outline, double metres) {
    var smaller = outline.buffer(-metres);
    var larger = outline.buffer(metres);
    inner = new IndexedPointInAreaLocator(smaller);
    outer = new IndexedPointInAreaLocator(larger);
    reach = larger.getEnvelopeInternal();
    for (var band : List.of(smaller, larger)) {
      for (var ring : LinearComponentExtracter.getLines(band)) {
        var corners = ((LineString) ring).getCoordinates();
        for (int i = 0; i + 1 < corners.length; i++) {
          sides.add(new Coordinate[] {corners[i], corners[i + 1]});
        }
      }
    }
  }

  List<Run> of(LineString line) {
    var extent = line.getEnvelopeInternal();
    var near = sides.stream().filter(side -> extent.intersects(side[0], side[1])).toList();
    var runs = new ArrayList<Run>();
    var points = line.getCoordinates();
    for (int i = 0; i + 1 < points.length; i++) {
      var cuts = cuts(points[i], points[i + 1], near);
      for (int k = 0; k + 1 < cuts.size(); k++) {
        add(runs, at(points[i], points[i + 1], cuts.get(k)), at(points[i], points[i + 1], cuts.get(k + 1)));
      }
    }
    return runs;
  }

  private void add(List<Run> runs, Coordinate from, Coordinate to) {
    if (from.equals2D(to)) {
      return;
    }
    var side = side(new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2));
    var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && last.side() == side) {
      last.points().add(to);
    } else {
      runs.add(new Run(side, new ArrayList<>(List.of(from, to))));
    }
  }

  Side side(Coordinate place) {
    if (!reach.contains(place) || outer.locate(place) == Location.EXTERIOR) {
      return Side.OUTSIDE;
    }
    return inner.locate(place) == Location.INTERIOR ? Side.INSIDE : Side.EDGE;
  }

  /** Shares of the way from a to b, ascending, 0 and 1 among them. */
  private static List<Double> cuts(Coordinate a, Coordinate b, List<Coordinate[]> sides) {
    var cuts = new ArrayList<>(List.of(0.0, 1.0));
    for (var side : sides) {
      if (Envelope.intersects(a, b, side[0], side[1])) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double sx = side[1].x - side[0].x;
        double sy = side[1].y - side[0].y;
        double cross = dx * sy - dy * sx;
        double share = ((side[0].x - a.x) * sy - (side[0].y - a.y) * sx) / cross;
        if (cross != 0 && share > 0 && share < 1) {
          cuts.add(share);
        }
      }
    }
    cuts.sort(null);
    return cuts;
  }

  private static Coordinate at(Coordinate a, Coordinate b, double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? a : b;
    }
    return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
  }
}
