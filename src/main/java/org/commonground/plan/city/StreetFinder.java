package org.commonground.plan.city;

import java.util.List;
import java.util.OptionalInt;
import org.commonground.geo.LocalProjection;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the street section nearest to a place, whoever may walk there. Immutable and safe for use by many threads. */
public final class StreetFinder {

  /** How far a place may be from the street that is meant. */
  public static final double LIMIT_METRES = 50;

  /** Degrees of latitude that are surely more than the limit. */
  private static final double LIMIT_DEGREES = LIMIT_METRES / 110_000;

  private final StreetNetwork streets;
  private final LocalProjection projection;
  private final STRtree extents = new STRtree();

  /** @param projection around the area of the streets */
  StreetFinder(StreetNetwork streets, LocalProjection projection) {
    this.streets = streets;
    this.projection = projection;
    streets.streets().forEach(street -> extents.insert(street.line().getEnvelopeInternal(), street.id()));
    extents.build();
  }

  /**
   * Equally near ones by lower index.
   *
   * @param osmId way it must be part of; null for any
   * @return empty where none is within {@link #LIMIT_METRES}
   */
  public OptionalInt nearest(double lon, double lat, Long osmId) {
    if (!projection.reaches(lon, lat)) {
      return OptionalInt.empty();
    }
    var point = new GeometryFactory().createPoint(projection.toMetres(lon, lat));
    int best = -1;
    double bestMetres = Math.nextUp(LIMIT_METRES);
    for (int street : around(lon, lat)) {
      if (osmId != null && streets.street(street).osmId() != osmId) {
        continue;
      }
      double metres = projection.toMetres(streets.street(street).line()).distance(point);
      if (metres < bestMetres) {
        best = street;
        bestMetres = metres;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private int[] around(double lon, double lat) {
    var window = new Envelope(new Coordinate(lon, lat));
    window.expandBy(LIMIT_DEGREES / Math.max(0.01, Math.cos(Math.toRadians(lat))), LIMIT_DEGREES);
    List<?> found = extents.query(window);
    return found.stream().mapToInt(Integer.class::cast).sorted().toArray();
  }
}
