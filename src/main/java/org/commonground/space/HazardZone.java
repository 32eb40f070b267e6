package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground that one hazard takes. The zones of one name are one layer that can be switched on, such as a flood of a stated chance.
 *
 * @param id       number of the zone inside its area, from 0
 * @param name     of the layer: the hazard's word, or what the caller named it
 * @param hazard   its kind
 * @param depthM   least metres of water in the zone; null where the zone says only that the hazard is there
 * @param sourceId feature or cells in its source
 * @param geometry polygon or multipolygon, lon/lat
 */
public record HazardZone(int id, String name, Hazard hazard, Double depthM, String sourceId, Geometry geometry) {

  public HazardZone {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hazard, "hazard");
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(geometry, "geometry");
    if (depthM != null && !(depthM >= 0)) {
      throw new IllegalArgumentException("depth of hazard zone " + sourceId + " is " + depthM + " m, below 0");
    }
  }
}
