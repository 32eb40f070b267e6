package org.commonground.plan.siting;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.plan.form.Checked;

/** What a choice of sites is to be good at, with the unit of its value. */
enum SitingGoal {
  /** Most people in time. */
  COVER("people"),
  /** Fewest new shelters that have everybody, or a share, in time. */
  FEWEST("sites"),
  /** Least mean walk to the nearest. */
  MEAN_WALK("seconds"),
  /** Least longest walk to the nearest. */
  WORST_WALK("seconds"),
  /** Most people who find room in time. */
  ROOM("people"),
  /** The highest share in time in the district where that is lowest. */
  WORST_DISTRICT("share"),
  /** Least cost that has everybody, or a share, in time. */
  LEAST_COST("cost");

  private final String unit;

  SitingGoal(String unit) {
    this.unit = unit;
  }

  String unit() {
    return unit;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether so many people must be in time, and the sites are what is saved. */
  boolean mustCover() {
    return this == FEWEST || this == LEAST_COST;
  }

  /** Whether the length of the walk counts, and not who is in time. */
  boolean walks() {
    return this == MEAN_WALK || this == WORST_WALK;
  }

  /**
   * @param word null for cover
   * @throws org.commonground.city.InvalidInput where there is none of this word
   */
  static SitingGoal of(String word) {
    return word == null ? COVER : Arrays.stream(values()).filter(goal -> goal.word().equals(word)).findFirst().orElseThrow(
        () -> Checked.refused("goal", "goal is " + Checked.shown(word) + ", but must be one of "
            + Arrays.stream(values()).map(SitingGoal::word).collect(Collectors.joining(", ")) + "."));
  }
}
