package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.LoadRecorder;
import org.commonground.plan.EvacuationAnswer.Arrivals;
import org.commonground.plan.EvacuationAnswer.DistrictPart;
import org.commonground.plan.EvacuationAnswer.ShelterPart;
import org.commonground.plan.EvacuationAnswer.Simulated;
import org.commonground.plan.EvacuationAnswer.ToShelter;

/** The parts of an answer, counted from the plan and the simulations. */
final class EvacuationParts {

  private static final int MOST_PLANNED = 240;
  private static final int MOST_UNPLANNED = 1000;

  private final EvacuationChoice question;
  private final EvacuationModel model;
  private final EvacuationResult plan;
  private final LoadRecorder planned;
  private final EvacuationRun.Run unplanned;
  private final EvacuationRun.Run walked;
  private final List<EvacuationPeople> people;
  private final int stepsEach;

  EvacuationParts(EvacuationChoice question, EvacuationModel model, EvacuationResult plan, EvacuationModel hopedModel,
      EvacuationResult hoped, LoadRecorder planned, EvacuationRun.Run unplanned, EvacuationRun.Run walked) {
    this.question = question;
    this.model = model;
    this.plan = plan;
    this.planned = planned;
    this.unplanned = unplanned;
    this.walked = walked;
    people = people(hopedModel, hoped);
    stepsEach = Math.max(1, Math.max(up(plan.clearanceSteps(), MOST_PLANNED), up(unplanned.result().clearanceSteps(), MOST_UNPLANNED)));
  }

  private static int up(int number, int by) {
    return (number + by - 1) / by;
  }

  /** By district, the ground outside every district last. */
  private List<EvacuationPeople> people(EvacuationModel hopedModel, EvacuationResult hoped) {
    int districts = question.districts();
    var placed = new int[districts];
    var hopedPlaced = new int[districts];
    plan.routes().forEach(route -> placed[model.sources().get(route.source()).district()] += route.people());
    hoped.routes().forEach(route -> hopedPlaced[hopedModel.sources().get(route.source()).district()] += route.people());
    var left = new int[districts][4];
    for (int reason = 0; reason < 4; reason++) {
      for (int source = 0; source < model.sources().size(); source++) {
        left[model.sources().get(source).district()][reason] += plan.notPlaced().reasons()[reason][source];
      }
    }
    var only = onlyHoped(placed, hopedPlaced);
    return IntStream.range(0, districts).mapToObj(district -> {
      left[district][0] += model.noStreet()[district];
      left[district][1] += model.trapped()[district];
      return EvacuationPeople.of(placed[district], left[district], only[district]);
    }).toList();
  }

  /**
   * By district, those placed only by the optimistic plan: as many as that places more of all, since which district's people take a
   * place is each plan's own choice.
   */
  private static int[] onlyHoped(int[] placed, int[] hoped) {
    var more = IntStream.range(0, placed.length).map(district -> Math.max(0, hoped[district] - placed[district])).toArray();
    long all = Math.max(1, EvacuationRun.sum(more));
    long most = Math.min(all, Math.max(0, EvacuationRun.sum(hoped) - EvacuationRun.sum(placed)));
    long before = 0;
    for (int district = 0; district < more.length; district++) {
      long until = before + more[district];
      more[district] = (int) (until * most / all - before * most / all);
      before = until;
    }
    return more;
  }

  /** The ground outside every district last. */
  List<EvacuationPeople> byDistrict() {
    return people;
  }

  EvacuationPeople people() {
    return people.stream().reduce(EvacuationPeople::plus).orElseThrow();
  }

  /** @param alone whether people ran without a plan: then those who are in no source are counted with the reason they have */
  Simulated simulated(EvacuationRun.Run run, boolean alone) {
    var result = run.result();
    int trapped = EvacuationRun.sum(model.trapped());
    int noStreet = EvacuationRun.sum(model.noStreet());
    return new Simulated(result.placed(), model.seconds(result.clearanceSteps()), result.caught() + (alone ? trapped : 0),
        result.withoutRoom(), result.noWay() + (alone ? noStreet : 0), result.stuck(), result.atHome() + (alone ? 0 : trapped + noStreet),
        Arrays.stream(result.turnedAway()).asLongStream().sum());
  }

  Arrivals arrivals() {
    return new Arrivals(model.seconds(stepsEach), curve(planned.arrivals()), curve(walked.recorder().arrivals()),
        curve(unplanned.recorder().arrivals()));
  }

  /** People who have come, at the end of each part of time. */
  private int[] curve(List<LoadRecorder.Arrival> arrivals) {
    int last = arrivals.stream().mapToInt(LoadRecorder.Arrival::steps).max().orElse(0);
    var in = new int[up(last, stepsEach) + 1];
    arrivals.forEach(arrival -> in[up(arrival.steps(), stepsEach)] += arrival.people());
    Arrays.parallelPrefix(in, Integer::sum);
    return in;
  }

  List<ShelterPart> shelters() {
    var parts = new ArrayList<ShelterPart>();
    for (int shelter = 0; shelter < question.shelters().size(); shelter++) {
      if (question.shelters().get(shelter).open()) {
        parts.add(shelter(shelter));
      }
    }
    return parts;
  }

  private ShelterPart shelter(int id) {
    var given = question.asked().shelter(id);
    var middle = given.geometry().getInteriorPoint();
    var mine = planned.arrivals().stream().filter(arrival -> arrival.shelter() == id).toList();
    var alone = unplanned.recorder().arrivals().stream().filter(arrival -> arrival.shelter() == id).toList();
    int gates = model.problem().shelters().get(id).gates().stream().mapToInt(Gate::peoplePerStep)
        .filter(people -> people < EvacuationStreets.UNLIMITED).sum();
    var result = unplanned.result();
    return new ShelterPart(id, given.name(), Places.degrees(middle.getX()), Places.degrees(middle.getY()), given.capacity(),
        mine.stream().mapToInt(LoadRecorder.Arrival::people).sum(), result.inShelter()[id], result.turnedAway()[id],
        plan.notPlaced().placesMissing()[id], mine.isEmpty() ? null : Integer.valueOf(model.seconds(mine.get(0).steps())),
        mine.isEmpty() ? null : Integer.valueOf(model.seconds(mine.get(mine.size() - 1).steps())),
        Places.metres((double) gates / question.stepSeconds()), curve(mine), curve(alone));
  }

  List<DistrictPart> districts() {
    var parts = new ArrayList<DistrictPart>();
    int outside = question.districts() - 1;
    for (int district = 0; district <= outside; district++) {
      if (district < outside || people.get(district).total() > 0) {
        parts.add(district(district, district == outside));
      }
    }
    return parts;
  }

  private DistrictPart district(int district, boolean outside) {
    var mine = of(planned, district);
    var alone = of(unplanned.recorder(), district);
    var to = new TreeMap<Integer, Integer>();
    mine.forEach(arrival -> to.merge(arrival.shelter(), arrival.people(), Integer::sum));
    return new DistrictPart(DistrictName.of(question.asked().city(), outside ? -1 : district), people.get(district), last(mine), mean(mine),
        last(alone), mean(alone), curve(mine), to.entrySet().stream().map(each -> new ToShelter(each.getKey(), each.getValue()))
            .sorted(Comparator.comparingInt(each -> -each.people())).toList());
  }

  private List<LoadRecorder.Arrival> of(LoadRecorder recorder, int district) {
    return recorder.arrivals().stream().filter(arrival -> model.sources().get(arrival.source()).district() == district).toList();
  }

  private int last(List<LoadRecorder.Arrival> arrivals) {
    return model.seconds(arrivals.stream().mapToInt(LoadRecorder.Arrival::steps).max().orElse(0));
  }

  private Integer mean(List<LoadRecorder.Arrival> arrivals) {
    long count = arrivals.stream().mapToLong(LoadRecorder.Arrival::people).sum();
    long sum = arrivals.stream().mapToLong(arrival -> (long) arrival.people() * model.seconds(arrival.steps())).sum();
    return count == 0 ? null : Integer.valueOf((int) Math.round((double) sum / count));
  }
}
