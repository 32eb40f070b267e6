package org.commonground.coverage;

import java.util.List;
import java.util.Objects;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;

/**
 * Who reaches a shelter on foot?
 *
 * @param streets       the walkable network
 * @param profile       how the people move
 * @param places        where people are
 * @param districtCount districts are 0 to this, without it
 * @param shelters      may be empty: then everybody is unreachable
 * @param circumstances what is in the way
 */
public record CoverageProblem(StreetNetwork streets, Profile profile, DemandPlaces places, int districtCount,
    List<ShelterSite> shelters, Circumstances circumstances) {

  public CoverageProblem {
    shelters = List.copyOf(shelters);
    Objects.requireNonNull(circumstances, "circumstances");
    for (int place = 0; place < places.count(); place++) {
      if (places.district()[place] < -1 || places.district()[place] >= districtCount) {
        throw new IllegalArgumentException("place " + place + " lies in district " + places.district()[place]
            + ", but there are " + districtCount);
      }
    }
  }

  /** Nothing is in the way. */
  public CoverageProblem(StreetNetwork streets, Profile profile, DemandPlaces places, int districtCount,
      List<ShelterSite> shelters) {
    this(streets, profile, places, districtCount, shelters, Circumstances.NONE);
  }

  /** The same people and streets with other shelters and something else in the way. */
  public CoverageProblem with(List<ShelterSite> others, Circumstances otherwise) {
    return new CoverageProblem(streets, profile, places, districtCount, others, otherwise);
  }
}
