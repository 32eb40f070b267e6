package org.commonground.coverage;

import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;

/**
 * Counts who is covered within a time limit.
 *
 * <ol>
 *   <li>Each place's state follows from its pessimistic and its optimistic walking time.
 *   <li>People are tallied by state: all, by district, outside every district, by group.
 *   <li>Meanwhile places with people who are not covered are gathered into gaps.
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
    var gathering = ForkJoinTask.adapt(() -> Gaps.find(reach, state, millis, optimisticMillis, limitMillis)).fork();
    var tallies = new Tallies(places, reach.problem().districtCount(), millis, state);
    var groups = new LinkedHashMap<String, Tally>();
    new TreeMap<>(places.groups()).forEach((group, people) -> groups.put(group, tallies.of(people)));
    return new CoverageResult(millis, optimisticMillis, shelter, state, tallies.of(places.people()),
        tallies.districts(), tallies.outside(), groups, gathering.join(), reach.assumptions());
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
}
