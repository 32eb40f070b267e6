package org.commonground.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Joins cells into fewer that are of about the same size, since the largest takes longest to search.
 *
 * <ol>
 *   <li>The cell with fewest entries is joined with the one that shares most weight with it at the same candidates, as a share of
 *       that one's own.
 *   <li>That is done again until so few are left, or until none shares a candidate with another.
 * </ol>
 */
final class CellJoining {

  private static final int NONE = -1;

  /** By cell: the weight of its rows at each candidate that could cover them, the sum of these weights, and how many they are. */
  private final List<TreeMap<Integer, Double>> weight = new ArrayList<>();
  private final double[] total;
  private final long[] entries;
  /** By candidate: the cells with rows that it could cover. */
  private final List<TreeSet<Integer>> cellsOfSite = new ArrayList<>();
  private final TreeSet<Integer> smallestFirst;
  private final int[] into;

  private CellJoining(CoverRows rows, int[] cellOfRow) {
    int cells = Arrays.stream(cellOfRow).max().orElse(-1) + 1;
    total = new double[cells];
    entries = new long[cells];
    IntStream.range(0, cells).forEach(cell -> weight.add(new TreeMap<>()));
    IntStream.range(0, rows.candidates()).forEach(site -> cellsOfSite.add(new TreeSet<>()));
    for (int row = 0; row < cellOfRow.length; row++) {
      int cell = cellOfRow[row];
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        weight.get(cell).merge(rows.site()[entry], rows.weight()[row], Double::sum);
        cellsOfSite.get(rows.site()[entry]).add(cell);
        total[cell] += rows.weight()[row];
        entries[cell]++;
      }
    }
    into = IntStream.range(0, cells).toArray();
    smallestFirst = new TreeSet<>(Comparator.<Integer>comparingLong(cell -> entries[cell]).thenComparing(cell -> cell));
    IntStream.range(0, cells).forEach(smallestFirst::add);
  }

  /** By row, its cell: so many cells, or more where they share no candidate. */
  static int[] of(CoverRows rows, int[] cellOfRow, int most) {
    var joining = new CellJoining(rows, cellOfRow);
    for (int left = joining.into.length; left > most && !joining.smallestFirst.isEmpty(); ) {
      left -= joining.joinSmallest() ? 1 : 0;
    }
    return Cells.numbered(IntStream.of(cellOfRow).map(joining::end).toArray());
  }

  private int end(int cell) {
    int end = cell;
    while (into[end] != end) {
      end = into[end];
    }
    return end;
  }

  /** Returns whether there was a cell to join it with; it is left alone then. */
  private boolean joinSmallest() {
    int cell = smallestFirst.pollFirst();
    int other = likest(cell);
    if (other == NONE) {
      return false;
    }
    smallestFirst.remove(other);
    weight.get(cell).forEach((site, own) -> {
      weight.get(other).merge(site, own, Double::sum);
      cellsOfSite.get(site).remove(cell);
      cellsOfSite.get(site).add(other);
    });
    entries[other] += entries[cell];
    total[other] += total[cell];
    into[cell] = other;
    smallestFirst.add(other);
    return true;
  }

  private int likest(int cell) {
    var shared = new TreeMap<Integer, Double>();
    weight.get(cell).forEach((site, own) -> {
      for (int other : cellsOfSite.get(site)) {
        if (other != cell) {
          shared.merge(other, Math.min(own, weight.get(other).get(site)), Double::sum);
        }
      }
    });
    int likest = NONE;
    double most = 0;
    for (var entry : shared.entrySet()) {
      double part = entry.getValue() / total[entry.getKey()];
      if (part > most) {
        most = part;
        likest = entry.getKey();
      }
    }
    return likest;
  }
}
