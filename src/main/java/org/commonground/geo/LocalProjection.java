package org.commonground.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres around one point: a transverse Mercator projection of the WGS 84 ellipsoid whose central meridian runs through the
 * middle of the area, with scale 1 on it. Lengths are long by x²/2R², which is 8 parts in a million 25 km from the meridian and
 * 31 at 50 km. Not for areas wider than some 200 km. Immutable and safe for use by many threads.
 */
public final class LocalProjection {

  /** Farther from the centre the projection's series no longer converge, and what it answers could be anywhere. */
  private static final double FARTHEST_DEGREES = 20;

  private final Coordinate centre;
  private final MathTransform toMetres;
  private final MathTransform toDegrees;

  private LocalProjection(Coordinate centre, MathTransform toMetres, MathTransform toDegrees) {
    this.centre = centre;
    this.toMetres = toMetres;
    this.toDegrees = toDegrees;
  }

  /**
   * @param lon degrees east, -180 to 180
   * @param lat degrees north, -90 to 90
   * @throws IllegalArgumentException outside these limits
   */
  public static LocalProjection around(double lon, double lat) {
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("no place on earth: lon " + lon + ", lat " + lat);
    }
    var wkt = """
        PROJCS["local", GEOGCS["WGS 84", DATUM["WGS_1984", SPHEROID["WGS 84", 6378137.0, 298.257223563]],
          PRIMEM["Greenwich", 0.0], UNIT["degree", 0.017453292519943295], AXIS["Longitude", EAST], AXIS["Latitude", NORTH]],
          PROJECTION["Transverse_Mercator"], PARAMETER["central_meridian", %s], PARAMETER["latitude_of_origin", %s],
          PARAMETER["scale_factor", 1.0], PARAMETER["false_easting", 0.0], PARAMETER["false_northing", 0.0],
          UNIT["m", 1.0], AXIS["x", EAST], AXIS["y", NORTH]]""".formatted(lon, lat);
    try {
      var local = CRS.parseWKT(wkt);
      var forward = CRS.findMathTransform(DefaultGeographicCRS.WGS84, local, true);
      return new LocalProjection(new Coordinate(lon, lat), forward, forward.inverse());
    } catch (FactoryException | TransformException failure) {
      throw new IllegalStateException("no projection around " + lon + ", " + lat, failure);
    }
  }

  /** A projection around the middle of an extent in degrees. */
  public static LocalProjection around(Envelope extent) {
    var centre = extent.centre();
    return around(centre.x, centre.y);
  }

  /** Whether a place is near enough to be projected; false for what is no place. */
  public boolean reaches(double lon, double lat) {
    return Math.abs(lon - centre.x) <= FARTHEST_DEGREES && Math.abs(lat - centre.y) <= FARTHEST_DEGREES && Math.abs(lat) <= 90;
  }

  /**
   * Metres east and north of the centre.
   *
   * @throws IllegalArgumentException for a place that it does not {@link #reaches reach}
   */
  public Coordinate toMetres(double lon, double lat) {
    if (!reaches(lon, lat)) {
      throw new IllegalArgumentException(lon + ", " + lat + " is more than " + FARTHEST_DEGREES + " degrees from " + centre.x + ", "
          + centre.y);
    }
    return transform(toMetres, lon, lat);
  }

  /** Longitude as x, latitude as y. */
  public Coordinate toDegrees(double x, double y) {
    return transform(toDegrees, x, y);
  }

  /** A copy of a lon/lat geometry in metres. */
  public Geometry toMetres(Geometry degrees) {
    return transform(toMetres, degrees);
  }

  /** A copy of a geometry in metres as lon/lat. */
  public Geometry toDegrees(Geometry metres) {
    return transform(toDegrees, metres);
  }

  private static Coordinate transform(MathTransform transform, double x, double y) {
    var point = new double[] {x, y};
    apply(transform, point, 1);
    return new Coordinate(point[0], point[1]);
  }

  private static Geometry transform(MathTransform transform, Geometry geometry) {
    var copy = geometry.copy();
    copy.apply(new WholeSequence(transform));
    copy.geometryChanged();
    return copy;
  }

  private static void apply(MathTransform transform, double[] points, int count) {
    try {
      transform.transform(points, 0, points, 0, count);
    } catch (TransformException failure) {
      throw new IllegalArgumentException("cannot be projected: " + points[0] + ", " + points[1], failure);
    }
  }

  /** Transforms a whole coordinate sequence in one call. */
  private record WholeSequence(MathTransform transform) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int index) {
      if (index > 0) {
        return;
      }
      var points = new double[2 * sequence.size()];
      for (int i = 0; i < sequence.size(); i++) {
        points[2 * i] = sequence.getX(i);
        points[2 * i + 1] = sequence.getY(i);
      }
      apply(transform, points, sequence.size());
      for (int i = 0; i < sequence.size(); i++) {
        sequence.setOrdinate(i, 0, points[2 * i]);
        sequence.setOrdinate(i, 1, points[2 * i + 1]);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
