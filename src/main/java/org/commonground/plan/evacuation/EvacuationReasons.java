package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.statement.Statement;

/** Why people are left, and what is not as it should be, for people. */
record EvacuationReasons(EvacuationChoice question, EvacuationModel model, EvacuationResult plan) {

  private static final int NAMED = 5;

  List<Statement> all() {
    var reasons = new ArrayList<Statement>();
    shelters(reasons);
    room(reasons);
    ground(reasons);
    var left = plan.notPlaced();
    tell(reasons, left.noWay() + EvacuationModel.sum(model.noStreet()), EvacuationReasonWording.LEFT_NO_WAY);
    tell(reasons, left.cutOff(), EvacuationReasonWording.LEFT_CUT_OFF);
    tell(reasons, left.notPlanned(), EvacuationReasonWording.LEFT_NOT_PLANNED);
    tell(reasons, model.zeroWidth(), EvacuationReasonWording.SECTIONS_WITHOUT_WIDTH);
    return reasons;
  }

  private static void tell(List<Statement> reasons, int count, EvacuationReasonWording wording) {
    if (count > 0) {
      reasons.add(wording.with(count));
    }
  }

  private void shelters(List<Statement> reasons) {
    var shelters = model.problem().shelters();
    var counting = IntStream.range(0, shelters.size()).filter(shelter -> question.shelters().get(shelter).open()).toArray();
    if (counting.length == 0) {
      reasons.add(EvacuationReasonWording.NO_OPEN_SHELTER.with(question.asked().city().area().title()));
    } else if (shelters.stream().allMatch(shelter -> shelter.gates().isEmpty())) {
      reasons.add(EvacuationReasonWording.NO_USABLE_SHELTER.with(counting.length));
    }
    var off = IntStream.of(counting).filter(shelter -> shelters.get(shelter).gates().isEmpty() && counts(shelter)).toArray();
    if (off.length > 0) {
      reasons.add(named(IntStream.of(off).boxed().toList(), EvacuationReasonWording.SHELTERS_FAR_FROM_STREETS,
          EvacuationReasonWording.SHELTERS_FAR_FROM_STREETS_MORE));
    }
    var shut = IntStream.of(counting).filter(shelter -> !shelters.get(shelter).gates().isEmpty()
        && shelters.get(shelter).gates().stream().mapToInt(Gate::peoplePerStep).sum() == 0).boxed().toList();
    if (!shut.isEmpty()) {
      reasons.add(named(shut, EvacuationReasonWording.GATES_WITHOUT_WIDTH, EvacuationReasonWording.GATES_WITHOUT_WIDTH_MORE));
    }
  }

  private boolean counts(int shelter) {
    return question.asked().reach().access(model.reading()).counts(shelter);
  }

  private void room(List<Statement> reasons) {
    long room = model.problem().shelters().stream().filter(shelter -> !shelter.gates().isEmpty()).mapToLong(Shelter::room).sum();
    long people = model.problem().totalPeople() + model.outside();
    if (room < people && room > 0) {
      reasons.add(EvacuationReasonWording.ROOM_MISSING.with(people, room, people - room));
    }
    var missing = plan.notPlaced().placesMissing();
    var most = IntStream.range(0, missing.length).filter(shelter -> missing[shelter] > 0).boxed()
        .sorted(Comparator.comparingInt((Integer shelter) -> -missing[shelter]).thenComparing(Comparator.naturalOrder())).toList();
    if (!most.isEmpty()) {
      reasons.add(EvacuationReasonWording.LEFT_NO_ROOM.with(plan.notPlaced().noRoom(), most.stream().limit(NAMED)
          .map(shelter -> String.format(Locale.ROOT, "%s (%,d)", name(shelter), missing[shelter])).toList()));
    }
  }

  private void ground(List<Statement> reasons) {
    int trapped = EvacuationModel.sum(model.trapped());
    if (trapped > 0) {
      reasons.add(EvacuationReasonWording.LEFT_IN_CLOSED_GROUND.with(trapped));
    }
  }

  private Statement named(List<Integer> shelters, EvacuationReasonWording all, EvacuationReasonWording some) {
    var names = shelters.stream().limit(NAMED).map(this::name).toList();
    return shelters.size() > NAMED ? some.with(names, shelters.size() - NAMED) : all.with(names);
  }

  private String name(int shelter) {
    var name = question.asked().shelter(shelter).name();
    return name == null ? "#" + shelter : name;
  }
}
