package org.commonground.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.commonground.city.District;
import org.commonground.evacuation.EvacuationCheck;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.EvacuationSolver;
import org.commonground.evacuation.QueueProblem;
import org.commonground.evacuation.QueueResult;
import org.commonground.evacuation.QueueSimulation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Real towns leave at once: a plan, its clearance, the bound, and what both took. Each plan is checked.
 *
 * <ul>
 *   <li>{@code monaco}: all go to the shelters of the sample, once with the room there is and once with twice as much; also the plan
 *       walked in a simulation, and what happens when all run to the nearest shelter.
 *   <li>{@code liechtenstein}: the three largest communes; {@code malta}: Valletta and its harbour towns; {@code andorra}: Andorra la
 *       Vella, with the streets within 30 m of the Valira under water (assumed). All go to spaces that have room by the rules.
 *   <li>{@code porto-16}, {@code porto-4}, {@code porto-1}: a sixteenth, a quarter and all of the metropolis, with 200,000 people
 *       drawn one by one at its junctions and 100 shelters with room for a quarter more, or the same share of both. Once anywhere,
 *       where the longest walk decides; and once within an hour of narrow shelters, where gates do.
 * </ul>
 *
 * <p>Arguments: names of these with commas between (default {@code monaco}), seconds (default 120), memory for the steps of all
 * streets in MB (default 2,000), folder of the map data (default {@code ../shared/data}).
 */
final class EvacuationBenchmark {

  private static final double WATER_METRES = 30;
  private static final int PEOPLE = 200_000;
  private static final int SHELTERS = 100;

  private final EvacuationLimits limits;
  private final double seconds;
  private final Path folder;

  private EvacuationBenchmark(double seconds, long bytes, Path folder) {
    limits = EvacuationLimits.of(seconds, bytes);
    this.seconds = seconds;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 120;
    long bytes = (arguments.length > 2 ? Long.parseLong(arguments[2]) : 2_000) << 20;
    var benchmark = new EvacuationBenchmark(seconds, bytes, Path.of(arguments.length > 3 ? arguments[3] : "../shared/data"));
    for (var town : arguments.length > 0 ? arguments[0].split(",") : new String[] {"monaco"}) {
      benchmark.run(town);
    }
  }

  private void run(String name) throws IOException {
    switch (name) {
      case "monaco" -> {
        var town = EvacuationTown.of(Path.of("data/monaco/manifest.yaml"), null);
        for (int factor = 1; factor <= 2; factor++) {
          walked(town, run(name + ", room x " + factor, town.toShelters(factor)));
        }
      }
      case "liechtenstein" -> {
        var town = EvacuationTown.of(osm(name, name), null);
        var largest = town.city().districts().stream().sorted(Comparator.comparingInt(District::peopleRecorded).reversed()).limit(3).toList();
        run(largest.stream().map(District::name).toList().toString(), town.districts(largest).toSpaces());
      }
      case "malta" -> {
        var harbours = new GeometryFactory().toGeometry(new Envelope(14.475, 14.545, 35.865, 35.925));
        run("Valletta and its harbour towns", EvacuationTown.of(osm(name, name), 423_282).within(harbours).toSpaces());
      }
      case "andorra" -> {
        var town = EvacuationTown.of(osm(name, name), null);
        var parish = town.city().districts().stream().filter(district -> district.name().contains("la Vella")).toList();
        town.districts(parish);
        run("Andorra la Vella", town.toSpaces());
        run("Andorra la Vella, " + WATER_METRES + " m of the Valira under water (assumed)",
            town.flooded("Valira", WATER_METRES).toSpaces());
      }
      case "porto-16", "porto-4", "porto-1" -> {
        int part = Integer.parseInt(name.substring(6));
        var town = EvacuationTown.of(osm("porto", "porto-metro"), 0).middle(1.0 / part);
        for (boolean narrow : new boolean[] {false, true}) {
          run(name + (narrow ? ", narrow" : ""), town.drawn(PEOPLE / part, Math.max(6, SHELTERS / part), narrow, 1));
        }
      }
      default -> throw new IllegalArgumentException("no town " + name);
    }
  }

  private Path osm(String place, String name) throws IOException {
    try (var files = Files.list(folder.resolve(place))) {
      return files.filter(file -> file.getFileName().toString().startsWith(name)).findFirst().orElseThrow();
    }
  }

  private record Run(EvacuationProblem problem, EvacuationResult result) {
  }

  private Run run(String what, EvacuationProblem problem) {
    System.out.printf(Locale.ROOT, "%n%s: %,d people at %,d nodes, %,d places in %d shelters, %,d gates; %,d nodes, %,d arcs, steps of %d s%n",
        what, problem.totalPeople(), problem.sources().size(), problem.shelters().stream().mapToInt(Shelter::room).sum(),
        problem.shelters().size(), problem.gateCount(), problem.network().nodeCount(), problem.network().arcCount(),
        problem.stepSeconds());
    solve("first plan", problem, EvacuationLimits.of(seconds, 1));
    return new Run(problem, solve("best plan", problem, limits));
  }

  private static void walked(EvacuationTown town, Run run) {
    int most = 100 * run.result.clearanceSteps();
    print("  plan walked", run.problem, QueueSimulation.run(new QueueProblem(run.problem, town.storage(), run.result.routes(), 1, most)));
    for (long seed = 1; seed <= 3; seed++) {
      print("  no plan", run.problem, QueueSimulation.run(new QueueProblem(run.problem, town.storage(), null, seed, most)));
    }
  }

  private static EvacuationResult solve(String what, EvacuationProblem problem, EvacuationLimits limits) {
    System.gc();
    long start = System.nanoTime();
    long startCpu = cpuNanos();
    var result = EvacuationSolver.solve(problem, limits);
    double took = (System.nanoTime() - start) / 1e9;
    double cpu = (cpuNanos() - startCpu) / 1e9;
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    EvacuationCheck.valid(problem, result, what);
    var left = result.notPlaced();
    System.out.printf(Locale.ROOT, "  %-10s clearance %,d s, bound %,d s, gap %.1f %%, %s; placed %,d of at most %,d; no way %,d, cut off %,d, no room %,d,"
        + " not planned %,d; %,d routes; %.1f s (%.1f s of a core), heap %,d MB%n", what, result.clearanceSteps() * problem.stepSeconds(),
        result.lowerBoundSteps() * problem.stepSeconds(), 100 * result.gap(), result.stopped(), result.placed(), result.placedBound(),
        left.noWay(), left.cutOff(), left.noRoom(), left.notPlanned(), result.routes().size(), took, cpu, heap);
    System.out.println("    bottleneck " + result.bottleneck().stream()
        .sorted((one, other) -> Integer.compare(other.steps(), one.steps())).limit(8).toList());
    return result;
  }

  private static long cpuNanos() {
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
}
