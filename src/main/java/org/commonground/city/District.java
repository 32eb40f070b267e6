package org.commonground.city;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * An administrative community inside an area.
 *
 * @param id             number of the district inside its area, from 0
 * @param sourceId       {@code relation/123}
 * @param name           the name on the ground
 * @param names          every recorded name by language code; may be empty
 * @param peopleRecorded its recorded population; null where none is
 * @param geometry       polygon or multipolygon, lon/lat
 */
public record District(int id, String sourceId, String name, Map<String, String> names, Integer peopleRecorded,
    Geometry geometry) {

  public District {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(geometry, "geometry");
    names = names.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }
}
