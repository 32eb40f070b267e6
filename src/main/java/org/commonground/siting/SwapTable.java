package org.commonground.siting;

import java.util.Arrays;

/**
 * A set of sites with what each swap would change, kept as sites are opened and closed, so that a local optimum is checked by reading
 * alone (Resende and Werneck, A fast swap-based local search procedure for location problems, 2007; Whitaker 1983).
 *
 * <p>Each open site has a slot, numbered without holes. Closing it and opening a candidate adds to what is covered {@code gain} of the
 * candidate and what only the two cover, less all that only the site covers and its own worth.
 */
final class SwapTable {

  /** Most numbers in the table. */
  private static final long MOST = 16_000_000;

  private final SiteChoice choice;
  private final CoverRows rows;
  private final RowsOfSite ofSite;
  private final int[] covering;
  /** Sum of the numbers of the slots that cover each row: the one slot where there is one only. */
  private final int[] slots;
  private final double[] gain;
  private final double[][] alsoCovered;
  private final int[] siteOfSlot;
  private final int[] slotOfSite;
  private int count;
  private double loss;

  /** With no site open. */
  SwapTable(CoverDemand demand, SiteChoice choice) {
    this.choice = choice;
    rows = demand.coverRows();
    ofSite = demand.rowsOfSite();
    covering = new int[rows.count()];
    slots = new int[rows.count()];
    gain = new double[rows.candidates()];
    alsoCovered = new double[choice.most()][rows.candidates()];
    siteOfSlot = new int[choice.most()];
    slotOfSite = new int[rows.candidates()];
    Arrays.fill(slotOfSite, -1);
    loss = rows.total();
    for (int site = 0; site < gain.length; site++) {
      gain[site] = choice.worth(site);
    }
    for (int row = 0; row < covering.length; row++) {
      shift(gain, row, rows.weight()[row]);
    }
  }

  /** Whether it is small enough to be kept. */
  static boolean fits(SiteChoice choice) {
    return (long) choice.most() * choice.candidates() <= MOST;
  }

  /** How many sites are open. */
  int count() {
    return count;
  }

  /** What the open sites do not cover, less what they are worth by themselves. */
  double loss() {
    return loss;
  }

  boolean isOpen(int site) {
    return slotOfSite[site] >= 0;
  }

  /** Of an open site. */
  int slot(int site) {
    return slotOfSite[site];
  }

  int site(int slot) {
    return siteOfSlot[slot];
  }

  /** Ascending. */
  int[] sites() {
    return Arrays.stream(siteOfSlot, 0, count).sorted().toArray();
  }

  /** By candidate: what opening it adds. Not to be changed, as the next. */
  double[] gain() {
    return gain;
  }

  /** By candidate: what only the slot's site covers and the candidate covers too. */
  double[] alsoCovered(int slot) {
    return alsoCovered[slot];
  }

  void open(int site) {
    siteOfSlot[count] = site;
    open(site, count++);
  }

  /** The last slot becomes that of the site. */
  void close(int site) {
    int slot = slotOfSite[site];
    close(site, slot);
    int last = --count;
    if (slot != last) {
      int moved = siteOfSlot[last];
      for (int at = ofSite.first()[moved]; at < ofSite.first()[moved + 1]; at++) {
        slots[ofSite.row()[at]] += slot - last;
      }
      siteOfSlot[slot] = moved;
      slotOfSite[moved] = slot;
      var spare = alsoCovered[slot];
      alsoCovered[slot] = alsoCovered[last];
      alsoCovered[last] = spare;
    }
  }

  /** Opens a site in the slot of another, which is closed. */
  void swap(int slot, int site) {
    close(siteOfSlot[slot], slot);
    open(site, slot);
  }

  private void open(int site, int slot) {
    siteOfSlot[slot] = site;
    slotOfSite[site] = slot;
    loss -= choice.worth(site);
    for (int at = ofSite.first()[site]; at < ofSite.first()[site + 1]; at++) {
      int row = ofSite.row()[at];
      double weight = rows.weight()[row];
      if (covering[row] == 0) {
        loss -= weight;
        move(row, weight, gain, alsoCovered[slot]);
      } else if (covering[row] == 1) {
        shift(alsoCovered[slots[row]], row, -weight);
      }
      covering[row]++;
      slots[row] += slot;
    }
  }

  private void close(int site, int slot) {
    slotOfSite[site] = -1;
    loss += choice.worth(site);
    for (int at = ofSite.first()[site]; at < ofSite.first()[site + 1]; at++) {
      int row = ofSite.row()[at];
      double weight = rows.weight()[row];
      covering[row]--;
      slots[row] -= slot;
      if (covering[row] == 0) {
        loss += weight;
        move(row, weight, alsoCovered[slot], gain);
      } else if (covering[row] == 1) {
        shift(alsoCovered[slots[row]], row, weight);
      }
    }
  }

  private void shift(double[] of, int row, double more) {
    for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
      of[rows.site()[entry]] += more;
    }
  }

  private void move(int row, double weight, double[] from, double[] to) {
    for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
      from[rows.site()[entry]] -= weight;
      to[rows.site()[entry]] += weight;
    }
  }
}
