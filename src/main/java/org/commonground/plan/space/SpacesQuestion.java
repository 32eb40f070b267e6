package org.commonground.plan.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.judgement.JudgedSpace;
import org.commonground.judgement.Worth;
import org.commonground.plan.AnswerWording;
import org.commonground.plan.Asked;
import org.commonground.plan.Planner;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.Readings;
import org.commonground.rules.RulePack;
import org.commonground.space.Hazard;
import org.commonground.space.Stay;
import org.commonground.statement.Statement;

/**
 * A question about spaces with all that it means, ready to be answered.
 *
 * @param asked  who, within what and under what
 * @param plain  the same by day with nothing in the way: everyday life
 * @param judged what has been found of the spaces by the rules asked for
 * @param hazard that is judged for
 */
public record SpacesQuestion(Asked asked, Asked plain, JudgedCity judged, Stay stay, Hazard hazard) {

  /** What is judged for where no hazard is asked for. */
  public static final Hazard USUAL = Hazard.EARTHQUAKE;

  /** @throws InvalidInput where the stay, or anything of the question, is not one that can be asked for */
  public static SpacesQuestion of(Planner planner, SpacesQuery query) {
    var coverage = query.coverage();
    var asked = planner.ask(coverage).whateverRoom();
    var plain = planner.ask(asked.snapshot(), coverage.plain());
    var judged = JudgedCity.of(asked.snapshot(), asked.terms());
    var hazard = asked.situation().hazards().stream().findFirst().orElse(USUAL);
    return new SpacesQuestion(asked, plain, judged, stay(asked.terms().rules(), query.stay()), hazard);
  }

  /** @param word null for the shortest that the rules know */
  public static Stay stay(RulePack rules, String word) {
    var known = Arrays.stream(Stay.values()).filter(stay -> rules.find("stay." + stay.word() + ".m2PerPerson").isPresent()).toList();
    return word == null ? known.get(0) : known.stream().filter(stay -> stay.word().equals(word)).findFirst().orElseThrow(
        () -> new InvalidInput(Code.OPTION, "stay", "stay is " + Checked.shown(word) + ", but rule pack " + rules.name()
            + " has " + known.stream().map(Stay::word).collect(Collectors.joining(", ")) + "."));
  }

  SpacesAnswer all() {
    return new SpacesAnswer(provenance(), stay.word(), hazard.word(), judged.all().stream().map(this::summary).toList());
  }

  /** Every space, with layers. */
  public Found<SpacesAnswer> find() {
    var layers = new LinkedHashMap<String, Supplier<FeatureLayer>>();
    layers.put("judged_space", () -> SpaceLayers.judgedSpace(this));
    layers.put("effective_area", () -> SpaceLayers.effectiveArea(this));
    layers.put("entrance", () -> SpaceLayers.entrance(this));
    return new Found<>(all(), layers);
  }

  /** Whether a hazard was asked for. */
  boolean hazardAsked() {
    return !asked.situation().hazards().isEmpty();
  }

  SpaceSummary summary(JudgedSpace space) {
    var visitors = judged.everyday(plain).spaces();
    var nearby = space.space().id() < 0 ? null : SpaceParts.nearby(visitors.get(space.space().id()));
    var everyday = nearby == null ? null : judged.everydayWorth(space, plain);
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
    var told = new ArrayList<Statement>();
    if (!hazardAsked()) {
      told.add(AnswerWording.NO_HAZARD_ASKED.with(hazard.word()));
    }
    told.addAll(judged.judge().assumptions());
    told.addAll(judged.everyday(plain).assumptions());
    return asked.provenance(0, told);
  }
}
