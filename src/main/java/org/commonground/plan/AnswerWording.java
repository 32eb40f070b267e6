package org.commonground.plan;

import org.commonground.statement.Wording;

/** What answers to questions assume. Lengths in metres, times in minutes where not said otherwise. */
public enum AnswerWording implements Wording {
  ROOM_NOT_ASKED("A shelter counts whether or not it still has room."),
  NO_ZONES("No zones of {hazard} are known here: all ground counts as open, only the shelters' suitability is asked."),
  SUITABLE_ONLY("Only shelters suitable for {hazards} count; one whose suitability is not recorded is in doubt."),
  SCENARIO_CLOSES("The scenario closes {sections} street sections and {areas} areas; a section is closed as a whole where any part of "
      + "it lies in a closed area."),
  EDIT_GONE("Edit {edit} of the scenario ({type}) no longer applies: {reason}"),
  EDITS_TRIED("With {count} edits that are tried and not kept."),
  FIGURE_VERIFIED("{figure} is {value} {unit} by rule pack {pack}: {source}."),
  FIGURE("{figure} is {value} {unit} by rule pack {pack}: {source} (not compared with the primary text)."),
  FIGURES_VERIFIED("Figures {figures}… by rule pack {pack}: {source}."),
  FIGURES("Figures {figures}… by rule pack {pack}: {source} (not compared with the primary text)."),
  PROFILE_FIGURES_VERIFIED("Figures of profile {profile} by rule pack {pack}: {source}."),
  PROFILE_FIGURES("Figures of profile {profile} by rule pack {pack}: {source} (not compared with the primary text)."),
  CLEARANCE_LEFT_OUT("Clearance times are not part of the profile: nobody has computed an evacuation of this area."),
  READY_HOURS("A shelter counts so many hours after the alarm if it is opened, equipped and staffed by then; {count} of {shelters} "
      + "shelters are in doubt because somebody has yet to say how long that takes."),
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
