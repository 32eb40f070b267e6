package org.commonground.geo;

/**
 * How steep a surface is at each cell of a raster of heights, by Horn's formula (1981, "Hill shading and the reflectance map"): the
 * weighted differences of the three columns, and of the three rows, around a cell.
 *
 * <pre>
 *   a b c      dz/dx = ((c + 2f + i) - (a + 2d + g)) / (8 · width)
 *   d e f      dz/dy = ((g + 2h + i) - (a + 2b + c)) / (8 · height)
 *   g h i      slope = √(dz/dx² + dz/dy²)
 * </pre>
 *
 * <p>All nine heights must be known, so nothing is said of the raster's rim, nor beside a cell without data.
 */
public final class SurfaceSlope {

  private SurfaceSlope() {
  }

  /**
   * @param heights metres
   * @return percent (metres up or down for 100 metres along), on the same grid; NaN where nothing is known
   */
  public static Raster percent(Raster heights) {
    var grid = heights.grid();
    var size = grid.cellMetres();
    var percent = new float[grid.columns() * grid.rows()];
    for (int cell = 0; cell < percent.length; cell++) {
      percent[cell] = (float) percentAt(heights, cell % grid.columns(), cell / grid.columns(), size.x, size.y);
    }
    return new Raster(grid, percent);
  }

  private static double percentAt(Raster heights, int column, int row, double width, double height) {
    double alongRow = 0;
    double alongColumn = 0;
    for (int step = -1; step <= 1; step++) {
      int weight = step == 0 ? 2 : 1;
      alongRow += weight * (heights.at(column + 1, row + step) - (double) heights.at(column - 1, row + step));
      alongColumn += weight * (heights.at(column + step, row + 1) - (double) heights.at(column + step, row - 1));
    }
    return Float.isNaN(heights.at(column, row)) ? Double.NaN
        : 100 * Math.hypot(alongRow / (8 * width), alongColumn / (8 * height));
  }
}
