package org.commonground.plan.evacuation;

import java.util.Arrays;
import java.util.List;
import org.commonground.coverage.HazardEffect;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;

/**
 * When hazards come to streets and places, in steps.
 *
 * <p>Ground that water only slows counts as closed when it comes by the unfavourable reading, and as open by the other.
 */
final class EvacuationTimes {

  private final List<Timed> zones;
  private final int[] streets;

  /**
   * Zones that come at one time.
   *
   * @param effect of these zones alone
   * @param step   first at which nobody may be there
   */
  record Timed(HazardEffect effect, int step) {
  }

  EvacuationTimes(List<Timed> zones, StreetNetwork network, Unknowns reading) {
    this.zones = zones;
    streets = new int[network.streets().size()];
    Arrays.fill(streets, EvacuationNetwork.NEVER);
    for (var zone : zones) {
      var obstacles = zone.effect().circumstances().obstacles(reading);
      for (int street = 0; street < streets.length; street++) {
        if (obstacles.closes(street) || reading == Unknowns.PESSIMISTIC && obstacles.speedLeft(street) < 1) {
          streets[street] = Math.min(streets[street], zone.step());
        }
      }
    }
  }

  /** First step at which nobody may be on the street. */
  int streetCloses(int street) {
    return streets[street];
  }

  /** First step at which nobody may be at a place. */
  int placeCloses(double lon, double lat) {
    int closes = EvacuationNetwork.NEVER;
    for (var zone : zones) {
      if (zone.step() < closes && zone.effect().traps(lon, lat)) {
        closes = zone.step();
      }
    }
    return closes;
  }
}
