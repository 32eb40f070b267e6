package org.commonground.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** The part of a street's line between two shares of its length. */
public final class SubLine {

  private SubLine() {
  }

  /**
   * @param street     whose line
   * @param from       share of its length in metres where the part begins, 0 to 1
   * @param to         share where it ends; below {@code from} the part runs against the line
   * @param projection of the area
   * @return lon/lat, at least two points, from {@code from} to {@code to}
   */
  public static List<Coordinate> of(Street street, double from, double to, LocalProjection projection) {
    if (from > to) {
      var backwards = of(street, to, from, projection);
      Collections.reverse(backwards);
      return backwards;
    }
    var degrees = street.line().getCoordinates();
    var metres = ((LineString) projection.toMetres(street.line())).getCoordinates();
    double total = 0;
    for (int i = 0; i + 1 < metres.length; i++) {
      total += metres[i].distance(metres[i + 1]);
    }
    var part = new ArrayList<Coordinate>();
    double walked = 0;
    double begin = from * total;
    double end = to * total;
    part.add(at(degrees, metres, begin, projection));
    for (int i = 0; i + 1 < metres.length; i++) {
      walked += metres[i].distance(metres[i + 1]);
      if (walked > begin && walked < end) {
        part.add(degrees[i + 1]);
      }
    }
    part.add(at(degrees, metres, end, projection));
    return part;
  }

  /** Measured in metres, as a {@link Snap} is: halfway in degrees is centimetres beside it on a segment of 2 km. */
  private static Coordinate at(Coordinate[] degrees, Coordinate[] metres, double distance, LocalProjection projection) {
    double walked = 0;
    for (int i = 0; i + 1 < metres.length; i++) {
      double length = metres[i].distance(metres[i + 1]);
      if (walked + length >= distance && length > 0) {
        double share = Math.max(0, Math.min(1, (distance - walked) / length));
        if (share == 0 || share == 1) {
          return degrees[share == 0 ? i : i + 1].copy();
        }
        return projection.toDegrees(metres[i].x + share * (metres[i + 1].x - metres[i].x),
            metres[i].y + share * (metres[i + 1].y - metres[i].y));
      }
      walked += length;
    }
    return degrees[degrees.length - 1].copy();
  }
}
