package org.commonground.plan.scenario;

import java.util.List;
import org.commonground.space.Shelter;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds again the shelter that an edit was about. A new import may have counted rows anew, renamed a place or mended its
 * outline, so the same shelter is the one with which at least two of three agree: the id in its source, its name, its place.
 */
final class ShelterFinding {

  /** How far the middle of the same shelter may lie from where it was. */
  static final double SAME_PLACE_METRES = 100;

  private static final int NEEDED = 2;
  private static final int ALL = 3;
  private static final double METRES_PER_DEGREE = 111_195;

  private ShelterFinding() {
  }

  /** @return index of the shelter with which most agree, the lower one of two; -1 where none is the same */
  static int find(List<Shelter> shelters, ShelterRef wanted) {
    if (wanted.id() < shelters.size() && agreeing(shelters.get(wanted.id()), wanted) == ALL) {
      return wanted.id();
    }
    int best = -1;
    int most = NEEDED - 1;
    for (int id = 0; id < shelters.size(); id++) {
      int agreeing = agreeing(shelters.get(id), wanted);
      if (agreeing > most) {
        best = id;
        most = agreeing;
      }
    }
    return best;
  }

  private static int agreeing(Shelter shelter, ShelterRef wanted) {
    int agreeing = 0;
    if (wanted.sourceId() != null && wanted.sourceId().equals(shelter.sourceId())) {
      agreeing++;
    }
    if (wanted.name() != null && wanted.name().equals(shelter.name())) {
      agreeing++;
    }
    return metres(middle(shelter), wanted) <= SAME_PLACE_METRES ? agreeing + 1 : agreeing;
  }

  static Coordinate middle(Shelter shelter) {
    return shelter.geometry().getEnvelopeInternal().centre();
  }

  /** On a sphere flattened around the place, which is exact enough for a threshold. */
  private static double metres(Coordinate at, ShelterRef wanted) {
    double east = (at.x - wanted.lon()) * Math.cos(Math.toRadians(at.y));
    return METRES_PER_DEGREE * Math.hypot(east, at.y - wanted.lat());
  }
}
