package org.commonground.space;

import java.util.Locale;

/**
 * Why ground does not count as effective area, in the order in which it is taken off: what two of them cover goes to the first.
 */
public enum TakenOff {
  WATER, BUILDING, COLLAPSE, STEEP, HAZARD, TREES;

  /** The word used in answers: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
