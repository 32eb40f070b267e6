package org.commonground.plan;

import static org.commonground.plan.Terms.checked;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ShelterFinder;
import org.commonground.plan.AreaAnswer.Limit;

/** Answers questions about the cities in a store, each by the rule pack that it names. Safe for use by many threads. */
public final class Planner {

  static final Limit SHELTERS = new Limit(1, 50);
  static final Limit K = new Limit(1, CoverageSolver.MOST_SHELTERS);
  static final Limit GAPS = new Limit(1, 1000);
  private static final int DEFAULT_SHELTERS = 3;
  private static final int DEFAULT_GAPS = 50;

  private final Cities cities;
  private final PlanStore plans;
  private final FactStore facts;
  private final Rules rules;
  /** Number of the last one tried, below 0 so that it is no version of a scenario that is kept. */
  private final AtomicInteger trials = new AtomicInteger();

  public Planner(CityStore store, PlanStore plans, FactStore facts, Rules rules) {
    cities = new Cities(store);
    this.plans = plans;
    this.facts = facts;
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

  FactStore facts() {
    return facts;
  }

  /** Of the area as it is in the store now; throws as {@link #snapshot}. */
  long version(String name) {
    return cities.entry(name).version();
  }

  /** @throws InvalidInput where the area, the scenario, the hazard, the rule pack, the profile or a number is not one that can be asked for */
  Asked ask(CoverageQuery query) {
    return ask(cities.snapshot(query.area()), query);
  }

  Asked ask(Snapshot snapshot, CoverageQuery query) {
    return pose(snapshot, query, scenarioOf(query)).ask();
  }

  /** Checks a question without looking at walks; throws as {@link #ask}. */
  Posed pose(CoverageQuery query) {
    return pose(cities.snapshot(query.area()), query, scenarioOf(query));
  }

  private Scenario scenarioOf(CoverageQuery query) {
    var id = query.conditions().scenario();
    return id == null ? null : scenario(query.area(), id);
  }

  private Posed pose(Snapshot snapshot, CoverageQuery query, Scenario scenario) {
    long start = System.nanoTime();
    var conditions = query.conditions();
    var terms = rules.terms(conditions.rules());
    int minutes = terms.minutes(query.minutes());
    int k = checked("k", query.k(), 1, K);
    checked("count", query.count(), DEFAULT_GAPS, GAPS);
    if (k > 1 && conditions.capacity()) {
      throw new InvalidInput(Code.OPTION, "k", "k is " + k + ", but must be 1 where room counts: everybody takes one place.");
    }
    var profile = terms.profile(query.profile(), conditions.night());
    var situation = Situation.of(snapshot, scenario == null ? null : ResolvedScenario.of(scenario, snapshot), conditions.hazard());
    return new Posed(snapshot, scenario, conditions, situation, profile, minutes, k, terms,
        terms.assumptions(profile, conditions.night(), query.minutes() == null), start);
  }

  /**
   * Answers what is asked while somebody drags a shelter about, so often, in a snapshot of its own: nothing of it is kept.
   *
   * @throws InvalidInput where there is no area of this name
   */
  public void rehearse(String area, int edits) {
    var known = cities.snapshot(area);
    var snapshot = new Snapshot(known.city(), known.version());
    var places = snapshot.city().demand();
    var query = new CoverageQuery(area, null, null, null, null);
    for (int edit = 0; edit < edits && !places.isEmpty(); edit++) {
      var place = places.get((int) ((long) edit * places.size() / edits));
      var dragged = new Scenario("rehearsal", area, "Rehearsal", null, null, Instant.EPOCH, Instant.EPOCH, edit + 1,
          List.of(new Edit.AddShelter(place.lon(), place.lat(), "Rehearsal", null)));
      CoverageAnswer.find(pose(snapshot, query, dragged).ask(), DEFAULT_GAPS);
    }
  }

  private Scenario scenario(String area, String id) {
    return plans.find(area, id).orElseThrow(() -> Scenarios.unknown(area, id));
  }

  /** @throws InvalidInput as {@link #ask}, as everywhere below */
  public CoverageAnswer coverage(CoverageQuery query) {
    return findCoverage(query).answer();
  }

  /**
   * Coverage as it would be with edits that nobody keeps.
   *
   * @param body the fields of the question, and {@code edits}, which follow those of the scenario where one is asked in
   * @throws InvalidInput also where an edit is not one that a scenario takes
   */
  public CoverageAnswer tried(String area, Map<String, ?> body) {
    var fields = new Fields(body);
    var query = ResultKind.coverageQuery(area, fields);
    var edits = EditJson.list(fields);
    fields.end();
    var snapshot = cities.snapshot(area);
    var base = scenarioOf(query);
    var all = Scenarios.appended(snapshot, base == null ? List.of() : base.edits(), edits);
    var trial = new Scenario(base == null ? null : base.id(), area, "Trial", null, null, Instant.EPOCH, Instant.EPOCH,
        trials.decrementAndGet(), all);
    var asked = pose(snapshot, query, trial).assuming(ScenarioWording.EDITS_TRIED.with(edits.size())).ask();
    return CoverageAnswer.find(asked, count(query)).answer();
  }

  Found<CoverageAnswer> findCoverage(CoverageQuery query) {
    return CoverageAnswer.find(ask(query), count(query));
  }

  /** The result behind {@link #coverage}, for layers and tiles; where room counts, a place's state says whether all there find it. */
  public CoverageResult result(Snapshot snapshot, CoverageQuery query) {
    var asked = ask(snapshot, query);
    return asked.conditions().capacity() ? asked.coverage().with(asked.room().state()) : asked.coverage();
  }

  /** Changes whenever an answer to a question may: with the area, with the scenario and with the rule pack. */
  public String versionOf(Snapshot snapshot, CoverageQuery query) {
    var id = query.conditions().scenario();
    return snapshot.version() + "-" + rules.terms(query.conditions().rules()).version() + (id == null ? "" : "-" + id + "." + scenario(query.area(), id).version());
  }

  /** Who has a second and a third shelter, and what the loss of each one means. */
  public RedundancyAnswer redundancy(CoverageQuery query) {
    return findRedundancy(query).answer();
  }

  Found<RedundancyAnswer> findRedundancy(CoverageQuery query) {
    return RedundancyAnswer.find(ask(query).whateverRoom(), count(query));
  }

  /** What boundaries between districts cost. */
  public IntegrityAnswer integrity(CoverageQuery query) {
    return findIntegrity(query).answer();
  }

  Found<IntegrityAnswer> findIntegrity(CoverageQuery query) {
    return IntegrityAnswer.find(ask(query).whateverRoom(), count(query));
  }

  /** How evenly walks are shared out. */
  public FairnessAnswer fairness(CoverageQuery query) {
    return findFairness(query).answer();
  }

  Found<FairnessAnswer> findFairness(CoverageQuery query) {
    var asked = ask(query).whateverRoom();
    var answer = FairnessAnswer.of(asked);
    return new Found<>(answer, Map.of("district_fairness", () -> DistrictLayers.fairness(asked.city(), answer)));
  }

  /**
   * Which missing facts keep answers open, and where to survey first; with collapsing buildings where anything is said of them. Throws
   * as {@link #expected}.
   */
  public UnknownsAnswer unknowns(ExpectedQuery query) {
    return findUnknowns(query).answer();
  }

  Found<UnknownsAnswer> findUnknowns(ExpectedQuery query) {
    var asked = ask(query.coverage());
    var collapse = query.asksCollapse() ? Collapse.of(asked, query) : null;
    return UnknownsAnswer.find(collapse == null ? asked : asked.whateverRoom(), collapse, count(query.coverage()));
  }

  /** Throws where the damage, the samples or the model are not ones that can be asked for, too. */
  public ExpectedAnswer expected(ExpectedQuery query) {
    return findExpected(query).answer();
  }

  Found<ExpectedAnswer> findExpected(ExpectedQuery query) {
    return ExpectedAnswer.find(ask(query.coverage()).whateverRoom(), query);
  }

  private static int count(CoverageQuery query) {
    return query.count() == null ? DEFAULT_GAPS : query.count();
  }

  /**
   * Two states of an area by the same question.
   *
   * @param from id of a scenario; null for the area as it is
   * @param to   the same
   */
  public CompareAnswer compare(CoverageQuery query, String from, String to) {
    return CompareAnswer.of(ask(query.in(from)), ask(query.in(to)));
  }

  /** Throws where the place is not one that can be asked for, too. */
  public NearestAnswer nearest(NearestQuery query) {
    int count = checked("count", query.count(), DEFAULT_SHELTERS, SHELTERS);
    checkPlace(query);
    var asked = ask(new CoverageQuery(query.area(), query.profile(), query.minutes(), null, null, query.conditions()));
    var city = asked.city();
    if (!asked.snapshot().contains(query.lon(), query.lat())) {
      throw new InvalidInput(Code.OUTSIDE_AREA, "at", String.format(java.util.Locale.ROOT,
          "%s, %s lies more than %.0f m outside %s.", query.lon(), query.lat(), Snapshot.MARGIN_METRES, city.area().title()));
    }
    var words = StepWords.of(query.language());
    boolean inHazard = asked.isClosed(query.lon(), query.lat());
    var said = asked.ways();
    var ways = new ShelterFinder(asked.reach()).nearest(query.lon(), query.lat(), count).stream()
        .map(way -> said.of(way, asked.minutes(), inHazard, words)).toList();
    return new NearestAnswer(query.area(), city.area().dataDate(), query.conditions().scenario(), query.conditions().hazard(),
        query.conditions().night(), asked.terms().name(), asked.profile().name(), asked.minutes(), 0,
        new double[] {query.lon(), query.lat()}, inHazard, ways, city.area().shelterNote(), city.area().attribution(), asked.assumptions(),
        asked.elapsedMillis());
  }

  private static void checkPlace(NearestQuery query) {
    if (!(Math.abs(query.lon()) <= 180)) {
      throw new InvalidInput(Code.OPTION, "lon", "lon is " + query.lon() + ", but must be -180 to 180.");
    }
    if (!(Math.abs(query.lat()) <= 90)) {
      throw new InvalidInput(Code.OPTION, "lat", "lat is " + query.lat() + ", but must be -90 to 90.");
    }
  }
}
