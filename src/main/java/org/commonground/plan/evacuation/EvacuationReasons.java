package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationResult;

/** Why people are left, and what is not as it should be, in sentences for people. */
record EvacuationReasons(EvacuationChoice question, EvacuationModel model, EvacuationResult plan) {

  private static final int NAMED = 5;

  List<String> all() {
    var reasons = new ArrayList<String>();
    shelters(reasons);
    room(reasons);
    ground(reasons);
    var left = plan.notPlaced();
    tell(reasons, left.noWay() + EvacuationModel.sum(model.noStreet()), "%,d people have no way to any shelter on the streets.");
    tell(reasons, left.cutOff(), "%,d people would find room, but the hazard is there before they can pass.");
    tell(reasons, left.notPlanned(), "For %,d people the search ended before it had a place for them: give it more seconds.");
    tell(reasons, model.zeroWidth(), "%,d street sections have a width of 0 recorded: nobody is led through them.");
    return reasons;
  }

  private static void tell(List<String> reasons, int count, String sentence) {
    if (count > 0) {
      reasons.add(String.format(Locale.ROOT, sentence, count));
    }
  }

  private void shelters(List<String> reasons) {
    var shelters = model.problem().shelters();
    var counting = IntStream.range(0, shelters.size()).filter(shelter -> question.shelters().get(shelter).open()).toArray();
    if (counting.length == 0) {
      reasons.add("There is no open shelter in " + question.asked().city().area().title() + ": nobody can be placed.");
    } else if (shelters.stream().allMatch(shelter -> shelter.gates().isEmpty())) {
      reasons.add("None of the " + counting.length + " open shelters can be used here: nobody can be placed.");
    }
    var off = IntStream.of(counting).filter(shelter -> shelters.get(shelter).gates().isEmpty() && counts(shelter)).toArray();
    if (off.length > 0) {
      reasons.add("No street is near enough to " + names(IntStream.of(off).boxed().toList()) + ": nobody can be led there.");
    }
    var shut = IntStream.of(counting).filter(shelter -> !shelters.get(shelter).gates().isEmpty()
        && shelters.get(shelter).gates().stream().mapToInt(Gate::peoplePerStep).sum() == 0).boxed().toList();
    if (!shut.isEmpty()) {
      reasons.add("All streets that enter " + names(shut) + " have a width of 0 recorded: nobody can be led there.");
    }
  }

  private boolean counts(int shelter) {
    return question.asked().reach().access(model.reading()).counts(shelter);
  }

  private void room(List<String> reasons) {
    long room = model.problem().shelters().stream().filter(shelter -> !shelter.gates().isEmpty()).mapToLong(Shelter::room).sum();
    long people = model.problem().totalPeople() + model.outside();
    if (room < people && room > 0) {
      reasons.add(String.format(Locale.ROOT, "There are %,d people, but the shelters have room for %,d: %,d places are missing.", people,
          room, people - room));
    }
    var missing = plan.notPlaced().placesMissing();
    var most = IntStream.range(0, missing.length).filter(shelter -> missing[shelter] > 0).boxed()
        .sorted(Comparator.comparingInt((Integer shelter) -> -missing[shelter]).thenComparing(Comparator.naturalOrder())).toList();
    if (!most.isEmpty()) {
      reasons.add(String.format(Locale.ROOT, "%,d people find every shelter full that they reach in time. Most places are missing at %s.",
          plan.notPlaced().noRoom(), most.stream().limit(NAMED).map(shelter -> String.format(Locale.ROOT, "%s (%,d)", name(shelter),
              missing[shelter])).collect(Collectors.joining(", "))));
    }
  }

  private void ground(List<String> reasons) {
    int trapped = EvacuationModel.sum(model.trapped());
    if (trapped > 0) {
      reasons.add(String.format(Locale.ROOT, "%,d people are in closed ground from the first second, or the hazard is at their door before they can leave.",
          trapped));
    }
  }

  private String names(List<Integer> shelters) {
    return shelters.stream().limit(NAMED).map(this::name).collect(Collectors.joining(", "))
        + (shelters.size() > NAMED ? " and " + (shelters.size() - NAMED) + " more" : "");
  }

  private String name(int shelter) {
    var name = question.asked().shelter(shelter).name();
    return name == null ? "shelter " + shelter : name;
  }
}
