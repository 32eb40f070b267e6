package org.commonground.space;

import java.util.Locale;

/** The kinds of event that a shelter may or may not serve. */
public enum Hazard {
  EARTHQUAKE, FLOOD, INLAND_FLOOD, STORM_SURGE, TSUNAMI, LANDSLIDE, FIRE, VOLCANO, EPIDEMIC, CHEMICAL;

  /** The word used in files, addresses and answers: lower case with hyphens, such as {@code storm-surge}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
