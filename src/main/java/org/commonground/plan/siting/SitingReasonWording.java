package org.commonground.plan.siting;

import org.commonground.statement.Wording;

/** Why no set of sites does what is asked, and what would change it. Walks in minutes and seconds, distances in metres. */
public enum SitingReasonWording implements Wording {
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

  SitingReasonWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
