package org.commonground.siting;

import java.util.Arrays;

/** What each chosen site adds alone, and what each other candidate would lose in a chosen one's place. */
record Worths(double[] alone, double[] instead) {

  static final Worths NONE = new Worths(new double[0], new double[0]);

  static Worths of(Demand demand, SiteChoice choice, int[] chosen) {
    var opened = demand.opened();
    var set = new SiteSet(choice, SiteSet.neighbours(choice), Fixed.of(choice));
    for (int site : chosen) {
      opened.open(site);
      set.add(site);
    }
    double loss = opened.loss();
    var alone = new double[chosen.length];
    var instead = new double[choice.candidates()];
    Arrays.fill(instead, Double.NaN);
    take(opened, choice, set, 0, instead);
    for (int i = 0; i < chosen.length; i++) {
      opened.close(chosen[i]);
      set.remove(chosen[i]);
      alone[i] = opened.loss() - loss + choice.worth(chosen[i]);
      if (Arrays.binarySearch(choice.open(), chosen[i]) < 0) {
        take(opened, choice, set, alone[i], instead);
        instead[chosen[i]] = Double.NaN;
      }
      opened.open(chosen[i]);
      set.add(chosen[i]);
    }
    return new Worths(alone, instead);
  }

  /**
   * The same by computing the loss of each set anew, for demands whose gains are estimates. That takes long: where the time is well
   * over, nothing is said of what is not chosen.
   */
  static Worths tried(Demand demand, SiteChoice choice, int[] chosen, SitingClock clock) {
    var tooClose = SiteSet.neighbours(choice);
    var set = new SiteSet(choice, tooClose, Fixed.of(choice));
    Arrays.stream(chosen).forEach(set::add);
    double loss = demand.loss(chosen);
    var alone = new double[chosen.length];
    var instead = new double[choice.candidates()];
    Arrays.fill(instead, Double.NaN);
    boolean all = tryOthers(demand, choice, set, loss, instead, clock);
    for (int i = 0; i < chosen.length; i++) {
      set.remove(chosen[i]);
      alone[i] = demand.loss(set.sites()) - loss + choice.worth(chosen[i]);
      if (Arrays.binarySearch(choice.open(), chosen[i]) < 0) {
        all = all && tryOthers(demand, choice, set, loss - choice.worth(chosen[i]), instead, clock);
        instead[chosen[i]] = Double.NaN;
      }
      set.add(chosen[i]);
    }
    if (!all) {
      Arrays.fill(instead, Double.NaN);
    }
    return new Worths(alone, instead);
  }

  /** Returns whether there was time for all. */
  private static boolean tryOthers(Demand demand, SiteChoice choice, SiteSet set, double loss, double[] instead, SitingClock clock) {
    for (int site = 0; site < instead.length; site++) {
      if (clock.wellOver()) {
        return false;
      }
      if (set.admits(site)) {
        set.add(site);
        double loses = demand.loss(set.sites()) - loss - choice.worth(site);
        set.remove(site);
        instead[site] = instead[site] <= loses ? instead[site] : loses;
      }
    }
    return true;
  }

  private static void take(Opened opened, SiteChoice choice, SiteSet set, double before, double[] instead) {
    for (int site = 0; site < instead.length; site++) {
      if (set.admits(site)) {
        double loses = before - opened.gain()[site] - choice.worth(site);
        instead[site] = instead[site] <= loses ? instead[site] : loses;
      }
    }
  }
}
