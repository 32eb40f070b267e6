package org.commonground.plan;

import java.util.Map;
import java.util.SortedSet;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.HazardEffect;
import org.commonground.coverage.Reach;
import org.commonground.coverage.ShelterSite;
import org.commonground.coverage.Wading;
import org.commonground.network.Profile;
import org.commonground.plan.city.Snapshot;

/**
 * The walking times of one city that were asked for, each repaired from the nearest that is known: in a scenario from the scenario
 * before its last edit, else from the city as it is. Safe for use by many threads.
 */
public final class Reaches {

  private final Snapshot snapshot;
  private final DemandPlaces places;
  private final Map<Key, Reach> reaches = Snapshot.kept();
  private final Map<Line, Reach> last = Snapshot.kept();
  private final Map<EffectKey, HazardEffect> effects = Snapshot.kept();

  /** @param version of the scenario; 0 where there is none */
  private record Key(Profile profile, Wading wading, SortedSet<String> layers, java.util.Set<?> hazards, String scenario, int version) {
  }

  /** What one line of edits is made on. */
  private record Line(Profile profile, String scenario) {
  }

  private record EffectKey(Wading wading, SortedSet<String> layers) {
  }

  private Reaches(Snapshot snapshot) {
    this.snapshot = snapshot;
    places = snapshot.places();
  }

  public static Reaches of(Snapshot snapshot) {
    return snapshot.known(Reaches.class, Reaches::new);
  }

  /**
   * @param scenario id; null where the situation is the area as it is
   * @param version  of the scenario
   */
  synchronized Reach reach(Profile profile, Wading wading, Situation situation, String scenario, int version) {
    var key = new Key(profile, wading, situation.layers(), situation.hazards(), scenario, version);
    var known = reaches.get(key);
    if (known == null) {
      var effect = effect(wading, situation);
      var from = last.get(new Line(profile, scenario));
      known = (from == null ? plain(profile) : from).changed(situation.sites(effect), effect.circumstances());
      reaches.put(key, known);
      if (scenario != null) {
        last.put(new Line(profile, scenario), known);
      }
    }
    return known;
  }

  /** The city as it is. */
  private Reach plain(Profile profile) {
    var line = new Line(profile, null);
    var known = last.get(line);
    if (known == null) {
      var city = snapshot.city();
      var shelters = city.shelters().stream().map(shelter -> new ShelterSite(shelter.geometry(), shelter.capacity())).toList();
      known = Reach.of(new CoverageProblem(city.streets(), profile, places, city.districts().size(), shelters));
      last.put(line, known);
    }
    return known;
  }

  /** What the hazards and closings of a situation do to a group. */
  public synchronized HazardEffect effect(Wading wading, Situation situation) {
    return effects.computeIfAbsent(new EffectKey(wading, situation.layers()),
        wanted -> HazardEffect.of(snapshot.city().streets(), places, situation.zones(snapshot), wading))
        .closing(situation.closedAreas(), situation.closedStreets());
  }
}
