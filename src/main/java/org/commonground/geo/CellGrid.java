package org.commonground.geo;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Equal cells laid over the ground in columns and rows, on a map of any coordinate reference system. Columns count from the first
 * corner of the first cell, so that a cell's middle has the half numbers. Immutable and safe for use by many threads.
 */
public final class CellGrid {

  /** Places of an extent that are looked up, each way, to find its cells: enough for the bend of any map over a city. */
  private static final int LOOKS = 16;
  /** Cells around an extent that belong to its window, so that there is something to interpolate with at its edge. */
  private static final int AROUND = 2;
  private static final double METRES_PER_DEGREE = 111_195;

  private final int columns;
  private final int rows;
  private final AffineTransform toMap;
  private final AffineTransform toCells;
  private final MathTransform lonLatToMap;
  private final MathTransform mapToLonLat;

  private CellGrid(int columns, int rows, AffineTransform toMap, MathTransform lonLatToMap, MathTransform mapToLonLat) {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a grid of " + columns + " columns and " + rows + " rows has no cell");
    }
    this.columns = columns;
    this.rows = rows;
    this.toMap = new AffineTransform(toMap);
    this.lonLatToMap = lonLatToMap;
    this.mapToLonLat = mapToLonLat;
    try {
      toCells = toMap.createInverse();
    } catch (NoninvertibleTransformException flat) {
      throw new IllegalArgumentException("its cells have no extent", flat);
    }
  }

  /**
   * @param toMap from column and row to x (east) and y (north) of the map
   * @param crs   of the map
   * @throws IllegalArgumentException where there is no cell, or nothing leads from longitude and latitude to this map
   */
  public static CellGrid of(int columns, int rows, AffineTransform toMap, CoordinateReferenceSystem crs) {
    var horizontal = CRS.getHorizontalCRS(crs);
    if (!(horizontal instanceof GeographicCRS) && !(horizontal instanceof ProjectedCRS)) {
      throw new IllegalArgumentException("its map has no place on earth");
    }
    try {
      var forward = CRS.findMathTransform(DefaultGeographicCRS.WGS84, horizontal, true);
      if (CRS.getAxisOrder(horizontal) == CRS.AxisOrder.NORTH_EAST) {
        forward = ConcatenatedTransform.create(forward, new AffineTransform2D(0, 1, 1, 0, 0, 0));
      }
      return forward.isIdentity() ? new CellGrid(columns, rows, toMap, null, null)
          : new CellGrid(columns, rows, toMap, forward, forward.inverse());
    } catch (FactoryException | TransformException unrelated) {
      throw new IllegalArgumentException("nothing leads from longitude and latitude to its map", unrelated);
    }
  }

  /**
   * A grid in degrees, north up.
   *
   * @param west  of the first column's outer edge
   * @param north of the first row's outer edge
   * @param width  of a cell, degrees of longitude
   * @param height of a cell, degrees of latitude
   */
  public static CellGrid ofDegrees(int columns, int rows, double west, double north, double width, double height) {
    return new CellGrid(columns, rows, new AffineTransform(width, 0, 0, -height, west, north), null, null);
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** Whether the edges of its cells run along meridians and parallels, and are therefore straight in degrees. */
  public boolean upright() {
    return lonLatToMap == null && toMap.getShearX() == 0 && toMap.getShearY() == 0;
  }

  /** Column as x and row as y, both with their fractions, of a place; null for one that is not on this map. */
  public Coordinate cell(double lon, double lat) {
    var at = new double[] {lon, lat};
    if (lonLatToMap != null && !transform(lonLatToMap, at)) {
      return null;
    }
    var cell = toCells.transform(new Point2D.Double(at[0], at[1]), null);
    return Double.isFinite(cell.getX()) && Double.isFinite(cell.getY()) ? new Coordinate(cell.getX(), cell.getY()) : null;
  }

  /**
   * Longitude as x, latitude as y. The same numbers give the same place to the last bit, so neighbours share their corners.
   *
   * @throws IllegalArgumentException where the map ends before
   */
  public Coordinate place(double column, double row) {
    var on = toMap.transform(new Point2D.Double(column, row), null);
    var at = new double[] {on.getX(), on.getY()};
    if (mapToLonLat != null && !transform(mapToLonLat, at)) {
      throw new IllegalArgumentException("column " + column + ", row " + row + " is no place on earth");
    }
    return new Coordinate(at[0], at[1]);
  }

  private static boolean transform(MathTransform transform, double[] at) {
    try {
      transform.transform(at, 0, at, 0, 1);
      return true;
    } catch (TransformException beyond) {
      return false;
    }
  }

  /** Cells that an extent in degrees touches, and a few around them; null where there are none. */
  public Rectangle window(Envelope extent) {
    var touched = new Envelope();
    for (int i = 0; i <= LOOKS; i++) {
      for (int j = 0; j <= LOOKS; j++) {
        var cell = cell(extent.getMinX() + extent.getWidth() * i / LOOKS, extent.getMinY() + extent.getHeight() * j / LOOKS);
        if (cell != null) {
          touched.expandToInclude(cell);
        }
      }
    }
    var common = touched.intersection(new Envelope(0, columns, 0, rows));
    if (common.isNull()) {
      return null;
    }
    int left = (int) Math.max(0, Math.floor(common.getMinX()) - AROUND);
    int top = (int) Math.max(0, Math.floor(common.getMinY()) - AROUND);
    int right = (int) Math.min(columns, Math.ceil(common.getMaxX()) + AROUND);
    int bottom = (int) Math.min(rows, Math.ceil(common.getMaxY()) + AROUND);
    return new Rectangle(left, top, right - left, bottom - top);
  }

  /** The cells of a window as a grid of their own. */
  public CellGrid part(Rectangle window) {
    var moved = new AffineTransform(toMap);
    moved.translate(window.x, window.y);
    return new CellGrid(window.width, window.height, moved, lonLatToMap, mapToLonLat);
  }

  /** Metres that the sides of the middle cell measure: along its row as x, along its column as y. To a percent. */
  public Coordinate cellMetres() {
    var corner = place(columns / 2, rows / 2);
    return new Coordinate(metres(corner, place(columns / 2 + 1, rows / 2)), metres(corner, place(columns / 2, rows / 2 + 1)));
  }

  private static double metres(Coordinate from, Coordinate to) {
    double east = (to.x - from.x) * Math.cos(Math.toRadians(from.y));
    return Math.hypot(east, to.y - from.y) * METRES_PER_DEGREE;
  }
}
