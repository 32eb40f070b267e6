package org.commonground.city;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * Water or green drawn under the map; nothing is computed from it yet beyond what later rules ask.
 *
 * @param kind     what it is
 * @param sourceId {@code way/123}
 * @param name     null where none is recorded
 * @param geometry polygon, multipolygon or line, lon/lat
 */
public record Background(Kind kind, String sourceId, String name, Geometry geometry) {

  public enum Kind { WATER, GREEN }

  public Background {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(geometry, "geometry");
  }
}
