package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/**
 * A recorded gate, bollard or other barrier at a point, which may be the entrance of a space.
 *
 * @param sourceId   where it comes from
 * @param place      metres; not to be changed
 * @param widthM     null where not recorded
 * @param open       whether people get through it in an emergency; null where not recorded
 * @param wheelchair whether a wheelchair gets through it; null where not recorded
 */
public record EdgeBarrier(String sourceId, Coordinate place, Double widthM, Boolean open, Boolean wheelchair) {

  public EdgeBarrier {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(place, "place");
    if (widthM != null && !(widthM > 0)) {
      throw new IllegalArgumentException("barrier " + sourceId + " is " + widthM + " m wide, not above 0");
    }
  }
}
