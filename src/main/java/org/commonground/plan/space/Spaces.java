package org.commonground.plan.space;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.judgement.Worth;
import org.commonground.plan.Planner;
import org.commonground.plan.fact.FactAnswer;
import org.commonground.plan.space.SpaceAnswer.Everyday;
import org.commonground.plan.space.SpaceAnswer.FigurePart;
import org.commonground.rules.RulePack.Figure;
import org.commonground.space.Space;

/** Answers questions about the two lives of spaces. */
public final class Spaces {

  private static final int DEFAULT_COUNT = 20;

  private Spaces() {
  }

  /** Every space, judged; throws as {@link SpacesQuestion#of}, as everywhere below. */
  public static SpacesAnswer all(Planner planner, SpacesQuery query) {
    return SpacesQuestion.of(planner, query).all();
  }

  /** The four lists that planners act on. */
  public static SpaceListsAnswer lists(Planner planner, SpacesQuery query) {
    var count = query.coverage().count();
    return SpaceLists.of(SpacesQuestion.of(planner, query), count == null ? DEFAULT_COUNT : count);
  }

  /** What public green people have. */
  public static GreenAnswer green(Planner planner, SpacesQuery query) {
    var question = SpacesQuestion.of(planner, query);
    return GreenAnswer.of(question.plain(), question.judged());
  }

  /** @throws InvalidInput where there is no such space, too */
  public static SpaceAnswer one(Planner planner, SpacesQuery query, int id) {
    var question = SpacesQuestion.of(planner, query);
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
        SpaceParts.worth(emergency, judged.rules(), "emergency", space.facts().metresTo()), factsOf(planner, question, space.space()),
        cited.entrySet().stream().map(each -> figure(each.getKey(), each.getValue())).toList());
  }

  /** Those about the space, and about the shelter that it is designated as. */
  private static List<FactAnswer> factsOf(Planner planner, SpacesQuestion question, Space space) {
    var shelter = question.judged().shelterOf(space);
    return planner.facts().list(question.asked().city().area().name()).stream()
        .filter(fact -> fact.on().equals("space") && Integer.valueOf(space.id()).equals(fact.subject())
            || shelter != null && fact.on().equals("shelter") && shelter.equals(fact.subject())).toList();
  }

  private static FigurePart figure(String key, Figure figure) {
    return new FigurePart(key, figure.value(), figure.unit(), figure.clause(), figure.source(), figure.verified(), figure.pack());
  }
}
