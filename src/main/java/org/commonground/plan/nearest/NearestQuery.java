package org.commonground.plan.nearest;

import org.commonground.plan.Conditions;

/**
 * Which shelters are nearest to a person on foot?
 *
 * @param area     name
 * @param lon      degrees east
 * @param lat      degrees north
 * @param profile  how the person moves; null for the rule pack's first
 * @param minutes  1 to 120, what counts as in time; null for the rule pack's figure
 * @param count    shelters at most, 1 to 50; null for 3
 * @param language of the steps: {@code en} or {@code zh}; English where null or another
 * @param conditions under what
 */
public record NearestQuery(String area, double lon, double lat, String profile, Integer minutes, Integer count,
    String language, Conditions conditions) {

  /** The area as it is, by day. */
  public NearestQuery(String area, double lon, double lat, String profile, Integer minutes, Integer count, String language) {
    this(area, lon, lat, profile, minutes, count, language, Conditions.NONE);
  }
}
