package org.commonground.space;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground covered by one thing: water, trees.
 *
 * @param sourceId where it comes from
 * @param geometry metres; water may be a line, whose width nobody has recorded
 */
public record GroundPatch(String sourceId, Geometry geometry) {

  public GroundPatch {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(geometry, "geometry");
  }
}
