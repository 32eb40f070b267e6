package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Random;
import java.util.StringTokenizer;
import org.commonground.siting.AllPairs;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.CoverRows;
import org.commonground.siting.Discs;
import org.commonground.siting.MedianProblem;
import org.commonground.siting.MedianRows;
import org.commonground.siting.SiteChoice;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProgress;
import org.commonground.siting.SitingSolver;

/**
 * Siting with proof, against time.
 *
 * <pre>
 * pmed FOLDER FIRST LAST SECONDS [HIGHS|SCIP …]           OR-Library; the solvers named get the plain formulation
 * city POINTS SIDE_M SEED SITES SECONDS GAP [HIGHS|SCIP …] clustered weighted points that are all candidates, 800 m
 * demand POINTS CANDIDATES uniform|clustered COVERING SITES SECONDS GAP [HIGHS|SCIP …]
 *        COVERING: candidates that cover a point, about
 * </pre>
 */
public final class SitingBenchmark {

  private static final double SIDE = 10_000;

  private SitingBenchmark() {
  }

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "pmed" -> pmed(Path.of(arguments[1]), number(arguments[2]), number(arguments[3]), Double.parseDouble(arguments[4]),
          Arrays.copyOfRange(arguments, 5, arguments.length));
      case "city" -> {
        var random = new Random(number(arguments[3]));
        var points = points(random, number(arguments[1]), true, Double.parseDouble(arguments[2]));
        cover(Discs.rows(points[0], points[1], weights(random, points[0].length), points[0], points[1], 800), arguments, 4);
      }
      case "demand" -> {
        boolean clustered = arguments[3].equals("clustered");
        int candidates = number(arguments[2]);
        var sites = points(new Random(7), candidates, clustered, SIDE);
        var random = new Random(7);
        var points = points(random, number(arguments[1]), clustered, SIDE);
        double radius = SIDE * Math.sqrt(Double.parseDouble(arguments[4]) / candidates / Math.PI);
        cover(Discs.rows(points[0], points[1], weights(random, points[0].length), sites[0], sites[1], radius), arguments, 5);
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static void pmed(Path folder, int first, int last, double seconds, String[] solvers) throws IOException {
    var optima = Files.readAllLines(folder.resolve("pmedopt.txt"));
    var total = new double[1 + solvers.length];
    var open = new int[1 + solvers.length];
    for (int number = first; number <= last; number++) {
      var words = new StringTokenizer(Files.readString(folder.resolve("pmed" + number + ".txt")));
      int nodes = number(words.nextToken());
      int lines = number(words.nextToken());
      int most = number(words.nextToken());
      var edges = new LinkedHashMap<Long, Double>();
      for (int line = 0; line < lines; line++) {
        long from = number(words.nextToken()) - 1;
        long to = number(words.nextToken()) - 1;
        edges.put(Math.min(from, to) * nodes + Math.max(from, to), Double.parseDouble(words.nextToken()));
      }
      var keys = edges.keySet().stream().mapToLong(key -> key).toArray();
      var weight = new double[nodes];
      Arrays.fill(weight, 1);
      long start = System.nanoTime();
      var distance = AllPairs.distances(nodes, Arrays.stream(keys).mapToInt(key -> (int) (key / nodes)).toArray(),
          Arrays.stream(keys).mapToInt(key -> (int) (key % nodes)).toArray(),
          edges.values().stream().mapToDouble(d -> d).toArray());
      var rows = MedianRows.of(distance, weight, Double.POSITIVE_INFINITY);
      long ready = System.nanoTime();
      var result = SitingSolver.solve(new MedianProblem(SiteChoice.atMost(most, nodes), rows), SitingLimits.seconds(seconds),
          SitingProgress.NONE);
      total[0] += result.millis() / 1e3;
      open[0] += result.proven() ? 0 : 1;
      var name = "pmed" + number + " ";
      var optimum = optima.stream().filter(row -> row.startsWith(name)).findFirst().orElse("?").replace(name, "");
      System.out.printf(Locale.ROOT,
          "%-7s n %d p %d: %.0f, bound %.0f, known %s, %s, %d branches, %.2f s and %.2f s for distances", name, nodes,
          most, result.value(), result.bound(), optimum.strip(), result.stopped(), result.branches(), result.millis() / 1e3,
          (ready - start) / 1e9);
      for (int i = 0; i < solvers.length; i++) {
        var plain = PlainSiting.median(solvers[i], distance, most, seconds);
        total[i + 1] += plain.seconds();
        open[i + 1] += plain.status().equals("OPTIMAL") ? 0 : 1;
        System.out.print("; " + solvers[i] + " " + plain);
      }
      System.out.println();
    }
    int all = last - first + 1;
    System.out.printf(Locale.ROOT, "total %.1f s, %d of %d left open%n", total[0], open[0], all);
    for (int i = 0; i < solvers.length; i++) {
      System.out.printf(Locale.ROOT, "%s %.1f s, %d of %d left open after %.0f s, at least %.0f times as long%n", solvers[i], total[i + 1],
          open[i + 1], all, seconds, total[i + 1] / total[0]);
    }
  }

  private static void cover(CoverRows rows, String[] arguments, int at) {
    int most = number(arguments[at]);
    double seconds = Double.parseDouble(arguments[at + 1]);
    var peak = new long[1];
    var result = SitingSolver.solve(new CoverProblem(SiteChoice.atMost(most, rows.candidates()), rows),
        SitingLimits.seconds(seconds).gap(Double.parseDouble(arguments[at + 2])),
        (value, bound) -> peak[0] = Math.max(peak[0], Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
    System.out.printf(Locale.ROOT,
        "%s: %d rows, %d entries; %.0f of %.0f, bound %.0f, gap %.3f %%, %s, %d branches, %.1f s, %d MB%n",
        String.join(" ", arguments), rows.weight().length, rows.site().length, result.value(), rows.total(), result.bound(),
        100 * result.gap(), result.stopped(), result.branches(), result.millis() / 1e3, peak[0] >> 20);
    for (int i = at + 3; i < arguments.length; i++) {
      System.out.println("  " + arguments[i] + " " + PlainSiting.cover(arguments[i], rows, most, seconds));
    }
  }

  /** By chance over a square, or four of five around 25 centres. */
  private static double[][] points(Random random, int count, boolean clustered, double side) {
    int centres = 25;
    var x = random.doubles(centres).map(part -> part * side).toArray();
    var y = random.doubles(centres).map(part -> part * side).toArray();
    var spread = random.doubles(centres).map(part -> (0.02 + 0.08 * part) * side).toArray();
    var points = new double[2][count];
    for (int i = 0; i < count; i++) {
      int centre = random.nextInt(centres);
      boolean apart = !clustered || random.nextInt(5) == 0;
      do {
        points[0][i] = apart ? random.nextDouble() * side : x[centre] + spread[centre] * random.nextGaussian();
        points[1][i] = apart ? random.nextDouble() * side : y[centre] + spread[centre] * random.nextGaussian();
      } while (Math.min(points[0][i], points[1][i]) < 0 || Math.max(points[0][i], points[1][i]) > side);
    }
    return points;
  }

  private static double[] weights(Random random, int count) {
    return random.ints(count, 1, 200).asDoubleStream().toArray();
  }
}
