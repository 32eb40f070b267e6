package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.LineString;

/**
 * A section of a street or path that people walk on at the level of the ground: no tunnel, and no bridge over a space. Sections
 * that meet have an end in the same place, to the last digit.
 *
 * @param sourceId   where it comes from; sections of one street have the same
 * @param line       metres
 * @param widthM     null where not recorded
 * @param wheelchair whether a wheelchair can use it; null where not recorded
 * @param openEdge   whether it is the edge of ground that people walk across, such as the outline of a pedestrian square
 */
public record AccessWay(String sourceId, LineString line, Double widthM, Boolean wheelchair, boolean openEdge) {

  public AccessWay {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(line, "line");
    if (widthM != null && !(widthM > 0)) {
      throw new IllegalArgumentException("way " + sourceId + " is " + widthM + " m wide, not above 0");
    }
  }
}
