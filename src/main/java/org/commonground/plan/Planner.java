package org.commonground.plan;

import static org.commonground.plan.form.Checked.within;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.CoverageSolver;
import org.commonground.plan.city.Cities;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.fact.FactStore;
import org.commonground.plan.fact.Facts;
import org.commonground.plan.form.Limit;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.rules.Terms;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.PlanStore;
import org.commonground.plan.scenario.ResolvedScenario;
import org.commonground.plan.scenario.Scenario;
import org.commonground.plan.scenario.ScenarioWording;
import org.commonground.plan.scenario.Scenarios;

/**
 * Checks questions about the cities in a store, each by the rule pack that it names, and gives them all that their answers are made
 * from. Safe for use by many threads.
 */
public final class Planner {

  static final Limit K = new Limit(1, CoverageSolver.MOST_SHELTERS);
  public static final Limit GAPS = new Limit(1, 1000);

  private final Cities cities;
  private final Scenarios scenarios;
  private final Facts facts;
  private final Rules rules;
  /** Number of the last one tried, below 0 so that it is no version of a scenario that is kept. */
  private final AtomicInteger trials = new AtomicInteger();

  public Planner(CityStore store, PlanStore plans, FactStore facts, Rules rules) {
    cities = new Cities(store);
    scenarios = new Scenarios(plans, cities);
    this.facts = new Facts(facts, cities, Clock.systemUTC());
    this.rules = rules;
  }

  /** Every area there is, in alphabetical order. */
  public List<AreaAnswer> areas() {
    return cities.list().stream().map(this::area).toList();
  }

  /** @throws InvalidInput where there is no area of this name */
  public AreaAnswer area(String name) {
    return area(cities.entry(name));
  }

  private AreaAnswer area(CityStore.Entry entry) {
    var terms = rules.terms(null);
    return AreaAnswer.of(entry, terms.profiles(), terms.name(), terms.defaultMinutes(), Terms.MINUTES);
  }

  /**
   * The city as it is in the store now, or was a quarter of a second ago.
   *
   * @throws InvalidInput where there is no area of this name
   */
  public Snapshot snapshot(String name) {
    return cities.snapshot(name);
  }

  /** The scenarios of these cities. */
  public Scenarios scenarios() {
    return scenarios;
  }

  /** What people have entered about these cities. */
  public Facts facts() {
    return facts;
  }

  /** Of the area as it is in the store now; throws as {@link #snapshot}. */
  public long version(String name) {
    return cities.entry(name).version();
  }

  /** @throws InvalidInput where the area, the scenario, the hazard, the rule pack, the profile or a number is not one that can be asked for */
  public Asked ask(CoverageQuery query) {
    return ask(cities.snapshot(query.area()), query);
  }

  /** In a snapshot that the caller keeps; throws as {@link #ask(CoverageQuery)}. */
  public Asked ask(Snapshot snapshot, CoverageQuery query) {
    return ask(snapshot, query, scenarioOf(query));
  }

  /** @param scenario in the place of the one that is asked about; null for the area as it is */
  public Asked ask(Snapshot snapshot, CoverageQuery query, Scenario scenario) {
    return pose(snapshot, query, scenario).ask();
  }

  /**
   * A question as it would be with edits that nobody keeps.
   *
   * @param edits follow those of the scenario where one is asked about
   * @throws InvalidInput also where an edit is not one that a scenario takes
   */
  public Asked tried(CoverageQuery query, List<Edit> edits) {
    var snapshot = cities.snapshot(query.area());
    var base = scenarioOf(query);
    var all = Scenarios.appended(snapshot, base == null ? List.of() : base.edits(), edits);
    var trial = new Scenario(base == null ? null : base.id(), query.area(), "Trial", null, null, Instant.EPOCH, Instant.EPOCH,
        trials.decrementAndGet(), all);
    return pose(snapshot, query, trial).assuming(ScenarioWording.EDITS_TRIED.with(edits.size())).ask();
  }

  /** Checks a question without looking at walks; throws as {@link #ask}. */
  public Posed pose(CoverageQuery query) {
    return pose(cities.snapshot(query.area()), query, scenarioOf(query));
  }

  private Scenario scenarioOf(CoverageQuery query) {
    var id = query.conditions().scenario();
    return id == null ? null : scenarios.find(query.area(), id);
  }

  private Posed pose(Snapshot snapshot, CoverageQuery query, Scenario scenario) {
    long start = System.nanoTime();
    var conditions = query.conditions();
    var terms = rules.terms(conditions.rules());
    int minutes = terms.minutes(query.minutes());
    int k = within("k", query.k(), 1, K);
    within("count", query.count(), GAPS.min(), GAPS);
    if (k > 1 && conditions.capacity()) {
      throw new InvalidInput(Code.OPTION, "k", "k is " + k + ", but must be 1 where room counts: everybody takes one place.");
    }
    var profile = terms.profile(query.profile(), conditions.night());
    var situation = Situation.of(snapshot, scenario == null ? null : ResolvedScenario.of(scenario, snapshot), conditions.hazard());
    return new Posed(snapshot, scenario, conditions, situation, profile, minutes, k, terms,
        terms.assumptions(profile, conditions.night(), query.minutes() == null), start);
  }

  /** Changes whenever an answer to a question may: with the area, with the scenario and with the rule pack. */
  public String versionOf(Snapshot snapshot, CoverageQuery query) {
    var id = query.conditions().scenario();
    return snapshot.version() + "-" + rules.terms(query.conditions().rules()).version() + (id == null ? "" : "-" + id + "." + scenarios.find(query.area(), id).version());
  }
}
