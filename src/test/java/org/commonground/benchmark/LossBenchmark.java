package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.network.StreetLosses;
import org.commonground.network.Sweep;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;

/**
 * What the loss of each single street changes, for all streets of a city, beside one sweep for each street.
 *
 * <p>Arguments: an OpenStreetMap PBF; how many sources (default 50); limits in minutes (default {@code 10,30}).
 */
final class LossBenchmark {

  private LossBenchmark() {
  }

  public static void main(String[] arguments) throws IOException {
    var osm = Path.of(arguments[0]);
    int sourceCount = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    var limits = (arguments.length > 2 ? arguments[2] : "10,30").split(",");
    var request = new ImportRequest("benchmark", null, null, osm, null, null, null, 0, null, null, null, null, null);
    var streets = Importer.importArea(request, (step, done, all) -> { }).city().streets();
    var graph = WalkGraph.of(streets, new Profile("adult", 1.2, 0.5, false, 100), Unknowns.PESSIMISTIC);
    var sources = new Random(50).ints(0, graph.nodeCount()).distinct().limit(sourceCount).toArray();
    var sweep = new Sweep(graph);
    var whole = Timing.of(20, 15, () -> {
      sweep.reset();
      for (int source = 0; source < sources.length; source++) {
        sweep.addSource(sources[source], 0, source);
      }
      sweep.run();
    });
    System.out.printf(Locale.ROOT, "%s: %,d streets, %,d nodes, %d sources; one sweep %s%n", osm.getFileName(),
        streets.streets().size(), graph.nodeCount(), sourceCount, whole);
    for (var minutes : limits) {
      var found = new long[3];
      var all = Timing.of(2, 5, () -> count(graph, sources, 60_000 * Integer.parseInt(minutes), found));
      System.out.printf(Locale.ROOT, "limit %s minutes: %s for all streets; %,d streets matter, %,d nodes further in all, %,d"
          + " of them beyond the limit; a sweep for each street takes %.0f times as long%n", minutes, all, found[0], found[1],
          found[2], whole.median() * streets.streets().size() / all.median());
    }
  }

  private static void count(WalkGraph graph, int[] sources, int limitMillis, long[] found) {
    var losses = new StreetLosses(graph, limitMillis);
    for (int source = 0; source < sources.length; source++) {
      losses.addSource(sources[source], 0, source);
    }
    losses.run();
    found[0] = 0;
    found[1] = 0;
    found[2] = 0;
    while (losses.next()) {
      found[0]++;
      found[1] += losses.count();
      for (int i = 0; i < losses.count(); i++) {
        found[2] += losses.millis(i) > limitMillis ? 1 : 0;
      }
    }
  }
}
