package org.commonground.geo;

/**
 * A value for every cell of a grid, such as the height of the ground or the depth of water. A cell that nothing is known of holds
 * {@link Float#NaN}, which is not zero. Immutable and safe for use by many threads.
 */
public final class Raster {

  private final CellGrid grid;
  private final float[] values;

  /**
   * @param values one per cell, row by row; NaN where nothing is known
   * @throws IllegalArgumentException where there are more or fewer than cells
   */
  public Raster(CellGrid grid, float[] values) {
    if (values.length != (long) grid.columns() * grid.rows()) {
      throw new IllegalArgumentException(values.length + " values for " + grid.columns() + " x " + grid.rows() + " cells");
    }
    this.grid = grid;
    this.values = values.clone();
  }

  public CellGrid grid() {
    return grid;
  }

  /** The same with nothing known of cells whose value lies outside these limits. */
  public Raster within(float low, float high) {
    var kept = values.clone();
    for (int cell = 0; cell < kept.length; cell++) {
      if (!(kept[cell] >= low && kept[cell] <= high)) {
        kept[cell] = Float.NaN;
      }
    }
    return new Raster(grid, kept);
  }

  /** The value of a cell; NaN where nothing is known, and outside the grid. */
  public float at(int column, int row) {
    return column < 0 || column >= grid.columns() || row < 0 || row >= grid.rows() ? Float.NaN
        : values[row * grid.columns() + column];
  }

  /** The value of the cell that a place lies in; NaN where nothing is known, and outside the grid. */
  public float nearest(double lon, double lat) {
    var cell = grid.cell(lon, lat);
    return cell == null ? Float.NaN : at((int) Math.floor(cell.x), (int) Math.floor(cell.y));
  }

  /**
   * The value at a place between the middles of the four cells around it, linear each way. Of these, the ones that nothing is
   * known of are left out and the rest weighed up; NaN where the cell of the place itself is one of them.
   */
  public double bilinear(double lon, double lat) {
    var cell = grid.cell(lon, lat);
    if (cell == null || Float.isNaN(at((int) Math.floor(cell.x), (int) Math.floor(cell.y)))) {
      return Double.NaN;
    }
    int left = (int) Math.floor(cell.x - 0.5);
    int top = (int) Math.floor(cell.y - 0.5);
    double right = cell.x - 0.5 - left;
    double bottom = cell.y - 0.5 - top;
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 4; corner++) {
      double value = at(left + (corner & 1), top + (corner >> 1));
      double weight = ((corner & 1) == 0 ? 1 - right : right) * (corner >> 1 == 0 ? 1 - bottom : bottom);
      if (!Double.isNaN(value)) {
        sum += weight * value;
        weights += weight;
      }
    }
    return sum / weights;
  }
}
