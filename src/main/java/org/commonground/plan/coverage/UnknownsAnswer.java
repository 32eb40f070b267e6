package org.commonground.plan.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.commonground.coverage.CoverState;
import org.commonground.coverage.RoomResult;
import org.commonground.coverage.SurveyCounts;
import org.commonground.coverage.SurveyFact;
import org.commonground.coverage.SurveyLevels;
import org.commonground.coverage.SurveyResult;
import org.commonground.coverage.SurveySolver;
import org.commonground.people.DemandPoint;
import org.commonground.plan.AnswerWording;
import org.commonground.plan.Asked;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;

/**
 * Which missing facts keep answers open, and where to survey first.
 *
 * @param about        its parts stand beside these
 * @param k            how many different shelters one must reach
 * @param people       everybody, while every street is open
 * @param collapse     what collapsing buildings leave, where they were asked about: then persons below are means over the samples; else
 *                     null, and persons are whole
 * @param unattributed of those whose answer is unknown, persons whose way passes nothing in doubt: only their nearest street is
 * @param facts        most people first
 * @param places       streets and shelters, most people first, as many as asked for
 * @param placeCount   how many there are
 * @param levels       what unrecorded storeys of homes leave open; null where people were not spread over homes
 * @param counts       how much of what matters is not recorded
 */
public record UnknownsAnswer(@JsonUnwrapped Provenance about, int k, People people, CollapsePart collapse, double unattributed,
    List<FactPart> facts, List<PlacePart> places, int placeCount, Levels levels, SurveyCounts counts) {

  /** A fact that only the room in shelters hangs on. */
  private static final String CAPACITY = "capacity";

  /**
   * @param count  streets or shelters that lack it and matter to somebody
   * @param people persons whose answer hangs on it
   * @param alone  of these, persons whose answer hangs on no other fact
   */
  public record FactPart(String layer, String fact, int count, double people, double alone) {
  }

  /** @param people persons whose answer hangs on what is missing there */
  public record PlacePart(String layer, int id, String name, List<String> facts, double lon, double lat, double people,
      double[] bounds) {
  }

  /**
   * Persons covered, mean over the samples; those between the two are whose answers hang on the facts.
   *
   * @param damage       buildings that collapse, of 100
   * @param expected     if the unrecorded facts are unfavourable
   * @param mostExpected if they are favourable
   */
  public record CollapsePart(String model, double damage, int samples, double expected, double mostExpected) {

    private static CollapsePart of(Collapse collapse, SurveyResult result) {
      return collapse == null ? null : new CollapsePart(collapse.model(), collapse.damage(), collapse.samples(),
          hundredths(result.covered()), hundredths(result.covered() + result.people()));
    }
  }

  /** Persons surely covered, if homes without recorded storeys are as low or as high as may be, so that most or fewest live in time. */
  public record Levels(long coveredLow, long coveredHigh, double leastLevels, double mostLevels) {
  }

  /**
   * @param collapse null where nothing is said of collapsing buildings
   * @param count    how many places to list
   */
  static Found<UnknownsAnswer> find(Asked asked, Collapse collapse, int count) {
    var result = collapse == null ? SurveySolver.solve(asked.reach(), asked.limitMillis(), asked.k())
        : SurveySolver.solve(asked.reach(), asked.limitMillis(), asked.k(), collapse.blockage(), collapse.seed(), collapse.samples());
    var assumptions = new ArrayList<>(result.assumptions());
    var facts = new ArrayList<>(result.facts().stream().map(fact -> new FactPart(fact.fact().layer(), fact.fact().word(),
        fact.features(), hundredths(fact.people()), hundredths(fact.alone()))).toList());
    var found = new ArrayList<>(result.places().stream().map(place -> place(asked, place)).toList());
    var people = People.of(asked.coverage().total());
    if (asked.conditions().capacity()) {
      var room = asked.room();
      var unrecorded = capacities(asked, room);
      if (!unrecorded.isEmpty()) {
        found.addAll(0, unrecorded);
        int unknown = room.total().unknown();
        facts.add(0, new FactPart("shelter", CAPACITY, unrecorded.size(), unknown, people.unknown() == 0 ? unknown : 0));
      }
      people = People.of(room.total());
    }
    if (collapse != null) {
      assumptions.addAll(collapse.assumptions());
    }
    found.sort(Comparator.comparingDouble(PlacePart::people).reversed());
    var levels = levels(asked, assumptions);
    var answer = new UnknownsAnswer(asked.provenance(collapse == null ? 0 : collapse.seed(), assumptions), asked.k(), people,
        CollapsePart.of(collapse, result), hundredths(result.unattributed()), facts, found.stream().limit(count).toList(), found.size(),
        levels, counts(asked));
    return new Found<>(answer, Map.of("survey", () -> SurveyLayer.survey(asked, found, levels != null)));
  }

  private static SurveyCounts counts(Asked asked) {
    var hazard = asked.situation().hazards().stream().findFirst().orElse(null);
    var shelters = asked.situation().shelters().stream().map(ScenarioShelter::shelter).toList();
    return SurveyCounts.of(asked.city().streets(), shelters, hazard, asked.city().buildings());
  }

  private static double hundredths(double people) {
    return Math.round(100 * people) / 100.0;
  }

  /** Shelters whose capacity is not recorded, with the people who would be placed there if it is as large as may be. */
  private static List<PlacePart> capacities(Asked asked, RoomResult room) {
    return asked.situation().shelters().stream().filter(one -> one.open() && one.shelter().capacity() == null).map(one -> {
      var shelter = one.shelter();
      var middle = shelter.geometry().getInteriorPoint();
      return new PlacePart("shelter", shelter.id(), shelter.name(), List.of(CAPACITY), Places.degrees(middle.getX()),
          Places.degrees(middle.getY()), room.hoped().placement().inShelter()[shelter.id()], Places.bounds(shelter.geometry()));
    }).filter(place -> place.people() > 0).toList();
  }

  private static PlacePart place(Asked asked, SurveyResult.Place place) {
    boolean street = place.layer().equals("street");
    Geometry geometry = street ? asked.city().streets().street(place.id()).line() : asked.shelter(place.id()).geometry();
    var name = street ? asked.city().streets().street(place.id()).name() : asked.shelter(place.id()).name();
    var middle = street ? Places.middle(asked.city().streets().street(place.id()).line()) : geometry.getInteriorPoint().getCoordinate();
    return new PlacePart(place.layer(), place.id(), name, place.facts().stream().map(SurveyFact::word).toList(),
        Places.degrees(middle.x), Places.degrees(middle.y), hundredths(place.people()), Places.bounds(geometry));
  }

  /** Districts keep their people where every one of them has its number recorded; else only the area as a whole does. */
  private static Levels levels(Asked asked, List<Statement> assumptions) {
    var terms = asked.terms();
    var city = asked.city();
    var demand = city.demand();
    if (demand.stream().anyMatch(point -> point.people() > 0 && point.building() < 0)) {
      return null;
    }
    boolean byDistrict = !city.districts().isEmpty()
        && city.districts().stream().allMatch(district -> district.peopleRecorded() != null);
    int districts = byDistrict ? city.districts().size() : 0;
    double least = terms.figure("people.leastLevels");
    double most = terms.figure("people.mostLevels");
    var homes = demand.stream().filter(point -> point.building() >= 0).toList();
    var people = new int[districts + 1];
    homes.forEach(home -> people[byDistrict && home.district() >= 0 ? home.district() : districts] += home.people());
    var state = asked.coverage().state();
    var covered = new boolean[homes.size()];
    for (int home = 0; home < covered.length; home++) {
      covered[home] = state[homes.get(home).id()] == CoverState.COVERED;
    }
    var levels = SurveyLevels.of(weights(asked, homes, least), weights(asked, homes, most), covered,
        homes.stream().mapToInt(home -> byDistrict ? home.district() : -1).toArray(), people);
    assumptions.addAll(levels.assumptions());
    assumptions.add(AnswerWording.HOME_STOREYS.with(least, most));
    assumptions.add(terms.sourceOf("people.mostLevels"));
    return new Levels((long) Math.floor(sum(levels.least())), (long) Math.ceil(sum(levels.most())), least, most);
  }

  private static double[] weights(Asked asked, List<DemandPoint> homes, double levels) {
    return homes.stream().mapToDouble(home -> SurveyLevels.weight(asked.city().buildings().get(home.building()), levels)).toArray();
  }

  private static double sum(double[] people) {
    return DoubleStream.of(people).sum();
  }
}
