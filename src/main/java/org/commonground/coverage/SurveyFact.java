package org.commonground.coverage;

import org.commonground.network.StreetFact;

/** A fact that a surveyor can find out, so that an answer becomes sure. */
public enum SurveyFact {
  SURFACE("street", "surface"), KERB("street", "kerb"), INCLINE("street", "incline"), WHEELCHAIR("street", "wheelchair"),
  /** Whether a hazard reaches the street, such as water a bridge. */
  HAZARD("street", "hazard"),
  /** How wide the street is, where collapsed buildings may block it. */
  WIDTH("street", "width"),
  /** How high the buildings beside the street are, where their rubble may block it. */
  HEIGHTS("street", "heights"),
  /** Whether the shelter may be used in the hazard asked about. */
  SUITABILITY("shelter", "suitability");

  private final String layer;
  private final String word;

  SurveyFact(String layer, String word) {
    this.layer = layer;
    this.word = word;
  }

  /** The layer whose features lack it. */
  public String layer() {
    return layer;
  }

  /** The word used in answers. */
  public String word() {
    return word;
  }

  /** Its place in a set of facts that is kept as an int. */
  int bit() {
    return 1 << ordinal();
  }

  static SurveyFact of(StreetFact fact) {
    return valueOf(fact.name());
  }
}
