package org.commonground.siting;

/**
 * Rows for several hazards at once: whoever is covered under one hazard need not be under another, as a site counts only for
 * those it is suitable for. Weights are people times what a hazard, or a group of people, counts.
 */
public final class HazardRows {

  private final boolean[][] suitable;
  private final CoverRows.Builder builder;
  private final int[] kept;

  /** @param suitable by hazard and candidate */
  public HazardRows(boolean[][] suitable) {
    if (suitable.length == 0) {
      throw new IllegalArgumentException("there are no hazards");
    }
    for (var own : suitable) {
      if (own.length != suitable[0].length) {
        throw new IllegalArgumentException("hazards know " + suitable[0].length + " and " + own.length + " candidates");
      }
    }
    this.suitable = suitable;
    builder = new CoverRows.Builder(suitable[0].length);
    kept = new int[suitable[0].length];
  }

  /**
   * @param covering candidates in reach, ascending, from the beginning of the array
   * @param count    how many of the array count
   * @param weight   of the point under each hazard, 0 or more
   */
  public HazardRows add(int[] covering, int count, double... weight) {
    if (weight.length != suitable.length) {
      throw new IllegalArgumentException(weight.length + " weights for " + suitable.length + " hazards");
    }
    for (int hazard = 0; hazard < suitable.length; hazard++) {
      int size = 0;
      for (int i = 0; i < count; i++) {
        if (suitable[hazard][covering[i]]) {
          kept[size++] = covering[i];
        }
      }
      builder.add(kept, size, weight[hazard]);
    }
    return this;
  }

  public CoverRows build() {
    return builder.build();
  }
}
