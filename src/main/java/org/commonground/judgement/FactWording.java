package org.commonground.judgement;

import org.commonground.statement.Wording;

/** What a criterion of dual worth was counted from. Distances in metres along the straight line, times in minutes. */
enum FactWording implements Wording {
  PEOPLE_WITHIN("persons within {minutes} min on foot: {people}"),
  PEOPLE_WITHIN_BETWEEN("persons within {minutes} min on foot: {fewest} to {most}"),
  OUTLINE_OF("outline of {record}"),
  OUTLINE_UNKNOWN("no outline is recorded"),
  FACILITIES_COUNTED("{count} × {thing}"),
  FACILITY_AT("{thing} at {metres} m"),
  FACILITY_NOWHERE("{thing}: none recorded in the area"),
  SUITS_HAZARD("{hazard}: {verdict}"),
  SUITS_HAZARD_BETWEEN("{hazard}: {worst} to {best}"),
  WHEELCHAIR_TAG("wheelchair={wheelchair}"),
  WHEELCHAIR_ENTRANCE("an entrance for wheelchairs: {answer}"),
  WHEELCHAIR_GROUND("ground for wheelchairs: {answer}"),
  OPEN_HOURS("opening_hours={hours}"),
  OPEN_HOURS_UNKNOWN("no opening hours are recorded"),
  ROOM_FOR_STAY("persons, {stay} stay"),
  GREEN_GROUND("public green less what is built or wet"),
  TREES_ON_GROUND("trees recorded on it, at most all open ground"),
  EDGE_MET("streets and gates that meet its edge");

  private final String english;

  FactWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
