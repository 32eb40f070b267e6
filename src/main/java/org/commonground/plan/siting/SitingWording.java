package org.commonground.plan.siting;

import org.commonground.statement.Wording;

/** What the choice of sites assumes. */
public enum SitingWording implements Wording {
  CANDIDATES_ALL("Candidates are all spaces that may have room for people by the rules and are no shelters."),
  CANDIDATES_SUITABLE("Candidates are all spaces that may have room for people by the rules and are no shelters, without those that "
      + "the rules find unsuitable for {hazards}."),
  CHOSEN_DESIGNATED("A chosen place is designated for {hazards} and counts as suitable for it, where its ground is not taken."),
  CANDIDATES_UNSURE("Of the candidates, for {unknown} what the rules ask is not all recorded; the rules find {unsuitable} unsuitable and "
      + "{conditional} suitable only on conditions."),
  CHOICE_UNFAVOURABLE("A choice is judged as if everything that is not recorded were unfavourable; the optimistic value is that of the "
      + "same choice if it were favourable."),
  SHELTERS_MOVABLE("The {shelters} shelters of now may be given up: they count among the sites and cost nothing."),
  SHELTERS_STAY("The {shelters} shelters of now stay."),
  SHELTERS_GIVEN_UP("The {shelters} shelters of now are given up."),
  LONGEST_WALK("A walk of more than {minutes} minutes counts as {minutes}; {people} people reach no site within that time and are left "
      + "out of the value."),
  WALKS_CUT("There are too many walks to hold: those of more than {minutes} minutes are not compared one by one, so that the bound may "
      + "be lower than it need be."),
  CHOSEN_ROOM("A chosen space has the room that the rules find in it if everything that is not recorded is unfavourable."),
  EVERYDAY_WORTH("The everyday worth of a choice is the sum over its new places of what each is worth in everyday life by the rules, 0 "
      + "to {points} points, if what is not recorded is unfavourable; drawn places, and shelters that are no space of the map, have none."),
  STRAIGHT_APART("Distances between sites are straight lines between the middles of their outlines.");

  private final String english;

  SitingWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
