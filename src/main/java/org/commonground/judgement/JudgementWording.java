package org.commonground.judgement;

import org.commonground.statement.Wording;

/** What is assumed where spaces are judged. */
enum JudgementWording implements Wording {
  UNRECORDED_BOTH_WAYS("What is not recorded is taken as unfavourable for the pessimistic figure and as favourable for the optimistic "
      + "one."),
  NEAREST_RECORDED("The nearest danger, and the nearest help, is the nearest one that is recorded; one whose kind is in doubt counts "
      + "as that kind."),
  WATER_WITHOUT_SEA("Water in the background map is taken off; the sea is not in it."),
  SHAPES_LEFT_OUT("{count} shapes around spaces cannot be used and are left out."),
  SLOPES_UNKNOWN("No heights of the ground are recorded: how steep a space is, is not known, and nothing is taken off for it.");

  private final String english;

  JudgementWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
