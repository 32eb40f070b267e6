package org.commonground.plan;

import org.commonground.statement.Wording;

/** What answers to questions assume. */
public enum AnswerWording implements Wording {
  ROOM_NOT_ASKED("A shelter counts whether or not it still has room."),
  NO_ZONES("No zones of {hazard} are known here: all ground counts as open, only the shelters' suitability is asked."),
  SUITABLE_ONLY("Only shelters suitable for {hazards} count; one whose suitability is not recorded is in doubt."),
  NO_SHELTER_KNOWN("No shelter is recorded here and none is added: whether there is one, and who would reach it, is unknown."),
  NO_HAZARD_ASKED("No hazard was asked for: spaces are judged for {hazard}."),
  HOME_STOREYS("A home without recorded storeys or height may have {least} to {most} storeys.");

  private final String english;

  AnswerWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
