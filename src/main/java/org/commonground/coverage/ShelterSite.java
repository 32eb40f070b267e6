package org.commonground.coverage;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A shelter as the search sees it.
 *
 * @param geometry point or polygon, lon/lat; a polygon is entered wherever a street crosses its edge
 * @param capacity persons; null where not recorded
 * @param standing whether it counts
 */
public record ShelterSite(Geometry geometry, Integer capacity, Standing standing) {

  public ShelterSite {
    Objects.requireNonNull(standing, "standing");
    if (geometry.isEmpty()) {
      throw new IllegalArgumentException("a shelter without any place");
    }
  }

  /** One that counts. */
  public ShelterSite(Geometry geometry, Integer capacity) {
    this(geometry, capacity, Standing.COUNTS);
  }
}
