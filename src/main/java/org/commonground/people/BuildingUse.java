package org.commonground.people;

import java.util.Locale;

/** What a building is used for. People live in {@link #RESIDENTIAL} and {@link #MIXED} ones, and where it is {@link #UNKNOWN}. */
public enum BuildingUse {
  RESIDENTIAL, MIXED, OTHER, UNKNOWN;

  /** The word used in files, addresses and answers: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
