package org.commonground.siting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds the least worst distance.
 *
 * <ol>
 *   <li>The distances that can be the answer, ascending: none below a row's nearest candidate.
 *   <li>By halving them: do so few sites cover everybody within that distance? (Minieka, The m-center problem, 1970)
 * </ol>
 */
final class Center {

  private final CenterProblem problem;
  private final SiteChoice choice;
  private final MedianRows rows;
  private final SitingClock clock;
  private final SitingProgress progress;
  private int[] sites;
  private int branches;

  Center(CenterProblem problem, SitingClock clock, SitingProgress progress) {
    this.problem = problem;
    this.clock = clock;
    this.progress = progress;
    choice = problem.choice();
    sites = choice.open();
    rows = problem.rows();
  }

  SitingResult solve() {
    double least = 0;
    long alone = 0;
    var fixed = Fixed.of(choice);
    for (int row = 0; row < rows.count(); row++) {
      int entry = rows.first()[row];
      while (entry < rows.first()[row + 1] && fixed[rows.site()[entry]] == Fixed.OUT) {
        entry++;
      }
      alone += entry == rows.first()[row + 1] ? 1 : 0;
      least = entry == rows.first()[row + 1] ? least : Math.max(least, rows.cost()[entry]);
    }
    if (alone > 0) {
      return none(Stopped.INFEASIBLE, least, alone + " of " + rows.count()
          + " demand points reach no candidate; more candidates or a longer reach is needed.");
    }
    double lowest = least;
    var distances = DoubleStream.of(rows.cost()).filter(cost -> cost >= lowest).sorted().distinct().toArray();
    return distances.length == 0 ? result(0, 0) : halve(distances);
  }

  private SitingResult halve(double[] distances) {
    int low = 0;
    int high = distances.length;
    double value = Double.POSITIVE_INFINITY;
    while (low < high) {
      int middle = high == distances.length && low == 0 ? high - 1 : (low + high) / 2;
      var search = new Search(within(distances[middle]), choice, new Search.Goal(0, 0, Double.NaN), clock,
          SitingProgress.NONE);
      var found = search.run(sites, true);
      branches += found.nodes();
      if (found.loss() <= 0) {
        sites = found.sites();
        value = worst(sites);
        high = Arrays.binarySearch(distances, value);
      } else if (found.bound() > 0) {
        low = middle + 1;
      } else {
        return value == Double.POSITIVE_INFINITY
            ? none(clock.early(), distances[low], "No set that serves everybody was found in time.") : result(value, distances[low]);
      }
      progress.at(value, distances[Math.min(low, distances.length - 1)]);
    }
    return low < distances.length ? result(value, value) : none(Stopped.INFEASIBLE, Double.POSITIVE_INFINITY, choice.most()
        + " sites cannot serve everybody, however far people go; more sites or a longer reach is needed.");
  }

  private Demand within(double distance) {
    var builder = new CoverRows.Builder(choice.candidates());
    var near = new int[choice.candidates()];
    for (int row = 0; row < rows.count(); row++) {
      int count = 0;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1] && rows.cost()[entry] <= distance; entry++) {
        near[count++] = rows.site()[entry];
      }
      Arrays.sort(near, 0, count);
      builder.add(near, count, 1);
    }
    return new CoverDemand(builder.build(), 1, 0);
  }

  private double worst(int[] open) {
    var in = new boolean[choice.candidates()];
    Arrays.stream(open).forEach(site -> in[site] = true);
    return IntStream.range(0, rows.count()).mapToDouble(row -> {
      int entry = rows.first()[row];
      while (!in[rows.site()[entry]]) {
        entry++;
      }
      return rows.cost()[entry];
    }).max().orElse(0);
  }

  private SitingResult result(double value, double bound) {
    boolean proven = value == bound;
    return new SitingResult(value, bound, SitingResult.gap(value, bound), proven, proven ? Stopped.OPTIMAL : clock.early(), sites,
        new double[0], new double[0], branches, clock.millis(), List.of());
  }

  private SitingResult none(Stopped stopped, double bound, String why) {
    return new SitingResult(Double.NaN, bound, Double.POSITIVE_INFINITY, false, stopped, new int[0], new double[0], new double[0],
        branches, clock.millis(), List.of(why));
  }
}
