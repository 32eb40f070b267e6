package org.commonground.plan.district;

import java.util.Objects;
import org.commonground.plan.CoverageQuery;

/**
 * What are the districts of an area like, and who has a shelter when?
 *
 * @param asOf date whose entered facts count, year-month-day; null for today's
 */
public record ProfilesQuery(CoverageQuery coverage, String asOf) {

  public ProfilesQuery {
    Objects.requireNonNull(coverage, "coverage");
  }
}
