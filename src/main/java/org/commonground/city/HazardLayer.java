package org.commonground.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;

/**
 * The zones of one name, which are switched on together.
 *
 * @param name     of the layer
 * @param hazard   its kind
 * @param zones    how many
 * @param deepestM depth of its deepest zone, metres; null where none has one
 */
public record HazardLayer(String name, Hazard hazard, int zones, Double deepestM) {

  /** The layers of these zones, in the order of their first ones. */
  static List<HazardLayer> of(List<HazardZone> zones) {
    var byName = zones.stream().collect(Collectors.groupingBy(HazardZone::name, LinkedHashMap::new, Collectors.toList()));
    return byName.entrySet().stream().map(layer -> new HazardLayer(layer.getKey(), layer.getValue().get(0).hazard(),
        layer.getValue().size(), layer.getValue().stream().map(HazardZone::depthM).filter(Objects::nonNull).max(Double::compare)
            .orElse(null))).toList();
  }
}
