package org.commonground.coverage;

import org.commonground.statement.Wording;

/** What is assumed of walks, room, hazards, blockage and what is not recorded. Speeds in metres a second, lengths and depths in metres. */
public enum CoverageWording implements Wording {
  WALK_SPEED("Profile {profile} walks {speed} m/s on the level and {stairsSpeed} m/s on stairs."),
  WALK_SPEED_NO_STAIRS("Profile {profile} walks {speed} m/s on the level and uses no stairs."),
  STREETS_LEVEL("Streets count as level: no heights are recorded."),
  STREETS_SLOPED("Uphill and downhill change the speed by exp(-{decay} (|grade + {shift}| - {shift})) on {count} of {sections} street "
      + "sections; the others count as level."),
  UNCROWDED("Streets are uncrowded; private and forbidden ways are not used."),
  UNCROWDED_OPEN("Streets are uncrowded and open; private and forbidden ways are not used."),
  STRAIGHT_ACCESS("Between a house or shelter and its street the walk is a straight line of at most {metres} m."),
  SHELTER_EDGE("A shelter with an outline is reached where a street crosses its edge."),
  WAYS_IN_DOUBT("Where neither surface nor smoothness is recorded, or a crossing has no kerb recorded, or a kerb or incline is "
      + "recorded without its height or grade, or the heights of the ground say that a street is too steep, the way counts as closed for "
      + "the lower figure and as open for the higher one; a house on such a way goes to another at most {metres} m farther off. Away from "
      + "crossings no kerb, and everywhere no incline, counts as none where nothing is recorded."),
  WATER_WADED("Water from {slowMetres} m slows this group to {percent} % of its speed, from {closedMetres} m it cannot walk; a zone "
      + "counts with the least depth recorded for it, one without a depth is closed."),
  GROUND_CLOSED("A street section is closed as a whole where any part of it lies in closed ground; a bridge over water is in doubt. "
      + "Whoever is inside closed ground has no way on foot. A shelter wholly inside does not count, one partly inside is in doubt."),
  EVERY_STREET_CLOSED("Every street is closed: nobody can walk anywhere."),
  STREETS_CLOSED("{count} of {sections} street sections are closed, {more} more are in doubt."),
  ACCESSIBILITY_ZONES("Accessibility is rooms per person within reach (enhanced two-step floating catchment): people look for room "
      + "within {peopleMinutes} min (weights {peopleWeights}); a shelter's room is shared among people within {shelterMinutes} min "
      + "(weights {shelterWeights})."),
  ROOM_NOBODY_NEAR("The room of a shelter that nobody is near counts for nobody."),
  ACCESSIBILITY_CAPACITY_UNKNOWN("A shelter whose capacity is not recorded holds nobody for the lower accessibility and {people} "
      + "people for the higher one."),
  SENT_TO_ROOM("People are sent to shelters so that none holds more than its capacity: as many as possible, then with the least "
      + "walking time of all together. Unguided, all run at once to the nearest shelter that still has room, the nearest first, and know "
      + "which are full."),
  CAPACITY_UNKNOWN("{count} shelters have no capacity recorded: they hold nobody for the lower figure, and for the higher one what "
      + "their outline gives at {squareMetres} m² a person, or everybody where they have no outline."),
  GROUPS_SHARE_ROOM("Groups walk at their own speeds and share the shelters' room: {profiles}."),
  OUTLINE_ROOM("The area of a shelter is that of its outline; what is built, wet or steep inside it is not taken off."),
  SHELTER_DISTRICT("A shelter belongs to the district that it lies in; people and shelters outside every district form one more."),
  ALONE_TOGETHER("Alone, people use only shelters of their own district; together, everybody uses every shelter."),
  PAIR_GAINS("What a pair gains counts unrecorded facts as unfavourable. Time saved is that of people who were covered before."),
  PAIR_GAINS_OVERLAP("Gains of several pairs do not add up: one person may gain from more than one of them."),
  HANGING_COUNTED("Counted are people who reach a shelter in time only if unrecorded facts are favourable, on the best way then."),
  HANGING_COUNTED_SEVERAL("Counted are people who reach {shelters} shelters in time only if unrecorded facts are favourable, on the "
      + "best ways then to as many of the nearest as they lack."),
  HANGING_OVERLAP("A way may hang on several facts and places at once: each has all people of the way, so that they do not add up."),
  SURVEY_SAMPLES("People are the mean over {samples} samples of what collapses: somebody counts in those samples in which the answer "
      + "hangs on the fact."),
  STOREYS_SPREAD("The people of each district are known and spread over its homes by floor area; where neither storeys nor "
      + "height are recorded, every number of storeys within the stated limits is possible."),
  STOREYS_BOUNDS("Least and most hold for the district as a whole, without rounding to whole persons in each home."),
  PLACE_ONE_WALK("All people of a place walk equally long, to the shelter that is nearest to it."),
  MEASURES_WITH_WAY("Median, 95th percentile, Gini coefficient and Palma ratio are those of the people who have a way to a shelter; "
      + "the others are counted beside them."),
  WORST_TENTH_UNKNOWN("The mean walk of the worst-served tenth is unknown where anybody has no way."),
  SPACE_REACHED("A space is reached where a street crosses its outline, or beside the nearest street where none does."),
  GREEN_BY_OUTLINE("Public green is counted by its outline, each piece of ground once; what is built or wet inside it is not taken off."),
  GREEN_SHARED("Green within reach is shared evenly among all who reach the same space in the same time."),
  GREEN_POINTS("{count} public green spaces have no outline: they can be reached, but how large they are is unknown and not counted."),
  WAY_BOUNDS("Where a way is in doubt, the lower figure counts it as closed and the higher one as open."),
  GROUPS_OWN_SPEEDS("Groups walk at their own speeds: {profiles}."),
  SAMPLES_DRAWN("{samples} samples; the interval holds the expected number of people with 95 % confidence, as far as the samples go: what is "
      + "rarer than once in {events} events may not be among them."),
  COLLAPSE_BY_WIDTH("Of 100 buildings {damage} collapse (full collapse and half of half collapse); how likely that blocks a street "
      + "follows from its width, by the lines found for Tokyo from the survey of Kobe."),
  BLOCKED_FOR_VEHICLES("Blocked is a street with at most 3 m left for vehicles; people may still get through some of them, so fewer "
      + "are cut off."),
  SECTIONS_BLOCKED_ALONE("Each section of a street is blocked by its own chance, whatever its length and its neighbours'. Bridges, "
      + "tunnels and streets that no building stands beside are not blocked."),
  WIDTHS_UNKNOWN_BLOCKED("Streets with no width recorded ({count}) count as the width that is blocked most often for the lower figure, "
      + "and as wide enough never to be blocked for the higher one."),
  COLLAPSE_BY_CHANCE("Each building collapses by its own chance of {damage} %, whatever its neighbours do."),
  RUBBLE_AROUND("Rubble lies all around a collapsed building, as far from its walls as a share of its height: on every side the share "
      + "for a long side along the street, which is the larger one."),
  RUBBLE_GAP("A section of a street is blocked where rubble lies on it and no gap is wider than {gapMetres} m, looked at every "
      + "{metres} m along it. Bridges and tunnels are not blocked."),
  WIDTHS_UNKNOWN("Streets with no width recorded ({count}) are {leastMetres} m wide for the lower figure and {mostMetres} m for the "
      + "higher one."),
  HEIGHTS_UNKNOWN("Buildings with neither height nor storeys recorded ({count}) are as high as is assumed at most for the lower "
      + "figure, and at least for the higher one.");

  private final String english;

  CoverageWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
