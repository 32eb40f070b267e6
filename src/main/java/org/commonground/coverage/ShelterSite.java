package org.commonground.coverage;

import org.locationtech.jts.geom.Geometry;

/**
 * A shelter as the search sees it.
 *
 * @param geometry point or polygon, lon/lat; a polygon is entered wherever a street crosses its edge
 * @param capacity persons; null where not recorded
 */
public record ShelterSite(Geometry geometry, Integer capacity) {

  public ShelterSite {
    if (geometry.isEmpty()) {
      throw new IllegalArgumentException("a shelter without any place");
    }
  }
}
