package org.commonground.evacuation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How long does it take, and who is left, when streets are blocked in this way or that?
 *
 * <ol>
 *   <li>In each sample the blocked arcs let nobody in. All else is as it is.
 *   <li>A first plan is made for it ({@link RoutePlanner}), as if everybody knew what is blocked from the beginning; no search makes
 *       it better.
 *   <li>The same people run by themselves ({@link QueueSimulation}), and know as much.
 * </ol>
 *
 * <p>Samples are drawn by the caller and are worth the same. They are worked on at the same time; the answer does not depend on
 * the number of threads. Only where the time ends it, samples are missing, and their number says so.
 */
public final class BlockageSamples {

  private final EvacuationProblem problem;
  private final int[] storage;
  private final long seed;
  private final int mostSteps;
  private final EvacuationLimits.Clock clock;

  /**
   * One sample.
   *
   * @param index           of the sample
   * @param blockedArcs     arcs that let somebody in otherwise
   * @param clearanceSteps  of the first plan
   * @param notPlaced       people for whom the first plan has no place
   * @param noWay           those of them for whom there is no way at all
   * @param aloneSteps      clearance of people by themselves; 0 where that was not asked
   * @param aloneNotPlaced  people who do not get into a shelter by themselves
   */
  public record Sample(int index, int blockedArcs, int clearanceSteps, int notPlaced, int noWay, int aloneSteps, int aloneNotPlaced) {
  }

  /** @param samples in their order; fewer than asked where the time was over */
  public record Distribution(int asked, List<Sample> samples) {

    /**
     * The least number that at least this share of all samples do not exceed; of no sample, 0.
     *
     * @param share above 0, at most 1
     */
    public int quantile(double share, ToIntFunction<Sample> of) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share " + share + " is not above 0 and at most 1");
      }
      var sorted = samples.stream().mapToInt(of).sorted().toArray();
      return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length - 1e-9) - 1];
    }

    public double mean(ToIntFunction<Sample> of) {
      return samples.stream().mapToInt(of).average().orElse(0);
    }
  }

  private BlockageSamples(EvacuationProblem problem, int[] storage, long seed, int mostSteps, EvacuationLimits limits) {
    this.problem = problem;
    this.storage = storage;
    this.seed = seed;
    this.mostSteps = mostSteps;
    clock = limits.start();
  }

  /**
   * @param storage   as {@link QueueProblem}; null where people by themselves are not asked for
   * @param blocked   arcs, one entry per sample
   * @param seed      of the simulations
   * @param mostSteps of each simulation
   */
  public static Distribution run(EvacuationProblem problem, int[] storage, int[][] blocked, long seed, int mostSteps,
      EvacuationLimits limits) {
    for (var sample : blocked) {
      for (int arc : sample) {
        if (arc < 0 || arc >= problem.network().arcCount()) {
          throw new IllegalArgumentException("blocked arc " + arc + " is not from 0 to " + (problem.network().arcCount() - 1));
        }
      }
    }
    var samples = new BlockageSamples(problem, storage, seed, mostSteps, limits);
    return new Distribution(blocked.length, IntStream.range(0, blocked.length).parallel()
        .mapToObj(index -> samples.sample(index, blocked[index])).filter(Objects::nonNull).toList());
  }

  /** Null where the time is over. */
  private Sample sample(int index, int[] blocked) {
    if (clock.over()) {
      return null;
    }
    var network = problem.network();
    var people = new int[network.arcCount()];
    Arrays.setAll(people, network::peoplePerStep);
    int open = 0;
    for (int arc : blocked) {
      open += people[arc] > 0 ? 1 : 0;
      people[arc] = 0;
    }
    var part = new EvacuationProblem(problem.stepSeconds(), network.with(people), problem.sources(), problem.shelters());
    var routes = new RoutePlanner(part).plan(clock);
    if (clock.over()) {
      return null;
    }
    int placed = routes.stream().mapToInt(Route::people).sum();
    int noWay = Findings.of(part).peopleWithoutWay();
    if (storage == null) {
      return new Sample(index, open, Shortening.clearance(routes), part.totalPeople() - placed, noWay, 0, 0);
    }
    var alone = QueueSimulation.run(new QueueProblem(part, storage, null, seed, mostSteps));
    return new Sample(index, open, Shortening.clearance(routes), part.totalPeople() - placed, noWay, alone.clearanceSteps(),
        part.totalPeople() - alone.placed());
  }
}
