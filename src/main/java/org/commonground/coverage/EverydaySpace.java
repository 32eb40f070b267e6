package org.commonground.coverage;

import org.locationtech.jts.geom.Geometry;

/**
 * A space as people come to it in everyday life.
 *
 * @param geometry point or outline, lon/lat; an outline is entered where a street crosses its edge, as a shelter is
 * @param green    whether its ground is public green
 */
public record EverydaySpace(Geometry geometry, boolean green) {

  public EverydaySpace {
    if (geometry.isEmpty()) {
      throw new IllegalArgumentException("a space without any place");
    }
  }
}
