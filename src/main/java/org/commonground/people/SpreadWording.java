package org.commonground.people;

import org.commonground.statement.Wording;

/** What is assumed where people are spread over buildings: storeys, metres from floor to floor, square metres. */
enum SpreadWording implements Wording {
  SPREAD_BY_FLOOR("People are spread over homes, mixed buildings and buildings of unrecorded use by floor area (footprint × storeys)."),
  STOREYS_ASSUMED("Storeys that are not recorded follow from the height at {metresEach} m each; without a height {storeys} are assumed."),
  MIXED_AND_SHEDS("{percent} % of a mixed building is lived in; nobody lives in buildings under {squareMetres} m².");

  private final String english;

  SpreadWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
