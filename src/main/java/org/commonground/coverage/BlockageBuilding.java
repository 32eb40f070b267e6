package org.commonground.coverage;

import org.commonground.people.Building;
import org.commonground.people.PeopleSpread;
import org.locationtech.jts.geom.Geometry;

/**
 * A building that may collapse.
 *
 * @param geometry     polygon or multipolygon, lon/lat
 * @param leastHeightM metres that it has at least, at least 0
 * @param mostHeightM  metres that it has at most; the same where the height is recorded
 */
public record BlockageBuilding(Geometry geometry, double leastHeightM, double mostHeightM) {

  public BlockageBuilding {
    if (geometry.getDimension() != 2) {
      throw new IllegalArgumentException("a building is an area, not a " + geometry.getGeometryType());
    }
    if (!(leastHeightM >= 0) || !(mostHeightM >= leastHeightM) || Double.isInfinite(mostHeightM)) {
      throw new IllegalArgumentException("height of a building is " + leastHeightM + " to " + mostHeightM + " m");
    }
  }

  /**
   * Its height as recorded, else 3 m for each recorded storey, else for each of the storeys assumed.
   *
   * @param leastLevels storeys where neither is recorded, at least
   * @param mostLevels  the same, at most
   */
  public static BlockageBuilding of(Building building, double leastLevels, double mostLevels) {
    boolean levels = building.levels() != null;
    double least = PeopleSpread.METRES_PER_LEVEL * (levels ? building.levels() : leastLevels);
    double most = PeopleSpread.METRES_PER_LEVEL * (levels ? building.levels() : mostLevels);
    return building.heightM() == null ? new BlockageBuilding(building.geometry(), least, most)
        : new BlockageBuilding(building.geometry(), building.heightM(), building.heightM());
  }
}
