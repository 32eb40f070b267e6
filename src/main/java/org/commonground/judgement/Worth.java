package org.commonground.judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.rules.RulePack;
import org.commonground.space.CriteriaProblem;
import org.commonground.space.CriteriaProblem.Life;
import org.commonground.space.CriteriaProblem.Value;
import org.commonground.space.CriteriaResult;
import org.commonground.space.CriteriaSolver;
import org.commonground.space.FacilityKind;
import org.commonground.space.OpeningHours;
import org.commonground.space.Range;
import org.commonground.space.Stay;
import org.commonground.space.SuitabilityResult;
import org.commonground.space.TakenOff;
import org.commonground.space.Verdict;
import org.commonground.statement.Statement;

/**
 * What a space is worth in each of its lives: criteria, each a value with the facts it was counted from, on the scale and with the
 * weight that the rules give. What nobody has recorded of facilities and places may be there all the same, so that counts of them are
 * the least; at most it may be every kind.
 */
public final class Worth {

  private static final double WEEK_HOURS = 168;
  private static final Range NOBODY_KNOWS = new Range(0, 1);

  private Worth() {
  }

  /** @param people who walk to it within the middle of the rules' three times */
  public static CriteriaResult everyday(JudgedSpace judged, Range people, RulePack rules) {
    var space = judged.space();
    var values = new LinkedHashMap<String, Value>();
    values.put("peopleNearby", new Value(people, List.of(nearby(people, rules))));
    boolean outlined = judged.ground() != null;
    values.put("area", new Value(outlined ? Range.exact(judged.ground().outlineM2()) : null, List.of(FactWording.OUTLINE_OF.with(space.sourceId()))));
    values.put("greenery", greenery(judged));
    var inside = new TreeMap<FacilityKind, Integer>();
    judged.inside().forEach(facility -> inside.merge(facility.kind(), 1, Integer::sum));
    values.put("amenities", new Value(new Range(inside.size(), Nearby.AMENITIES.size()), counted(inside)));
    values.put("participation", new Value(new Range(judged.takingPart().size(), Nearby.TAKING_PART.size()), counted(judged.takingPart())));
    values.put("access", access(judged));
    values.put("hours", hours(judged.hours()));
    return CriteriaSolver.solve(new CriteriaProblem(Life.EVERYDAY, values, rules));
  }

  /** @param stay that its room is counted for */
  public static CriteriaResult emergency(JudgedSpace judged, Stay stay, Range people, RulePack rules) {
    var values = new LinkedHashMap<String, Value>();
    values.put("room", new Value(judged.room().find(stay).map(room -> room.persons()).orElse(null),
        List.of(FactWording.ROOM_FOR_STAY.with(stay.word()))));
    values.put("suitability", suitability(judged));
    values.put("entrances", judged.entrances() == null ? new Value(null, List.of(FactWording.OUTLINE_UNKNOWN.with()))
        : new Value(judged.entrances().count(), List.of(FactWording.EDGE_MET.with())));
    values.put("accessible", accessible(judged));
    values.put("helps", helps(judged, rules));
    values.put("peopleNearby", new Value(people, List.of(nearby(people, rules))));
    values.put("distanceFromDanger", danger(judged));
    return CriteriaSolver.solve(new CriteriaProblem(Life.EMERGENCY, values, rules));
  }

  /** Share of its outline under trees, or its whole ground where it is public green of which nothing is known to be built. */
  private static Value greenery(JudgedSpace judged) {
    if (judged.ground() == null || judged.ground().outlineM2() == 0) {
      return new Value(null, List.of(FactWording.OUTLINE_UNKNOWN.with()));
    }
    var ground = judged.ground();
    double open = ground.outlineM2() - ground.optimistic().takenOffM2().get(TakenOff.BUILDING)
        - ground.optimistic().takenOffM2().get(TakenOff.WATER);
    double most = Math.max(0, Math.min(1, open / ground.outlineM2()));
    if (judged.space().isPublicGreen()) {
      return new Value(Range.exact(most), List.of(FactWording.GREEN_GROUND.with()));
    }
    double trees = ground.pessimistic().takenOffM2().get(TakenOff.TREES);
    return new Value(new Range(Math.min(most, trees / ground.outlineM2()), most), List.of(FactWording.TREES_ON_GROUND.with()));
  }

  /** 1 where a wheelchair comes in and gets about, 0 where not. */
  private static Value access(JudgedSpace judged) {
    var tag = judged.space().tags().get("wheelchair");
    var entrance = judged.entrances() == null ? null : judged.entrances().wheelchair();
    var facts = List.of(FactWording.WHEELCHAIR_TAG.with(tag == null ? "unknown" : tag), FactWording.WHEELCHAIR_ENTRANCE.with(word(entrance)));
    if ("limited".equals(tag)) {
      return new Value(Range.exact(0.5), facts);
    }
    return new Value(both(judged.facts().wheelchairGround(), entrance), facts);
  }

  private static Range both(Boolean one, Boolean other) {
    return Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other) ? Range.exact(0)
        : Boolean.TRUE.equals(one) ? Range.exact(1) : NOBODY_KNOWS;
  }

  private static String word(Boolean known) {
    return known == null ? "unknown" : known ? "yes" : "no";
  }

  private static Value hours(OpeningHours hours) {
    var fact = hours.text() == null ? FactWording.OPEN_HOURS_UNKNOWN.with() : FactWording.OPEN_HOURS.with(hours.text());
    return new Value(hours.hoursPerWeek() == null ? new Range(0, WEEK_HOURS) : Range.exact(hours.hoursPerWeek()), List.of(fact));
  }

  /** Share of the hazards judged that it suits; a conditional one counts half. */
  private static Value suitability(JudgedSpace judged) {
    double worst = 0;
    double best = 0;
    var facts = new ArrayList<Statement>();
    for (var each : judged.suitability().entrySet()) {
      worst += share(each.getValue().worst());
      best += share(each.getValue().best());
      facts.add(suits(each.getValue()));
    }
    int count = judged.suitability().size();
    return new Value(count == 0 ? null : new Range(worst / count, best / count), facts);
  }

  private static Statement suits(SuitabilityResult result) {
    return result.worst() == result.best() ? FactWording.SUITS_HAZARD.with(result.hazard().word(), result.worst().word())
        : FactWording.SUITS_HAZARD_BETWEEN.with(result.hazard().word(), result.worst().word(), result.best().word());
  }

  private static double share(Verdict verdict) {
    return verdict == Verdict.SUITABLE ? 1 : verdict == Verdict.CONDITIONAL ? 0.5 : 0;
  }

  private static Value accessible(JudgedSpace judged) {
    var entrance = judged.entrances() == null ? null : judged.entrances().wheelchair();
    return new Value(both(judged.facts().wheelchairGround(), entrance), List.of(
        FactWording.WHEELCHAIR_GROUND.with(word(judged.facts().wheelchairGround())), FactWording.WHEELCHAIR_ENTRANCE.with(word(entrance))));
  }

  /** Kinds of help as near as walking to taking part: hospital, fire station, water, toilets. */
  private static Value helps(JudgedSpace judged, RulePack rules) {
    double within = rules.value("emergency.helpMetres");
    var near = new ArrayList<Statement>();
    for (var kind : Nearby.HELPS) {
      var metres = judged.facts().metresTo().get(kind.word());
      if (metres != null && metres <= within) {
        near.add(FactWording.FACILITY_AT.with(kind.word(), Math.round(metres)));
      }
    }
    return new Value(new Range(near.size(), Nearby.HELPS.size()), near);
  }

  /** To the nearest danger that is recorded; a kind of which the area has none recorded may lie anywhere. */
  private static Value danger(JudgedSpace judged) {
    double least = Double.POSITIVE_INFINITY;
    boolean all = true;
    var facts = new ArrayList<Statement>();
    for (var kind : Nearby.DANGERS) {
      var metres = judged.facts().metresTo().get(kind.word());
      all &= metres != null;
      least = metres == null ? least : Math.min(least, metres);
      facts.add(metres == null ? FactWording.FACILITY_NOWHERE.with(kind.word()) : FactWording.FACILITY_AT.with(kind.word(), Math.round(metres)));
    }
    return new Value(new Range(all ? least : 0, least), facts);
  }

  private static List<Statement> counted(Map<FacilityKind, Integer> counts) {
    return counts.entrySet().stream().map(each -> FactWording.FACILITIES_COUNTED.with(each.getValue(), each.getKey().word())).toList();
  }

  private static Statement nearby(Range people, RulePack rules) {
    double minutes = rules.value("everyday.minutes2");
    return people.pessimistic() == people.optimistic() ? FactWording.PEOPLE_WITHIN.with(minutes, Math.round(people.pessimistic()))
        : FactWording.PEOPLE_WITHIN_BETWEEN.with(minutes, Math.round(people.pessimistic()), Math.round(people.optimistic()));
  }
}
