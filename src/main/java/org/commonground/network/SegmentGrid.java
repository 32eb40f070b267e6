package org.commonground.network;

import java.util.Arrays;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The straight segments of all passable streets in metres, in a grid of square cells.
 *
 * <ol>
 *   <li>Each street's line is projected once into flat arrays.
 *   <li>Each segment is entered in every cell its extent touches.
 *   <li>A search looks at rings of cells around the point and stops when the next ring cannot hold anything nearer.
 * </ol>
 */
final class SegmentGrid {

  private static final GeometryFactory LINES = new GeometryFactory();
  private static final double MIN_CELL_METRES = 50;
  private static final int MAX_CELLS = 4_000_000;

  /** Ends of each segment: x1, y1, x2, y2. */
  private final double[] ends;
  private final int[] street;
  /** The segments of street i are entries firstOfStreet[i] to firstOfStreet[i + 1], in order of its line. */
  private final int[] firstOfStreet;
  /** Metres from the street's start to the segment's, and to its end, as a share of the street's length. */
  private final double[] fractionFrom;
  private final double[] fractionTo;
  private double west;
  private double south;
  private double cell;
  private int columns;
  private int rows;
  /** Segments by cell: those of cell i are entries firstInCell[i] to firstInCell[i + 1]. */
  private int[] firstInCell;
  private int[] inCell;

  /** A place on a segment; {@code fraction} is of the whole street. */
  record Hit(int street, double fraction, double x, double y, double distance) {
  }

  private SegmentGrid(int streets, int segments) {
    firstOfStreet = new int[streets + 1];
    ends = new double[4 * segments];
    street = new int[segments];
    fractionFrom = new double[segments];
    fractionTo = new double[segments];
  }

  static SegmentGrid of(WalkGraph graph, LocalProjection projection) {
    int count = 0;
    for (var one : graph.streets().streets()) {
      count += graph.passable(one.id()) ? one.line().getNumPoints() - 1 : 0;
    }
    var grid = new SegmentGrid(graph.streets().streets().size(), count);
    int next = 0;
    for (var one : graph.streets().streets()) {
      if (graph.passable(one.id())) {
        next = grid.project(one, projection, next);
      }
      grid.firstOfStreet[one.id() + 1] = next;
    }
    grid.layCells();
    return grid;
  }

  private int project(Street one, LocalProjection projection, int first) {
    var line = (LineString) projection.toMetres(one.line());
    var points = line.getCoordinateSequence();
    double total = line.getLength();
    double walked = 0;
    int segment = first;
    for (int i = 0; i + 1 < points.size(); i++, segment++) {
      ends[4 * segment] = points.getX(i);
      ends[4 * segment + 1] = points.getY(i);
      ends[4 * segment + 2] = points.getX(i + 1);
      ends[4 * segment + 3] = points.getY(i + 1);
      street[segment] = one.id();
      fractionFrom[segment] = total == 0 ? 0 : walked / total;
      walked += Math.hypot(points.getX(i + 1) - points.getX(i), points.getY(i + 1) - points.getY(i));
      fractionTo[segment] = total == 0 ? 0 : Math.min(1, walked / total);
    }
    return segment;
  }

  private void layCells() {
    var extent = new Envelope();
    for (int segment = 0; segment < street.length; segment++) {
      extent.expandToInclude(ends[4 * segment], ends[4 * segment + 1]);
      extent.expandToInclude(ends[4 * segment + 2], ends[4 * segment + 3]);
    }
    west = extent.isNull() ? 0 : extent.getMinX();
    south = extent.isNull() ? 0 : extent.getMinY();
    cell = Math.max(MIN_CELL_METRES, Math.sqrt(extent.getWidth() * extent.getHeight() / MAX_CELLS));
    cell = Math.max(cell, Math.max(extent.getWidth(), extent.getHeight()) / MAX_CELLS);
    columns = (int) (extent.getWidth() / cell) + 1;
    rows = (int) (extent.getHeight() / cell) + 1;
    firstInCell = new int[columns * rows + 1];
    eachCell((at, segment) -> firstInCell[at + 1]++);
    for (int at = 0; at < columns * rows; at++) {
      firstInCell[at + 1] += firstInCell[at];
    }
    inCell = new int[firstInCell[columns * rows]];
    var next = firstInCell.clone();
    eachCell((at, segment) -> inCell[next[at]++] = segment);
  }

  private interface CellVisitor {
    void visit(int at, int segment);
  }

  private void eachCell(CellVisitor visitor) {
    for (int segment = 0; segment < street.length; segment++) {
      int left = column(Math.min(ends[4 * segment], ends[4 * segment + 2]));
      int right = column(Math.max(ends[4 * segment], ends[4 * segment + 2]));
      int bottom = row(Math.min(ends[4 * segment + 1], ends[4 * segment + 3]));
      int top = row(Math.max(ends[4 * segment + 1], ends[4 * segment + 3]));
      for (int y = bottom; y <= top; y++) {
        for (int x = left; x <= right; x++) {
          visitor.visit(y * columns + x, segment);
        }
      }
    }
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - west) / cell)));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - south) / cell)));
  }

  /**
   * The nearest place on a segment.
   *
   * @param without streets to pass over, one entry per street; null for none
   * @param lost    one more; -1 for none
   * @return null where none is within the limit
   */
  Hit nearest(double x, double y, double limitMetres, boolean[] without, int lost) {
    int column = (int) Math.floor((x - west) / cell);
    int row = (int) Math.floor((y - south) / cell);
    double best = limitMetres * limitMetres;
    int bestSegment = -1;
    int rings = Math.max(Math.max(Math.abs(column), Math.abs(columns - column)),
        Math.max(Math.abs(row), Math.abs(rows - row)));
    for (int ring = 0; ring <= rings; ring++) {
      double nearestInRing = Math.max(0, ring - 1) * cell;
      if (nearestInRing * nearestInRing > best) {
        break;
      }
      int top = Math.min(rows - 1, row + ring);
      for (int cy = Math.max(0, row - ring); cy <= top; cy++) {
        boolean whole = cy == row - ring || cy == row + ring;
        for (int cx = column - ring; cx <= column + ring; cx += whole || ring == 0 ? 1 : 2 * ring) {
          if (cx < 0 || cx >= columns) {
            continue;
          }
          for (int i = firstInCell[cy * columns + cx]; i < firstInCell[cy * columns + cx + 1]; i++) {
            int segment = inCell[i];
            if (street[segment] == lost || without != null && without[street[segment]]) {
              continue;
            }
            double squared = distanceSquared(segment, x, y);
            if (squared < best || squared == best && (bestSegment == -1 || segment < bestSegment)) {
              best = squared;
              bestSegment = segment;
            }
          }
        }
      }
    }
    return bestSegment == -1 ? null : hit(bestSegment, x, y);
  }

  /** Share along a segment of its point nearest to x, y: 0 to 1. */
  private double along(int segment, double x, double y) {
    double dx = ends[4 * segment + 2] - ends[4 * segment];
    double dy = ends[4 * segment + 3] - ends[4 * segment + 1];
    double squared = dx * dx + dy * dy;
    if (squared == 0) {
      return 0;
    }
    double share = ((x - ends[4 * segment]) * dx + (y - ends[4 * segment + 1]) * dy) / squared;
    return Math.max(0, Math.min(1, share));
  }

  private double distanceSquared(int segment, double x, double y) {
    double share = along(segment, x, y);
    double px = ends[4 * segment] + share * (ends[4 * segment + 2] - ends[4 * segment]);
    double py = ends[4 * segment + 1] + share * (ends[4 * segment + 3] - ends[4 * segment + 1]);
    return (px - x) * (px - x) + (py - y) * (py - y);
  }

  /** The place on one segment that is nearest to x, y. */
  Hit hit(int segment, double x, double y) {
    double share = along(segment, x, y);
    double px = ends[4 * segment] + share * (ends[4 * segment + 2] - ends[4 * segment]);
    double py = ends[4 * segment + 1] + share * (ends[4 * segment + 3] - ends[4 * segment + 1]);
    double fraction = fractionFrom[segment] + share * (fractionTo[segment] - fractionFrom[segment]);
    return new Hit(street[segment], fraction, px, py, Math.hypot(px - x, py - y));
  }

  /** Segments with an extent that meets this one, ascending. */
  int[] within(Envelope extent) {
    if (street.length == 0) {
      return new int[0];
    }
    var found = new java.util.TreeSet<Integer>();
    for (int cy = row(extent.getMinY()); cy <= row(extent.getMaxY()); cy++) {
      for (int cx = column(extent.getMinX()); cx <= column(extent.getMaxX()); cx++) {
        for (int i = firstInCell[cy * columns + cx]; i < firstInCell[cy * columns + cx + 1]; i++) {
          found.add(inCell[i]);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Share of a street's length at a point of its line, the first of them being 0. */
  double shareAt(int street, int point) {
    return point == 0 ? 0 : fractionTo[firstOfStreet[street] + point - 1];
  }

  int street(int segment) {
    return street[segment];
  }

  LineString line(int segment) {
    return LINES.createLineString(new Coordinate[] {new Coordinate(ends[4 * segment], ends[4 * segment + 1]),
        new Coordinate(ends[4 * segment + 2], ends[4 * segment + 3])});
  }

  int count() {
    return street.length;
  }

  @Override
  public String toString() {
    return count() + " segments in " + Arrays.toString(new int[] {columns, rows}) + " cells of " + cell + " m";
  }
}
