package org.commonground.plan.evacuation;

import org.commonground.statement.Wording;

/** Why people are left in an evacuation, and what is not as it should be. */
public enum EvacuationReasonWording implements Wording {
  LEFT_NO_WAY("{people} people have no way to any shelter on the streets."),
  LEFT_CUT_OFF("{people} people would find room, but the hazard is there before they can pass."),
  LEFT_NOT_PLANNED("For {people} people the search ended before it had a place for them: give it more seconds."),
  LEFT_NO_ROOM("{people} people find every shelter full that they reach in time. Most places are missing at {places}."),
  LEFT_IN_CLOSED_GROUND("{people} people are in closed ground from the first second, or the hazard is at their door before they can leave."),
  ROOM_MISSING("There are {people} people, but the shelters have room for {room}: {missing} places are missing."),
  SECTIONS_WITHOUT_WIDTH("{sections} street sections have a width of 0 recorded: nobody is led through them."),
  NO_OPEN_SHELTER("There is no open shelter in {name}: nobody can be placed."),
  NO_USABLE_SHELTER("None of the {shelters} open shelters can be used here: nobody can be placed."),
  SHELTERS_FAR_FROM_STREETS("No street is near enough to {names}: nobody can be led there."),
  SHELTERS_FAR_FROM_STREETS_MORE("No street is near enough to {names} and {more} more: nobody can be led there."),
  GATES_WITHOUT_WIDTH("All streets that enter {names} have a width of 0 recorded: nobody can be led there."),
  GATES_WITHOUT_WIDTH_MORE("All streets that enter {names} and {more} more have a width of 0 recorded: nobody can be led there."),
  NO_EXIT("No street for cars crosses the boundary of {name} or ends there: nobody can drive out. Say where exits are."),
  DRIVERS_NO_WAY("{people} people who drive have no street for cars near them that leads to an exit."),
  DRIVERS_CUT_OFF("{people} people who drive are in closed ground, or the hazard is there before they can pass."),
  DRIVERS_NOT_PLANNED("For {people} people who drive the search ended before it had a way for them: give it more seconds.");

  private final String english;

  EvacuationReasonWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
