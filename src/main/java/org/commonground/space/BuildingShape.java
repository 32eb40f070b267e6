package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A building as far as spaces are concerned.
 *
 * @param sourceId where it comes from
 * @param geometry polygon or multipolygon, metres
 * @param heightM  null where not recorded
 * @param levels   storeys above ground; null where not recorded
 */
public record BuildingShape(String sourceId, Geometry geometry, Double heightM, Double levels) {

  public BuildingShape {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(geometry, "geometry");
    if (heightM != null && !(heightM >= 0) || levels != null && !(levels >= 0)) {
      throw new IllegalArgumentException("building " + sourceId + " is " + heightM + " m high with " + levels + " storeys");
    }
  }
}
