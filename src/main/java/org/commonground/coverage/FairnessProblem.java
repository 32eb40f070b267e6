package org.commonground.coverage;

/**
 * How evenly are walks to shelters shared out?
 *
 * @param places        where people are, with district and groups
 * @param districtCount districts are 0 to this, without it
 * @param millis        walking time of each place to its shelter; {@link CoverageResult#NO_WAY} where there is none. Not copied
 * @param limitMillis   longest walking time that counts as covered, above 0
 * @param accessibility rooms within reach of each place; null where not asked for
 */
public record FairnessProblem(DemandPlaces places, int districtCount, int[] millis, int limitMillis,
    CatchmentResult accessibility) {

  public FairnessProblem {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    if (millis.length != places.count() || accessibility != null && accessibility.least().length != places.count()) {
      throw new IllegalArgumentException("walking times or accessibility do not have one entry per demand place");
    }
    for (int place = 0; place < millis.length; place++) {
      if (millis[place] < 0) {
        throw new IllegalArgumentException("walking time of place " + place + " is " + millis[place] + " ms, below 0");
      }
      if (places.district()[place] < -1 || places.district()[place] >= districtCount) {
        throw new IllegalArgumentException("place " + place + " lies in district " + places.district()[place]
            + ", but there are " + districtCount);
      }
    }
  }
}
