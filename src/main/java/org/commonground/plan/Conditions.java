package org.commonground.plan;

/**
 * Under what a question is asked.
 *
 * @param hazard   name of a hazard layer of the area, or a hazard's word: then only shelters that serve it count; null for none
 * @param night    whether people walk by night
 * @param capacity whether a shelter counts only while it has room
 * @param scenario id of a scenario of the area; null for the area as it is
 * @param rules    name of the rule pack that is judged by; null for the default
 */
public record Conditions(String hazard, boolean night, boolean capacity, String scenario, String rules) {

  /** The area as it is, by day, with room for everybody everywhere, by the default rules. */
  public static final Conditions NONE = new Conditions(null, false, false, null, null);

  public Conditions {
    hazard = hazard == null || hazard.isBlank() ? null : hazard.strip();
    scenario = scenario == null || scenario.isBlank() ? null : scenario.strip();
    rules = rules == null || rules.isBlank() ? null : rules.strip();
  }

  /** The same, whether or not shelters have room. */
  Conditions withRoom(boolean counts) {
    return new Conditions(hazard, night, counts, scenario, rules);
  }

  /** The same, with another scenario. */
  public Conditions in(String otherScenario) {
    return new Conditions(hazard, night, capacity, otherScenario, rules);
  }

  /** The same, under another hazard. */
  Conditions under(String otherHazard) {
    return new Conditions(otherHazard, night, capacity, scenario, rules);
  }
}
