package org.commonground.coverage;

import java.util.stream.IntStream;
import org.commonground.rules.RulePack;

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

  /**
   * @param who   {@code people} or {@code shelter}
   * @param rules with {@code accessibility.WHO.zone1.minutes} and {@code .weight}, then 2, 3 …
   * @throws IllegalArgumentException where a zone lacks a figure, or there is none
   */
  public static Catchment of(RulePack rules, String who) {
    var key = "accessibility." + who + ".zone";
    int zones = (int) IntStream.iterate(1, zone -> rules.figures().containsKey(key + zone + ".minutes"), zone -> zone + 1).count();
    return new Catchment(
        IntStream.rangeClosed(1, zones).map(zone -> (int) Math.round(60_000 * rules.value(key + zone + ".minutes"))).toArray(),
        IntStream.rangeClosed(1, zones).mapToDouble(zone -> rules.value(key + zone + ".weight")).toArray());
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
