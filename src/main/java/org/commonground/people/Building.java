package org.commonground.people;

import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A building outline.
 *
 * @param id          number of the building inside its area, from 0
 * @param sourceId    {@code way/123} or {@code relation/45}
 * @param use         what it is used for, as far as recorded
 * @param name        null where none is recorded
 * @param levels      storeys above ground; null where not recorded
 * @param heightM     metres; null where not recorded
 * @param footprintM2 square metres on the ground, courtyards left out
 * @param geometry    polygon or multipolygon, lon/lat
 * @param tags        all tags of the source, unchanged
 */
public record Building(int id, String sourceId, BuildingUse use, String name, Double levels, Double heightM,
    double footprintM2, Geometry geometry, Map<String, String> tags) {

  public Building {
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(geometry, "geometry");
    tags = Map.copyOf(tags);
  }
}
