package org.commonground.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.commonground.city.City;
import org.commonground.coverage.Reach;
import org.commonground.evacuation.EvacuationCheck;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.EvacuationSolver;
import org.commonground.evacuation.QueueProblem;
import org.commonground.evacuation.QueueResult;
import org.commonground.evacuation.QueueSimulation;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.Street;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.commonground.rules.RulePack;
import org.commonground.rules.RulePacks;

/**
 * The whole population of a city goes to its shelters at once, through streets whose width is mostly assumed: the first plan
 * alone, the best plan with its proof, and what happens when all run to the nearest shelter. Once with the room there is and once
 * with more.
 *
 * <p>People and gates stand at the nearer end of their street. Arguments: manifest (default the sample), seconds (default 120),
 * room as a multiple of what is recorded (default 1 and 2).
 */
final class EvacuationBenchmark {

  private static final Set<String> PATHS = Set.of("footway", "path", "steps", "cycleway", "bridleway", "corridor");
  private static final Set<String> STREETS = Set.of("residential", "living_street", "pedestrian", "service", "unclassified", "track");
  private static final long BYTES = 2L << 30;

  private final City city;
  private final RulePack rules;
  private final WalkGraph graph;
  private final Snapper snapper;
  private final double stepSeconds;
  private int widths;
  /** Of the last problem, by arc: people who find room on it, and the street. */
  int[] storage;
  int[] streetOfArc;

  EvacuationBenchmark(City city) {
    this.city = city;
    rules = RulePacks.load(Path.of("data/rules")).get("default");
    var adult = rules.movements().get("adult");
    graph = WalkGraph.of(city.streets(), new Profile("adult", adult.speedMetresPerSecond(), adult.stairsMetresPerSecond(), adult.wheels(),
        adult.maxGradePercent()), Unknowns.PESSIMISTIC);
    snapper = new Snapper(graph, LocalProjection.around(city.area().boundary().getEnvelopeInternal()));
    stepSeconds = rules.value("evacuation.stepSeconds");
  }

  public static void main(String[] arguments) {
    var manifest = Path.of(arguments.length > 0 ? arguments[0] : "data/monaco/manifest.yaml");
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 120;
    var city = Importer.importArea(ImportRequest.ofManifest(manifest), (step, done, all) -> { }).city();
    var benchmark = new EvacuationBenchmark(city);
    for (double room : arguments.length > 2 ? new double[] {Double.parseDouble(arguments[2])} : new double[] {1, 2}) {
      benchmark.run(room, seconds);
    }
  }

  private void run(double room, double seconds) {
    var problem = problem(room);
    System.out.printf(Locale.ROOT, "%nroom x %.1f: %,d people at %,d nodes, %,d places, %,d gates; %,d nodes, %,d arcs (%,d streets of %,d"
        + " with a recorded width), steps of %.0f s%n", room, problem.totalPeople(), problem.sources().size(),
        problem.shelters().stream().mapToInt(Shelter::room).sum(), problem.gateCount(), problem.network().nodeCount(),
        problem.network().arcCount(), widths, city.streets().streets().size(), stepSeconds);
    solve("first plan", problem, EvacuationLimits.of(seconds, 1));
    var best = solve("best plan", problem, EvacuationLimits.of(seconds, BYTES));
    int most = 100 * best.clearanceSteps();
    print("  plan walked", problem, QueueSimulation.run(new QueueProblem(problem, storage, best.routes(), 1, most)));
    for (long seed = 1; seed <= 3; seed++) {
      print("  no plan", problem, QueueSimulation.run(new QueueProblem(problem, storage, null, seed, most)));
    }
  }

  private static EvacuationResult solve(String what, EvacuationProblem problem, EvacuationLimits limits) {
    System.gc();
    long start = System.nanoTime();
    long startCpu = cpu();
    var result = EvacuationSolver.solve(problem, limits);
    double took = (System.nanoTime() - start) / 1e9;
    double cpu = (cpu() - startCpu) / 1e9;
    EvacuationCheck.valid(problem, result, what);
    var left = result.notPlaced();
    System.out.printf(Locale.ROOT, "  %-10s clearance %,d s, bound %,d s, gap %.1f %%, %s; placed %,d of at most %,d; no way %,d, no room %,d,"
        + " not planned %,d; %,d routes; %.1f s (%.1f of a core), heap %,d MB%n", what, result.clearanceSteps() * problem.stepSeconds(),
        result.lowerBoundSteps() * problem.stepSeconds(), 100 * result.gap(), result.stopped(), result.placed(), result.placedBound(),
        left.noWay(), left.noRoom(), left.notPlanned(), result.routes().size(), took, cpu,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    System.out.println("    bottleneck " + result.bottleneck().stream()
        .sorted((one, other) -> Integer.compare(other.steps(), one.steps())).limit(8).toList());
    return result;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, EvacuationProblem problem, QueueResult result) {
    var arrivals = result.arrivals();
    int ninety = 0;
    for (int step = 0, in = 0; step < arrivals.length && in < 0.9 * result.placed(); step++) {
      in += arrivals[step];
      ninety = step + 1;
    }
    System.out.printf(Locale.ROOT, "%s: placed %,d, clearance %,d s, nine tenths of them within %,d s; without room %,d, no way %,d, stuck %,d,"
        + " at home %,d; turned away %,d times%n", what, result.placed(), result.clearanceSteps() * problem.stepSeconds(),
        ninety * problem.stepSeconds(), result.withoutRoom(), result.noWay(), result.stuck(), result.atHome(),
        Arrays.stream(result.turnedAway()).sum());
  }

  EvacuationProblem problem(double roomFactor) {
    int arcs = graph.arcCount();
    streetOfArc = new int[arcs];
    var tail = new int[arcs];
    var head = new int[arcs];
    var steps = new int[arcs];
    var flow = new int[arcs];
    var never = new int[arcs];
    storage = new int[arcs];
    widths = (int) city.streets().streets().stream().filter(street -> street.widthM() != null).count();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        var street = city.streets().street(graph.street(arc));
        streetOfArc[arc] = graph.street(arc);
        tail[arc] = node;
        head[arc] = graph.head(arc);
        steps[arc] = (int) Math.max(1, Math.round(graph.walkMillis(arc) / (1_000 * stepSeconds)));
        flow[arc] = flow(street);
        storage[arc] = Math.max(flow[arc] * steps[arc],
            (int) (effectiveMetres(street) / 2 * street.lengthMm() / 1_000 / rules.value("evacuation.jamM2PerPerson")));
      }
    }
    Arrays.fill(never, EvacuationNetwork.NEVER);
    var open = new int[graph.nodeCount()];
    Arrays.fill(open, EvacuationNetwork.NEVER);
    var network = new EvacuationNetwork(graph.nodeCount(), tail, head, steps, flow, never, open);
    return new EvacuationProblem((int) stepSeconds, network, sources(), shelters(roomFactor));
  }

  private int flow(Street street) {
    return flow(effectiveMetres(street));
  }

  /** People per step through so many metres. */
  int flow(double metres) {
    return (int) Math.max(1, metres * rules.value("evacuation.personsPerSecondPerMetre") * stepSeconds);
  }

  private double effectiveMetres(Street street) {
    double width = street.widthM() != null ? street.widthM() : rules.value("evacuation."
        + (PATHS.contains(street.kind()) ? "path" : STREETS.contains(street.kind()) ? "street" : "road") + "Metres");
    return Math.max(0.3, width - 2 * rules.value("evacuation.edgeMetres"));
  }

  private List<Source> sources() {
    var people = new TreeMap<Integer, Integer>();
    city.demand().forEach(point -> snapper.snap(point.lon(), point.lat(), Reach.ACCESS_LIMIT_METRES)
        .ifPresent(snap -> people.merge(node(snap), point.people(), Integer::sum)));
    return people.entrySet().stream().map(each -> Source.immediate(each.getKey(), each.getValue())).toList();
  }

  private List<Shelter> shelters(double roomFactor) {
    var shelters = new ArrayList<Shelter>();
    for (var shelter : city.shelters()) {
      var gates = new TreeMap<Integer, Integer>();
      for (var snap : snapper.gates(shelter.geometry(), Reach.ACCESS_LIMIT_METRES)) {
        gates.merge(node(snap), flow(city.streets().street(snap.street())), Integer::sum);
      }
      shelters.add(new Shelter((int) (roomFactor * shelter.capacity()),
          gates.entrySet().stream().map(gate -> new Gate(gate.getKey(), gate.getValue())).toList()));
    }
    return shelters;
  }

  private int node(Snap snap) {
    var street = city.streets().street(snap.street());
    return snap.fraction() < 0.5 ? street.from() : street.to();
  }
}
