package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.commonground.evacuation.ArrivalBound;
import org.commonground.evacuation.Arrivals;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.plan.evacuation.EvacuationAnswer.Curves;
import org.commonground.plan.evacuation.EvacuationAnswer.DistrictPart;
import org.commonground.plan.evacuation.EvacuationAnswer.GroupPart;
import org.commonground.plan.evacuation.EvacuationAnswer.ShelterPart;
import org.commonground.plan.evacuation.EvacuationAnswer.Simulated;
import org.commonground.plan.evacuation.EvacuationAnswer.ToShelter;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Places;

/** The parts of an answer, counted from the plan and the simulations. */
final class EvacuationParts {

  private static final int MOST_PLANNED = 240;
  private static final int MOST_UNPLANNED = 1000;

  private final EvacuationChoice question;
  private final EvacuationModel model;
  private final EvacuationResult plan;
  private final List<Arrival> planned;
  private final List<Arrival> alone;
  private final EvacuationRun.Run unplanned;
  private final EvacuationRun.Run walked;
  private final List<EvacuationPeople> people;
  private final int groups;
  private final int stepsEach;

  EvacuationParts(EvacuationChoice question, EvacuationModel model, EvacuationResult plan, EvacuationModel hopedModel,
      EvacuationResult hoped, EvacuationRun.Run unplanned, EvacuationRun.Run walked) {
    this.question = question;
    this.model = model;
    this.plan = plan;
    planned = list(Arrivals.of(model.problem(), plan.routes()));
    alone = list(unplanned.result().arrived());
    this.unplanned = unplanned;
    this.walked = walked;
    groups = question.walkers().size();
    people = people(hopedModel, hoped);
    stepsEach = Math.max(1, Math.max(up(plan.clearanceSteps(), MOST_PLANNED), up(unplanned.result().clearanceSteps(), MOST_UNPLANNED)));
  }

  /** @param steps after which they are in */
  private record Arrival(int source, int shelter, int steps, int people) {
  }

  private static List<Arrival> list(Arrivals arrivals) {
    return IntStream.range(0, arrivals.step().length).mapToObj(i -> new Arrival(arrivals.source()[i], arrivals.shelter()[i],
        arrivals.step()[i] + 1, arrivals.people()[i])).toList();
  }

  private static int up(int number, int by) {
    return (number + by - 1) / by;
  }

  /** By district and then group, the ground outside every district last. */
  private List<EvacuationPeople> people(EvacuationModel hopedModel, EvacuationResult hoped) {
    var placed = new int[question.districts() * groups];
    var hopedPlaced = new int[placed.length];
    plan.routes().forEach(route -> placed[cell(model, route.source())] += route.people());
    hoped.routes().forEach(route -> hopedPlaced[cell(hopedModel, route.source())] += route.people());
    var left = new int[placed.length][4];
    for (int reason = 0; reason < 4; reason++) {
      for (int source = 0; source < model.sources().size(); source++) {
        left[cell(model, source)][reason] += plan.notPlaced().reasons()[reason][source];
      }
    }
    var only = onlyHoped(placed, hopedPlaced);
    var driving = driving();
    return IntStream.range(0, placed.length).mapToObj(cell -> {
      left[cell][0] += model.noStreet()[cell / groups][cell % groups];
      left[cell][1] += model.trapped()[cell / groups][cell % groups];
      return EvacuationPeople.of(placed[cell], left[cell], only[cell]).driving(driving[cell]);
    }).toList();
  }

  private int[] driving() {
    var driving = new int[question.districts() * groups];
    if (question.drivers() != null) {
      var districts = question.asked().snapshot().places().district();
      for (int group = 0; group < groups; group++) {
        for (int place = 0; place < districts.length; place++) {
          driving[(districts[place] < 0 ? question.districts() - 1 : districts[place]) * groups + group]
              += question.drivers().people()[group][place];
        }
      }
    }
    return driving;
  }

  private int cell(EvacuationModel of, int source) {
    return of.sources().get(source).district() * groups + of.sources().get(source).group();
  }

  /**
   * By district and group, those placed only by the optimistic plan: as many as that places more of all, since whose people take a place is each
   * plan's own choice.
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
    return IntStream.range(0, question.districts()).mapToObj(this::ofDistrict).toList();
  }

  EvacuationPeople people() {
    return people(cell -> true);
  }

  private EvacuationPeople people(IntPredicate cells) {
    return IntStream.range(0, people.size()).filter(cells).mapToObj(people::get).reduce(EvacuationPeople::plus).orElseThrow();
  }

  private EvacuationPeople ofDistrict(int district) {
    return people(cell -> cell / groups == district);
  }

  /** @param alone whether people ran without a plan: then those who are in no source are counted with the reason they have */
  Simulated simulated(EvacuationRun.Run run, boolean alone) {
    var result = run.result();
    int trapped = EvacuationModel.sum(model.trapped());
    int noStreet = EvacuationModel.sum(model.noStreet());
    return new Simulated(result.placed(), model.seconds(result.clearanceSteps()), result.caught() + (alone ? trapped : 0),
        result.withoutRoom(), result.noWay() + (alone ? noStreet : 0), result.stuck(), result.atHome() + (alone ? 0 : trapped + noStreet),
        Arrays.stream(result.turnedAway()).asLongStream().sum());
  }

  Curves arrivals() {
    return new Curves(model.seconds(stepsEach), bound(), curve(planned), curve(list(walked.result().arrived())), curve(alone));
  }

  /** The most who can be in by then, whatever the plan. */
  private int[] bound() {
    int count = up(plan.clearanceSteps(), stepsEach) + 1;
    var in = ArrivalBound.of(model.problem(), (count - 1) * stepsEach);
    return IntStream.range(0, count).map(i -> Math.min(plan.placedBound(), in[i * stepsEach])).toArray();
  }

  /** People who have come, at the end of each part of time. */
  private int[] curve(List<Arrival> arrivals) {
    int last = arrivals.stream().mapToInt(Arrival::steps).max().orElse(0);
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
    var mine = planned.stream().filter(arrival -> arrival.shelter() == id).toList();
    var others = alone.stream().filter(arrival -> arrival.shelter() == id).toList();
    int gates = model.problem().shelters().get(id).gates().stream().mapToInt(Gate::peoplePerStep)
        .filter(people -> people < EvacuationStreets.UNLIMITED).sum();
    var result = unplanned.result();
    return new ShelterPart(id, given.name(), Places.degrees(middle.getX()), Places.degrees(middle.getY()), given.capacity(),
        mine.stream().mapToInt(Arrival::people).sum(), result.inShelter()[id], result.turnedAway()[id],
        plan.notPlaced().placesMissing()[id], mine.isEmpty() ? null : Integer.valueOf(model.seconds(mine.get(0).steps())),
        mine.isEmpty() ? null : Integer.valueOf(model.seconds(mine.get(mine.size() - 1).steps())),
        Places.metres((double) gates / question.stepSeconds()), curve(mine), curve(others));
  }

  List<DistrictPart> districts() {
    var parts = new ArrayList<DistrictPart>();
    int outside = question.districts() - 1;
    for (int district = 0; district <= outside; district++) {
      if (district < outside || ofDistrict(district).total() > 0) {
        parts.add(district(district, district == outside));
      }
    }
    return parts;
  }

  private DistrictPart district(int district, boolean outside) {
    IntPredicate here = source -> model.sources().get(source).district() == district;
    var mine = of(planned, here);
    var others = of(alone, here);
    var to = new TreeMap<Integer, Integer>();
    mine.forEach(arrival -> to.merge(arrival.shelter(), arrival.people(), Integer::sum));
    return new DistrictPart(DistrictName.of(question.asked().city(), outside ? -1 : district), ofDistrict(district), last(mine), mean(mine),
        last(others), mean(others), curve(mine), to.entrySet().stream().map(each -> new ToShelter(each.getKey(), each.getValue()))
            .sorted(Comparator.comparingInt(each -> -each.people())).toList());
  }

  private static List<Arrival> of(List<Arrival> arrivals, IntPredicate sources) {
    return arrivals.stream().filter(arrival -> sources.test(arrival.source())).toList();
  }

  /** Where groups walk at their own pace; none where everybody walks alike. */
  List<GroupPart> groups() {
    return IntStream.range(0, groups == 1 ? 0 : groups).mapToObj(group -> {
      var mine = of(planned, source -> model.sources().get(source).group() == group);
      return new GroupPart(question.groupName(group), people(cell -> cell % groups == group), last(mine), mean(mine));
    }).toList();
  }

  private int last(List<Arrival> arrivals) {
    return model.seconds(arrivals.stream().mapToInt(Arrival::steps).max().orElse(0));
  }

  private Integer mean(List<Arrival> arrivals) {
    long count = arrivals.stream().mapToLong(Arrival::people).sum();
    long sum = arrivals.stream().mapToLong(arrival -> (long) arrival.people() * model.seconds(arrival.steps())).sum();
    return count == 0 ? null : Integer.valueOf((int) Math.round((double) sum / count));
  }
}
