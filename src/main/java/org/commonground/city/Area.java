package org.commonground.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of an area as a whole.
 *
 * @param name         word that names it in addresses and commands: lower case letters, digits and hyphens
 * @param title        for people
 * @param titles       title by language code; may be empty
 * @param dataDate     day the map data is from; null where the source does not say
 * @param boundary     polygon or multipolygon, lon/lat; the extent of the streets where no boundary is recorded
 * @param people       persons in the area: the exact sum over its demand points
 * @param peopleSource where that total comes from
 * @param attribution  who must be named on every map and report
 * @param shelterNote  what a reader must know about the shelters (such as: illustrative, not official); null where nothing
 * @param assumptions  what the import assumed
 * @param importedAt   when
 */
public record Area(String name, String title, Map<String, String> titles, LocalDate dataDate, Geometry boundary, int people,
    String peopleSource, String attribution, String shelterNote, List<Statement> assumptions, Instant importedAt) {

  public Area {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(boundary, "boundary");
    titles = titles.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(titles));
    assumptions = List.copyOf(assumptions);
  }
}
