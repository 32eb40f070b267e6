package org.commonground.siting;

import java.util.Arrays;

/**
 * Rows of sites, looked at the other way: the rows of {@code site} are entries {@code first[site]} to {@code first[site + 1]} of
 * {@code row}, ascending. Not to be changed.
 */
record RowsOfSite(int[] first, int[] row) {

  /**
   * @param firstOfRow the sites of row i are entries {@code firstOfRow[i]} to {@code firstOfRow[i + 1]} of the next
   * @param site       0 to {@code candidates}, without it
   */
  static RowsOfSite of(int candidates, int[] firstOfRow, int[] site) {
    var first = new int[candidates + 1];
    for (int one : site) {
      first[one + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    var row = new int[site.length];
    var next = first.clone();
    for (int of = 0; of + 1 < firstOfRow.length; of++) {
      for (int entry = firstOfRow[of]; entry < firstOfRow[of + 1]; entry++) {
        row[next[site[entry]]++] = of;
      }
    }
    return new RowsOfSite(first, row);
  }
}
