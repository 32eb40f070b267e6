package org.commonground.plan;

import java.util.Objects;
import org.commonground.plan.form.Fields;

/**
 * Who reaches a shelter within some minutes?
 *
 * @param area       name
 * @param profile    how people move; null for the rule pack's first
 * @param minutes    1 to 120; null for the rule pack's figure
 * @param count      how many gaps, streets or pairs to list, 1 to 1000; null for 50
 * @param k          how many different shelters one must reach, 1 to 3; null for 1
 * @param conditions under what
 */
public record CoverageQuery(String area, String profile, Integer minutes, Integer count, Integer k, Conditions conditions) {

  public CoverageQuery {
    Objects.requireNonNull(conditions, "conditions");
  }

  /** The area as it is, by day. */
  public CoverageQuery(String area, String profile, Integer minutes, Integer count, Integer k) {
    this(area, profile, minutes, count, k, Conditions.NONE);
  }

  /** A question as a caller gives it, among other fields. */
  public static CoverageQuery of(String area, Fields fields) {
    return new CoverageQuery(area, fields.text("profile"), fields.integer("minutes"), fields.integer("count"),
        fields.integer("k"), new Conditions(fields.text("hazard"), Boolean.TRUE.equals(fields.yesNo("night")),
            Boolean.TRUE.equals(fields.yesNo("capacity")), fields.text("scenario"), fields.text("rules")));
  }

  /** The same by day with nothing in the way: everyday life. */
  public CoverageQuery plain() {
    return new CoverageQuery(area, profile, minutes, null, null, new Conditions(null, false, false, null, conditions.rules()));
  }

  /** The same question where a shelter counts only while it has room. */
  public CoverageQuery withRoom() {
    return new CoverageQuery(area, profile, minutes, count, k, conditions.withRoom(true));
  }

  /** The same question in another scenario; null for the area as it is. */
  public CoverageQuery in(String scenario) {
    return new CoverageQuery(area, profile, minutes, count, k, conditions.in(scenario));
  }

  /** The same question under a hazard. */
  public CoverageQuery under(String hazard) {
    return new CoverageQuery(area, profile, minutes, count, k, conditions.under(hazard));
  }
}
