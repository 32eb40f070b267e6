package org.commonground.space;

import java.util.Locale;

/** What a space is for one hazard by the tests of a rule pack, best first; {@link #UNKNOWN} where what is not recorded decides. */
public enum Verdict {
  SUITABLE, CONDITIONAL, UNSUITABLE, UNKNOWN;

  /** The word used in rule packs and answers: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
