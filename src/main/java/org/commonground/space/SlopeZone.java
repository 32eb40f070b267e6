package org.commonground.space;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground in and beside a space, at least so steep and less than the next class. Ground of a space that lies in no zone is not flat:
 * nothing is known of it.
 *
 * @param id           number of the zone inside its area, from 0
 * @param leastPercent one of {@link #CLASSES}: least metres up or down for 100 metres along
 * @param sourceId     cells in their file
 * @param geometry     polygon or multipolygon, lon/lat
 */
public record SlopeZone(int id, int leastPercent, String sourceId, Geometry geometry) {

  /**
   * Least slope percent of each class. Level ground is a class of its own, so that it can be told from ground of which nothing is
   * known; 3, 5, 8 and 12 are limits that are common for standing water, ramps and wheelchairs, 15 to 30 for staying and building.
   */
  public static final List<Integer> CLASSES = List.of(0, 3, 5, 8, 12, 15, 20, 30);

  public SlopeZone {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(geometry, "geometry");
    if (!CLASSES.contains(leastPercent)) {
      throw new IllegalArgumentException("slope zone " + sourceId + " begins at " + leastPercent + " %, none of " + CLASSES);
    }
  }

  /** Percent that no ground of the zone reaches: the limit of the next class; null for the steepest. */
  public Integer belowPercent() {
    int next = CLASSES.indexOf(leastPercent) + 1;
    return next == CLASSES.size() ? null : CLASSES.get(next);
  }
}
