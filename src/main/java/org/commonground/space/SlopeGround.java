package org.commonground.space;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * How steep the ground is, where heights are recorded.
 *
 * @param zones            ground by classes of slope, not on top of each other
 * @param measured         where heights are recorded, metres; elsewhere the slope is unknown, not flat
 * @param flatBelowPercent measured ground in no zone is less steep than this
 */
public record SlopeGround(List<Zone> zones, Geometry measured, double flatBelowPercent) {

  public SlopeGround {
    zones = List.copyOf(zones);
    Objects.requireNonNull(measured, "measured");
    if (!(flatBelowPercent >= 0)) {
      throw new IllegalArgumentException("ground in no slope zone is less steep than " + flatBelowPercent + " %, below 0");
    }
  }

  /**
   * Ground of one class of slope.
   *
   * @param sourceId     which class and piece
   * @param geometry     polygon or multipolygon, metres
   * @param leastPercent it is at least so steep
   * @param belowPercent and less steep than this; infinity for the steepest class
   */
  public record Zone(String sourceId, Geometry geometry, double leastPercent, double belowPercent) {

    public Zone {
      Objects.requireNonNull(sourceId, "sourceId");
      Objects.requireNonNull(geometry, "geometry");
      if (!(leastPercent >= 0) || !(belowPercent > leastPercent)) {
        throw new IllegalArgumentException("slope zone " + sourceId + " is " + leastPercent + " to " + belowPercent + " % steep");
      }
    }
  }
}
