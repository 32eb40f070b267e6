package org.commonground.plan.space;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.City;
import org.commonground.coverage.Circumstances;
import org.commonground.coverage.EverydayProblem;
import org.commonground.coverage.EverydayResult;
import org.commonground.coverage.EverydaySolver;
import org.commonground.coverage.EverydaySpace;
import org.commonground.coverage.Reach;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.coverage.ShelterSite;
import org.commonground.judgement.JudgedSpace;
import org.commonground.judgement.SpaceJudge;
import org.commonground.judgement.Worth;
import org.commonground.plan.Asked;
import org.commonground.plan.city.ShelterSpaces;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.rules.Terms;
import org.commonground.rules.RulePack;
import org.commonground.space.Range;
import org.commonground.space.Shelter;
import org.commonground.space.Space;

/**
 * The spaces of one city by one rule pack, with what has been found so far. Each part is computed when first asked for. Safe for use by
 * many threads.
 */
public final class JudgedCity {

  private static final List<String> MINUTES = List.of("everyday.minutes1", "everyday.minutes2", "everyday.minutes3");

  private final City city;
  private final RulePack rules;
  private final SpaceJudge judge;
  private final List<ShelterSite> sites;
  private final Map<Integer, JudgedSpace> one = new HashMap<>();
  private final ShelterSpaces shelterSpaces;
  private final Map<Reach, EverydayResult> everyday = Snapshot.kept();
  private final Map<Reach, Reach> toSpaces = Snapshot.kept();
  private List<JudgedSpace> all;
  private Map<Integer, JudgedSpace> shelters;

  /** Those of a city by the last few rule packs that were asked for. */
  private static final class Packs {

    private final Snapshot snapshot;
    private final Map<String, JudgedCity> judged = Snapshot.kept();

    Packs(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    synchronized JudgedCity by(Terms terms) {
      return judged.computeIfAbsent(terms.version(),
          version -> new JudgedCity(snapshot.city(), snapshot.shelterSpaces(), terms.rules()));
    }
  }

  /** Kept with the city while its rule pack is one of the last few that were asked for. */
  public static JudgedCity of(Snapshot snapshot, Terms terms) {
    return snapshot.known(Packs.class, Packs::new).by(terms);
  }

  private JudgedCity(City city, ShelterSpaces shelterSpaces, RulePack rules) {
    this.city = city;
    this.shelterSpaces = shelterSpaces;
    this.rules = rules;
    judge = new SpaceJudge(city, rules);
    sites = city.spaces().stream().map(space -> new ShelterSite(space.geometry(), null)).toList();
  }

  SpaceJudge judge() {
    return judge;
  }

  RulePack rules() {
    return rules;
  }

  /** The three times within which people walk to spaces. */
  int[] minutes() {
    return MINUTES.stream().mapToInt(key -> (int) rules.value(key)).toArray();
  }

  /** Number of the shelter that a space is designated as, the lowest of several; null where it is none. */
  Integer shelterOf(Space space) {
    return shelterSpaces.shelterOfSpace().get(space.id());
  }

  Integer givenPersons(Space space) {
    var shelter = shelterOf(space);
    return shelter == null ? null : city.shelters().get(shelter).capacity();
  }

  /** In the order of their numbers. */
  public synchronized List<JudgedSpace> all() {
    if (all == null) {
      all = city.spaces().parallelStream().map(this::judged).toList();
    }
    return all;
  }

  private JudgedSpace judged(Space space) {
    var shelter = shelterOf(space);
    return judge.judge(space, givenPersons(space), shelter == null ? null : city.shelters().get(shelter).indoor());
  }

  public synchronized JudgedSpace one(Space space) {
    return all != null ? all.get(space.id()) : one.computeIfAbsent(space.id(), id -> judged(space));
  }

  /** The shelters of the area: as the space that each is, else by what is recorded of the shelter itself. */
  synchronized Map<Integer, JudgedSpace> shelters() {
    if (shelters == null) {
      shelters = new TreeMap<>();
      for (var shelter : city.shelters()) {
        var space = shelterSpaces.spaceOfShelter().get(shelter.id());
        shelters.put(shelter.id(), space != null ? one(space) : judge.judge(asSpace(shelter), shelter.capacity(), shelter.indoor()));
      }
    }
    return shelters;
  }

  private Space asSpace(Shelter shelter) {
    var area = judge.projection().toMetres(shelter.geometry()).getArea();
    return new Space(-1, shelter.sourceId() == null ? "shelter " + shelter.id() : shelter.sourceId(),
        org.commonground.space.SpaceKind.OTHER, shelter.name(), shelter.names(), Map.of(), shelter.geometry(), area);
  }

  /** Who walks to which space by day, nothing being in the way. */
  synchronized EverydayResult everyday(Asked plain) {
    return everyday.computeIfAbsent(plain.reach(), reach -> {
      var walkers = plain.walkers().stream()
          .map(some -> new Walkers(some.reach().changed(sites, Circumstances.NONE), some.people())).toList();
      var spaces = city.spaces().stream().map(space -> new EverydaySpace(space.geometry(), space.isPublicGreen())).toList();
      var limits = minutes();
      for (int i = 0; i < limits.length; i++) {
        limits[i] *= 60_000;
      }
      return EverydaySolver.solve(new EverydayProblem(walkers, spaces,
          city.districts().stream().map(district -> district.geometry()).toList(), limits));
    });
  }

  /** What a space of the area is worth in everyday life, 0 to 1; null where the rules weigh nothing. */
  public Range everydayWorth(JudgedSpace space, Asked plain) {
    return Worth.everyday(space, SpaceParts.nearby(everyday(plain).spaces().get(space.space().id())), rules).score();
  }

  /** Walking times to all spaces, with what is in the way of the question. */
  synchronized Reach toSpaces(Asked asked) {
    return toSpaces.computeIfAbsent(asked.reach(), reach -> reach.changed(sites, reach.problem().circumstances()));
  }
}
