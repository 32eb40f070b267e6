package org.commonground.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commonground.coverage.BlockageByWidth;
import org.commonground.coverage.BlockageWidths;
import org.commonground.evacuation.BlockageSamples;
import org.commonground.evacuation.CarPlan;
import org.commonground.evacuation.CarStreets;
import org.commonground.evacuation.Contraflow;
import org.commonground.evacuation.EvacuationCheck;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.EvacuationSolver;
import org.commonground.evacuation.LossMidway;
import org.commonground.evacuation.QueueProblem;
import org.commonground.evacuation.QueueSimulation;
import org.commonground.evacuation.Staging;
import org.commonground.evacuation.StreetConflicts;
import org.commonground.evacuation.TrafficAssignment;
import org.commonground.evacuation.Widening;
import org.commonground.network.Unknowns;
import org.commonground.rules.RulePacks;

/**
 * Every question of an evacuation beyond the plan, on one city with twice the recorded room: groups at their own pace, what widening
 * saves, a street and a shelter lost midway, staged departure, blocked streets, streets in conflict, cars and contraflow.
 *
 * <p>Groups, cars, districts and lanes are made up: three tenths of the people are slower, zones are eighths of the sources by
 * number, one person in twenty drives, and each road has a lane each way. Arguments: manifest (default the sample), seconds for each
 * question (default 30), then the questions by name (default all).
 */
final class EvacuationQuestionsBenchmark {

  private static final long BYTES = 2L << 30;
  private static final double[] SHARES = {0.7, 0.14, 0.15, 0.01};
  private static final double[] SPEEDS = {1.2, 0.9, 0.72, 0.7};

  private final EvacuationLimits limits;
  private final EvacuationTown town;
  private final EvacuationProblem problem;
  private final int[] opposite;
  private EvacuationResult plan;

  private EvacuationQuestionsBenchmark(EvacuationTown town, double seconds) {
    this.town = town;
    limits = EvacuationLimits.of(seconds, BYTES);
    problem = town.toShelters(2);
    opposite = opposite();
  }

  public static void main(String[] arguments) {
    var manifest = Path.of(arguments.length > 0 ? arguments[0] : "data/monaco/manifest.yaml");
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 30;
    var benchmark = new EvacuationQuestionsBenchmark(EvacuationTown.of(manifest, null), seconds);
    var wanted = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
    benchmark.run(wanted.isEmpty() ? List.of("paces", "widening", "loss", "staging", "blockage", "cars") : wanted);
  }

  private void run(Collection<String> questions) {
    plan = timed("plan", () -> EvacuationSolver.solve(problem, limits));
    say(plan);
    say("%d streets in conflict; worst %s", StreetConflicts.of(problem, plan.routes(), opposite).size(),
        StreetConflicts.of(problem, plan.routes(), opposite).stream().findFirst().orElse(null));
    for (var question : questions) {
      switch (question) {
        case "paces" -> paces();
        case "widening" -> widening();
        case "loss" -> loss();
        case "staging" -> staging();
        case "blockage" -> blockage();
        case "cars" -> cars();
        default -> throw new IllegalArgumentException(question);
      }
    }
  }

  private static <T> T timed(String what, Supplier<T> work) {
    System.gc();
    long start = System.nanoTime();
    var result = work.get();
    System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    return result;
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, "  " + text + "%n", values);
  }

  private void say(EvacuationResult result) {
    say("clearance %,d s, bound %,d s, gap %.1f %%, %s; placed %,d of at most %,d", result.clearanceSteps() * problem.stepSeconds(),
        result.lowerBoundSteps() * problem.stepSeconds(), 100 * result.gap(), result.stopped(), result.placed(), result.placedBound());
  }

  private int[] opposite() {
    var network = problem.network();
    var byEnds = new HashMap<List<Integer>, Integer>();
    for (int arc = 0; arc < network.arcCount(); arc++) {
      byEnds.put(List.of(town.streetOfArc()[arc], network.tail(arc), network.head(arc)), arc);
    }
    return IntStream.range(0, network.arcCount())
        .map(arc -> byEnds.getOrDefault(List.of(town.streetOfArc()[arc], network.head(arc), network.tail(arc)), -1)).toArray();
  }

  private void paces() {
    var network = problem.network();
    int arcs = network.arcCount();
    var steps = new int[SPEEDS.length][arcs];
    for (int pace = 0; pace < SPEEDS.length; pace++) {
      for (int arc = 0; arc < arcs; arc++) {
        boolean stairs = town.street(arc).kind().equals("steps");
        steps[pace][arc] = stairs && pace == SPEEDS.length - 1 ? EvacuationNetwork.NEVER
            : Math.max(1, (int) Math.round(network.travelSteps(arc) * SPEEDS[0] / SPEEDS[pace]));
      }
    }
    var mixed = new EvacuationNetwork(network.nodeCount(), ints(arcs, network::tail), ints(arcs, network::head), steps,
        ints(arcs, network::peoplePerStep), ints(arcs, network::arcCloses), ints(network.nodeCount(), network::nodeCloses));
    var sources = new ArrayList<Source>();
    var random = new SplittableRandom(1);
    for (var source : problem.sources()) {
      var people = new int[SPEEDS.length];
      for (int i = 0; i < source.readyAtStep()[0]; i++) {
        double draw = random.nextDouble();
        int pace = 0;
        while (pace + 1 < SHARES.length && draw >= SHARES[pace]) {
          draw -= SHARES[pace++];
        }
        people[pace]++;
      }
      for (int pace = 0; pace < people.length; pace++) {
        if (people[pace] > 0) {
          sources.add(new Source(source.node(), new int[] {people[pace]}, pace));
        }
      }
    }
    var asked = new EvacuationProblem(problem.stepSeconds(), mixed, sources, problem.shelters());
    var result = timed("four paces", () -> EvacuationSolver.solve(asked, limits));
    EvacuationCheck.valid(asked, result, "paces");
    say(result);
    var alone = QueueSimulation.run(new QueueProblem(asked, town.storage(), null, 1, 50_000));
    say("no plan: placed %,d, clearance %,d s", alone.placed(), alone.clearanceSteps() * problem.stepSeconds());
  }

  private static int[] ints(int count, IntUnaryOperator of) {
    return IntStream.range(0, count).map(of).toArray();
  }

  private void widening() {
    int metre = town.flow(1.0);
    var wider = new Widening.Wider(town.streetOfArc(), ints(opposite.length, arc -> problem.network().peoplePerStep(arc) + metre),
        ints(problem.gateCount(), gate -> problem.gatePeoplePerStep(gate) + metre), 100);
    timed("widening", () -> Widening.rank(problem, plan, wider, 8, limits)).forEach(each -> say("%s", each));
  }

  private void loss() {
    int busiest = busiestArc();
    int step = plan.clearanceSteps() / 4;
    var shelter = IntStream.range(0, problem.shelters().size()).boxed()
        .max((one, other) -> Integer.compare(problem.shelters().get(one).room(), problem.shelters().get(other).room())).orElseThrow();
    for (var loss : List.of(new LossMidway.Loss(step, both(busiest), new int[0], false),
        new LossMidway.Loss(step, new int[0], new int[] {shelter}, false))) {
      var outcome = timed(loss.arcs().length > 0 ? "busiest street lost" : "largest shelter lost",
          () -> LossMidway.of(problem, plan.routes(), loss, limits));
      EvacuationCheck.valid(outcome.rest(), outcome.anew(), "loss");
      EvacuationCheck.valid(outcome.rest(), outcome.kept(), "loss");
      say("step %d: affected %,d, came out %,d, turned back %,d; kept: placed %,d, %,d s; anew: placed %,d, %,d s, bound %,d s",
          step, outcome.affected(), outcome.cameOut(), outcome.turnedBack(), outcome.placed(outcome.kept()),
          outcome.clearanceSteps(outcome.kept()) * problem.stepSeconds(), outcome.placed(outcome.anew()),
          outcome.clearanceSteps(outcome.anew()) * problem.stepSeconds(), outcome.lowerBoundSteps() * problem.stepSeconds());
    }
  }

  private int[] both(int arc) {
    return opposite[arc] < 0 ? new int[] {arc} : new int[] {arc, opposite[arc]};
  }

  private int busiestArc() {
    var people = new int[opposite.length];
    for (int i = 0; i < plan.arcFlows().thing().length; i++) {
      people[plan.arcFlows().thing()[i]] += plan.arcFlows().people()[i];
    }
    return IntStream.range(0, people.length).boxed().max((one, other) -> Integer.compare(people[one], people[other])).orElseThrow();
  }

  private void staging() {
    var zone = ints(problem.sources().size(), source -> source * 8 / problem.sources().size());
    var waits = IntStream.of(0, 5, 10, 20).map(minutes -> minutes * 60 / problem.stepSeconds()).toArray();
    var result = timed("staging", () -> Staging.solve(new Staging.StagingProblem(problem, town.storage(), zone, 8, waits, new long[] {1, 2},
        50_000, 100_000), limits));
    say("waits %s, %s to %s in %d runs, settled %b, bound %,d s", Arrays.toString(result.waitSteps()), result.before(), result.after(),
        result.runs(), result.settled(), result.lowerBound() * problem.stepSeconds());
  }

  private void blockage() {
    var rules = RulePacks.load(Path.of("data/rules")).get("default");
    var blockage = BlockageByWidth.of(town.city().streets(), BlockageWidths.of(rules), 30, null);
    var blocked = new int[50][];
    for (int sample = 0; sample < blocked.length; sample++) {
      BitSet gone = blockage.blocked(Unknowns.PESSIMISTIC, 1, sample);
      blocked[sample] = IntStream.range(0, opposite.length).filter(arc -> gone.get(town.streetOfArc()[arc])).toArray();
    }
    var result = timed("50 blocked samples", () -> BlockageSamples.run(problem, town.storage(), blocked, 1, 50_000, limits));
    say("%d samples; plan 10 %% %,d s, median %,d s, 90 %% %,d s; not placed %.0f; no plan median %,d s, not placed %.0f",
        result.samples().size(), 5 * result.quantile(0.1, BlockageSamples.Sample::clearanceSteps),
        5 * result.quantile(0.5, BlockageSamples.Sample::clearanceSteps), 5 * result.quantile(0.9, BlockageSamples.Sample::clearanceSteps),
        result.mean(BlockageSamples.Sample::notPlaced), 5 * result.quantile(0.5, BlockageSamples.Sample::aloneSteps),
        result.mean(BlockageSamples.Sample::aloneNotPlaced));
  }

  private void cars() {
    var network = problem.network();
    int arcs = network.arcCount();
    var free = IntStream.range(0, arcs).mapToDouble(arc -> Math.max(1, town.street(arc).lengthMm() / 8_300.0))
        .toArray();
    var lanes = IntStream.range(0, arcs).mapToDouble(arc -> switch (town.street(arc).kind()) {
      case "footway", "path", "steps", "cycleway", "bridleway", "corridor", "pedestrian", "track" -> 0;
      default -> 1;
    }).toArray();
    var roads = new CarStreets(network.nodeCount(), ints(arcs, network::tail), ints(arcs, network::head), free, lanes, 1_000, 0.15, 4);
    var never = ints(arcs, arc -> EvacuationNetwork.NEVER);
    var open = ints(network.nodeCount(), node -> EvacuationNetwork.NEVER);
    var asked = new EvacuationProblem(18, roads.network(18, never, open), problem.sources().stream()
        .map(source -> Source.immediate(source.node(), (source.readyAtStep()[0] + 19) / 40)).toList(), problem.shelters());
    var cars = timed("cars", () -> CarPlan.solve(asked, limits));
    say("%,d cars: placed %,d, clearance %,d s, bound %,d s, gap %.1f %%", asked.totalPeople(), cars.plan().placed(),
        18 * cars.plan().clearanceSteps(), 18 * cars.lowerBoundSteps(), 100 * cars.gap());
    var turned = timed("contraflow", () -> Contraflow.solve(new EvacuationProblem(18, roads.network(18, never, open), asked.sources(),
        asked.shelters()), opposite, 20, limits));
    say("%,d s to %,d s, %d arcs gain lanes, bound %,d s, settled %b", 18 * turned.before().clearanceSteps(),
        18 * turned.after().clearanceSteps(), turned.gains().size(), 18 * turned.lowerBoundSteps(), turned.settled());
    var from = ints(asked.sources().size(), source -> asked.sources().get(source).node());
    var rate = asked.sources().stream().mapToDouble(source -> source.readyAtStep()[0]).toArray();
    var exits = problem.shelters().stream().flatMapToInt(shelter -> shelter.gates().stream().mapToInt(EvacuationProblem.Gate::node)).toArray();
    var chosen = timed("cars by themselves, within an hour", () -> TrafficAssignment.assign(roads, from, rate, exits, 1e-3, 200));
    say("mean %.0f s, longest %.0f s, fullest arc %.2f of its limit, gap %.4f after %d rounds, no way %.0f", chosen.meanSeconds(),
        chosen.longest(), chosen.mostOfLimit(), chosen.gap(), chosen.rounds(), chosen.noWay());
  }
}
