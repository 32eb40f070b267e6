package org.commonground.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.PlacementCheck;
import org.commonground.coverage.PlacementPeer;
import org.commonground.coverage.PlacementProblem;
import org.commonground.coverage.PlacementSolver;
import org.commonground.coverage.Reach;
import org.commonground.coverage.ReachTable;
import org.commonground.coverage.ShelterSite;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.LimitedSweep;
import org.commonground.network.Profile;
import org.commonground.network.RankSweep;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Sweep;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

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

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final int HALF_HOUR = 1_800_000;
  private static final int PEOPLE_PLACES = 100_000;
  /** Whole trees that are measured, so that nobody waits for all of them. */
  private static final int WHOLE_TREES = 50;
  private static final int WHOLE_TREES_OF_MANY_COPIES = 3;
  private static final int ANSWERS = 300;
  private static final double ROOM = 1.05;

  private static final String OURS = "ours";
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

  private PeerBenchmark(StreetNetwork streets, int copies, String[] shelters, int rounds) {
    this.rounds = rounds;
    this.copies = copies;
    this.streets = streets;
    long before = SweepBenchmark.usedBytes();
    graph = WalkGraph.of(streets, ADULT, Unknowns.PESSIMISTIC);
    for (var count : shelters) {
      sources.add(new Random(50).ints(0, graph.nodeCount()).filter(node -> graph.firstArc(node) < graph.endArc(node)).distinct()
          .limit((long) copies * Integer.parseInt(count)).toArray());
    }
    var sweep = sweep(new Sweep(graph), sources.get(0), Sweep.UNREACHED - 1);
    figures.put("memory: " + OURS + ", graph and search", (double) SweepBenchmark.usedBytes() - before);
    Reference.reachabilityFence(sweep);
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
    PeerBenchmark first = null;
    for (var tiling : tilings) {
      int columns = Integer.parseInt(tiling.split("x")[0]);
      int rows = Integer.parseInt(tiling.split("x")[1]);
      var benchmark = new PeerBenchmark(Tiles.of(city, columns, rows), columns * rows, shelters, rounds);
      System.out.printf(Locale.ROOT, "%n== %s %s: %,d streets, %,d nodes, %,d directed edges%n", osm.getFileName(), tiling,
          benchmark.streets.streets().size(), benchmark.graph.nodeCount(), benchmark.graph.arcCount());
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
    System.out.printf("One thread each. %d rounds, turn about; a figure is median (min to max) of the rounds, x is how many times as long as "
        + "ours.%nAll engines have the same nodes in the same order, the same streets and the same whole milliseconds, on foot at "
        + "%.1f m/s.%n", rounds, ADULT.speedMetresPerSecond());
  }

  private void run() {
    figures.put("memory: GraphHopper, graph and one tree", memoryOfGraphHopper());
    pgRouting = PgRouting.start(graph).orElse(null);
    System.out.printf(Locale.ROOT, "GraphHopper 11.0: %,d edges, %.1f MB%s%n", graphHopper.edges(), graphHopper.bytes() / 1e6,
        pgRouting == null ? "" : "; " + pgRouting.version());
    for (int set = 0; set < sources.size(); set++) {
      System.out.println(check(set));
      nearest(set, Sweep.UNREACHED);
      nearest(set, HALF_HOUR);
      if (set == 0 || copies == 1) {
        nearestThree(set);
      }
      if (copies == 1) {
        pairs(set);
        coverage(set);
      }
    }
    if (pgRouting != null) {
      figures.put("memory: pgRouting, most of its process", (double) pgRouting.peakBytes());
    }
    figures.forEach((name, value) -> {
      if (name.startsWith("memory")) {
        System.out.printf(Locale.ROOT, "%s: %.1f MB, %.0f bytes a node%n", name, value / 1e6, value / graph.nodeCount());
      }
    });
    if (copies == 1) {
      placement();
    }
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

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
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
        .withTimed(TREES, () -> seconds(() -> graphHopper.nearest(measured, 1, limitMillis)) * from.length / measured.length)
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
        .withTimed(TREES, () -> seconds(() -> graphHopper.nearest(measured, 3, Sweep.UNREACHED)) * from.length / measured.length)
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

  private CoverageProblem problem(int[] from) {
    var geometries = new GeometryFactory();
    var sites = Arrays.stream(from).mapToObj(node -> new ShelterSite(
        geometries.createPoint(new Coordinate(streets.nodeLon(node), streets.nodeLat(node))), null)).toList();
    return new CoverageProblem(streets, ADULT, WhatIfBenchmark.people(streets, new Random(1), PEOPLE_PLACES), 1, sites);
  }

  private void coverage(int set) {
    var from = sources.get(set);
    var problem = problem(from);
    var places = problem.places();
    double speed = ADULT.speedMetresPerSecond();
    if (set == 0) {
      graphHopper.index();
    }
    new Contest(String.format(Locale.ROOT, "coverage of %,d places from their doors, within 30 minutes: ours with all counts and gaps, the "
        + "other only who is in time", PEOPLE_PLACES))
        .with(OURS, () -> CoverageSolver.solve(Reach.of(problem), HALF_HOUR))
        .with("GraphHopper, location index and a tree for each shelter",
            () -> graphHopper.covered(places, graphHopper.apart(from, HALF_HOUR), speed, HALF_HOUR))
        .with("GraphHopper, location index and one tree",
            () -> graphHopper.covered(places, graphHopper.together(set, HALF_HOUR), speed, HALF_HOUR)).run(rounds);
    System.out.printf(Locale.ROOT, "  people in time: ours %,d, GraphHopper %,d of %,d%n",
        CoverageSolver.solve(Reach.of(problem), HALF_HOUR).total().covered(),
        graphHopper.covered(places, graphHopper.together(set, HALF_HOUR), speed, HALF_HOUR),
        Arrays.stream(places.people()).asLongStream().sum());
  }

  /** Rooms by chance, together a twentieth more than people. */
  private void placement() {
    var from = sources.get(sources.size() - 1);
    var reach = Reach.of(problem(from));
    var people = reach.problem().places().people();
    long total = Arrays.stream(people).asLongStream().sum();
    var share = new Random(5).doubles(from.length, 0.2, 1.2).toArray();
    double shares = Arrays.stream(share).sum();
    var capacity = Arrays.stream(share).mapToInt(one -> (int) (total * ROOM * one / shares)).toArray();
    long start = System.nanoTime();
    var table = ReachTable.of(reach, Unknowns.PESSIMISTIC, HALF_HOUR);
    double reaching = (System.nanoTime() - start) / 1e9;
    var problem = new PlacementProblem(people, capacity, table);
    var result = PlacementSolver.solve(problem);
    PlacementCheck.optimal(problem, result, "Porto");
    var costs = new long[1];
    new Contest(String.format(Locale.ROOT, "%n-- %,d people of %,d places into %d shelters with room for %.2f of them, %,d walks within 30 "
        + "minutes (found in %.0f ms)", total, people.length, from.length, ROOM, table.entryCount(), 1e3 * reaching))
        .with(OURS, () -> PlacementSolver.solve(problem))
        .withTimed("OR-Tools, min-cost flow", () -> {
          var flow = PlacementPeer.flow(problem);
          return seconds(() -> costs[0] = PlacementPeer.leastCost(flow));
        }).run(rounds);
    System.out.printf(Locale.ROOT, "  placed %,d, not placed %,d; costs %s%n", result.placement().placed(), result.placement().left(),
        costs[0] == PlacementPeer.cost(problem, result.placement()) ? "equal" : "DIFFER");
  }

  /** Three nearest shelters with the ways there, each contestant from the same places. */
  private static void routes(Path osm, int rounds) throws IOException {
    var city = NearestBenchmark.city(osm, 50);
    var ours = NearestBenchmark.of(city);
    var answers = new ArrayList<org.commonground.plan.NearestAnswer>();
    for (int place = 0; place < ANSWERS; place++) {
      answers.add(ours.ask(place, ADULT.name()));
    }
    var peer = new GraphHopperRoutes(osm);
    for (int place = 0; place < ANSWERS; place++) {
      peer.routes(ours.place(place), answers.get(place));
    }
    double metres = answers.stream().flatMap(answer -> answer.shelters().stream()).mapToDouble(way -> way.metres()).sum();
    var task = String.format(Locale.ROOT, "%n-- %d answers, three nearest of 50 shelters with lines and steps. Ours finds which and reads the "
        + "ways from a search made before;%nGraphHopper's foot profile with contraction hierarchies on its own %,d nodes, %,d edges is told "
        + "which. Ways together: ours %.1f km, GraphHopper %.1f km, %d failed", ANSWERS, peer.nodes(), peer.edges(), metres / 1e3,
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

  private void keep(String task, Map<String, Double> medians) {
    medians.forEach((name, seconds) -> figures.put(task + name, seconds));
  }

  /** How time and memory grow, beside n log n. */
  private void growthSince(PeerBenchmark small) {
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

  private void letGo() {
    graphHopper = null;
    if (pgRouting != null) {
      pgRouting.close();
    }
  }
}
