package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Counts people by what is known of their way, for any division of them.
 *
 * <ol>
 *   <li>Places are sorted by walking time, once.
 *   <li>For each part, its people are counted by state.
 *   <li>In the order of time, each part's people are counted again, until its middle person and its 95th of 100 are passed.
 * </ol>
 */
final class Tallies {

  private final DemandPlaces places;
  private final int districtCount;
  private final CoverState[] state;
  /** Time above place, ascending; only places with a way. */
  private final long[] byTime;
  private final List<Tally> byDistrict;

  Tallies(DemandPlaces places, int districtCount, int[] millis, CoverState[] state) {
    this.places = places;
    this.districtCount = districtCount;
    this.state = state;
    var keys = new long[millis.length];
    int count = 0;
    for (int place = 0; place < millis.length; place++) {
      if (millis[place] != CoverageResult.NO_WAY) {
        keys[count++] = (long) millis[place] << 32 | place;
      }
    }
    byTime = Arrays.copyOf(keys, count);
    Arrays.sort(byTime);
    byDistrict = tally(places.people(), districtCount + 1, place -> places.district()[place] < 0 ? districtCount
        : places.district()[place]);
  }

  /** One per district. */
  List<Tally> districts() {
    return byDistrict.subList(0, districtCount);
  }

  /** Those in no district. */
  Tally outside() {
    return byDistrict.get(districtCount);
  }

  /** Everybody of a group. */
  Tally of(int[] people) {
    return tally(people, 1, place -> 0).get(0);
  }

  private List<Tally> tally(int[] people, int parts, IntUnaryOperator partOf) {
    var byState = new int[parts][CoverState.values().length];
    for (int place = 0; place < state.length; place++) {
      var part = byState[partOf.applyAsInt(place)];
      int at = state[place].ordinal();
      part[at] = Math.addExact(part[at], people[place]);
    }
    var times = times(people, parts, partOf);
    var tallies = new ArrayList<Tally>(parts);
    for (int part = 0; part < parts; part++) {
      var counts = byState[part];
      tallies.add(new Tally(Math.addExact(Math.addExact(counts[0], counts[1]), Math.addExact(counts[2], counts[3])), counts[0],
          counts[1], counts[2], counts[3], times[part][0], times[part][1]));
    }
    return tallies;
  }

  /**
   * For each part, the least times that at least 50 and 95 of 100 persons do not exceed (nearest rank), over those with a way; -1
   * where there is nobody.
   */
  private int[][] times(int[] people, int parts, IntUnaryOperator partOf) {
    var all = new long[parts];
    for (long entry : byTime) {
      all[partOf.applyAsInt((int) entry)] += people[(int) entry];
    }
    var so = new long[parts];
    var times = new int[parts][2];
    Arrays.stream(times).forEach(part -> Arrays.fill(part, -1));
    for (long entry : byTime) {
      int place = (int) entry;
      int part = partOf.applyAsInt(place);
      if (people[place] > 0) {
        so[part] += people[place];
        times[part][0] = times[part][0] < 0 && 100 * so[part] >= 50 * all[part] ? (int) (entry >>> 32) : times[part][0];
        times[part][1] = times[part][1] < 0 && 100 * so[part] >= 95 * all[part] ? (int) (entry >>> 32) : times[part][1];
      }
    }
    return times;
  }

  @Override
  public String toString() {
    return byTime.length + " of " + places.count() + " places have a way";
  }
}
