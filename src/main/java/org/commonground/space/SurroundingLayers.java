package org.commonground.space;

import java.util.List;

/**
 * What lies in and around the spaces of an area, all in the metres of one local projection.
 *
 * @param slope null where no heights are recorded
 */
public record SurroundingLayers(List<BuildingShape> buildings, List<GroundPatch> water, List<GroundPatch> trees, SlopeGround slope,
    List<HazardGround> hazards, List<AccessWay> ways, List<EdgeBarrier> barriers) {

  public SurroundingLayers {
    buildings = List.copyOf(buildings);
    water = List.copyOf(water);
    trees = List.copyOf(trees);
    hazards = List.copyOf(hazards);
    ways = List.copyOf(ways);
    barriers = List.copyOf(barriers);
  }
}
