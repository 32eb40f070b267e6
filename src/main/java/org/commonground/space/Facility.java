package org.commonground.space;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Something in or around spaces that bears on what they are worth. What a map shows twice as two kinds (toilets with drinking water)
 * is two facilities.
 *
 * @param id       number of the facility inside its area, from 0
 * @param sourceId where it comes from: {@code way/123}, {@code relation/45}, {@code node/6}, or the row of a file
 * @param kind     what it is
 * @param certain  false where it is of this kind only if a fact that is not recorded says so: a power line without a voltage, a tank
 *                 without its content
 * @param name     the name on the ground; null where none is recorded
 * @param names    every recorded name by language code; may be empty
 * @param tags     all tags of the source, unchanged
 * @param geometry point, line or polygon, lon/lat
 */
public record Facility(int id, String sourceId, FacilityKind kind, boolean certain, String name, Map<String, String> names,
    Map<String, String> tags, Geometry geometry) {

  public Facility {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(geometry, "geometry");
    names = names.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(names));
    tags = Map.copyOf(tags);
  }
}
