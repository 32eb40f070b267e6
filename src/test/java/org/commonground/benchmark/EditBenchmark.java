package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.LiveSweep;
import org.commonground.network.Profile;
import org.commonground.network.Sweep;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;

/**
 * Repairs of a search after single edits, beside the whole search again in the same run. Each edit goes out from the same state,
 * and is timed with the copy that keeps that state as it is.
 *
 * <p>Arguments: an OpenStreetMap PBF; how many copies of the city side by side (default {@code 1x1}); sources for each copy
 * (default 50); edits of each kind (default 200).
 */
final class EditBenchmark {

  private final WalkGraph graph;
  private final int[] sources;
  private final int edits;
  private final Random random = new Random(50);
  private final LiveSweep base;

  private EditBenchmark(WalkGraph graph, int sourceCount, int edits) {
    this.graph = graph;
    this.edits = edits;
    sources = random.ints(0, graph.nodeCount()).distinct().limit(sourceCount).toArray();
    base = new LiveSweep(graph);
    for (int source = 0; source < sourceCount; source++) {
      base.setEntries(source, new int[] {sources[source]}, new int[1]);
    }
    base.repair();
  }

  public static void main(String[] arguments) throws IOException {
    var osm = Path.of(arguments[0]);
    var tiling = (arguments.length > 1 ? arguments[1] : "1x1").split("x");
    int columns = Integer.parseInt(tiling[0]);
    int rows = Integer.parseInt(tiling[1]);
    int sources = columns * rows * (arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50);
    var request = new ImportRequest("benchmark", null, null, osm, null, null, null, 0, null, null, null, null, null);
    var streets = Tiles.of(Importer.importArea(request, (step, done, all) -> { }).city().streets(), columns, rows);
    var graph = WalkGraph.of(streets, new Profile("adult", 1.2, 0.5, false, 100), Unknowns.PESSIMISTIC);
    System.out.printf(Locale.ROOT, "%s %s: %,d nodes, %,d directed edges, %d sources%n", osm.getFileName(),
        String.join("x", tiling), graph.nodeCount(), graph.arcCount(), sources);
    new EditBenchmark(graph, sources, arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200).run();
  }

  private void run() {
    var sweep = new Sweep(graph);
    var whole = Timing.of(10, 9, () -> {
      sweep.reset();
      for (int source = 0; source < sources.length; source++) {
        sweep.addSource(sources[source], 0, source);
      }
      sweep.run();
    });
    System.out.println("the whole search " + whole);
    int added = sources.length;
    for (int round = 0; round < 2; round++) {
      time("shelter added", whole, (live, i) -> live.setEntries(added, new int[] {anyNode()}, new int[1]));
      time("shelter closed", whole, (live, i) -> live.setEntries(i % sources.length, new int[0], new int[0]));
      time("shelter moved", whole, (live, i) -> live.setEntries(i % sources.length, new int[] {anyNode()}, new int[1]));
      time("street closed", whole, (live, i) -> live.setStreet(anyStreet(), WalkGraph.CLOSED, WalkGraph.CLOSED));
    }
  }

  private interface Edit {
    void make(LiveSweep live, int number);
  }

  private int anyNode() {
    return random.nextInt(graph.nodeCount());
  }

  private int anyStreet() {
    int street = random.nextInt(graph.streets().streets().size());
    return graph.passable(street) ? street : anyStreet();
  }

  private void time(String what, Timing whole, Edit edit) {
    var seconds = new double[edits];
    long changed = 0;
    for (int i = 0; i < edits; i++) {
      long begin = System.nanoTime();
      var live = base.copy();
      edit.make(live, i);
      changed += live.repair().length;
      seconds[i] = (System.nanoTime() - begin) / 1e9;
    }
    var timing = Timing.of(seconds);
    System.out.printf(Locale.ROOT, "  %s: %s, %,d nodes changed on average; the whole search takes %.0f times the median%n", what,
        timing, changed / edits, whole.median() / timing.median());
  }
}
