package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonground.evacuation.Arrivals;
import org.commonground.evacuation.CarPlan;
import org.commonground.evacuation.CarStreets;
import org.commonground.evacuation.Contraflow;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.TrafficAssignment;
import org.commonground.plan.evacuation.CarsPart.ByThemselves;
import org.commonground.plan.evacuation.CarsPart.CarExit;
import org.commonground.plan.evacuation.CarsPart.ContraflowPart;
import org.commonground.plan.evacuation.CarsPart.Reversed;
import org.commonground.plan.form.Places;
import org.commonground.statement.Statement;

/**
 * The part of an answer about those who drive.
 *
 * <ol>
 *   <li>Cars are sent to exits by a plan with a bound.
 *   <li>The same cars choose for themselves, and, where asked for, streets are reversed; that has the time of the search again.
 *   <li>Cars become people, by reason.
 * </ol>
 */
record CarRun(EvacuationChoice question, CarModel model, CarPlan plan) {

  private static final double EQUILIBRIUM_GAP = 1e-3;
  private static final int MOST_ROUNDS = 50;
  private static final int MOST_REVERSED = 20;
  private static final int HOUR_SECONDS = 3600;

  static CarRun of(EvacuationChoice question, EvacuationLimits limits) {
    var model = CarModel.of(question);
    return new CarRun(question, model, CarPlan.solve(model.problem(), limits));
  }

  CarsPart part(EvacuationLimits limits) {
    var sent = plan.plan();
    boolean proven = sent.clearanceSteps() == plan.lowerBoundSteps()
        && (sent.placed() == model.problem().totalPeople() || question.zones().isEmpty() && sent.placed() == sent.placedBound());
    return new CarsPart(question.drivers().percent(), model.cars(), people(), sent.placed(), exits(), seconds(sent.clearanceSteps()),
        seconds(plan.lowerBoundSteps()), plan.gap(), proven, sent.stopped().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        sent.placed() == 0 ? null : byThemselves(), question.drivers().contraflow() ? contraflow(limits) : null);
  }

  private int seconds(int steps) {
    return steps * model.problem().stepSeconds();
  }

  /** A car that is left keeps its people, for the reason that it has. */
  EvacuationPeople people() {
    double perCar = new CarRules(question.asked().terms()).personsPerCar();
    var out = new int[model.people().length];
    plan.plan().routes().forEach(route -> out[route.source()] += route.people());
    var left = new int[4];
    int placed = 0;
    for (int source = 0; source < out.length; source++) {
      int with = CarModel.inCars(out[source], perCar, model.people()[source]);
      placed += with;
      int still = model.people()[source] - with;
      for (int reason = 0; reason < left.length; reason++) {
        int some = CarModel.inCars(plan.plan().notPlaced().reasons()[reason][source], perCar, still);
        left[reason] += some;
        still -= some;
      }
      left[left.length - 1] += still;
    }
    left[0] += model.noStreet();
    left[1] += model.trapped();
    return EvacuationPeople.of(placed, left, 0);
  }

  private List<CarExit> exits() {
    var cars = new int[model.exits().length];
    var arrivals = Arrivals.of(model.problem(), plan.plan().routes());
    for (int i = 0; i < arrivals.shelter().length; i++) {
      cars[arrivals.shelter()[i]] += arrivals.people()[i];
    }
    var streets = question.asked().city().streets();
    return IntStream.range(0, cars.length).boxed().sorted(Comparator.comparingInt((Integer exit) -> -cars[exit])).map(exit -> {
      int node = model.exits()[exit];
      return new CarExit(Places.degrees(streets.nodeLon(node)), Places.degrees(streets.nodeLat(node)),
          question.drivers().exits().exits().get(node).name(), cars[exit]);
    }).toList();
  }

  private ByThemselves byThemselves() {
    var sources = model.problem().sources();
    double perHour = (double) HOUR_SECONDS / seconds(plan.plan().clearanceSteps());
    var assigned = TrafficAssignment.assign(model.roads(), sources.stream().mapToInt(Source::node).toArray(),
        sources.stream().mapToDouble(source -> perHour * Arrays.stream(source.readyAtStep()).sum()).toArray(), model.exits(), EQUILIBRIUM_GAP,
        MOST_ROUNDS);
    return new ByThemselves((int) Math.round(assigned.meanSeconds()), (int) Math.round(assigned.longest()),
        Math.round(100 * assigned.mostOfLimit()) / 100.0);
  }

  private ContraflowPart contraflow(EvacuationLimits limits) {
    var turned = Contraflow.solve(atFullStreets(model.problem()), model.opposite(), MOST_REVERSED, limits);
    EvacuationResult before = turned.before();
    EvacuationResult after = turned.after();
    int saved = after.placed() > before.placed() ? 0 : seconds(before.clearanceSteps() - after.clearanceSteps());
    return new ContraflowPart(seconds(before.clearanceSteps()), seconds(after.clearanceSteps()), saved, after.placed() - before.placed(),
        seconds(turned.lowerBoundSteps()), turned.settled(), turned.gains().stream().map(this::reversed).toList());
  }

  private Reversed reversed(int arc) {
    var street = question.asked().city().streets().street(model.street()[arc]);
    var line = model.backward()[arc] ? street.line().reverse() : street.line();
    var middle = Places.middle(street.line());
    return new Reversed(street.id(), street.name(), Places.degrees(middle.x), Places.degrees(middle.y), Arrays.stream(line.getCoordinates())
        .map(at -> new double[] {Places.degrees(at.x), Places.degrees(at.y)}).toArray(double[][]::new));
  }

  /** The same cars, with no pace but that of full streets. */
  private static EvacuationProblem atFullStreets(EvacuationProblem problem) {
    var network = problem.network();
    var arcs = IntStream.range(0, network.arcCount());
    var full = arcs.map(arc -> network.travelSteps(CarStreets.FULL, arc)).toArray();
    var only = new EvacuationNetwork(network.nodeCount(), IntStream.range(0, full.length).map(network::tail).toArray(),
        IntStream.range(0, full.length).map(network::head).toArray(), new int[][] {full},
        IntStream.range(0, full.length).map(network::peoplePerStep).toArray(), IntStream.range(0, full.length).map(network::arcCloses).toArray(),
        IntStream.range(0, network.nodeCount()).map(network::nodeCloses).toArray());
    return new EvacuationProblem(problem.stepSeconds(), only, problem.sources().stream()
        .map(source -> new Source(source.node(), source.readyAtStep())).toList(), problem.shelters());
  }

  /** Why drivers are left, in sentences for people. */
  List<Statement> reasons() {
    var reasons = new ArrayList<Statement>();
    if (model.exits().length == 0) {
      reasons.add(EvacuationReasonWording.NO_EXIT.with(question.asked().city().area().title()));
      return reasons;
    }
    var people = people();
    tell(reasons, people.noWay(), EvacuationReasonWording.DRIVERS_NO_WAY);
    tell(reasons, people.cutOff(), EvacuationReasonWording.DRIVERS_CUT_OFF);
    tell(reasons, people.notPlanned(), EvacuationReasonWording.DRIVERS_NOT_PLANNED);
    return reasons;
  }

  private static void tell(List<Statement> reasons, int count, EvacuationReasonWording wording) {
    if (count > 0) {
      reasons.add(wording.with(count));
    }
  }

  List<Statement> assumptions() {
    var drivers = question.drivers();
    var all = new ArrayList<Statement>();
    all.add(EvacuationWording.DRIVERS.with(drivers.percent(), drivers.total(), model.cars()));
    all.add((drivers.exits().given() ? EvacuationWording.EXITS_GIVEN : EvacuationWording.EXITS_AT_BOUNDARY).with(model.exits().length));
    all.addAll(new CarRules(question.asked().terms()).assumptions());
    return all;
  }
}
