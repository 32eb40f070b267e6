package org.commonground.space;

import java.util.Locale;

/** What a public space or public building is in everyday life. */
public enum SpaceKind {
  PARK, GARDEN, SQUARE, PLAYGROUND, PITCH, SPORTS_GROUND, SPORTS_HALL, SCHOOL, UNIVERSITY, COMMUNITY_CENTRE, LIBRARY,
  TOWN_HALL, PLACE_OF_WORSHIP, CAR_PARK, RECREATION_GROUND, OTHER;

  /** Whether its ground is green where it is open to the public: parks, gardens, playgrounds and recreation grounds. */
  public boolean isGreen() {
    return this == PARK || this == GARDEN || this == PLAYGROUND || this == RECREATION_GROUND;
  }

  /** The word used in files, addresses and answers: lower case with hyphens, such as {@code sports-hall}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
