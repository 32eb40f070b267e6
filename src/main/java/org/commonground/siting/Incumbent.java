package org.commonground.siting;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * The best set of sites so far, and the ways to a better one.
 *
 * <ol>
 *   <li>Swaps from a set that somebody proposes: {@link Sets}.
 *   <li>Shakes of the best set, until so many in a row gained nothing.
 *   <li>Where covered is covered, once or more often: annealing from the best set ({@link Annealing}) and shakes of what that finds,
 *       again and again until a few rounds in a row found nothing better.
 * </ol>
 */
final class Incumbent {

  private static final int SITES_SHAKEN = 6;
  private static final int LEAST_SHAKES = 60;
  private static final int MOST_SHAKES = 400;
  /** Entries looked at by shakes that gained nothing, about. */
  private static final double SHAKING = 3e7;

  private final SiteChoice choice;
  private final boolean whole;
  private final BooleanSupplier stop;
  private final Random random = new Random(1);
  private Demand demand;
  private byte[] fixed;
  private Sets sets;
  private double best = Double.POSITIVE_INFINITY;
  private int[] sites = {};

  /** @param whole whether the loss of every set is a whole number */
  Incumbent(SiteChoice choice, boolean whole, BooleanSupplier stop) {
    this.choice = choice;
    this.whole = whole;
    this.stop = stop;
  }

  /** From now on by this demand, and what is decided. */
  void use(Demand other, int[][] tooClose, byte[] decided) {
    demand = other;
    fixed = decided;
    sets = Sets.of(other, choice, tooClose, decided);
  }

  double best() {
    return best;
  }

  int[] sites() {
    return sites;
  }

  /** The set that is decided alone, and a local optimum near one. */
  void begin(int[] start) {
    offer(sets.loss(), sets.sites());
    offer(sets.from(start, stop), sets.sites());
  }

  /** Looks for a better set near one. */
  void look(int[] near) {
    Arrays.sort(near);
    offer(sets.from(near, stop), sets.sites());
  }

  /** @param most in a row without gain */
  void shake(int most) {
    shake(best, sites, most);
  }

  /** Whether there are ways that take time. */
  boolean canAnneal() {
    return sets instanceof CoverSwaps;
  }

  /** @param rounds in a row without gain */
  void anneal(int rounds) {
    var cover = ((CoverDemand) demand).coverRows();
    double work = (double) cover.site().length / Math.max(1, cover.count()) * cover.site().length / cover.candidates();
    int shakes = (int) Math.max(LEAST_SHAKES, Math.min(MOST_SHAKES, SHAKING / Math.max(1, work)));
    shake(shakes);
    for (int idle = 0; idle < rounds && !stop.getAsBoolean(); idle++) {
      double before = best;
      var found = new Annealing((CoverDemand) demand, choice, fixed, sites.clone(), random).run(stop);
      double loss = sets.from(found, stop);
      shake(loss, sets.sites(), shakes);
      idle = better(best, before) ? -1 : idle;
    }
  }

  private void shake(double from, int[] of, int most) {
    double loss = from;
    var set = of;
    offer(loss, set);
    for (int idle = 0; idle < most && !stop.getAsBoolean(); idle++) {
      double shaken = sets.shaken(set, random, SITES_SHAKEN, stop);
      if (!better(loss, shaken)) {
        idle = better(shaken, loss) ? 0 : idle;
        loss = shaken;
        set = sets.sites();
        offer(loss, set);
      }
    }
  }

  private static boolean better(double one, double other) {
    return one < other - 1e-9 * Math.abs(other);
  }

  private void offer(double loss, int[] set) {
    if (loss < best) {
      best = whole ? Math.rint(loss) : loss;
      sites = set;
    }
  }
}
