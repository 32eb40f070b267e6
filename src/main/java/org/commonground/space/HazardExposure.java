package org.commonground.space;

import org.locationtech.jts.geom.Geometry;

/**
 * How much of a space lies in the zones of one hazard.
 *
 * @param outsideShare share of the outline outside all zones, 0 to 1
 * @param depthM       metres of water where it is deepest, the deeper first; infinity where no zone says how deep it may be
 */
public record HazardExposure(Range outsideShare, Range depthM) {

  private static final HazardExposure UNKNOWN = new HazardExposure(new Range(0, 1), Range.UNKNOWN_AT_MOST);
  /** A share of less than this is rounding. */
  private static final double NEGLIGIBLE = 1e-6;

  /**
   * Unknown where nobody has mapped the hazard.
   *
   * @param place outline or point of the space, metres
   */
  public static HazardExposure of(Geometry place, Surroundings surroundings, Hazard hazard) {
    var ground = MendedArea.mended(place);
    if (ground == null || !surroundings.maps(hazard)) {
      return UNKNOWN;
    }
    var touched = surroundings.hazards(hazard, ground.getEnvelopeInternal(), 0).stream()
        .filter(zone -> share(ground, zone.shape()) > NEGLIGIBLE).toList();
    if (touched.isEmpty()) {
      return new HazardExposure(Range.exact(1), Range.exact(0));
    }
    double outside = 1 - share(ground, MendedArea.union(touched.stream().map(zone -> zone.shape()).toList()));
    boolean unstated = touched.stream().anyMatch(zone -> zone.what().depthM() == null);
    double deepest = touched.stream().filter(zone -> zone.what().depthM() != null).mapToDouble(zone -> zone.what().depthM()).max()
        .orElse(0);
    return new HazardExposure(Range.exact(Math.max(0, outside)),
        new Range(unstated ? Double.POSITIVE_INFINITY : surroundings.nextDepth(hazard, deepest), deepest));
  }

  private static double share(Geometry ground, Geometry zone) {
    if (ground.getArea() == 0) {
      return ground.intersects(zone) ? 1 : 0;
    }
    return MendedArea.intersection(ground, zone).getArea() / ground.getArea();
  }
}
