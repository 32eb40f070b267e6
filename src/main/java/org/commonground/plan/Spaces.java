package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.judgement.JudgedSpace;
import org.commonground.judgement.Worth;
import org.commonground.plan.SpaceAnswer.Everyday;
import org.commonground.plan.SpaceAnswer.FigurePart;
import org.commonground.rules.RulePack.Figure;
import org.commonground.space.Hazard;
import org.commonground.space.Space;
import org.commonground.space.Stay;

/** Answers questions about the two lives of spaces. For many threads. */
public final class Spaces {

  private static final int DEFAULT_COUNT = 20;

  private final Planner planner;
  private final Facts facts;

  public Spaces(Planner planner, Facts facts) {
    this.planner = planner;
    this.facts = facts;
  }

  /**
   * A question, ready to be answered.
   *
   * @param plain  the same question by day with nothing in the way: everyday life
   * @param hazard that is judged for
   */
  record Question(Asked asked, Asked plain, JudgedCity judged, Stay stay, Hazard hazard) {

    /** Whether a hazard was asked for. */
    boolean hazardAsked() {
      return !asked.situation().hazards().isEmpty();
    }

    SpaceSummary summary(JudgedSpace space) {
      var visitors = judged.everyday(plain).spaces();
      var nearby = space.space().id() < 0 ? null : SpaceParts.nearby(visitors.get(space.space().id()));
      var everyday = nearby == null ? null : Worth.everyday(space, nearby, judged.rules()).score();
      var emergency = nearby == null ? null : Worth.emergency(space, stay, nearby, judged.rules()).score();
      var verdict = space.suitability().get(hazard);
      var middle = space.space().geometry().getInteriorPoint();
      return new SpaceSummary(space.space().id(), space.space().sourceId(), space.space().name(), space.space().names(),
          space.space().kind().word(), Places.degrees(middle.getX()), Places.degrees(middle.getY()), Places.bounds(space.space().geometry()),
          judged.shelterOf(space.space()), Places.metres(space.space().areaM2()),
          space.ground() == null ? null : Readings.of(space.ground().effectiveM2()),
          space.room().find(stay).map(room -> Readings.of(room.persons())).orElse(null), space.room().givenPersons(),
          verdict == null ? null : verdict.verdict().word(), verdict == null ? null : verdict.worst().word(),
          verdict == null ? null : verdict.best().word(), Readings.of(everyday), Readings.of(emergency), Readings.of(nearby));
    }

    Provenance provenance() {
      var told = new ArrayList<String>();
      if (!hazardAsked()) {
        told.add("No hazard was asked for: spaces are judged for " + hazard.word() + ".");
      }
      told.addAll(judged.judge().assumptions());
      told.addAll(judged.everyday(plain).assumptions());
      return asked.provenance(0, told);
    }
  }

  /** @throws InvalidInput where the stay, or anything of the question, is not one that can be asked for */
  Question question(SpacesQuery query) {
    var coverage = query.coverage();
    var asked = planner.ask(coverage).whateverRoom();
    var plain = planner.ask(new CoverageQuery(coverage.area(), coverage.profile(), coverage.minutes(), null, null,
        new Conditions(null, false, false, null, coverage.conditions().rules())));
    var judged = asked.snapshot().judged(asked.terms());
    var hazard = asked.situation().hazards().stream().findFirst().orElse(Hazard.EARTHQUAKE);
    return new Question(asked, plain, judged, stay(judged, query.stay()), hazard);
  }

  static Stay stay(JudgedCity judged, String word) {
    var known = Arrays.stream(Stay.values()).filter(stay -> judged.rules().find("stay." + stay.word() + ".m2PerPerson").isPresent()).toList();
    return word == null ? known.get(0) : known.stream().filter(stay -> stay.word().equals(word)).findFirst().orElseThrow(
        () -> new InvalidInput(Code.OPTION, "stay", "stay is " + Checked.shown(word) + ", but rule pack " + judged.rules().name()
            + " has " + known.stream().map(Stay::word).collect(Collectors.joining(", ")) + "."));
  }

  /** Every space, judged; throws as {@link #question}, as everywhere below. */
  public SpacesAnswer all(SpacesQuery query) {
    var question = question(query);
    var spaces = question.judged().all().stream().map(question::summary).toList();
    return new SpacesAnswer(question.provenance(), question.stay().word(), question.hazard().word(), spaces);
  }

  /** The four lists that planners act on. */
  public SpaceListsAnswer lists(SpacesQuery query) {
    var count = query.coverage().count();
    return SpaceLists.of(question(query), count == null ? DEFAULT_COUNT : count);
  }

  /** What public green people have. */
  public GreenAnswer green(SpacesQuery query) {
    var question = question(query);
    return GreenAnswer.of(question.plain(), question.judged());
  }

  /** @throws InvalidInput where there is no such space, too */
  public SpaceAnswer one(SpacesQuery query, int id) {
    var question = question(query);
    var city = question.asked().city();
    if (id < 0 || id >= city.spaces().size()) {
      throw new InvalidInput(Code.SPACE_UNKNOWN, "space", "There is no space " + id + " in " + city.area().name() + ": they are 0 to "
          + (city.spaces().size() - 1) + ".");
    }
    var judged = question.judged();
    var space = judged.one(city.spaces().get(id));
    var visitors = judged.everyday(question.plain()).spaces().get(id);
    var nearby = SpaceParts.nearby(visitors);
    var everyday = Worth.everyday(space, nearby, judged.rules());
    var emergency = Worth.emergency(space, question.stay(), nearby, judged.rules());
    var groups = question.plain().walkers().stream().map(some -> some.reach().problem().profile().name()).toList();
    var cited = new TreeMap<String, Figure>(everyday.figures());
    cited.putAll(emergency.figures());
    space.suitability().values().forEach(result -> cited.putAll(result.figures()));
    space.room().stays().forEach(room -> cited.putAll(room.figures()));
    if (space.ground() != null) {
      cited.putAll(space.ground().figures());
    }
    if (space.entrances() != null) {
      cited.putAll(space.entrances().figures());
    }
    var projection = judged.judge().projection();
    return new SpaceAnswer(question.provenance(), question.stay().word(), question.summary(space), new TreeMap<>(space.space().tags()),
        SpaceParts.ground(space, projection), SpaceParts.rooms(space), SpaceParts.entrances(space, question.stay(), projection),
        space.suitability().values().stream().map(SpaceParts::hazard).toList(),
        new Everyday(SpaceParts.people(visitors, judged.minutes(), groups), SpaceParts.inside(space), SpaceParts.counted(space.takingPart()),
            space.hours().text(), space.hours().hoursPerWeek(), space.space().tags().get("wheelchair"), space.space().isPublicGreen(),
            SpaceParts.worth(everyday, judged.rules(), "everyday", Map.of())),
        SpaceParts.worth(emergency, judged.rules(), "emergency", space.facts().metresTo()), factsOf(question, space.space()),
        cited.entrySet().stream().map(each -> figure(each.getKey(), each.getValue())).toList());
  }

  /** Those about the space, and about the shelter that it is designated as. */
  private List<FactAnswer> factsOf(Question question, Space space) {
    var shelter = question.judged().shelterOf(space);
    return facts.list(question.asked().city().area().name()).stream()
        .filter(fact -> fact.on().equals("space") && Integer.valueOf(space.id()).equals(fact.subject())
            || shelter != null && fact.on().equals("shelter") && shelter.equals(fact.subject())).toList();
  }

  private static FigurePart figure(String key, Figure figure) {
    return new FigurePart(key, figure.value(), figure.unit(), figure.clause(), figure.source(), figure.verified(), figure.pack());
  }
}
