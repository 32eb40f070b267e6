package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Source;

/**
 * How long should which zone wait before it sets out, when people run by themselves, and what does that save?
 *
 * <ol>
 *   <li>Nobody waits: people run to the nearest shelter, once for each seed ({@link QueueSimulation}).
 *   <li>Zone by zone, in the order of their numbers, each wait allowed is tried with the waits of the others as they are, and the
 *       best is kept; again and again until a whole round changes nothing, or time or runs are over.
 * </ol>
 *
 * <p>Better is: more people in shelters, then an earlier last one, then less time until people are in, each summed over the seeds;
 * then shorter waits. A local search: other waits may be better still. That waiting may help at all, because streets that are too
 * full let fewer through, is known from simulations of others (Lämmel and Klüpfel, Slower is faster, 2012). Waits are told to zones,
 * so nobody needs a plan; what a plan could do at best is the bound beside it, which waits do not raise.
 */
public final class Staging {

  private final StagingProblem asked;
  private final EvacuationLimits.Clock clock;
  private final int[] wait;
  private int runs;

  /**
   * Arrays are not copied.
   *
   * @param problem  as people would set out without waits
   * @param storage  as {@link QueueProblem}
   * @param zone     of each source, from 0 to {@code zones} without it
   * @param waits    steps that a zone may be told to wait, each at least 0; 0 is always allowed
   * @param seeds    at least one
   * @param mostSteps of each simulation
   * @param mostRuns simulations in all, at least as many as seeds
   */
  public record StagingProblem(EvacuationProblem problem, int[] storage, int[] zone, int zones, int[] waits, long[] seeds, int mostSteps,
      int mostRuns) {

    /** @throws IllegalArgumentException where lengths differ or a number is out of its range */
    public StagingProblem {
      if (zone.length != problem.sources().size()) {
        throw new IllegalArgumentException(problem.sources().size() + " sources, but " + zone.length + " with a zone");
      }
      if (Arrays.stream(zone).anyMatch(each -> each < 0 || each >= zones)) {
        throw new IllegalArgumentException("a zone is not from 0 to " + (zones - 1));
      }
      if (Arrays.stream(waits).anyMatch(each -> each < 0 || each > mostSteps)) {
        throw new IllegalArgumentException("a wait is not from 0 to " + mostSteps + " steps");
      }
      if (seeds.length == 0 || mostRuns < seeds.length) {
        throw new IllegalArgumentException(seeds.length + " seeds and " + mostRuns + " runs; one of each is needed for each seed");
      }
    }
  }

  /**
   * How good waits are. Sums over the seeds.
   *
   * @param steps        until the last placed is in
   * @param arrivalSteps of all people placed, added up
   */
  public record Worth(long placed, long steps, long arrivalSteps) implements Comparable<Worth> {

    /** The better is the greater. */
    @Override
    public int compareTo(Worth other) {
      int byPlaced = Long.compare(placed, other.placed);
      int bySteps = Long.compare(other.steps, steps);
      return byPlaced != 0 ? byPlaced : bySteps != 0 ? bySteps : Long.compare(other.arrivalSteps, arrivalSteps);
    }
  }

  /**
   * @param waitSteps  of each zone
   * @param unstaged   nobody waits, one entry per seed
   * @param staged     with the waits
   * @param before     worth of the first, {@code after} of the second; never below
   * @param runs       simulations that it took
   * @param settled    a whole round changed nothing; otherwise time or runs ended it
   * @param lowerBound steps that no plan can beat that places as many as the best staged run
   */
  public record StagingResult(int[] waitSteps, List<QueueResult> unstaged, List<QueueResult> staged, Worth before, Worth after, int runs,
      boolean settled, int lowerBound) {
  }

  private Staging(StagingProblem asked, EvacuationLimits limits) {
    this.asked = asked;
    clock = limits.start();
    wait = new int[asked.zones];
  }

  public static StagingResult solve(StagingProblem problem, EvacuationLimits limits) {
    return new Staging(problem, limits).solve();
  }

  private StagingResult solve() {
    var unstaged = run();
    var best = unstaged;
    var before = worth(unstaged);
    var worth = before;
    var candidates = Arrays.stream(asked.waits).sorted().distinct().toArray();
    boolean settled = false;
    boolean over = false;
    while (!settled && !over) {
      settled = true;
      for (int zone = 0; zone < wait.length && !over; zone++) {
        int kept = wait[zone];
        for (int candidate : withZero(candidates)) {
          over = over || clock.over() || runs + asked.seeds.length > asked.mostRuns;
          if (over || candidate == kept) {
            continue;
          }
          wait[zone] = candidate;
          var trial = run();
          int compared = worth(trial).compareTo(worth);
          if (compared > 0 || compared == 0 && candidate < kept) {
            best = trial;
            worth = worth(trial);
            kept = candidate;
            settled = false;
          }
        }
        wait[zone] = kept;
      }
    }
    int placed = best.stream().mapToInt(QueueResult::placed).max().orElse(0);
    return new StagingResult(wait, unstaged, best, before, worth, runs, settled && !over,
        new ClearanceBound(asked.problem).steps(placed, clock));
  }

  private static int[] withZero(int[] waits) {
    if (waits.length > 0 && waits[0] == 0) {
      return waits;
    }
    var all = new int[waits.length + 1];
    System.arraycopy(waits, 0, all, 1, waits.length);
    return all;
  }

  private List<QueueResult> run() {
    var sources = new ArrayList<Source>();
    for (int source = 0; source < asked.zone.length; source++) {
      var each = asked.problem.sources().get(source);
      var later = new int[each.readyAtStep().length + wait[asked.zone[source]]];
      System.arraycopy(each.readyAtStep(), 0, later, wait[asked.zone[source]], each.readyAtStep().length);
      sources.add(new Source(each.node(), later, each.pace()));
    }
    var later = new EvacuationProblem(asked.problem.stepSeconds(), asked.problem.network(), sources, asked.problem.shelters());
    runs += asked.seeds.length;
    return Arrays.stream(asked.seeds).parallel()
        .mapToObj(seed -> QueueSimulation.run(new QueueProblem(later, asked.storage, null, seed, asked.mostSteps))).toList();
  }

  private static Worth worth(List<QueueResult> results) {
    long placed = 0;
    long steps = 0;
    long arrivals = 0;
    for (var result : results) {
      placed += result.placed();
      steps += result.clearanceSteps();
      for (int step = 0; step < result.arrivals().length; step++) {
        arrivals += (long) step * result.arrivals()[step];
      }
    }
    return new Worth(placed, steps, arrivals);
  }
}
