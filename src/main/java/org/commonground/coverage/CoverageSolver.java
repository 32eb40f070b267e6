package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Counts who is covered within a time limit.
 *
 * <ol>
 *   <li>Each place's state follows from its pessimistic and its optimistic walking time.
 *   <li>People are tallied by state: all, by district, outside every district, by group.
 *   <li>Places with people who are not covered are gathered into gaps.
 * </ol>
 */
public final class CoverageSolver {

  /** How many shelters at once can be asked for. */
  public static final int MOST_SHELTERS = Ranks.K;

  private CoverageSolver() {
  }

  /**
   * @param reach       the problem with its walking times
   * @param limitMillis longest walking time that counts as covered, above 0
   * @throws IllegalArgumentException where the limit is not above 0
   */
  public static CoverageResult solve(Reach reach, int limitMillis) {
    return solve(reach, limitMillis, 1);
  }

  /**
   * Covered is who reaches at least k different shelters in time; times and shelters are those of the k-th nearest.
   *
   * @param k 1 to {@link #MOST_SHELTERS}
   * @throws IllegalArgumentException where the limit is not above 0, or k outside its limits
   */
  public static CoverageResult solve(Reach reach, int limitMillis, int k) {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    if (k < 1 || k > MOST_SHELTERS) {
      throw new IllegalArgumentException("k is " + k + ", but must be 1 to " + MOST_SHELTERS);
    }
    var places = reach.problem().places();
    var state = new CoverState[places.count()];
    var shelter = new int[places.count()];
    var millis = k == 1 ? reach.pessimistic().placeMillis() : new int[state.length];
    var optimisticMillis = k == 1 ? reach.optimisticMillis() : new int[state.length];
    for (int place = 0; place < state.length; place++) {
      if (k > 1) {
        millis[place] = reach.pessimisticRanks().millis(place, k - 1);
        optimisticMillis[place] = reach.optimisticRanks().millis(place, k - 1);
      }
      state[place] = state(millis[place], optimisticMillis[place], limitMillis);
      shelter[place] = shelter(reach, place, k);
    }
    var district = places.district();
    var districts = new ArrayList<Tally>();
    for (var members : membersByDistrict(reach.problem())) {
      districts.add(tally(members, places.people(), millis, state));
    }
    var groups = new LinkedHashMap<String, Tally>();
    new TreeMap<>(places.groups()).forEach(
        (group, people) -> groups.put(group, tally(all(state.length), people, millis, state)));
    var outside = tally(where(state.length, place -> district[place] == -1), places.people(), millis, state);
    var gaps = Gaps.find(reach, state, millis, optimisticMillis, limitMillis);
    return new CoverageResult(millis, optimisticMillis, shelter, state,
        tally(all(state.length), places.people(), millis, state), districts, outside, groups, gaps, reach.assumptions());
  }

  /** The k-th nearest; of the optimistic reading where only that has one; -1 where none has. */
  private static int shelter(Reach reach, int place, int k) {
    int sure = k == 1 ? reach.pessimistic().placeShelter()[place] : reach.pessimisticRanks().shelter(place, k - 1);
    if (sure >= 0) {
      return sure;
    }
    return k == 1 ? reach.optimisticShelter()[place] : reach.optimisticRanks().shelter(place, k - 1);
  }

  private static CoverState state(int millis, int optimisticMillis, int limitMillis) {
    if (millis <= limitMillis) {
      return CoverState.COVERED;
    }
    if (optimisticMillis <= limitMillis) {
      return CoverState.UNKNOWN;
    }
    return optimisticMillis == CoverageResult.NO_WAY ? CoverState.UNREACHABLE : CoverState.NOT_COVERED;
  }

  private static int[][] membersByDistrict(CoverageProblem problem) {
    var district = problem.places().district();
    var count = new int[problem.districtCount()];
    Arrays.stream(district).filter(at -> at >= 0).forEach(at -> count[at]++);
    var members = IntStream.of(count).mapToObj(int[]::new).toArray(int[][]::new);
    Arrays.fill(count, 0);
    for (int place = 0; place < district.length; place++) {
      if (district[place] >= 0) {
        members[district[place]][count[district[place]]++] = place;
      }
    }
    return members;
  }

  private static int[] all(int count) {
    return where(count, place -> true);
  }

  private static int[] where(int count, IntPredicate wanted) {
    return IntStream.range(0, count).filter(wanted).toArray();
  }

  private static Tally tally(int[] members, int[] people, int[] millis, CoverState[] state) {
    var byState = new int[CoverState.values().length];
    for (int place : members) {
      byState[state[place].ordinal()] = Math.addExact(byState[state[place].ordinal()], people[place]);
    }
    var withWay = IntStream.of(members)
        .filter(place -> people[place] > 0 && millis[place] != CoverageResult.NO_WAY)
        .mapToLong(place -> (long) millis[place] << 32 | people[place]).sorted().toArray();
    return new Tally(Math.addExact(Math.addExact(byState[0], byState[1]), Math.addExact(byState[2], byState[3])), byState[0],
        byState[1], byState[2], byState[3], percentile(withWay, 50), percentile(withWay, 95));
  }

  /**
   * The least time that at least {@code percent} of 100 persons do not exceed (nearest rank).
   *
   * @param sorted time above persons, ascending
   * @return -1 where there is nobody
   */
  private static int percentile(long[] sorted, int percent) {
    long all = 0;
    for (long entry : sorted) {
      all += (int) entry;
    }
    long so = 0;
    for (long entry : sorted) {
      so += (int) entry;
      if (100 * so >= percent * all) {
        return (int) (entry >>> 32);
      }
    }
    return -1;
  }
}
