package org.commonground.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The least that must change where no set does what it should. Each change is made alone, and by solving the changed problem:
 *
 * <ol>
 *   <li>The fewest sites, whatever number is allowed.
 *   <li>The least cost, whatever the budget.
 *   <li>The fewest closed candidates that must be let in, then one open site that must not be.
 *   <li>By halving, the largest least distance between sites.
 *   <li>The shortest reach, by halving where a share is to be covered ({@link Center} where it is everybody).
 *   <li>The largest share.
 * </ol>
 */
public final class LeastChange {

  private static final int MOST_TRIED = 30;

  private final SiteChoice choice;
  private final CoverRows rows;
  private final double share;
  private final Given given;
  private final SitingLimits limits;

  /** What is changed. */
  public enum Kind { SITES, BUDGET, CLOSED, OPEN, APART, REACH, SHARE }

  /**
   * @param value how many sites, what they may cost, how many candidates are let in or not needed, what distance apart, what reach, or
   *              what share would do
   * @param bound nothing between the present value and this one would do; the value itself where that is proven to be least
   * @param sites that are let in or not needed; none for other changes
   */
  public record Change(Kind kind, double value, double bound, int... sites) {

    public boolean proven() {
      return value == bound;
    }
  }

  /**
   * What can be changed beside numbers.
   *
   * @param distance of every point to every candidate, beyond the present reach too; null where that is not known
   * @param weight   of each row of the distances, those of a center included; empty for 1 each
   * @param metres   between the sites of each pair that is too close, in their order; empty where that is not known
   * @param closed   candidates that are closed and might be let in
   * @param open     candidates that are open and might be closed
   */
  public record Given(MedianRows distance, double[] weight, double[] metres, int[] closed, int[] open) {
  }

  private LeastChange(SiteChoice choice, CoverRows rows, double share, Given given, SitingLimits limits) {
    this.choice = choice;
    this.rows = rows;
    this.share = share;
    this.given = given;
    this.limits = limits;
  }

  /**
   * @param problem that has no answer: {@link FewestProblem}, {@link CheapestProblem} or {@link CenterProblem}
   * @param limits  of each search
   * @return each change that would do; what is missing would not do alone, or was not found in time
   */
  public static List<Change> of(SitingProblem problem, Given given, SitingLimits limits) {
    var change = problem instanceof FewestProblem fewest ? new LeastChange(fewest.choice(), fewest.rows(), fewest.share(), given, limits)
        : problem instanceof CheapestProblem cheapest ? new LeastChange(cheapest.choice(), cheapest.rows(), cheapest.share(), given, limits)
        : problem instanceof CenterProblem center ? new LeastChange(center.choice(), within(center.rows(), Double.POSITIVE_INFINITY,
            given.weight(), 0), 1, given, limits) : null;
    return change == null ? List.of() : change.all();
  }

  private List<Change> all() {
    var changes = new ArrayList<Change>();
    int all = choice.candidates() - choice.closed().length;
    if (choice.most() < all) {
      var more = solved(new FewestProblem(choice.most(all), rows, share));
      add(changes, Kind.SITES, more.value(), more.bound());
    }
    if (choice.budget() < Double.POSITIVE_INFINITY && choice.cost().length > 0) {
      var dearer = solved(new CheapestProblem(choice.within(Double.POSITIVE_INFINITY, choice.cost()), rows, share));
      add(changes, Kind.BUDGET, dearer.value(), dearer.bound());
    }
    letIn(changes);
    notNeeded(changes);
    if (given.metres().length > 0) {
      apart(changes);
    }
    if (given.distance() != null) {
      reach(changes);
    }
    var fewer = solved(new CoverProblem(choice, rows));
    add(changes, Kind.SHARE, fewer.value() / rows.total(), fewer.bound() / rows.total());
    return changes;
  }

  private static void add(List<Change> changes, Kind kind, double value, double bound, int... sites) {
    if (!Double.isNaN(value)) {
      changes.add(new Change(kind, value, bound, sites));
    }
  }

  private SitingResult solved(SitingProblem problem) {
    return SitingSolver.solve(problem, limits, SitingProgress.NONE);
  }

  /** Whether a choice has a set that covers the share; null where that was not found out in time. */
  private Boolean can(SiteChoice other, CoverRows whom) {
    var wanted = CoverShare.of(whom, share);
    var found = wanted.within(other, true, SitingClock.start(limits));
    return found.loss() <= wanted.mayMiss() ? Boolean.TRUE : found.bound() > wanted.mayMiss() ? Boolean.FALSE : null;
  }

  private void letIn(List<Change> changes) {
    if (given.closed().length == 0) {
      return;
    }
    var others = Arrays.stream(choice.closed()).filter(site -> Arrays.stream(given.closed()).noneMatch(own -> own == site)).toArray();
    if (choice.budget() < Double.POSITIVE_INFINITY) {
      oneOf(changes, Kind.CLOSED, given.closed(), choice.closed(), choice::closing);
    } else {
      var cost = new double[choice.candidates()];
      Arrays.stream(given.closed()).forEach(site -> cost[site] = 1);
      var let = solved(new CheapestProblem(choice.closing(others).within(Double.POSITIVE_INFINITY, cost), rows, share));
      add(changes, Kind.CLOSED, let.value(), let.bound(), IntStream.of(let.chosen()).filter(site -> cost[site] > 0).toArray());
    }
  }

  private void notNeeded(List<Change> changes) {
    oneOf(changes, Kind.OPEN, given.open(), choice.open(), choice::opening);
  }

  /** The first site without whose decision it can be done. */
  private void oneOf(List<Change> changes, Kind kind, int[] sites, int[] decided, java.util.function.Function<int[], SiteChoice> changed) {
    for (int i = 0; i < Math.min(sites.length, MOST_TRIED); i++) {
      int site = sites[i];
      if (Boolean.TRUE.equals(can(changed.apply(Arrays.stream(decided).filter(other -> other != site).toArray()), rows))) {
        changes.add(new Change(kind, 1, 1, site));
        return;
      }
    }
  }

  /** Sites at just the distance are far enough. */
  private void apart(List<Change> changes) {
    var distances = Arrays.stream(given.metres()).sorted().distinct().toArray();
    halve(distances, metres -> can(choice.apart(IntStream.range(0, given.metres().length)
        .filter(pair -> given.metres()[pair] < metres).mapToObj(pair -> choice.tooClose()[pair]).toArray(int[][]::new)), rows), true,
        Kind.APART, changes);
  }

  private void reach(List<Change> changes) {
    var distance = given.distance();
    if (share == 1) {
      var longer = solved(new CenterProblem(choice, distance));
      add(changes, Kind.REACH, longer.value(), longer.bound());
    } else {
      double alone = Math.max(0, rows.total() - Arrays.stream(given.weight()).sum());
      halve(Arrays.stream(distance.cost()).sorted().distinct().toArray(),
          metres -> can(choice, within(distance, metres, given.weight(), alone)), false, Kind.REACH, changes);
    }
  }

  /**
   * The farthest value at which it can be done, from the easiest on.
   *
   * @param values ascending
   * @param low    whether the lowest is the easiest; else the highest is
   */
  private void halve(double[] values, DoubleFunction<Boolean> can, boolean low, Kind kind, List<Change> changes) {
    if (values.length == 0 || !Boolean.TRUE.equals(can.apply(at(values, 0, low)))) {
      return;
    }
    int done = 0;
    int next = values.length;
    int refuted = values.length;
    while (done + 1 < next && !limits.cancelled().getAsBoolean()) {
      int middle = (done + next) / 2;
      var answer = can.apply(at(values, middle, low));
      if (Boolean.TRUE.equals(answer)) {
        done = middle;
      } else {
        next = middle;
        refuted = Boolean.FALSE.equals(answer) ? middle : refuted;
      }
    }
    double value = at(values, done, low);
    changes.add(new Change(kind, value, done + 1 == refuted ? value : at(values, Math.min(refuted, values.length - 1), low)));
  }

  private static double at(double[] values, int step, boolean low) {
    return low ? values[step] : values[values.length - 1 - step];
  }

  /** @param weight of each row; empty for 1 each */
  private static CoverRows within(MedianRows distance, double metres, double[] weight, double alone) {
    var builder = new CoverRows.Builder(distance.candidates());
    var near = new int[distance.candidates()];
    for (int row = 0; row < distance.count(); row++) {
      int count = 0;
      for (int entry = distance.first()[row]; entry < distance.first()[row + 1] && distance.cost()[entry] <= metres; entry++) {
        near[count++] = distance.site()[entry];
      }
      Arrays.sort(near, 0, count);
      builder.add(near, count, weight.length == 0 ? 1 : weight[row]);
    }
    return builder.add(near, 0, alone).build();
  }
}
