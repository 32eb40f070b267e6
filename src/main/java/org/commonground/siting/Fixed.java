package org.commonground.siting;

import java.util.Arrays;

/** What a branch of the search has decided about each candidate. */
final class Fixed {

  static final byte FREE = 0;
  static final byte IN = 1;
  static final byte OUT = 2;

  private Fixed() {
  }

  /** What the choice itself decides. */
  static byte[] of(SiteChoice choice) {
    var fixed = new byte[choice.candidates()];
    Arrays.stream(choice.open()).forEach(site -> fixed[site] = IN);
    Arrays.stream(choice.closed()).forEach(site -> fixed[site] = OUT);
    return fixed;
  }

  /**
   * Decides what follows from the decisions: what is too close, too dear or one too many is out.
   *
   * @return whether any set keeps to the decisions
   */
  static boolean settle(byte[] fixed, SiteChoice choice, int[][] tooClose) {
    int left = choice.most();
    double spent = 0;
    for (int site = 0; site < fixed.length; site++) {
      if (fixed[site] == IN) {
        left--;
        spent += choice.cost(site);
        for (int other : tooClose[site]) {
          if (fixed[other] == IN) {
            return false;
          }
          fixed[other] = OUT;
        }
      }
    }
    if (left < 0 || spent > choice.budget()) {
      return false;
    }
    for (int site = 0; site < fixed.length; site++) {
      if (fixed[site] == FREE && (left == 0 || spent + choice.cost(site) > choice.budget())) {
        fixed[site] = OUT;
      }
    }
    return true;
  }

  static int[] sites(byte[] fixed, byte state) {
    return java.util.stream.IntStream.range(0, fixed.length).filter(site -> fixed[site] == state).toArray();
  }
}
