package org.commonground.plan.rules;

import org.commonground.statement.Wording;

/** Where the figures of rules come from. */
public enum RulesWording implements Wording {
  FIGURE_VERIFIED("{figure} is {value} {unit} by rule pack {pack}: {source}."),
  FIGURE("{figure} is {value} {unit} by rule pack {pack}: {source} (not compared with the primary text)."),
  FIGURES_VERIFIED("Figures {figures}… by rule pack {pack}: {source}."),
  FIGURES("Figures {figures}… by rule pack {pack}: {source} (not compared with the primary text)."),
  PROFILE_FIGURES_VERIFIED("Figures of profile {profile} by rule pack {pack}: {source}."),
  PROFILE_FIGURES("Figures of profile {profile} by rule pack {pack}: {source} (not compared with the primary text).");

  private final String english;

  RulesWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
