package org.commonground.siting;

import java.util.Arrays;

/** Gathers, cell by cell, what is left of rows when more is decided. */
final class CellsLeft {

  private final CoverRows rows;
  private final double[] asked;
  private final int[] first;
  private final int[] site;
  private final double[] weight;
  private final double[] asks;
  private final int[] cellOfRow;
  private final int[] before;
  private double alone;
  private int count;
  private int cells;

  /**
   * @param asked of each row
   * @param most  cells
   */
  CellsLeft(CoverRows rows, double[] asked, int most) {
    this.rows = rows;
    this.asked = asked;
    first = new int[rows.count() + 1];
    site = new int[rows.site().length];
    weight = new double[rows.count()];
    asks = new double[rows.count()];
    cellOfRow = new int[rows.count()];
    before = new int[most];
    alone = rows.alone();
  }

  /**
   * @param cell  its number before
   * @param own   its rows
   * @param fixed of each candidate: {@link Fixed}
   */
  void add(int cell, int[] own, byte[] fixed) {
    var builder = new CoverRows.Builder(rows.candidates());
    var kept = new int[rows.candidates()];
    for (int row : own) {
      int size = 0;
      boolean covered = false;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        covered |= fixed[rows.site()[entry]] == Fixed.IN;
        if (fixed[rows.site()[entry]] == Fixed.FREE) {
          kept[size++] = rows.site()[entry];
        }
      }
      if (size == 0 && !covered) {
        alone += rows.weight()[row];
      } else if (!covered) {
        asks[count + builder.row(kept, size, rows.weight()[row])] += asked[row];
      }
    }
    append(cell, builder.build());
  }

  private void append(int cell, CoverRows left) {
    for (int row = 0; row < left.count(); row++) {
      first[count + row + 1] = first[count] + left.first()[row + 1];
      cellOfRow[count + row] = cells;
    }
    System.arraycopy(left.site(), 0, site, first[count], left.site().length);
    System.arraycopy(left.weight(), 0, weight, count, left.count());
    if (left.count() > 0) {
      before[cells++] = cell;
      count += left.count();
    }
  }

  CoverDemand demand() {
    return new CoverDemand(new CoverRows(rows.candidates(), Arrays.copyOf(first, count + 1), Arrays.copyOf(site, first[count]),
        Arrays.copyOf(weight, count), alone), 1, 0);
  }

  /** By row, its cell as it is numbered now. */
  int[] cellOfRow() {
    return Arrays.copyOf(cellOfRow, count);
  }

  double[] asked() {
    return Arrays.copyOf(asks, count);
  }

  /** The number that a cell had before. */
  int before(int cell) {
    return before[cell];
  }
}
