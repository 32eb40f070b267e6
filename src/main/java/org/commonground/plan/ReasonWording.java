package org.commonground.plan;

import org.commonground.statement.Wording;

/** Why searches for sites and for evacuations end as they do, and what would change it. Times in minutes and seconds, distances in metres. */
public enum ReasonWording implements Wording {
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
  DRIVERS_NOT_PLANNED("For {people} people who drive the search ended before it had a way for them: give it more seconds."),
  REACH_NO_CANDIDATE("{people} of {total} people reach no candidate within {minutes} minutes."),
  REACH_NO_SITE("{people} of {total} people reach no candidate and no shelter within {minutes} minutes."),
  NO_CHOICE("No choice as it is asked for has {percent} % of the people in time."),
  NO_CHOICE_OF("No choice of at most {sites} has {percent} % of the people in time."),
  NO_CHOICE_FOR("No choice for at most {budget} has {percent} % of the people in time."),
  NO_CHOICE_OF_FOR("No choice of at most {sites} for at most {budget} has {percent} % of the people in time."),
  SITES_KEPT_APART("Sites are at least {metres} m apart, as was asked."),
  BUDGET_BELOW_CHEAPEST("Nothing can be chosen for {budget}: the cheapest candidate costs {least}."),
  MORE_SITES("With {sites} new shelters instead of {most} it can be done."),
  MORE_SITES_PROVEN("With {sites} new shelters instead of {most} it can be done, with fewer it cannot."),
  MORE_MONEY("With a budget of {least} instead of {budget} it can be done."),
  MORE_MONEY_PROVEN("With a budget of {least} instead of {budget} it can be done, with less it cannot."),
  LET_IN("If {names} may be chosen it can be done."),
  LET_IN_PROVEN("If {names} may be chosen it can be done, with fewer of the forbidden ones it cannot."),
  LET_GO("If {names} need not be chosen it can be done."),
  CLOSER("If sites may be {metres} m apart instead of {asked} m it can be done."),
  CLOSER_PROVEN("If sites may be {metres} m apart instead of {asked} m it can be done, farther apart it cannot."),
  LONGER_WALKS("If people may walk {minutes} min {seconds} s, {percent} % can be in time."),
  LONGER_WALKS_PROVEN("If people may walk {minutes} min {seconds} s, {percent} % can be in time, with shorter walks not."),
  SMALLER_SHARE("With a share of {percent} % it can be done; above {bound} % it cannot."),
  SMALLER_SHARE_PROVEN("With a share of {percent} % it can be done, with a larger one it cannot."),
  LONGER_WALKS_IN_VAIN("Longer walks alone do not do it: {people} people reach no candidate within {minutes} minutes.");

  private final String english;

  ReasonWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
