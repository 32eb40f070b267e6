package org.commonground.coverage;

/** What is known of one place: the four parts of a {@link Tally}. */
public enum CoverState {
  COVERED("covered"), UNKNOWN("unknown"), NOT_COVERED("notCovered"), UNREACHABLE("unreachable");

  private final String word;

  CoverState(String word) {
    this.word = word;
  }

  /** The word used in answers. */
  public String word() {
    return word;
  }
}
