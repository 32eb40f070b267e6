package org.commonground.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.network.RankSweep;
import org.commonground.network.Sweep;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;

/**
 * One coverage sweep over all nodes of a city, beside {@code scipy.sparse.csgraph.dijkstra(min_only=True)} on the same graph in
 * the same run, turn about; and our search for the three nearest sources. Needs python3 with scipy.
 *
 * <p>Arguments: an OpenStreetMap PBF; the number of rounds (default 5); how many copies of the city side by side, one or more
 * (default {@code 1x1}; {@code 1x1,5x4}); how many sources for each copy, one or more (default {@code 50}; {@code 50,500}).
 */
final class SweepBenchmark {

  private static final int RUNS = 15;
  private static final String PYTHON = """
      import sys, time
      import numpy as np
      from scipy.sparse import csr_matrix
      from scipy.sparse.csgraph import dijkstra
      folder, runs = sys.argv[1], int(sys.argv[2])
      first = np.fromfile(folder + '/first', '<i4'); head = np.fromfile(folder + '/head', '<i4')
      millis = np.fromfile(folder + '/millis', '<f8'); sources = np.fromfile(folder + '/sources', '<i4')
      n = len(first) - 1
      graph = csr_matrix((millis, head, first), shape=(n, n))
      seconds = []
      for run in range(runs + 2):
          start = time.perf_counter()
          found = dijkstra(graph, directed=True, indices=sources, min_only=True)
          seconds.append(time.perf_counter() - start)
      found.astype('<f8').tofile(folder + '/found')
      print(' '.join(map(str, seconds[2:])))
      """;

  private SweepBenchmark() {
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var osm = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    var tilings = (arguments.length > 2 ? arguments[2] : "1x1").split(",");
    var sourcesPerTile = (arguments.length > 3 ? arguments[3] : "50").split(",");
    var request = new ImportRequest("benchmark", null, null, osm, null, null, null, 0, null, null, null, null, null);
    var city = Importer.importArea(request, (step, done, all) -> { }).city().streets();
    for (var tiling : tilings) {
      int columns = Integer.parseInt(tiling.split("x")[0]);
      int rows = Integer.parseInt(tiling.split("x")[1]);
      var streets = Tiles.of(city, columns, rows);
      var graph = WalkGraph.of(streets, new Profile("adult", 1.2, 0.5, false, 100), Unknowns.PESSIMISTIC);
      System.out.printf(Locale.ROOT, "%s %s: %,d streets, %,d nodes, %,d directed edges, %.1f bytes per directed edge%n",
          osm.getFileName(), tiling, streets.streets().size(), graph.nodeCount(), graph.arcCount(), graph.bytesPerArc());
      for (var sources : sourcesPerTile) {
        compare(graph, columns * rows * Integer.parseInt(sources), rounds);
      }
    }
  }

  private static void compare(WalkGraph graph, int sourceCount, int rounds) throws IOException, InterruptedException {
    var sources = new Random(50).ints(0, graph.nodeCount()).distinct().limit(sourceCount).toArray();
    new Sweep(graph).run();
    long empty = usedBytes();
    var sweep = new Sweep(graph);
    var folder = Files.createTempDirectory("sweep");
    write(graph, sources, folder);
    int runs = graph.nodeCount() < 500_000 ? RUNS : RUNS / 3;
    var ratios = new double[rounds];
    var medians = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      var ours = Timing.of(20, runs, () -> {
        sweep.reset();
        for (int number = 0; number < sources.length; number++) {
          sweep.addSource(sources[number], 0, number);
        }
        sweep.run();
      });
      var theirs = scipy(folder, runs);
      ratios[round] = ours.median() / theirs.median();
      medians[round] = ours.median();
      System.out.printf(Locale.ROOT, "  %d sources, round %d  ours %s  scipy %s  ratio %.2f%n", sourceCount, round + 1, ours,
          theirs, ratios[round]);
    }
    Arrays.sort(ratios);
    Arrays.sort(medians);
    int nodes = graph.nodeCount();
    System.out.printf(Locale.ROOT, "  ratio ours to scipy: median %.2f (min %.2f, max %.2f); %.1f ns a node, %.2f ns per n log n;"
        + " the search holds %.1f bytes a node; %s%n", ratios[rounds / 2], ratios[0], ratios[rounds - 1],
        1e9 * medians[rounds / 2] / nodes, 1e9 * medians[rounds / 2] / nodes / (Math.log(nodes) / Math.log(2)),
        (double) (usedBytes() - empty) / nodes, compare(sweep, graph, folder));
    var three = Timing.of(5, runs, () -> {
      var ranks = new RankSweep(graph, 3);
      for (int number = 0; number < sources.length; number++) {
        ranks.addSource(sources[number], 0, number);
      }
      ranks.run();
    });
    System.out.printf(Locale.ROOT, "  the three nearest of %d sources: %s, %.2f ns per n log n%n", sourceCount, three,
        1e9 * three.median() / nodes / (Math.log(nodes) / Math.log(2)));
  }

  static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void write(WalkGraph graph, int[] sources, Path folder) throws IOException {
    var first = new double[graph.nodeCount() + 1];
    var head = new double[graph.arcCount()];
    var millis = new double[graph.arcCount()];
    for (int node = 0; node < graph.nodeCount(); node++) {
      first[node + 1] = graph.endArc(node);
    }
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      head[arc] = graph.head(arc);
      millis[arc] = graph.millis(arc);
    }
    write(folder.resolve("first"), first, true);
    write(folder.resolve("head"), head, true);
    write(folder.resolve("millis"), millis, false);
    write(folder.resolve("sources"), Arrays.stream(sources).asDoubleStream().toArray(), true);
    Files.writeString(folder.resolve("sweep.py"), PYTHON);
  }

  private static void write(Path file, double[] values, boolean ints) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (double value : values) {
        if (ints) {
          out.writeInt(Integer.reverseBytes((int) value));
        } else {
          out.writeLong(Long.reverseBytes(Double.doubleToLongBits(value)));
        }
      }
    }
  }

  private static Timing scipy(Path folder, int runs) throws IOException, InterruptedException {
    var python = new ProcessBuilder("python3", folder.resolve("sweep.py").toString(), folder.toString(), "" + runs)
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var seconds = new String(python.getInputStream().readAllBytes()).trim();
    if (python.waitFor() != 0) {
      throw new IllegalStateException("scipy failed");
    }
    return Timing.of(Arrays.stream(seconds.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }

  /** A pair that scipy sums up twice where two streets join the same junctions differs; all others must be equal. */
  private static String compare(Sweep sweep, WalkGraph graph, Path folder) throws IOException {
    var found = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("found"))).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    int different = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      double ours = sweep.source(node) < 0 ? Double.POSITIVE_INFINITY : sweep.millis(node);
      different += ours == found.get(node) ? 0 : 1;
    }
    return different == 0 ? "all " + graph.nodeCount() + " walking times equal" : different + " walking times differ";
  }
}
