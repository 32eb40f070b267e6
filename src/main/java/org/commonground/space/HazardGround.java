package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A {@link HazardZone} in metres.
 *
 * @param depthM   least metres of water in it; null where it says only that the hazard is there
 * @param geometry polygon or multipolygon, metres
 */
public record HazardGround(String sourceId, Hazard hazard, Double depthM, Geometry geometry) {

  public HazardGround {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(hazard, "hazard");
    Objects.requireNonNull(geometry, "geometry");
  }
}
