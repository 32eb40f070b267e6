package org.commonground.space;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is recorded of a space beyond its ground and its entrances.
 *
 * @param openGround       whether it is, at least in part, open ground; null where not recorded
 * @param building         whether it is a building or has some for its use; null where not recorded
 * @param wheelchairGround whether a wheelchair can be used on its ground or floor; null where not recorded
 * @param buildings        its own; null where nobody has recorded any though it is a building or has some
 * @param metresTo         least metres to each kind of danger and help by its word; a kind that the area has nowhere recorded is
 *                         left out, and is then unknown
 */
public record SpaceFacts(Boolean openGround, Boolean building, Boolean wheelchairGround, List<BuildingShape> buildings,
    Map<String, Double> metresTo) {

  public SpaceFacts {
    buildings = buildings == null ? null : List.copyOf(buildings);
    metresTo = Collections.unmodifiableMap(new TreeMap<>(metresTo));
  }
}
