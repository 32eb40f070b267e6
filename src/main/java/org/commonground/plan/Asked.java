package org.commonground.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.commonground.city.City;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.Reach;
import org.commonground.coverage.RoomProblem;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.coverage.RoomResult;
import org.commonground.network.Profile;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.rules.Terms;
import org.commonground.plan.scenario.Scenario;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.space.Shelter;
import org.commonground.statement.Statement;

/**
 * A question with all that it means: the state of the city it is asked of, what is the case there, how people move, and the walking
 * times that follow. Every answer to the question is made from this one object.
 *
 * @param snapshot    kept to the end of the question
 * @param scenario    null for the area as it is
 * @param terms       of the rule pack that is judged by
 * @param ofTerms     what was assumed of the profile and the time
 * @param startNanos  when the question came
 */
public record Asked(Snapshot snapshot, Scenario scenario, Conditions conditions, Situation situation, Profile profile, int minutes, int k,
    Reach reach, Terms terms, List<Statement> ofTerms, long startNanos) {

  public City city() {
    return snapshot.city();
  }

  /** The same for an answer that does not look at room, whether or not that was asked for; it then says so. */
  public Asked whateverRoom() {
    return new Asked(snapshot, scenario, conditions.withRoom(false), situation, profile, minutes, k, reach, terms, ofTerms, startNanos);
  }

  /** The same for an answer that crowds the streets itself, and asks nothing about being in time; it then does not say otherwise. */
  public Asked asIfCrowded() {
    return new Asked(snapshot, scenario, conditions, situation, profile, minutes, k, reach, terms,
        terms.assumptions(profile, conditions.night(), false), startNanos);
  }

  /** The same with other walking times. */
  public Asked with(Reach other) {
    return new Asked(snapshot, scenario, conditions, situation, profile, minutes, k, other, terms, ofTerms, startNanos);
  }

  /** The area's own, or one that the scenario adds or changes. */
  public Shelter shelter(int id) {
    return situation.shelters().get(id).shelter();
  }

  /** Whether a place lies in ground that a hazard or the scenario closes. */
  public boolean isClosed(double lon, double lat) {
    return situation.closesGround() && Reaches.of(snapshot).effect(terms.wading(profile), situation).traps(lon, lat);
  }

  /** District each shelter lies in, by the middle of its ground; -1 where none. */
  public int[] shelterDistricts() {
    return situation.shelters().stream().mapToInt(shelter -> snapshot.district(shelter.shelter().geometry())).toArray();
  }

  /** What counts as in time. */
  public int limitMillis() {
    return minutes * 60_000;
  }

  /** Who reaches as many shelters as was asked. */
  public CoverageResult coverage() {
    return coverage(k);
  }

  /** Who reaches so many shelters. */
  public CoverageResult coverage(int count) {
    return snapshot.coverage(reach, minutes, count);
  }

  /** Who finds room. */
  public RoomResult room() {
    return snapshot.room(reach, minutes, terms.version(), () -> roomProblem(situation.shelters(), walkers()));
  }

  /** @param walkers with their ways to these shelters */
  public RoomProblem roomProblem(List<ScenarioShelter> given, List<Walkers> walkers) {
    var shelters = given.stream().map(ScenarioShelter::shelter).toList();
    return new RoomProblem(walkers, shelters.stream().map(Shelter::capacity).toArray(Integer[]::new),
        shelters.stream().map(shelter -> snapshot.areaM2(shelter.geometry())).toArray(Double[]::new),
        terms.figure("shelter.m2PerPerson"), limitMillis());
  }

  /**
   * Everybody once, by how they move: those of no group first. Where groups are recorded that the rules have a profile for, they walk
   * at its speed, and only the others as was asked; of a place with more in its groups than people, the groups are filled in the order
   * of their names.
   */
  public List<Walkers> walkers() {
    var walkers = new ArrayList<Walkers>();
    var others = snapshot.places().people().clone();
    snapshot.places().groups().forEach((group, persons) -> {
      if (terms.has(group) && !group.equals(profile.name())) {
        var some = new int[others.length];
        for (int place = 0; place < some.length; place++) {
          some[place] = Math.min(others[place], persons[place]);
          others[place] -= some[place];
        }
        walkers.add(new Walkers(reachOf(terms.profile(group, conditions.night())), some));
      }
    });
    walkers.add(0, new Walkers(reach, others));
    return walkers;
  }

  /** Walking times of some people where these are the shelters and everything else is as it was asked. */
  public Reach to(List<ScenarioShelter> shelters, Reach people) {
    var effect = Reaches.of(snapshot).effect(terms.wading(people.problem().profile()), situation);
    return people.changed(situation.with(shelters).sites(effect), people.problem().circumstances());
  }

  private Reach reachOf(Profile group) {
    return Reaches.of(snapshot).reach(group, terms.wading(group), situation, scenario == null ? null : scenario.id(),
        scenario == null ? 0 : scenario.version());
  }

  /** What was assumed. */
  public List<Statement> assumptions() {
    var all = new ArrayList<>(reach.assumptions());
    all.add(conditions.capacity() ? terms.sourceOf("shelter.m2PerPerson") : AnswerWording.ROOM_NOT_ASKED.with());
    all.addAll(situation.assumptions());
    all.addAll(ofTerms);
    all.addAll(city().area().assumptions());
    return all;
  }

  /** What an answer to this says of itself. */
  public Provenance provenance(long seed) {
    return provenance(seed, List.of());
  }

  /** @param more what the answer itself assumed */
  public Provenance provenance(long seed, List<Statement> more) {
    var all = new LinkedHashSet<>(assumptions());
    all.addAll(more);
    var area = city().area();
    return new Provenance(area.name(), area.dataDate(), scenario == null ? null : scenario.id(), conditions.hazard(),
        conditions.night(), terms.name(), profile.name(), minutes, seed, area.shelterNote(), area.attribution(), List.copyOf(all), elapsedMillis());
  }

  public long elapsedMillis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
