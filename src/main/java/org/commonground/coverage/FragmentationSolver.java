package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.statement.Statement;

/**
 * Answers what it costs that each district keeps to its own shelters, and which two should agree first.
 *
 * <ol>
 *   <li>From each district's own shelters one search, cut at the time limit, finds every place of the city that reaches them.
 *   <li>A place of the district itself has with that its own time; its state alone follows as it does from all shelters.
 *   <li>A place of another district that reaches them sooner than its own is what the two of them gain by an agreement.
 *   <li>Pairs are summed and ranked.
 * </ol>
 *
 * <p>Pairs are counted by the unfavourable reading of what is not recorded: that is what an agreement surely brings. Somebody
 * who is newly covered adds to the people and not to the time saved, for whoever has no way has no time to save.
 */
public final class FragmentationSolver {

  private final FragmentationProblem problem;
  private final CoverageProblem city;
  private final int districts;
  private final OwnTimes sure;
  private final OwnTimes hoped;
  /** By place; {@link CoverageResult#NO_WAY} beyond the limit. */
  private final int[] ownMillis;
  private final int[] ownOptimisticMillis;
  private final BitSet ownWay = new BitSet();
  private final List<Near> near = new ArrayList<>();

  /** The places that reach a district's shelters in time, with their times. */
  private record Near(int[] place, int[] millis) {
  }

  private FragmentationSolver(FragmentationProblem problem) {
    this.problem = problem;
    city = problem.reach().problem();
    districts = city.districtCount() + 1;
    sure = new OwnTimes(problem.reach().pessimistic(), city);
    hoped = problem.reach().isRange() ? new OwnTimes(problem.reach().optimistic(), city) : sure;
    ownMillis = new int[city.places().count()];
    ownOptimisticMillis = new int[ownMillis.length];
  }

  public static FragmentationResult solve(FragmentationProblem problem) {
    var solver = new FragmentationSolver(problem);
    for (int district = 0; district < solver.districts; district++) {
      solver.search(district);
    }
    return solver.result();
  }

  /** Number of a place's or shelter's district; that of the ground outside comes last. */
  private int number(int district) {
    return district < 0 ? districts - 1 : district;
  }

  private int numberOfPlace(int place) {
    return number(city.places().district()[place]);
  }

  private void search(int district) {
    IntPredicate own = shelter -> number(problem.shelterDistrict()[shelter]) == district;
    var millis = sure.millis(own, problem.limitMillis());
    var way = sure.withWay(own);
    var optimistic = millis;
    if (hoped != sure) {
      optimistic = hoped.millis(own, problem.limitMillis());
      way.or(hoped.withWay(own));
    }
    for (int place = 0; place < millis.length; place++) {
      if (numberOfPlace(place) == district) {
        ownMillis[place] = millis[place];
        ownOptimisticMillis[place] = Math.min(millis[place], optimistic[place]);
        ownWay.set(place, way.get(place));
      }
    }
    var reached = IntStream.range(0, millis.length)
        .filter(place -> millis[place] <= problem.limitMillis() && numberOfPlace(place) != district).toArray();
    near.add(new Near(reached, IntStream.of(reached).map(place -> millis[place]).toArray()));
  }

  private FragmentationResult result() {
    var reach = problem.reach();
    var together = new int[districts][CoverState.values().length];
    var alone = new int[districts][CoverState.values().length];
    for (int place = 0; place < ownMillis.length; place++) {
      int people = city.places().people()[place];
      int district = numberOfPlace(place);
      add(together[district], people, state(reach.pessimistic().placeMillis()[place], reach.optimisticMillis()[place],
          reach.optimisticMillis()[place] != CoverageResult.NO_WAY));
      add(alone[district], people, state(ownMillis[place], ownOptimisticMillis[place], ownWay.get(place)));
    }
    var parts = IntStream.range(0, districts).mapToObj(district -> new FragmentationResult.District(
        district == districts - 1 ? -1 : district, StateCounts.of(together[district]),
        StateCounts.of(alone[district]))).toList();
    return new FragmentationResult(StateCounts.of(sum(together)), StateCounts.of(sum(alone)), parts, pairs(),
        assumptions());
  }

  private CoverState state(int millis, int optimisticMillis, boolean way) {
    return millis <= problem.limitMillis() ? CoverState.COVERED : optimisticMillis <= problem.limitMillis() ? CoverState.UNKNOWN
        : way ? CoverState.NOT_COVERED : CoverState.UNREACHABLE;
  }

  private static void add(int[] byState, int people, CoverState state) {
    byState[state.ordinal()] = Math.addExact(byState[state.ordinal()], people);
  }

  private static int[] sum(int[][] parts) {
    return IntStream.range(0, parts[0].length)
        .map(state -> Arrays.stream(parts).mapToInt(part -> part[state]).reduce(0, Math::addExact)).toArray();
  }

  /** What a pair has gained so far; people of the lower number's district first. */
  private static final class Gain {
    private final int[] people = new int[2];
    private long savedPersonMillis;
  }

  private List<FragmentationPair> pairs() {
    var gains = new HashMap<Long, Gain>();
    for (int district = 0; district < districts; district++) {
      var reached = near.get(district);
      for (int i = 0; i < reached.place().length; i++) {
        int place = reached.place()[i];
        int people = city.places().people()[place];
        if (people > 0 && reached.millis()[i] < ownMillis[place]) {
          int home = numberOfPlace(place);
          var gain = gains.computeIfAbsent((long) Math.min(home, district) << 32 | Math.max(home, district), none -> new Gain());
          if (ownMillis[place] == CoverageResult.NO_WAY) {
            gain.people[home < district ? 0 : 1] += people;
          } else {
            gain.savedPersonMillis += (long) people * (ownMillis[place] - reached.millis()[i]);
          }
        }
      }
    }
    return gains.entrySet().stream().map(gain -> pair((int) (gain.getKey() >>> 32), gain.getKey().intValue(), gain.getValue()))
        .sorted(Comparator.comparingInt(FragmentationPair::people).thenComparingLong(FragmentationPair::savedPersonMillis)
            .reversed().thenComparingInt(FragmentationPair::first).thenComparingInt(FragmentationPair::second)).toList();
  }

  /** The ground outside has the highest number, and is named first. */
  private FragmentationPair pair(int low, int high, Gain gain) {
    return high == districts - 1 ? new FragmentationPair(-1, low, gain.people[1], gain.people[0], gain.savedPersonMillis)
        : new FragmentationPair(low, high, gain.people[0], gain.people[1], gain.savedPersonMillis);
  }

  private List<Statement> assumptions() {
    return Stream.concat(problem.reach().assumptions().stream(), Stream.of(CoverageWording.SHELTER_DISTRICT.with(),
        CoverageWording.ALONE_TOGETHER.with(), CoverageWording.PAIR_GAINS.with(), CoverageWording.PAIR_GAINS_OVERLAP.with())).toList();
  }
}
