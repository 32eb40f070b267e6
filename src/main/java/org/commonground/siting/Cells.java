package org.commonground.siting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts rows into cells of rows that share their candidates, without knowing where they are.
 *
 * <ol>
 *   <li>Anchors: the sites of a good set, and further candidates, those that cover most of what is left, until all is covered.
 *   <li>Each candidate is at home with the anchor that shares most weight with it.
 *   <li>Each row is in the cell that most of its candidates are at home in.
 *   <li>Cells that know many more candidates than a row does are halved.
 * </ol>
 */
final class Cells {

  private static final double SPREAD = 2;

  private final CoverRows rows;
  private final int[] home;

  private Cells(CoverRows rows) {
    this.rows = rows;
    home = new int[rows.candidates()];
  }

  /** By row, its cell: 0, 1, … */
  static int[] of(CoverRows rows, Demand demand, int[] sites) {
    var cells = new Cells(rows);
    cells.settle(demand, sites);
    return numbered(cells.split(cells.rows()));
  }

  /** Halves cells between two rows that have little in common, until each knows few candidates more than a row does. */
  private int[] split(int[] cellOfRow) {
    var queue = new ArrayDeque<int[]>();
    for (var own : members(cellOfRow)) {
      queue.add(own);
    }
    double enough = SPREAD * rows.site().length / Math.max(1, rows.count());
    var split = new int[rows.count()];
    int cells = 0;
    while (!queue.isEmpty()) {
      var own = queue.poll();
      var halves = candidates(own) <= enough ? List.<int[]>of() : halves(own);
      if (halves.size() == 2) {
        queue.addAll(halves);
      } else {
        for (int row : own) {
          split[row] = cells;
        }
        cells++;
      }
    }
    return split;
  }

  static int[][] members(int[] cellOfRow) {
    var count = new int[Arrays.stream(cellOfRow).max().orElse(-1) + 1];
    for (int cell : cellOfRow) {
      count[cell]++;
    }
    var members = new int[count.length][];
    Arrays.setAll(members, cell -> new int[count[cell]]);
    for (int row = cellOfRow.length - 1; row >= 0; row--) {
      members[cellOfRow[row]][--count[cellOfRow[row]]] = row;
    }
    return members;
  }

  private long candidates(int[] own) {
    var met = new BitSet();
    for (int row : own) {
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        met.set(rows.site()[entry]);
      }
    }
    return met.cardinality();
  }

  private List<int[]> halves(int[] own) {
    int one = apart(own, own[0]);
    int other = apart(own, one);
    var toOne = new ArrayList<Integer>();
    var toOther = new ArrayList<Integer>();
    var first = marks(one);
    var second = marks(other);
    for (int row : own) {
      (row == one || row != other && like(row, first) >= like(row, second) ? toOne : toOther).add(row);
    }
    return toOther.isEmpty() ? List.of() : List.of(toOne.stream().mapToInt(row -> row).toArray(),
        toOther.stream().mapToInt(row -> row).toArray());
  }

  private int apart(int[] own, int from) {
    var marks = marks(from);
    int least = own[0];
    double lowest = Double.POSITIVE_INFINITY;
    for (int row : own) {
      double like = like(row, marks);
      if (like < lowest) {
        lowest = like;
        least = row;
      }
    }
    return least;
  }

  private BitSet marks(int row) {
    var marks = new BitSet();
    for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
      marks.set(rows.site()[entry]);
    }
    return marks;
  }

  /** Shared candidates as a share of those of either. */
  private double like(int row, BitSet marks) {
    int both = 0;
    for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
      both += marks.get(rows.site()[entry]) ? 1 : 0;
    }
    return both / (double) (rows.first()[row + 1] - rows.first()[row] + marks.cardinality() - both);
  }

  /** The same cells, named 0, 1, … */
  static int[] numbered(int[] names) {
    var number = new int[Arrays.stream(names).max().orElse(-1) + 1];
    Arrays.fill(number, -1);
    int count = 0;
    var numbered = new int[names.length];
    for (int row = 0; row < names.length; row++) {
      number[names[row]] = number[names[row]] < 0 ? count++ : number[names[row]];
      numbered[row] = number[names[row]];
    }
    return numbered;
  }

  private void settle(Demand demand, int[] sites) {
    var opened = demand.opened();
    var anchorOfRow = new int[rows.count()];
    Arrays.fill(anchorOfRow, -1);
    int anchors = 0;
    var anchor = new int[rows.candidates()];
    Arrays.fill(anchor, -1);
    for (int site : sites) {
      opened.open(site);
      anchor[site] = anchors++;
    }
    for (int next = most(opened.gain()); opened.gain()[next] > 1e-9; next = most(opened.gain())) {
      opened.open(next);
      anchor[next] = anchors++;
    }
    var shared = new double[rows.candidates()][anchors];
    for (int row = 0; row < rows.count(); row++) {
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        int at = anchor[rows.site()[entry]];
        if (at >= 0) {
          for (int other = rows.first()[row]; other < rows.first()[row + 1]; other++) {
            shared[rows.site()[other]][at] += rows.weight()[row];
          }
        }
      }
    }
    for (int site = 0; site < home.length; site++) {
      home[site] = anchor[site] >= 0 ? anchor[site] : most(shared[site]);
    }
  }

  private static int most(double[] values) {
    int most = 0;
    for (int i = 1; i < values.length; i++) {
      most = values[i] > values[most] ? i : most;
    }
    return most;
  }

  private int[] rows() {
    var cellOfRow = new int[rows.count()];
    var count = new int[rows.candidates()];
    for (int row = 0; row < cellOfRow.length; row++) {
      int most = -1;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        int at = home[rows.site()[entry]];
        count[at]++;
        most = most < 0 || count[at] > count[most] || count[at] == count[most] && at < most ? at : most;
      }
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        count[home[rows.site()[entry]]] = 0;
      }
      cellOfRow[row] = most;
    }
    return cellOfRow;
  }
}
