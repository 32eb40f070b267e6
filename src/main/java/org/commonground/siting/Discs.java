package org.commonground.siting;

import java.util.Arrays;

/** Who covers whom in the plane: everybody within a radius as the crow flies. */
public final class Discs {

  private final double[] x;
  private final double[] y;
  private final double radius;
  private final double west;
  private final double south;
  private final double cell;
  private final int columns;
  private final int lines;
  private final int[] firstOfCell;
  private final int[] siteOfCell;

  private Discs(double[] x, double[] y, double radius) {
    this.x = x;
    this.y = y;
    this.radius = radius;
    west = Arrays.stream(x).min().orElse(0);
    south = Arrays.stream(y).min().orElse(0);
    double width = Arrays.stream(x).max().orElse(0) - west;
    double height = Arrays.stream(y).max().orElse(0) - south;
    cell = Math.max(radius, Math.max(width, height) / 1_000);
    columns = cell > 0 ? (int) (width / cell) + 1 : 1;
    lines = cell > 0 ? (int) (height / cell) + 1 : 1;
    firstOfCell = new int[columns * lines + 1];
    siteOfCell = new int[x.length];
    for (int site = 0; site < x.length; site++) {
      firstOfCell[cellOf(site) + 1]++;
    }
    Arrays.parallelPrefix(firstOfCell, Integer::sum);
    var next = firstOfCell.clone();
    for (int site = 0; site < x.length; site++) {
      siteOfCell[next[cellOf(site)]++] = site;
    }
  }

  /**
   * @param x          of each point, metres
   * @param y          of each point, metres
   * @param weight     of each point, 0 or more
   * @param candidateX of each candidate, metres
   * @param candidateY of each candidate, metres
   * @param radius     metres, 0 or more; who is at it is covered
   */
  public static CoverRows rows(double[] x, double[] y, double[] weight, double[] candidateX, double[] candidateY, double radius) {
    if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the radius is " + radius + ", not 0 or more");
    }
    var discs = new Discs(candidateX, candidateY, radius);
    var builder = new CoverRows.Builder(candidateX.length);
    var near = new int[candidateX.length];
    for (int point = 0; point < x.length; point++) {
      builder.add(near, discs.covering(x[point], y[point], near), weight[point]);
    }
    return builder.build();
  }

  private int covering(double px, double py, int[] near) {
    int count = 0;
    int column = (int) Math.floor(cell > 0 ? (px - west) / cell : 0);
    int line = (int) Math.floor(cell > 0 ? (py - south) / cell : 0);
    for (int l = Math.max(0, line - 1); l <= Math.min(lines - 1, line + 1); l++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        for (int at = firstOfCell[l * columns + c]; at < firstOfCell[l * columns + c + 1]; at++) {
          double dx = x[siteOfCell[at]] - px;
          double dy = y[siteOfCell[at]] - py;
          if (dx * dx + dy * dy <= radius * radius) {
            near[count++] = siteOfCell[at];
          }
        }
      }
    }
    Arrays.sort(near, 0, count);
    return count;
  }

  private int cellOf(int site) {
    return cell > 0 ? (int) ((y[site] - south) / cell) * columns + (int) ((x[site] - west) / cell) : 0;
  }
}
