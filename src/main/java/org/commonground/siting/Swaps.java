package org.commonground.siting;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Good sets of sites: add what gains most, then swap one site for another as long as that helps.
 *
 * <p>The swaps are those of Teitz and Bart (Heuristic methods for estimating the generalized vertex median of a weighted graph,
 * 1968). As the gain of every candidate is kept up to date while sites come and go (compare Whitaker 1983, and Resende and
 * Werneck, A fast swap-based local search procedure for location problems, 2007), closing a site shows the best partner at once.
 * A local optimum is left by shakes (Lourenço, Martin and Stützle, Iterated local search, 2003).
 */
final class Swaps implements Sets {

  private static final double EPSILON = 1e-9;

  private final SiteChoice choice;
  private final Opened opened;
  private final SiteSet set;
  private final int[] added;
  /** Closed by a shake, and not to come back at once. */
  private final boolean[] shunned;
  /** Whether a site that leaves makes room for just one. */
  private final boolean oneForOne;

  Swaps(Demand demand, SiteChoice choice, int[][] tooClose, byte[] fixed) {
    this.choice = choice;
    added = new int[choice.candidates()];
    oneForOne = choice.cost().length == 0 && choice.tooClose().length == 0;
    shunned = new boolean[choice.candidates()];
    opened = demand.opened();
    set = new SiteSet(choice, tooClose, fixed);
    for (int site : Fixed.sites(fixed, Fixed.IN)) {
      open(site);
    }
  }

  @Override
  public double from(int[] sites, BooleanSupplier stop) {
    become(sites);
    return descend(stop);
  }

  @Override
  public double shaken(int[] sites, Random random, int most, BooleanSupplier stop) {
    become(sites);
    var closed = Arrays.stream(set.sites()).filter(set::mayLeave).toArray();
    for (int count = 1 + random.nextInt(most); count > 0 && closed.length > 0; count--) {
      int site = closed[random.nextInt(closed.length)];
      if (set.has(site)) {
        close(site);
        shunned[site] = true;
      }
    }
    fill();
    for (int site : closed) {
      shunned[site] = false;
    }
    return descend(stop);
  }

  private void become(int[] sites) {
    var wanted = new boolean[choice.candidates()];
    for (int site : sites) {
      wanted[site] = true;
    }
    for (int site : set.sites()) {
      if (!wanted[site] && set.mayLeave(site)) {
        close(site);
      }
    }
    for (int site : sites) {
      if (set.admits(site)) {
        open(site);
      }
    }
  }

  private double descend(BooleanSupplier stop) {
    fill();
    boolean better = true;
    while (better && !stop.getAsBoolean()) {
      better = false;
      for (int site : set.sites()) {
        better |= set.mayLeave(site) && swapped(site);
        if (stop.getAsBoolean()) {
          break;
        }
      }
    }
    return loss();
  }

  /** Adds the best candidate as long as one helps and may be added. Returns how many it added, in {@link #added}. */
  private int fill() {
    int count = 0;
    for (int next = best(); next >= 0 && gain(next) > EPSILON; next = best()) {
      open(next);
      added[count++] = next;
    }
    return count;
  }

  /** Closes a site and opens the best instead; takes it back where that does not help. */
  private boolean swapped(int site) {
    double before = loss();
    close(site);
    if (oneForOne && gain(best()) <= gain(site) + EPSILON * Math.max(1, Math.abs(before))) {
      open(site);
      return false;
    }
    int count = fill();
    if (loss() < before - EPSILON * Math.max(1, Math.abs(before))) {
      return true;
    }
    while (count > 0) {
      close(added[--count]);
    }
    open(site);
    return false;
  }

  private int best() {
    int best = -1;
    for (int site = 0; site < choice.candidates(); site++) {
      if ((best < 0 || gain(site) > gain(best)) && !shunned[site] && set.admits(site)) {
        best = site;
      }
    }
    return best;
  }

  private double gain(int site) {
    return opened.gain()[site] + choice.worth(site);
  }

  private void open(int site) {
    opened.open(site);
    set.add(site);
  }

  private void close(int site) {
    opened.close(site);
    set.remove(site);
  }

  @Override
  public double loss() {
    double worth = 0;
    for (int site = 0; site < choice.worth().length; site++) {
      worth += set.has(site) ? choice.worth(site) : 0;
    }
    return opened.loss() - worth;
  }

  @Override
  public int[] sites() {
    return set.sites();
  }
}
