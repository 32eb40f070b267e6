package org.commonground.siting;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Good sets of sites where covered is covered, once or more often, and any site may take another's place.
 *
 * <ol>
 *   <li>Sites are added by what they gain, as long as one may be added.
 *   <li>Each site in turn gives way to the candidate that is best in its place, until no single swap helps.
 *   <li>A local optimum is left by closing a few sites that are near each other, through the candidates they share, and opening the
 *       best or the second best others instead; swaps begin with these, and go on with all where the set is worth it.
 * </ol>
 *
 * <p>What each swap would change is kept in a {@link SwapTable}. Leaving an optimum by a move that is large in one
 * place and none elsewhere is the idea of iterated local search on what splits into parts (Lourenço, Martin and Stützle 2003).
 */
final class CoverSwaps implements Sets {

  private static final int TRIES = 40;
  private static final double EPSILON = 1e-9;
  /** How far below the set that was shaken another may be after swaps near the shake, and still be looked at as a whole. */
  private static final double WORTH_A_LOOK = 1e-3;

  private final SiteChoice choice;
  private final CoverRows rows;
  private final RowsOfSite ofSite;
  private final byte[] fixed;
  private final SwapTable table;
  private final boolean[] shunned;

  CoverSwaps(CoverDemand demand, SiteChoice choice, byte[] fixed) {
    this.choice = choice;
    this.fixed = fixed.clone();
    rows = demand.coverRows();
    ofSite = demand.rowsOfSite();
    table = new SwapTable(demand, choice);
    shunned = new boolean[rows.candidates()];
    for (int site : Fixed.sites(fixed, Fixed.IN)) {
      table.open(site);
    }
  }

  /** Whether a search can keep such a table. */
  static boolean suits(Demand demand, SiteChoice choice) {
    return demand instanceof CoverDemand cover && cover.once() && choice.cost().length == 0 && choice.tooClose().length == 0
        && SwapTable.fits(choice);
  }

  @Override
  public double from(int[] sites, BooleanSupplier stop) {
    become(sites);
    fill();
    descend(slotsInUse(), stop);
    return table.loss();
  }

  @Override
  public double shaken(int[] sites, Random random, int most, BooleanSupplier stop) {
    become(sites);
    if (table.count() == 0) {
      return from(sites, stop);
    }
    double before = table.loss();
    var closed = together(random, 1 + random.nextInt(most));
    for (int site : closed) {
      table.close(site);
      shunned[site] = random.nextBoolean();
    }
    var opened = new int[closed.length];
    for (int i = 0; i < closed.length; i++) {
      int next = best(-1);
      if (next >= 0 && random.nextInt(3) == 0) {
        int other = best(next);
        next = other >= 0 ? other : next;
      }
      opened[i] = next;
      if (next >= 0 && table.gain()[next] > EPSILON) {
        table.open(next);
      }
    }
    for (int site : closed) {
      shunned[site] = false;
    }
    fill();
    descend(Arrays.stream(opened).filter(site -> site >= 0 && table.isOpen(site)).map(table::slot).toArray(), stop);
    if (table.loss() <= before + WORTH_A_LOOK * Math.abs(rows.total() - before)) {
      descend(slotsInUse(), stop);
    }
    return table.loss();
  }

  /** A site that may leave and others near it, met on walks from a row to a candidate to a row to an open site. */
  private int[] together(Random random, int most) {
    var met = new LinkedHashSet<Integer>();
    int begin = table.site(random.nextInt(table.count()));
    if (fixed[begin] != Fixed.IN) {
      met.add(begin);
    }
    for (int tries = 0; tries < TRIES && met.size() < most; tries++) {
      int row = rowOf(begin, random);
      if (row >= 0) {
        int next = rowOf(siteOf(row, random), random);
        for (int entry = rows.first()[next]; entry < rows.first()[next + 1] && met.size() < most; entry++) {
          int site = rows.site()[entry];
          if (table.isOpen(site) && fixed[site] != Fixed.IN) {
            met.add(site);
          }
        }
      }
    }
    return met.stream().mapToInt(site -> site).toArray();
  }

  private int rowOf(int site, Random random) {
    int many = ofSite.first()[site + 1] - ofSite.first()[site];
    return many == 0 ? -1 : ofSite.row()[ofSite.first()[site] + random.nextInt(many)];
  }

  private int siteOf(int row, Random random) {
    return rows.site()[rows.first()[row] + random.nextInt(rows.first()[row + 1] - rows.first()[row])];
  }

  private void become(int[] sites) {
    var wanted = new boolean[shunned.length];
    for (int site : sites) {
      wanted[site] = true;
    }
    for (int slot = table.count() - 1; slot >= 0; slot--) {
      int site = table.site(slot);
      if (!wanted[site] && fixed[site] != Fixed.IN) {
        table.close(site);
      }
    }
    for (int site : sites) {
      if (!table.isOpen(site) && fixed[site] != Fixed.OUT && table.count() < choice.most()) {
        table.open(site);
      }
    }
  }

  private void fill() {
    while (table.count() < choice.most()) {
      int next = best(-1);
      if (next < 0 || table.gain()[next] <= EPSILON) {
        return;
      }
      table.open(next);
    }
  }

  private int[] slotsInUse() {
    var all = new int[table.count()];
    Arrays.setAll(all, slot -> slot);
    return all;
  }

  /** Swaps what is in these slots, in turn, until none of them has a better swap. */
  private void descend(int[] turn, BooleanSupplier stop) {
    int idle = 0;
    for (int at = 0; idle < turn.length && !stop.getAsBoolean(); at = (at + 1) % turn.length) {
      idle = swapped(turn[at]) ? 0 : idle + 1;
    }
  }

  private boolean swapped(int slot) {
    int leaves = table.site(slot);
    if (fixed[leaves] == Fixed.IN) {
      return false;
    }
    var gain = table.gain();
    var also = table.alsoCovered(slot);
    double most = also[leaves] + choice.worth(leaves) + EPSILON * Math.max(1, Math.abs(table.loss()));
    int comes = -1;
    for (int site = 0; site < gain.length; site++) {
      double value = gain[site] + also[site];
      if (value > most && !table.isOpen(site) && fixed[site] != Fixed.OUT) {
        most = value;
        comes = site;
      }
    }
    if (comes < 0) {
      return false;
    }
    table.swap(slot, comes);
    return true;
  }

  /** The candidate that gains most, but for one; -1 where none may be opened. */
  private int best(int without) {
    var gain = table.gain();
    int best = -1;
    for (int site = 0; site < gain.length; site++) {
      if ((best < 0 || gain[site] > gain[best]) && site != without && !table.isOpen(site) && !shunned[site] && fixed[site] != Fixed.OUT) {
        best = site;
      }
    }
    return best;
  }

  @Override
  public double loss() {
    return table.loss();
  }

  @Override
  public int[] sites() {
    return table.sites();
  }
}
