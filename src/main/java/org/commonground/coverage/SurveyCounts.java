package org.commonground.coverage;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.people.Building;
import org.commonground.space.Hazard;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;

/**
 * How much of what matters is not recorded.
 *
 * @param withoutSurface     streets with neither surface nor smoothness
 * @param withoutKerb        streets that cross a road without a recorded kerb
 * @param withoutSuitability shelters of which nothing is recorded about the hazard asked about, or about any where none was
 * @param withoutStoreys     buildings with neither storeys nor height
 */
public record SurveyCounts(int streets, int withoutWidth, int withoutSurface, int withoutKerb, int shelters, int withoutCapacity,
    int withoutSuitability, int buildings, int withoutLevels, int withoutHeight, int withoutStoreys) {

  /** @param hazard kind that is asked about; null for any */
  public static SurveyCounts of(StreetNetwork network, List<Shelter> shelters, Hazard hazard, List<Building> buildings) {
    var streets = network.streets();
    return new SurveyCounts(streets.size(), count(streets, street -> street.widthM() == null),
        count(streets, street -> street.surface() == null && street.smoothness() == null),
        count(streets, street -> Street.KERB_UNRECORDED.equals(street.kerb())), shelters.size(),
        count(shelters, shelter -> shelter.capacity() == null), count(shelters, shelter -> hazard == null
            ? shelter.hazards().values().stream().allMatch(Suitability.UNKNOWN::equals)
            : shelter.suitability(hazard) == Suitability.UNKNOWN),
        buildings.size(), count(buildings, building -> building.levels() == null),
        count(buildings, building -> building.heightM() == null),
        count(buildings, building -> building.levels() == null && building.heightM() == null));
  }

  private static <T> int count(Collection<T> all, Predicate<T> wanted) {
    return (int) all.stream().filter(wanted).count();
  }
}
