package org.commonground.coverage;

import java.util.List;
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
 */
public record CoverageProblem(StreetNetwork streets, Profile profile, DemandPlaces places, int districtCount,
    List<ShelterSite> shelters) {

  public CoverageProblem {
    shelters = List.copyOf(shelters);
    for (int place = 0; place < places.count(); place++) {
      if (places.district()[place] < -1 || places.district()[place] >= districtCount) {
        throw new IllegalArgumentException("place " + place + " lies in district " + places.district()[place]
            + ", but there are " + districtCount);
      }
    }
  }
}
