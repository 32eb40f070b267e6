package org.commonground.city;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * Something in the source data that was wrong or doubtful, kept so that it can be seen and mended there.
 *
 * @param layer    layer it was read for: {@code street}, {@code space}, {@code shelter} …
 * @param kind     stable word for the kind of problem, such as {@code capacity-unreadable}
 * @param recordId the record in the source: {@code way/123}, {@code row 17}
 * @param message  one sentence for a person, with the value found
 * @param geometry where it is, lon/lat; null where it has no place
 */
public record ImportIssue(String layer, String kind, String recordId, String message, Geometry geometry) {

  public ImportIssue {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(recordId, "recordId");
    Objects.requireNonNull(message, "message");
  }
}
