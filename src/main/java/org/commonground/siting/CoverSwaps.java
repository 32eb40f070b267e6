package org.commonground.siting;

import java.util.Arrays;
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
 * <p>What each swap would change is kept in a table, so that a local optimum is checked by reading alone (Resende and Werneck, A fast
 * swap-based local search procedure for location problems, 2007; Whitaker 1983). Leaving an optimum by a move that is large in one
 * place and none elsewhere is the idea of iterated local search on what splits into parts (Lourenço, Martin and Stützle 2003).
 */
final class CoverSwaps implements Sets {

  /** Most numbers in the table. */
  private static final long MOST = 16_000_000;
  private static final int TRIES = 40;
  private static final double EPSILON = 1e-9;
  /** How far below the set that was shaken another may be after swaps near the shake, and still be looked at as a whole. */
  private static final double WORTH_A_LOOK = 1e-3;

  private final SiteChoice choice;
  private final CoverRows rows;
  private final RowsOfSite ofSite;
  private final byte[] fixed;
  private final int[] covering;
  /** Sum of the numbers of the slots that cover each row: the one slot where there is one only. */
  private final int[] slots;
  /** By candidate: what opening it adds. */
  private final double[] gain;
  /** By slot and candidate: what only the slot's site covers and the candidate covers too. */
  private final double[][] alsoCovered;
  private final int[] siteOfSlot;
  private final int[] slotOfSite;
  private final boolean[] shunned;
  private int count;
  private double loss;

  CoverSwaps(CoverDemand demand, SiteChoice choice, byte[] fixed) {
    this.choice = choice;
    this.fixed = fixed.clone();
    rows = demand.coverRows();
    ofSite = demand.rowsOfSite();
    covering = new int[rows.count()];
    slots = new int[rows.count()];
    gain = new double[rows.candidates()];
    alsoCovered = new double[choice.most()][rows.candidates()];
    siteOfSlot = new int[choice.most()];
    slotOfSite = new int[rows.candidates()];
    shunned = new boolean[rows.candidates()];
    Arrays.fill(slotOfSite, -1);
    loss = rows.total();
    for (int site = 0; site < gain.length; site++) {
      gain[site] = choice.worth(site);
    }
    for (int row = 0; row < covering.length; row++) {
      shift(gain, row, rows.weight()[row]);
    }
    for (int site : Fixed.sites(fixed, Fixed.IN)) {
      open(site);
    }
  }

  /** Whether a search can keep such a table. */
  static boolean suits(Demand demand, SiteChoice choice) {
    return demand instanceof CoverDemand cover && cover.once() && choice.cost().length == 0 && choice.tooClose().length == 0
        && (long) choice.most() * choice.candidates() <= MOST;
  }

  @Override
  public double from(int[] sites, BooleanSupplier stop) {
    become(sites);
    fill();
    descend(slotsInUse(), stop);
    return loss;
  }

  @Override
  public double shaken(int[] sites, Random random, int most, BooleanSupplier stop) {
    become(sites);
    if (count == 0) {
      return from(sites, stop);
    }
    double before = loss;
    var closed = together(random, 1 + random.nextInt(most));
    for (int site : closed) {
      close(site);
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
      if (next >= 0 && gain[next] > EPSILON) {
        open(next);
      }
    }
    for (int site : closed) {
      shunned[site] = false;
    }
    fill();
    descend(Arrays.stream(opened).filter(site -> site >= 0 && slotOfSite[site] >= 0).map(site -> slotOfSite[site]).toArray(), stop);
    if (loss <= before + WORTH_A_LOOK * Math.abs(rows.total() - before)) {
      descend(slotsInUse(), stop);
    }
    return loss;
  }

  /** A site that may leave and others near it, met on walks from a row to a candidate to a row to an open site. */
  private int[] together(Random random, int most) {
    var met = new java.util.LinkedHashSet<Integer>();
    int begin = siteOfSlot[random.nextInt(count)];
    if (fixed[begin] != Fixed.IN) {
      met.add(begin);
    }
    for (int tries = 0; tries < TRIES && met.size() < most; tries++) {
      int row = rowOf(begin, random);
      if (row >= 0) {
        int next = rowOf(siteOf(row, random), random);
        for (int entry = rows.first()[next]; entry < rows.first()[next + 1] && met.size() < most; entry++) {
          int site = rows.site()[entry];
          if (slotOfSite[site] >= 0 && fixed[site] != Fixed.IN) {
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
    var wanted = new boolean[gain.length];
    for (int site : sites) {
      wanted[site] = true;
    }
    for (int slot = count - 1; slot >= 0; slot--) {
      if (!wanted[siteOfSlot[slot]] && fixed[siteOfSlot[slot]] != Fixed.IN) {
        close(siteOfSlot[slot]);
      }
    }
    for (int site : sites) {
      if (slotOfSite[site] < 0 && fixed[site] != Fixed.OUT && count < choice.most()) {
        open(site);
      }
    }
  }

  private void fill() {
    while (count < choice.most()) {
      int next = best(-1);
      if (next < 0 || gain[next] <= EPSILON) {
        return;
      }
      open(next);
    }
  }

  private int[] slotsInUse() {
    var all = new int[count];
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
    int leaves = siteOfSlot[slot];
    if (fixed[leaves] == Fixed.IN) {
      return false;
    }
    var also = alsoCovered[slot];
    double most = also[leaves] + choice.worth(leaves) + EPSILON * Math.max(1, Math.abs(loss));
    int comes = -1;
    for (int site = 0; site < gain.length; site++) {
      double value = gain[site] + also[site];
      if (value > most && slotOfSite[site] < 0 && fixed[site] != Fixed.OUT) {
        most = value;
        comes = site;
      }
    }
    if (comes < 0) {
      return false;
    }
    close(leaves, slot);
    open(comes, slot);
    return true;
  }

  /** The candidate that gains most, but for one; -1 where none may be opened. */
  private int best(int without) {
    int best = -1;
    for (int site = 0; site < gain.length; site++) {
      if ((best < 0 || gain[site] > gain[best]) && site != without && slotOfSite[site] < 0 && !shunned[site] && fixed[site] != Fixed.OUT) {
        best = site;
      }
    }
    return best;
  }

  private void open(int site) {
    siteOfSlot[count] = site;
    open(site, count++);
  }

  private void close(int site) {
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

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public int[] sites() {
    return Arrays.stream(siteOfSlot, 0, count).sorted().toArray();
  }
}
