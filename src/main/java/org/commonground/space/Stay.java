package org.commonground.space;

import java.util.Locale;

/** How long people stay, shortest first; how many days each means is the rule pack's. */
public enum Stay {
  EMERGENCY, SHORT, MEDIUM, LONG;

  /** The word used in rule packs and answers: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
