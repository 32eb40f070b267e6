package org.commonground.coverage;

/**
 * How far somebody, or some place, counts as near: zones of walking time, each with a weight.
 *
 * @param limitMillis longest walking time of each zone, above 0 and ascending; not copied
 * @param weight      of each zone, above 0 and at most 1, never rising outwards; not copied
 */
public record Catchment(int[] limitMillis, double[] weight) {

  public Catchment {
    if (limitMillis.length == 0 || limitMillis.length != weight.length) {
      throw new IllegalArgumentException(limitMillis.length + " zones but " + weight.length + " weights; at least one is needed");
    }
    for (int zone = 0; zone < weight.length; zone++) {
      if (limitMillis[zone] <= (zone == 0 ? 0 : limitMillis[zone - 1])) {
        throw new IllegalArgumentException("zone " + zone + " ends at " + limitMillis[zone] + " ms, not beyond the one before");
      }
      if (!(weight[zone] > 0) || weight[zone] > (zone == 0 ? 1 : weight[zone - 1])) {
        throw new IllegalArgumentException("weight of zone " + zone + " is " + weight[zone]
            + ", but must be above 0 and at most 1 and the one before");
      }
    }
  }

  /** Weight at a walking time; 0 beyond the last zone. */
  double weightAt(int millis) {
    for (int zone = 0; zone < weight.length; zone++) {
      if (millis <= limitMillis[zone]) {
        return weight[zone];
      }
    }
    return 0;
  }
}
