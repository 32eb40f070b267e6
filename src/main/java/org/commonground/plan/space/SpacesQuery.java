package org.commonground.plan.space;

import java.util.Objects;
import org.commonground.plan.CoverageQuery;

/**
 * What are the spaces of an area worth?
 *
 * @param coverage who, within what and under what; its hazard is the one that is judged for
 * @param stay     how long people stay: emergency, short, medium or long; null for the rules' shortest
 */
public record SpacesQuery(CoverageQuery coverage, String stay) {

  public SpacesQuery {
    Objects.requireNonNull(coverage, "coverage");
  }
}
