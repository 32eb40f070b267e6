package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A building as far as spaces are concerned. One below the ground takes none of it and does not fall on it: under some gardens lie
 * stations and car parks.
 *
 * @param sourceId where it comes from
 * @param geometry polygon or multipolygon, metres
 * @param heightM  null where not recorded
 * @param levels   storeys above ground; null where not recorded
 * @param standing whether it stands on the ground; null where that is in doubt, as for one mapped on a layer below 0
 */
public record BuildingShape(String sourceId, Geometry geometry, Double heightM, Double levels, Boolean standing) {

  /** One that stands on the ground. */
  public BuildingShape(String sourceId, Geometry geometry, Double heightM, Double levels) {
    this(sourceId, geometry, heightM, levels, true);
  }

  public BuildingShape {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(geometry, "geometry");
    if (heightM != null && !(heightM >= 0) || levels != null && !(levels >= 0)) {
      throw new IllegalArgumentException("building " + sourceId + " is " + heightM + " m high with " + levels + " storeys");
    }
  }
}
