package org.commonground.space;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * A public space or public building with everyday use.
 *
 * @param id      number of the space inside its area, from 0
 * @param sourceId where it comes from: {@code way/123}, {@code relation/45}, {@code node/6}, or the row of a file
 * @param kind    everyday kind
 * @param name    the name on the ground; null where none is recorded
 * @param names   every recorded name by language code ({@code en}, {@code zh}); may be empty
 * @param tags    all tags of the source, unchanged
 * @param geometry polygon, multipolygon or point, lon/lat
 * @param areaM2  area of the geometry in square metres; 0 for a point
 */
public record Space(int id, String sourceId, SpaceKind kind, String name, Map<String, String> names,
    Map<String, String> tags, Geometry geometry, double areaM2) {

  private static final Set<String> CLOSED = Set.of("private", "no", "customers");

  public Space {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(geometry, "geometry");
    names = names.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(names));
    tags = Map.copyOf(tags);
  }

  /** Whether it is public green: of a green kind, and not recorded as private, closed or for customers; not recorded is open. */
  public boolean isPublicGreen() {
    return kind.isGreen() && !CLOSED.contains(tags.getOrDefault("access", ""));
  }
}
