package org.commonground.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * Answers for every shelter who becomes uncovered if it alone is lost.
 *
 * <ol>
 *   <li>Each place's two nearest shelters are known from one search.
 *   <li>Who has the lost one as nearest, in time, goes to the second; whoever does not reach that in time is uncovered.
 * </ol>
 *
 * <p>So no shelter is searched again. Counted is what is sure: unrecorded facts are taken as unfavourable.
 */
public final class ShelterLosses {

  private ShelterLosses() {
  }

  /**
   * @param limitMillis longest walking time that counts as in time, above 0
   * @return one entry per shelter; the one whose loss uncovers most comes first
   */
  public static List<ShelterLoss> rank(Reach reach, int limitMillis) {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    int shelters = reach.problem().shelters().size();
    var people = new int[shelters];
    var uncovered = new int[shelters];
    var added = new long[shelters];
    var extent = IntStream.range(0, shelters).mapToObj(shelter -> new Envelope()).toArray(Envelope[]::new);
    var places = reach.problem().places();
    var ranks = reach.pessimisticRanks();
    for (int place = 0; place < places.count(); place++) {
      if (places.people()[place] == 0 || ranks.millis(place, 0) > limitMillis) {
        continue;
      }
      int nearest = ranks.shelter(place, 0);
      people[nearest] += places.people()[place];
      if (ranks.millis(place, 1) > limitMillis) {
        uncovered[nearest] += places.people()[place];
        extent[nearest].expandToInclude(places.lon()[place], places.lat()[place]);
      } else {
        added[nearest] += (long) places.people()[place] * (ranks.millis(place, 1) - ranks.millis(place, 0));
      }
    }
    return IntStream.range(0, shelters)
        .mapToObj(shelter -> loss(shelter, people[shelter], uncovered[shelter], added[shelter], extent[shelter]))
        .sorted(Comparator.comparingInt(ShelterLoss::uncovered).thenComparingInt(ShelterLoss::people).reversed()
            .thenComparingInt(ShelterLoss::shelter)).toList();
  }

  private static ShelterLoss loss(int shelter, int people, int uncovered, long added, Envelope at) {
    boolean none = at.isNull();
    return new ShelterLoss(shelter, people, uncovered, added, none ? Double.NaN : at.getMinX(), none ? Double.NaN : at.getMinY(),
        none ? Double.NaN : at.getMaxX(), none ? Double.NaN : at.getMaxY());
  }
}
