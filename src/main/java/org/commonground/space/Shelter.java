package org.commonground.space;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * A space designated for emergency use.
 *
 * @param id           number of the shelter inside its area, from 0
 * @param sourceId     row or feature id in its source, so that a person can find it there
 * @param name         the name on the ground; null where none is recorded
 * @param names        every recorded name by language code; may be empty
 * @param address      as recorded; null where none is
 * @param geometry     point, polygon or multipolygon, lon/lat
 * @param capacity     persons; null where not recorded (unknown is not zero)
 * @param hazards      what is recorded about hazards; a hazard without an entry is unknown
 * @param indoor       true for a building, false for open ground, null where not recorded
 * @param illustrative true where the designation is an example of ours and not an official one
 * @param tags         the other columns of the source, unchanged
 */
public record Shelter(int id, String sourceId, String name, Map<String, String> names, String address, Geometry geometry,
    Integer capacity, Map<Hazard, Suitability> hazards, Boolean indoor, boolean illustrative, Map<String, String> tags) {

  public Shelter {
    Objects.requireNonNull(geometry, "geometry");
    names = names.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(names));
    hazards = Map.copyOf(hazards);
    tags = Map.copyOf(tags);
    if (capacity != null && capacity < 0) {
      throw new IllegalArgumentException("capacity of shelter " + sourceId + " is " + capacity + ", below 0");
    }
  }

  /** What is recorded about one hazard; {@link Suitability#UNKNOWN} where nothing is. */
  public Suitability suitability(Hazard hazard) {
    return hazards.getOrDefault(hazard, Suitability.UNKNOWN);
  }
}
