package org.commonground.plan.evacuation;

import org.commonground.statement.Wording;

/** What evacuations assume. Times in minutes or seconds as the sentence says, widths in metres. */
public enum EvacuationWording implements Wording {
  SET_OUT_AT_ONCE("Everybody sets out at once."),
  SET_OUT_BUT_WAITING("Everybody sets out at once, but for the districts that wait."),
  SET_OUT_LOGISTIC("People set out along a logistic curve: half of them have left after {minutes} minutes, with a slope of {slope} per "
      + "minute. Who leaves when is drawn by the seed."),
  SET_OUT_RAYLEIGH("People set out along a Rayleigh curve, most of them {minutes} minutes after the start. Who leaves when is drawn by "
      + "the seed."),
  DISTRICT_WAITS("The people of {name} set out {minutes} minutes later."),
  ZONES_COME("{count} zones of the hazard come after {minutes} minutes: nobody may be in them or on a street that touches them from "
      + "then on. Shelters that they take are not used from the start; streets that water only slows count as closed for the main figures, "
      + "as open for the optimistic ones."),
  GROUPS_EVACUATE("Groups walk at their own speeds: {profiles}. The bound takes all for as fast as the fastest of them."),
  NO_PRIVATE_WAYS("Private and forbidden ways are not used."),
  MAIN_UNFAVOURABLE("The main figures take what is not recorded as unfavourable, the optimistic ones as favourable."),
  EVACUATION_CAPACITY_UNKNOWN("{count} shelters have no capacity recorded: they hold nobody for the main figures, and for the "
      + "optimistic ones what their outline gives at {squareMetres} m² a person, or everybody where they have no outline."),
  WITHOUT_PLAN("Without a plan, people go to the nearest shelter by walking time, do not know what is full before they stand at its "
      + "gate, and then go on to the nearest of the others; nobody enters a street that is full."),
  SAMPLE_PLANS("For each sample of blocked streets a first plan is made as if all knew what is blocked; no search makes it better."),
  WIDTHS_RECORDED("{count} of {sections} street sections have a width recorded. The others count as {path} m (paths and stairs), "
      + "{street} m (streets for residents and people on foot) or {road} m (all other streets) for the main figures, and as {widePath}, "
      + "{wideStreet} or {wideRoad} m for the optimistic ones."),
  WHOLE_WIDTH("Each direction of a street may use its whole width; where people walk against each other the street is listed as a "
      + "conflict."),
  TIME_STEPS("Time goes in steps of {seconds} s: walks are rounded to whole steps, at least one each section, and the people who pass "
      + "in a step down to whole people, at least one."),
  GATE_BY_DESIGN("A gate lets through what gates are designed for."),
  GATE_BY_STREET("A gate is as wide as the street that enters it, and lets through what fits; the figure that gates are designed for "
      + "is lower."),
  DRIVERS("{percent} % of the people of each place drive, {people} people in {cars} cars; they go to no shelter, and are in none of "
      + "the other figures. The plan for people on foot and that for cars do not know of each other but for the width that they share."),
  EXITS_GIVEN("Cars are out at the {count} exits that are given, each at the nearer end of its street."),
  EXITS_AT_BOUNDARY("Cars are out where streets for cars cross the boundary of the area, at {count} places; where none crosses it, "
      + "where they end beside it."),
  CAR_STREETS("Cars use main, local and service streets, no ways for people on foot, no tracks and nothing private; streets closed to "
      + "people on foot, such as motorways, are not known here. One-way streets are not recorded: cars take all streets both ways. Empty "
      + "streets are driven at {mainSpeed} km/h (main), {localSpeed} (local) or {slowSpeed} (service and living streets)."),
  CAR_LANES("A street has as many lanes of {laneMetres} m as fit beside a walkway of {walkwayMetres} m, at most {mainLanes} (main) or "
      + "{localLanes} (others), half of them each way. On these streets people on foot have what the lanes leave, at gates too, whether or "
      + "not cars come."),
  CAR_SHARED("{people} people share a car. Those of one district who join at the same junction, the nearer end of their nearest street "
      + "for cars, count together, the last car may be less full, and full cars leave first. Time goes in steps of {seconds} s for cars: a "
      + "drive is rounded to whole steps, at least one each section, and the cars that pass in a step down to whole cars, so that plan and "
      + "bound are rather too long than too short."),
  CAR_FLOW("Cars that are sent keep to the flow that a street lets through; their drives take as long as on full streets, for the "
      + "bound as on empty ones. Beyond an exit nothing holds cars up.");

  private final String english;

  EvacuationWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
