package org.commonground.plan.evacuation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commonground.coverage.CoverageWording;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.EvacuationSolver;
import org.commonground.evacuation.QueueFrames;
import org.commonground.evacuation.QueueProblem;
import org.commonground.evacuation.QueueResult;
import org.commonground.evacuation.QueueSimulation;
import org.commonground.evacuation.Route;
import org.commonground.evacuation.StreetFrames;
import org.commonground.network.Unknowns;
import org.commonground.plan.evacuation.EvacuationAnswer.Optimum;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Found;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.statement.Statement;

/**
 * One answer to a question of evacuation.
 *
 * <ol>
 *   <li>The city becomes streets, people and shelters of limited flow and room, by both readings of what is not recorded.
 *   <li>Each reading has a plan with its bound; the second has the time of the search again.
 *   <li>People run without a plan, and once more by the plan, through queues.
 *   <li>Where asked for: what is lost on the way, and which districts should wait. Each has the time of the search again, and so has
 *       what widening each bottleneck saves.
 *   <li>Those who drive have a plan of their own, with the time of the search again.
 *   <li>All is counted by shelter, district and street, with reasons.
 * </ol>
 *
 * For one thread.
 */
final class EvacuationRun {

  private static final long BYTES = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
  private static final int DAY_SECONDS = 86_400;

  private final EvacuationChoice question;
  private final JobWatch watch;
  private final EvacuationModel model;
  private EvacuationResult plan;

  EvacuationRun(EvacuationChoice question, JobWatch watch) {
    this.question = question;
    this.watch = watch;
    model = EvacuationModel.of(question, Unknowns.PESSIMISTIC);
  }

  /** What one simulation came to, and where people were meanwhile. */
  record Run(QueueResult result, StreetFrames frames) {
  }

  Found<EvacuationAnswer> find() {
    plan = EvacuationSolver.solve(model.problem(), limits(),
        (clearance, bound) -> watch.at(model.seconds(clearance), bound == 0 ? Double.NaN : model.seconds(bound)));
    watch.at(model.seconds(plan.clearanceSteps()), model.seconds(plan.lowerBoundSteps()));
    var hopedModel = EvacuationModel.of(question, Unknowns.OPTIMISTIC);
    var hoped = EvacuationSolver.solve(hopedModel.problem(), limits());
    var unplanned = simulate(null);
    var walked = simulate(plan.routes());
    var parts = new EvacuationParts(question, model, plan, hopedModel, hoped, unplanned, walked);
    var ways = new EvacuationWays(question, model, plan);
    var more = new EvacuationMore(question, model, plan, mostSteps());
    var staged = question.query().staging() ? more.staged(limits()) : null;
    var cars = question.drivers() == null ? null : CarRun.of(question, limits());
    var about = question.asked().provenance(question.seed(), assumptions(cars)).without(CoverageWording.UNCROWDED, CoverageWording.UNCROWDED_OPEN).withoutMinutes();
    var planned = StreetFrames.ofPlan(model.problem(), plan.routes(),
        StreetFrames.stepsBetween(plan.clearanceSteps(), EvacuationFrames.MOST));
    var detail = new EvacuationAnswer.Detail(EvacuationFrames.of("plan", question.asked().city(), model, planned),
        EvacuationFrames.of("unplanned", question.asked().city(), model, unplanned.frames()), ways.routes(),
        EvacuationSheets.of(question.asked(), about, model, plan, parts.byDistrict()));
    var answer = new EvacuationAnswer(about, parts.people(), model.seconds(plan.clearanceSteps()), model.seconds(plan.lowerBoundSteps()),
        plan.gap(), plan.clearanceSteps() == plan.lowerBoundSteps() && plan.placed() == plan.placedBound(),
        plan.stopped().name().toLowerCase(Locale.ROOT).replace('_', '-'), plan.placed(), plan.placedBound(),
        new Optimum(hopedModel.seconds(hoped.clearanceSteps()), hopedModel.seconds(hoped.lowerBoundSteps()), hoped.placed(),
            hoped.placedBound()), parts.simulated(unplanned, true), parts.simulated(walked, false), parts.arrivals(), parts.shelters(),
        parts.districts(), parts.groups(), ways.bottlenecks(limits()), ways.conflicts(), staged == null ? null : staged.waits(),
        staged == null ? null : Integer.valueOf(staged.savesSeconds()), staged == null ? null : staged.told(),
        question.query().loss().isEmpty() ? null : more.loss(limits()), question.collapse() == null ? null : more.blockage(limits()),
        cars == null ? null : cars.part(limits()), reasons(cars),
        new EvacuationAnswer.FrameCount(detail.plan().frameSeconds(), detail.plan().count()), detail);
    var layers = new LinkedHashMap<String, Supplier<FeatureLayer>>();
    layers.put("evacuation_route", () -> EvacuationLayers.routes(question.asked().city(), answer));
    layers.put("evacuation_bottleneck", () -> EvacuationLayers.bottlenecks(question.asked(), answer));
    layers.put("evacuation_arrival", () -> EvacuationLayers.arrivals(question.asked(), answer));
    return new Found<>(answer, layers);
  }

  private EvacuationLimits limits() {
    return new EvacuationLimits(Math.max(1, Math.round(1000 * question.seconds())), BYTES, watch::cancelled);
  }

  private int mostSteps() {
    return Math.max(DAY_SECONDS / question.stepSeconds(), 10 * plan.clearanceSteps());
  }

  /** @param routes null where all run by themselves */
  private Run simulate(List<Route> routes) {
    var frames = new QueueFrames(model.problem(), EvacuationFrames.MOST);
    var problem = new QueueProblem(model.problem(), model.streets().storage(), routes, question.seed(), mostSteps());
    return new Run(QueueSimulation.run(problem, frames), frames.frames());
  }

  /** @param cars null where nobody drives */
  private List<Statement> reasons(CarRun cars) {
    var all = new EvacuationReasons(question, model, plan).all();
    if (cars != null) {
      all.addAll(cars.reasons());
    }
    return all;
  }

  /** @param cars null where nobody drives */
  private List<Statement> assumptions(CarRun cars) {
    var all = question.assumptions();
    if (cars != null) {
      all.addAll(cars.assumptions());
    }
    if (question.walkers().size() > 1) {
      all.add(EvacuationWording.GROUPS_EVACUATE.with(IntStream.range(0, question.walkers().size()).mapToObj(question::groupName).toList()));
    }
    all.add(EvacuationWording.NO_PRIVATE_WAYS.with());
    all.add(EvacuationWording.MAIN_UNFAVOURABLE.with());
    all.addAll(new EvacuationWidths(question.asked().terms(), question.stepSeconds(), Unknowns.PESSIMISTIC, question.carRules())
        .assumptions(question.asked().city().streets(), question.design()));
    long unknown = question.shelters().stream().filter(ScenarioShelter::open).filter(shelter -> shelter.shelter().capacity() == null).count();
    if (unknown > 0) {
      all.add(EvacuationWording.EVACUATION_CAPACITY_UNKNOWN.with(unknown, question.asked().terms().figure("shelter.m2PerPerson")));
    }
    all.add(EvacuationWording.WITHOUT_PLAN.with());
    if (question.collapse() != null) {
      all.addAll(question.collapse().assumptions());
      all.add(EvacuationWording.SAMPLE_PLANS.with());
    }
    return all;
  }

  static int sum(int[] people) {
    return Arrays.stream(people).sum();
  }
}
