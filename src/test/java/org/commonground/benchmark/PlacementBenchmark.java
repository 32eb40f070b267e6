package org.commonground.benchmark;

import java.util.Locale;
import org.commonground.coverage.PlacementCheck;
import org.commonground.coverage.PlacementPeer;
import org.commonground.coverage.PlacementProblem;
import org.commonground.coverage.PlacementSolver;
import org.commonground.coverage.RandomPlacement;

/**
 * Placing people in shelters with room, beside OR-Tools' min-cost flow on the same problems in the same run; costs must be equal.
 * Uniform and clustered towns, with a tenth too few places, a twentieth too many, and half as many again.
 *
 * <p>Arguments: points (default 20,000), shelters (200), shelters that each point reaches (30), runs (5), and {@code alone} to
 * leave the peer out.
 */
final class PlacementBenchmark {

  private PlacementBenchmark() {
  }

  public static void main(String[] arguments) {
    int points = number(arguments, 0, 20_000);
    int shelters = number(arguments, 1, 200);
    int entries = number(arguments, 2, 30);
    int runs = number(arguments, 3, 5);
    boolean alone = arguments.length > 4 && arguments[4].equals("alone");
    PlacementSolver.solve(RandomPlacement.town(20_000, 200, 20, true, 1, 7));
    System.out.printf(Locale.ROOT, "%,d points, %d shelters, %d in reach of each%n", points, shelters, entries);
    for (boolean clustered : new boolean[] {false, true}) {
      for (double room : new double[] {0.9, 1.05, 1.5}) {
        run(RandomPlacement.town(points, shelters, entries, clustered, room, 1), runs, alone,
            (clustered ? "clustered" : "uniform  ") + String.format(Locale.ROOT, " room %.2f", room));
      }
    }
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static void run(PlacementProblem problem, int runs, boolean alone, String what) {
    var ours = Timing.of(1, runs, () -> PlacementSolver.solve(problem));
    var result = PlacementSolver.solve(problem);
    PlacementCheck.optimal(problem, result, what);
    System.out.printf(Locale.ROOT, "%s  placed %,d, left %,d  ours %s", what, result.placement().placed(), result.placement().left(), ours);
    if (!alone) {
      var flow = PlacementPeer.flow(problem);
      long start = System.nanoTime();
      long cost = PlacementPeer.leastCost(flow);
      double theirs = (System.nanoTime() - start) / 1e9;
      System.out.printf(Locale.ROOT, "  OR-Tools %.2f s  ratio %.3f  costs %s", theirs, ours.median() / theirs,
          cost == PlacementPeer.cost(problem, result.placement()) ? "equal" : "DIFFER");
    }
    System.out.println();
  }
}
