package org.commonground.benchmark;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.network.LimitedSweep;
import org.commonground.network.RankSweep;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Sweep;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;

/** Ours and the peers on the nodes of one graph: the nearest shelter, the three nearest, all within half an hour, and memory. */
final class PeerSearches {

  /** Whole trees that are measured, so that nobody waits for all of them. */
  private static final int WHOLE_TREES = 50;
  private static final int WHOLE_TREES_OF_MANY_COPIES = 3;
  private static final int MOST_OF_PGROUTING = 1_000;

  private static final String OURS = PeerBenchmark.OURS;
  private static final int HALF_HOUR = PeerBenchmark.HALF_HOUR;
  private static final String TREES = "GraphHopper, a tree for each shelter";
  private static final String TOGETHER = "GraphHopper, one tree from an added node";
  private static final String EQUICOST = "pgRouting, equicost";
  private static final String EVERY = "pgRouting, from each shelter";

  private final int rounds;
  private final int copies;
  private final StreetNetwork streets;
  private final WalkGraph graph;
  private final List<int[]> sources = new ArrayList<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private GraphHopperTrees graphHopper;
  private PgRouting pgRouting;

  PeerSearches(StreetNetwork streets, int copies, String[] shelters, int rounds) {
    this.rounds = rounds;
    this.copies = copies;
    this.streets = streets;
    graph = WalkGraph.of(streets, PeerBenchmark.ADULT, Unknowns.PESSIMISTIC);
    for (var count : shelters) {
      sources.add(new Random(50).ints(0, graph.nodeCount()).filter(node -> graph.firstArc(node) < graph.endArc(node)).distinct()
          .limit((long) copies * Integer.parseInt(count)).toArray());
    }
  }

  WalkGraph graph() {
    return graph;
  }

  void run() {
    figures.put("memory: " + OURS + ", graph and search",
        Timing.of(IntStream.range(0, 3).mapToDouble(time -> memoryOfOurs()).toArray()).median());
    figures.put("memory: GraphHopper, graph and one tree", memoryOfGraphHopper());
    pgRouting = PgRouting.start(graph).orElse(null);
    System.out.printf(Locale.ROOT, "GraphHopper 11.0: %,d edges, %.1f MB%s%n", graphHopper.edges(), graphHopper.bytes() / 1e6,
        pgRouting == null ? "" : "; " + pgRouting.version());
    var places = new PeerPlaces(streets, rounds);
    for (int set = 0; set < sources.size(); set++) {
      if (pgRouting != null && sources.get(set).length > MOST_OF_PGROUTING) {
        System.out.printf(Locale.ROOT, "%npgRouting is left out beyond %,d shelters: with 10,000 on 1.5 million nodes its process took more "
            + "than 22 GB and was killed.%n", MOST_OF_PGROUTING);
        endPgRouting();
      }
      System.out.println(check(set));
      nearest(set, Sweep.UNREACHED);
      nearest(set, HALF_HOUR);
      if (set == 0 || copies == 1) {
        nearestThree(set);
      }
      if (copies == 1) {
        pairs(set);
        graphHopper.index();
        places.coverage(sources.get(set), graphHopper, set);
      }
    }
    if (pgRouting != null) {
      endPgRouting();
    }
    figures.forEach((name, value) -> {
      if (name.startsWith("memory")) {
        System.out.printf(Locale.ROOT, "%s: %.1f MB, %.0f bytes a node%n", name, value / 1e6, value / graph.nodeCount());
      }
    });
    if (copies == 1) {
      places.placement(sources.get(sources.size() - 1));
    }
  }

  private void endPgRouting() {
    figures.put("memory: pgRouting, most of its process", (double) pgRouting.peakBytes());
    pgRouting.close();
    pgRouting = null;
  }

  /** What else is let go at that time is counted too, so not to be trusted once. */
  private double memoryOfOurs() {
    long before = SweepBenchmark.usedBytes();
    var another = WalkGraph.of(streets, PeerBenchmark.ADULT, Unknowns.PESSIMISTIC);
    var sweep = sweep(new Sweep(another), sources.get(0), Sweep.UNREACHED - 1);
    double bytes = SweepBenchmark.usedBytes() - before;
    Reference.reachabilityFence(sweep);
    return bytes;
  }

  private double memoryOfGraphHopper() {
    long before = SweepBenchmark.usedBytes();
    graphHopper = new GraphHopperTrees(graph, sources);
    var tree = graphHopper.hold(0, Sweep.UNREACHED);
    double bytes = SweepBenchmark.usedBytes() - before;
    Reference.reachabilityFence(tree);
    return bytes;
  }

  private static Sweep sweep(Sweep sweep, int[] sources, int limitMillis) {
    sweep.reset();
    for (int number = 0; number < sources.length; number++) {
      sweep.addSource(sources[number], 0, number);
    }
    sweep.run(limitMillis);
    return sweep;
  }

  /** Whether all engines find the same times. */
  private String check(int set) {
    var sweep = sweep(new Sweep(graph), sources.get(set), Sweep.UNREACHED - 1);
    var together = graphHopper.together(set, Sweep.UNREACHED);
    var cut = sweep(new Sweep(graph), sources.get(set), HALF_HOUR);
    var best = graphHopper.nearest(sources.get(set), 1, HALF_HOUR);
    int different = 0;
    for (int node = 0; node < together.length; node++) {
      long ours = cut.source(node) < 0 ? Long.MAX_VALUE : (long) cut.millis(node) << 32 | cut.source(node);
      different += together[node] == sweep.millis(node) && best[node] == ours ? 0 : 1;
    }
    return String.format(Locale.ROOT, "%n-- %,d shelters. Walking times that differ from ours: GraphHopper %d of %,d nodes%s",
        sources.get(set).length, different, together.length, pgRouting == null ? "" : differentInPgRouting(sources.get(set), sweep));
  }

  private String differentInPgRouting(int[] from, Sweep sweep) {
    int nodes = graph.nodeCount();
    int every = copies == 1 ? 1 : 16;
    var told = String.format(Locale.ROOT, ", pgRouting with equicost %d of %,d nodes", pgRouting.different(from, true, sweep, nodes, every),
        (nodes + every - 1) / every);
    return copies > 1 || from.length > WHOLE_TREES ? told : told
        + String.format(Locale.ROOT, ", from each shelter %d", pgRouting.different(from, false, sweep, nodes, 1));
  }

  private void nearest(int set, int limitMillis) {
    boolean whole = limitMillis == Sweep.UNREACHED;
    var from = sources.get(set);
    var sweep = new Sweep(graph);
    var measured = whole ? sample(from) : from;
    var contest = new Contest("nearest shelter of every node, " + (whole ? "whole graph" : "within 30 minutes") + told(measured, from))
        .with(OURS, () -> sweep(sweep, from, whole ? Sweep.UNREACHED - 1 : limitMillis))
        .withTimed(TREES, () -> Contest.seconds(() -> graphHopper.nearest(measured, 1, limitMillis)) * from.length / measured.length)
        .with(TOGETHER, () -> graphHopper.together(set, limitMillis));
    if (pgRouting != null) {
      contest.with(EQUICOST, () -> pgRouting.nearest(from, limitMillis));
    }
    keep((whole ? "nearest, whole, " : "nearest, 30 minutes, ") + from.length / copies + " a copy: ", contest.run(rounds));
  }

  private int[] sample(int[] from) {
    return Arrays.copyOf(from, Math.min(from.length, copies == 1 ? WHOLE_TREES : WHOLE_TREES_OF_MANY_COPIES));
  }

  private static String told(int[] measured, int[] from) {
    return measured.length == from.length ? "" : String.format(Locale.ROOT,
        " (a tree for each: %d of %,d trees are measured, and multiplied)", measured.length, from.length);
  }

  private void nearestThree(int set) {
    var from = sources.get(set);
    var measured = sample(from);
    var contest = new Contest("three nearest shelters of every node: ours on the whole graph" + told(measured, from))
        .with(OURS, () -> {
          var sweep = new RankSweep(graph, 3);
          for (int number = 0; number < from.length; number++) {
            sweep.addSource(from[number], 0, number);
          }
          sweep.run();
        })
        .withTimed(TREES, () -> Contest.seconds(() -> graphHopper.nearest(measured, 3, Sweep.UNREACHED)) * from.length
            / measured.length)
        .with(TREES + ", only 30 minutes", () -> graphHopper.nearest(from, 3, HALF_HOUR));
    if (pgRouting != null && copies == 1) {
      contest.with(EVERY + ", only 30 minutes", () -> pgRouting.nearestThree(from, HALF_HOUR));
    }
    keep("three nearest, " + from.length / copies + " a copy: ", contest.run(rounds));
  }

  private void pairs(int set) {
    var from = sources.get(set);
    var sweep = new LimitedSweep(graph);
    var contest = new Contest("every shelter within 30 minutes of every node")
        .with(OURS, () -> pairs(sweep, from))
        .with(TREES, () -> graphHopper.pairs(from, HALF_HOUR));
    long ours = pairs(sweep, from);
    long theirs = graphHopper.pairs(from, HALF_HOUR);
    if (pgRouting != null) {
      contest.with(EVERY, () -> pgRouting.pairs(from, HALF_HOUR));
    }
    contest.run(rounds);
    System.out.printf(Locale.ROOT, "  pairs: ours %,d, GraphHopper %,d%s%n", ours, theirs,
        pgRouting == null ? "" : String.format(Locale.ROOT, ", pgRouting %,d", pgRouting.pairs(from, HALF_HOUR)));
  }

  private static long pairs(LimitedSweep sweep, int[] sources) {
    long pairs = 0;
    for (int source : sources) {
      sweep.addSource(source, 0);
      sweep.run(HALF_HOUR);
      pairs += sweep.reachedCount();
      sweep.reset();
    }
    return pairs;
  }

  private void keep(String task, Map<String, Double> medians) {
    medians.forEach((name, seconds) -> figures.put(task + name, seconds));
  }

  /** How time and memory grow, beside n log n. */
  void growthSince(PeerSearches small) {
    double nodes = (double) graph.nodeCount() / small.graph.nodeCount();
    double expected = nodes * Math.log(graph.nodeCount()) / Math.log(small.graph.nodeCount());
    System.out.printf(Locale.ROOT, "%n-- growth: %.1f times the nodes and shelters, n log n %.1f%n", nodes, expected);
    figures.forEach((name, value) -> {
      var before = small.figures.get(name);
      if (before != null) {
        System.out.printf(Locale.ROOT, "  %-80s x %.1f, %.2f of n log n%n", name, value / before, value / before / expected);
      }
    });
  }

  void letGo() {
    graphHopper = null;
  }
}
