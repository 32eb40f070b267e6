package org.commonground.api;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A square of the web map: at zoom {@code z} the world is 2<sup>z</sup> by 2<sup>z</sup> tiles, {@code x} from the west, {@code y} from
 * the north. The plane is the web Mercator projection with the world as the unit square, y upwards.
 */
record Tile(int z, int x, int y) {

  /** Beyond this latitude the square world ends. */
  private static final double MAX_LAT = 85.0511287798066;

  Envelope extent() {
    double side = side();
    return new Envelope(x * side, (x + 1) * side, 1 - (y + 1) * side, 1 - y * side);
  }

  double side() {
    return 1.0 / (1L << z);
  }

  static Coordinate project(double lon, double lat) {
    double phi = Math.toRadians(Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)));
    return new Coordinate(lon / 360 + 0.5, 0.5 + Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI));
  }

  /** A copy of a lon/lat geometry in the plane. */
  static Geometry project(Geometry degrees) {
    var copy = degrees.copy();
    copy.apply(new CoordinateSequenceFilter() {
      @Override
      public void filter(CoordinateSequence sequence, int index) {
        var at = project(sequence.getX(index), sequence.getY(index));
        sequence.setOrdinate(index, 0, at.x);
        sequence.setOrdinate(index, 1, at.y);
      }

      @Override
      public boolean isDone() {
        return false;
      }

      @Override
      public boolean isGeometryChanged() {
        return true;
      }
    });
    copy.geometryChanged();
    return copy;
  }
}
