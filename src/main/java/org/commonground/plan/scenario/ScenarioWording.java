package org.commonground.plan.scenario;

import org.commonground.statement.Wording;

/** What a scenario means for an answer. */
public enum ScenarioWording implements Wording {
  SCENARIO_CLOSES("The scenario closes {sections} street sections and {areas} areas; a section is closed as a whole where any part of "
      + "it lies in a closed area."),
  EDIT_GONE("Edit {edit} of the scenario ({type}) no longer applies: {reason}"),
  EDITS_TRIED("With {count} edits that are tried and not kept.");

  private final String english;

  ScenarioWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
