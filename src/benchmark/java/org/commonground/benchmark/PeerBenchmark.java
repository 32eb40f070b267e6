package org.commonground.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.plan.nearest.NearestAnswer;

/**
 * Ours beside GraphHopper 11, pgRouting and OR-Tools, turn about in one run, on the same streets with the same milliseconds; walking
 * times and costs must be equal.
 *
 * <pre>
 * apt-get install postgresql-15-pgrouting    (left out where it is missing)
 * mvn -q -Pbenchmarks -Dweb.skip=true test-compile exec:exec@peers -Dpeers="porto.osm.pbf"
 * </pre>
 *
 * <p>Arguments: an OpenStreetMap PBF; the number of rounds (default 5); how many copies of the city side by side, one or more (default
 * {@code 1x1,5x4}); how many shelters for each copy, one or more (default {@code 50,500}).
 */
final class PeerBenchmark {

  static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  static final int HALF_HOUR = 1_800_000;
  static final String OURS = "ours";

  private static final int ANSWERS = 300;

  private PeerBenchmark() {
  }

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0");
    var osm = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    var tilings = (arguments.length > 2 ? arguments[2] : "1x1,5x4").split(",");
    var shelters = (arguments.length > 3 ? arguments[3] : "50,500").split(",");
    assumptions(rounds);
    var request = new ImportRequest("benchmark", null, null, osm, null, null, null, 0, null, null, null, null, null);
    var city = Importer.importArea(request, (step, done, all) -> { }).city().streets();
    PeerSearches first = null;
    for (var tiling : tilings) {
      int columns = Integer.parseInt(tiling.split("x")[0]);
      int rows = Integer.parseInt(tiling.split("x")[1]);
      var streets = Tiles.of(city, columns, rows);
      var benchmark = new PeerSearches(streets, columns * rows, shelters, rounds);
      System.out.printf(Locale.ROOT, "%n== %s %s: %,d streets, %,d nodes, %,d directed edges%n", osm.getFileName(), tiling,
          streets.streets().size(), benchmark.graph().nodeCount(), benchmark.graph().arcCount());
      benchmark.run();
      if (first == null) {
        first = benchmark;
        routes(osm, rounds);
      } else {
        benchmark.growthSince(first);
      }
      benchmark.letGo();
    }
  }

  private static void assumptions(int rounds) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    var machine = ManagementFactory.getRuntimeMXBean();
    System.out.printf(Locale.ROOT, "load average %.2f on %d processors; Java %s, flags %s%n", system.getSystemLoadAverage(),
        system.getAvailableProcessors(), System.getProperty("java.version"), machine.getInputArguments());
    System.out.printf(Locale.ROOT, "One thread each. %d rounds, turn about; a figure is median (min to max) of the rounds, x is how many "
        + "times as long as ours.%nAll engines have the same nodes in the same order, the same streets and the same whole milliseconds, on foot at "
        + "%.1f m/s.%n", rounds, ADULT.speedMetresPerSecond());
  }

  /** Three nearest shelters with the ways there, each contestant from the same places. */
  private static void routes(Path osm, int rounds) throws IOException {
    var city = NearestBenchmark.city(osm, 50);
    var ours = NearestBenchmark.of(city);
    var answers = new ArrayList<NearestAnswer>();
    for (int place = 0; place < ANSWERS; place++) {
      answers.add(ours.ask(place, ADULT.name()));
    }
    try (var peer = new GraphHopperRoutes(osm)) {
      routes(ours, answers, peer, rounds);
    }
  }

  private static void routes(NearestBenchmark ours, List<NearestAnswer> answers, GraphHopperRoutes peer, int rounds) {
    for (int place = 0; place < ANSWERS; place++) {
      peer.routes(ours.place(place), answers.get(place));
    }
    double metres = answers.stream().flatMap(answer -> answer.shelters().stream()).mapToDouble(way -> way.metres()).sum();
    var task = String.format(Locale.ROOT, "%n-- %d answers, three nearest of 50 shelters with lines and steps. Ours finds which and reads "
        + "the ways from a search made before;%nGraphHopper's foot profile with contraction hierarchies on its own %,d nodes, %,d edges is "
        + "told which. Ways together: ours %.1f km, GraphHopper %.1f km, %d failed", ANSWERS, peer.nodes(), peer.edges(), metres / 1e3,
        peer.metres() / 1e3, peer.failed());
    new Contest(task)
        .with(OURS, () -> {
          for (int place = 0; place < ANSWERS; place++) {
            ours.ask(place, ADULT.name());
          }
        })
        .with("GraphHopper, contraction hierarchies, three routes", () -> {
          for (int place = 0; place < ANSWERS; place++) {
            peer.routes(ours.place(place), answers.get(place));
          }
        }).run(rounds).forEach((name, seconds) -> System.out.printf(Locale.ROOT, "  %s: %,.0f answers a second%n", name,
            ANSWERS / seconds));
  }
}
