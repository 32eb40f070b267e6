package org.commonground.coverage;

import java.util.Arrays;

/**
 * For each district, which one shelter it can least afford to lose.
 *
 * <ol>
 *   <li>Each place's two nearest shelters are known from one search.
 *   <li>Who has a second one in time can lose the first; the others are counted for their district and its shelter.
 *   <li>Of each district the shelter with most of these is the one.
 * </ol>
 *
 * <p>Counted is what is sure: unrecorded facts are taken as unfavourable.
 *
 * @param shelter   index, the lowest of several equal; -1 where no loss uncovers anybody. One entry per district, then one for those
 *                  outside every district
 * @param uncovered persons of the district who then reach no shelter in time
 */
public record DistrictLosses(int[] shelter, long[] uncovered) {

  /** @param limitMillis longest walking time that counts as in time, above 0 */
  public static DistrictLosses of(Reach reach, int limitMillis) {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    int districts = reach.problem().districtCount();
    var lost = new long[districts + 1][reach.problem().shelters().size()];
    var places = reach.problem().places();
    var ranks = reach.pessimisticRanks();
    for (int place = 0; place < places.count(); place++) {
      if (ranks.millis(place, 0) <= limitMillis && ranks.millis(place, 1) > limitMillis) {
        int district = places.district()[place] < 0 ? districts : places.district()[place];
        lost[district][ranks.shelter(place, 0)] += places.people()[place];
      }
    }
    var shelter = new int[districts + 1];
    var uncovered = new long[districts + 1];
    Arrays.fill(shelter, -1);
    for (int district = 0; district <= districts; district++) {
      for (int one = 0; one < lost[district].length; one++) {
        if (lost[district][one] > uncovered[district]) {
          uncovered[district] = lost[district][one];
          shelter[district] = one;
        }
      }
    }
    return new DistrictLosses(shelter, uncovered);
  }
}
