package org.commonground.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.Conditions;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.city.Cities;
import org.commonground.plan.coverage.ExpectedQuery;
import org.commonground.plan.district.ProfilesQuery;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.result.ResultEntry;
import org.commonground.plan.result.ResultKind;
import org.commonground.plan.result.ResultStore;
import org.commonground.plan.result.Results;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.Scenario;
import org.commonground.plan.scenario.Scenario.Heading;
import org.commonground.plan.scenario.Scenarios;
import org.commonground.plan.scenario.ShelterRef;
import org.commonground.plan.space.SpacesQuery;
import org.commonground.space.Hazard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios and kept results, whichever database is under them. Run on a real one of each kind by the two classes below. */
abstract class PlanStoreTest {

  private static final City MONACO = CityStoreTest.MONACO;
  private static final String ODD = "第一 \"方案\" O'Hara; drop table scenario; -- 😀 \\ %";
  private static final Heading TITLE = new Heading("Title", null, null);

  @TempDir
  static Path folder;

  private HikariDataSource source;
  private JdbcCityStore cities;
  private JdbcPlanStore plans;
  private Scenarios scenarios;
  private Results results;

  /** Address of a database; null for the embedded one in {@link #folder}. The same one each time within a test class. */
  abstract String url();

  @BeforeEach
  void open() {
    source = Databases.open(url(), null, null, folder);
    cities = new JdbcCityStore(source);
    plans = new JdbcPlanStore(source);
    var planner = new Planner(cities, plans, new JdbcFactStore(source), Rules.load(Path.of("data/rules")));
    scenarios = planner.scenarios();
    results = new Results(new JdbcResultStore(source), planner);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void saveArea(String name) {
    cities.save(CityStoreTest.named(MONACO, name, name), true);
  }

  private static Edit.AddShelter add(String name) {
    return new Edit.AddShelter(7.4262, 43.7395, name, 10);
  }

  private static Edit close(int shelter) {
    return new Edit.CloseShelter(ShelterRef.asked(shelter), null);
  }

  private static Polygon square() {
    return (Polygon) new GeometryFactory().toGeometry(new Envelope(7.42, 7.421, 43.73, 43.731));
  }

  private String asked(String sql) throws SQLException {
    try (var connection = source.getConnection(); var select = connection.createStatement();
        var found = select.executeQuery(sql)) {
      var lines = new ArrayList<String>();
      while (found.next()) {
        lines.add(found.getString(1));
      }
      return String.join(" ", lines);
    }
  }

  @Test
  void comesBackAsItWasKept() {
    var ref = new ShelterRef(3, false, ODD, ODD, 7.42, 43.73);
    var edits = List.<Edit>of(new Edit.AddShelter(7.4262, 43.7395, ODD, null),
        new Edit.AddShelter(7.4262, 43.7395, "Square", 5, "way/" + ODD, new TreeSet<>(List.of(Hazard.TSUNAMI, Hazard.FLOOD))),
        new Edit.CloseShelter(ref, ODD + "\n\tthird line"),
        new Edit.ResizeShelter(new ShelterRef(0, true, null, null, 7.42, 43.73), 0), new Edit.MoveShelter(ref, 7.43, 43.73),
        new Edit.CloseStreet(7.4262, 43.7395, 9_999_999_999L, null), new Edit.CloseStreet(7.4262, 43.7395, null, null),
        new Edit.CloseArea(square(), null), new Edit.HazardSwitch(ODD, false));
    var at = Instant.parse("2026-02-28T23:59:59.123Z");
    var draft = new Scenario(null, "back", ODD, ODD, ODD, at, at.plusMillis(1), 0, edits);
    var kept = plans.create(draft);
    assertEquals(draft.kept(kept.id(), 1), kept);
    assertEquals(kept, plans.find("back", kept.id()).orElseThrow());
    var bare = plans.create(new Scenario(null, "back", "Bare", null, null, at, at, 0, List.of()));
    assertEquals(List.of(kept, bare), plans.list("back"));
    assertEquals(List.of(), plans.list("elsewhere"));
    for (var id : new String[] {"0", "-1", "", "x", "1.0", "99999999999", "1; drop table scenario", bare.id() + "0"}) {
      assertTrue(plans.find("back", id).isEmpty(), id);
    }
    assertTrue(plans.find("elsewhere", kept.id()).isEmpty());
  }

  @Test
  void idsAreNeverGivenAgain() {
    saveArea("ids");
    var ids = new TreeSet<String>();
    for (int round = 0; round < 5; round++) {
      var scenario = scenarios.create("ids", TITLE, List.of());
      assertTrue(ids.add(scenario.id()), scenario.id());
      scenarios.delete("ids", scenario.id(), null);
      assertEquals(Code.SCENARIO_UNKNOWN, assertThrows(InvalidInput.class, () -> scenarios.show("ids", scenario.id())).code());
      assertEquals(Code.SCENARIO_UNKNOWN,
          assertThrows(InvalidInput.class, () -> scenarios.edit("ids", scenario.id(), null, add("x"))).code());
    }
  }

  @Test
  void aChangeToAnOlderStateIsRefused() {
    saveArea("older");
    var first = scenarios.create("older", TITLE, List.of(add("a")));
    var second = scenarios.edit("older", first.id(), first.version(), add("b"));
    assertTrue(second.version() > first.version() && second.changedAt().isAfter(first.changedAt()));
    for (var late : List.<Callable<?>>of(() -> scenarios.edit("older", first.id(), first.version(), add("c")),
        () -> scenarios.undo("older", first.id(), first.version()),
        () -> scenarios.rename("older", first.id(), first.version(), heading -> new Heading("Late", null, null)),
        () -> {
          scenarios.delete("older", first.id(), first.version());
          return null;
        })) {
      assertEquals(Code.SCENARIO_CHANGED, assertThrows(InvalidInput.class, late::call).code());
    }
    var stale = plans.find("older", first.id()).orElseThrow();
    scenarios.edit("older", first.id(), null, add("c"));
    assertEquals(Code.SCENARIO_CHANGED, assertThrows(InvalidInput.class, () -> plans.save(stale)).code());
    assertEquals(Code.SCENARIO_CHANGED, assertThrows(InvalidInput.class, () -> plans.delete(stale)).code());
    assertEquals(3, scenarios.show("older", first.id()).edits().size());
    scenarios.delete("older", first.id(), null);
    assertEquals(Code.SCENARIO_UNKNOWN, assertThrows(InvalidInput.class, () -> plans.save(stale)).code());
  }

  /** Four at once, each through a door of its own: every edit is kept once. */
  @Test
  void manyWritersLoseNothing() throws Exception {
    saveArea("many");
    var id = scenarios.create("many", TITLE, List.of()).id();
    int writers = 4;
    int each = 15;
    var pool = Executors.newFixedThreadPool(writers);
    try {
      var work = IntStream.range(0, writers).mapToObj(writer -> (Callable<Void>) () -> {
        var own = new Scenarios(new JdbcPlanStore(source), new Cities(new JdbcCityStore(source)));
        for (int no = 0; no < each; no++) {
          own.edit("many", id, null, add(writer + "-" + no));
        }
        return null;
      }).toList();
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
    var kept = scenarios.show("many", id);
    var names = new TreeSet<String>();
    kept.edits().forEach(edit -> names.add((String) edit.get("name")));
    assertEquals(writers * each, names.size());
    assertEquals(writers * each, kept.edits().size());
    assertEquals(1 + writers * each, kept.version());
  }

  @Test
  void undoTakesBackOneByOne() {
    saveArea("undo");
    var states = new ArrayList<List<Map<String, Object>>>();
    var scenario = scenarios.create("undo", TITLE, List.of());
    var id = scenario.id();
    states.add(scenario.edits());
    int own = MONACO.shelters().size();
    for (var edit : List.of(add("a"), new Edit.MoveShelter(ShelterRef.asked(own), 7.42, 43.735), close(own), close(0),
        new Edit.CloseArea(square(), "fair"))) {
      states.add(scenarios.edit("undo", id, null, edit).edits());
    }
    assertEquals("shelter", assertThrows(InvalidInput.class, () -> scenarios.edit("undo", id, null, close(own))).field());
    for (int left = states.size() - 2; left >= 0; left--) {
      assertEquals(states.get(left), scenarios.undo("undo", id, null).edits());
    }
    assertEquals("edits", assertThrows(InvalidInput.class, () -> scenarios.undo("undo", id, null)).field());
  }

  @Test
  void copiesAndRenames() {
    saveArea("copy");
    var from = scenarios.create("copy", new Heading("From", "Ann", "why"), List.of(add("a"), close(1)));
    var copy = scenarios.copy("copy", from.id(), null);
    assertEquals("From (copy) Ann why", copy.title() + " " + copy.author() + " " + copy.reason());
    assertEquals(from.edits(), copy.edits());
    scenarios.undo("copy", copy.id(), null);
    var renamed = scenarios.rename("copy", copy.id(), null, old -> new Heading(ODD, null, old.reason()));
    assertEquals(ODD + " null why", renamed.title() + " " + renamed.author() + " " + renamed.reason());
    assertEquals(2, scenarios.show("copy", from.id()).edits().size());
    assertEquals(List.of(from.id(), copy.id()), scenarios.list("copy").stream().map(scenario -> scenario.id()).toList());
  }

  @Test
  void scenariosAndResultsOutliveANewImport() {
    saveArea("again");
    var scenario = scenarios.create("again", TITLE, List.of(close(0), close(5)));
    var result = results.keep("again", Map.of("name", "before", "minutes", 5));
    var answer = results.answer("again", result.id());
    assertTrue(result.current());
    var fewer = new ArrayList<>(MONACO.shelters().subList(1, MONACO.shelters().size()));
    fewer.replaceAll(shelter -> new org.commonground.space.Shelter(shelter.id() - 1, shelter.sourceId(), shelter.name(),
        shelter.names(), shelter.address(), shelter.geometry(), shelter.capacity(), shelter.hazards(), shelter.indoor(),
        shelter.illustrative(), shelter.tags()));
    var area = CityStoreTest.named(MONACO, "again", "New").area();
    cities.save(new City(area, MONACO.districts(), MONACO.streets(), MONACO.buildings(), MONACO.spaces(), fewer, MONACO.demand(),
        MONACO.background(), MONACO.hazardZones(), MONACO.facilities(), MONACO.slopes(), MONACO.issues()), true);
    await().atMost(Duration.ofSeconds(2)).until(() -> !scenarios.show("again", scenario.id()).notApplied().isEmpty());
    var after = scenarios.show("again", scenario.id());
    assertEquals(1, after.notApplied().size());
    assertEquals(0, after.notApplied().get(0).edit());
    assertEquals(4, after.edits().get(1).get("shelter"));
    assertEquals(answer, results.answer("again", result.id()));
    assertFalse(results.list("again").get(0).current());
    assertEquals(3, scenarios.edit("again", scenario.id(), null, close(0)).edits().size());
  }

  @Test
  void fiveHundredEdits() throws SQLException {
    saveArea("big");
    var edits = IntStream.range(0, 500).mapToObj(no -> (Edit) add("N" + no)).toList();
    var scenario = scenarios.create("big", TITLE, edits);
    assertEquals(501, scenarios.edit("big", scenario.id(), null, close(0)).edits().size());
    assertEquals(501, plans.find("big", scenario.id()).orElseThrow().edits().size());
    assertEquals("501", asked("select count(*) from scenario_edit where scenario_id = " + scenario.id()));
    scenarios.undo("big", scenario.id(), null);
    assertEquals("500", asked("select count(*) from scenario_edit where scenario_id = " + scenario.id()));
    var many = IntStream.rangeClosed(0, Scenario.MOST_EDITS).mapToObj(no -> (Edit) add("N" + no)).toList();
    assertEquals("edits", assertThrows(InvalidInput.class, () -> scenarios.create("big", TITLE, many)).field());
    scenarios.delete("big", scenario.id(), null);
    assertEquals("0", asked("select count(*) from scenario_edit where scenario_id = " + scenario.id()));
  }

  @Test
  void editsAreALayer() throws SQLException {
    saveArea("layer");
    var id = scenarios.create("layer", TITLE, List.of(add(ODD), new Edit.ResizeShelter(ShelterRef.asked(2), 7),
        new Edit.MoveShelter(ShelterRef.asked(2), 7.42, 43.735), close(0), new Edit.CloseStreet(7.4262, 43.7395, null, "works"),
        new Edit.CloseArea(square(), "fair"))).id();
    var where = " from scenario_edit where scenario_id = " + id + " order by no";
    assertEquals("add-shelter resize-shelter move-shelter close-shelter close-street close-area", asked("select type" + where));
    assertEquals(ODD + " null null null null null", asked("select case when no = 0 then name end" + where));
    assertEquals("10 7 null null null null", asked("select capacity" + where));
    assertEquals("null null null null works fair", asked("select reason" + where));
    assertEquals("4326 4326 4326 4326 4326 4326", asked("select st_srid(geom)" + where));
    assertEquals("0 0 0 0 0 2", asked("select st_dimension(geom)" + where));
    assertEquals("3", asked("select count(*) from scenario_edit where scenario_id = " + id
        + " and st_intersects(geom, st_geomfromtext('POLYGON((7.4199 43.7299, 7.4201 43.7299, 7.4201 43.7351, 7.4199 43.7351, "
        + "7.4199 43.7299))', 4326)) or scenario_id = " + id + " and type = 'add-shelter'"));
  }

  @Test
  void resultsAreKeptByteForByteAndAsLayers() throws SQLException {
    saveArea("kept");
    var query = new CoverageQuery("kept", "wheelchair", 7, 1000, null);
    var kept = results.keep(ResultKind.COVERAGE, "kept", ODD, query);
    var id = kept.entry().id();
    var answer = results.answer("kept", id);
    assertEquals(JsonMapper.builder().build().writeValueAsString(kept.answer()), answer);
    assertEquals(List.of(kept.entry()), results.list("kept"));
    assertEquals("7 wheelchair", kept.entry().question().get("minutes") + " " + kept.entry().question().get("profile"));
    var people = kept.answer().people();
    assertEquals(String.valueOf(people.total()), asked("select sum(people) from coverage_result where result_id = " + id));
    assertEquals(String.valueOf(people.covered()),
        asked("select sum(people) from coverage_result where result_id = " + id + " and state = 'covered'"));
    assertEquals(String.valueOf(MONACO.demand().size()), asked("select count(*) from coverage_result where result_id = " + id));
    assertEquals(String.valueOf(kept.answer().gapCount()), asked("select count(*) from gap where result_id = " + id));
    assertEquals(String.valueOf(people.notCovered() + people.unreachable()),
        asked("select sum(people) from gap where result_id = " + id));
    assertEquals(Code.RESULT_EXISTS,
        assertThrows(InvalidInput.class, () -> results.keep(ResultKind.COVERAGE, "kept", ODD, query)).code());
    var other = results.keep("kept", Map.of("name", "second", "kind", "redundancy"));
    assertEquals(List.of(id, other.id()), results.list("kept").stream().map(ResultEntry::id).toList());
    results.delete("kept", id);
    assertEquals("0 0", asked("select count(*) from coverage_result where result_id = " + id) + " "
        + asked("select count(*) from gap where result_id = " + id));
    assertEquals(Code.RESULT_UNKNOWN, assertThrows(InvalidInput.class, () -> results.delete("kept", id)).code());
    assertEquals(Code.RESULT_UNKNOWN, assertThrows(InvalidInput.class, () -> results.answer("kept", id)).code());
    assertTrue(results.answer("kept", other.id()).contains("\"losses\""));

    var all = IntStream.range(0, MONACO.shelters().size()).mapToObj(PlanStoreTest::close).toList();
    var scenario = scenarios.create("kept", TITLE, all).id();
    var none = results.keep("kept", Map.of("name", "third", "scenario", scenario)).id();
    assertEquals(people.total() + " unreachable", asked("select sum(people) from coverage_result where result_id = " + none) + " "
        + asked("select distinct state from coverage_result where people > 0 and result_id = " + none));
  }

  /** Every layer of every kind, as numbers in the tables that are those of the answer; gone with the result. */
  @Test
  void everyKindIsKeptWithItsLayers() throws SQLException {
    saveArea("layers");
    var wheels = new CoverageQuery("layers", "wheelchair", 4, 1000, null);
    var damaged = new ExpectedQuery(wheels, 30.0, 10, 3L, "width");

    var expected = results.keep(ResultKind.EXPECTED, "layers", "expected", damaged);
    assertEquals(expected.answer().people().expected(), number("select sum(people * share) from expected_result"), 0.2);
    assertEquals(expected.answer().people().mostExpected(), number("select sum(people * most_share) from expected_result"), 0.2);
    assertEquals(expected.answer().people().covered(), number("select sum(people) from expected_result where state = 'covered'"));
    assertEquals(0, number("select count(*) from expected_result where share < share_low or share > share_high or share > most_share"));

    var losses = results.keep(ResultKind.REDUNDANCY, "layers", "losses", wheels).answer();
    assertEquals(losses.losses().size(), number("select count(*) from shelter_loss"));
    assertEquals(losses.losses().stream().mapToInt(loss -> loss.uncovered()).sum(), number("select sum(uncovered) from shelter_loss"));
    assertEquals(losses.losses().stream().mapToLong(loss -> loss.personMinutes()).sum(),
        number("select sum(person_minutes) from shelter_loss where minutes = 4"));
    assertEquals(losses.streetCount(), number("select count(*) from street_loss"));
    assertEquals(losses.streets().stream().mapToLong(street -> street.uncovered() + 1000 * street.personMinutes()).sum(),
        number("select sum(uncovered + 1000 * person_minutes) from street_loss"));
    var first = MONACO.streets().street(losses.streets().get(0).street()).line().getEnvelopeInternal();
    assertEquals(first.getMinX(), number("select st_xmin(geom) from street_loss where no = 0"), 1e-9);

    var borders = results.keep(ResultKind.INTEGRITY, "layers", "borders", wheels).answer();
    assertEquals(borders.pairCount(), number("select count(*) from border_gain"));
    assertEquals(borders.pairs().stream().mapToLong(pair -> pair.people() + 1000 * pair.personMinutes()).sum(),
        number("select sum(people + 1000 * person_minutes) from border_gain"));
    assertTrue(number("select count(*) from border_gain where st_length(geom) > 0") == borders.pairCount());

    var room = results.keep(ResultKind.COVERAGE, "layers", "room", new CoverageQuery("layers", null, 8, 1000, null,
        new Conditions(null, false, true, null, null))).answer();
    assertEquals(room.capacity().placed(), number("select sum(placed) from room_result"));
    assertEquals(room.people().total(), number("select sum(placed + not_placed) from room_result"));
    assertEquals(room.capacity().mostPlaced(), number("select sum(most_placed) from room_result"), 50);
    for (var shelter : room.capacity().shelters()) {
      assertEquals(shelter.placed(), number("select placed from shelter_room where shelter = " + shelter.shelter()));
      double here = number("select coalesce(sum(placed - placed_elsewhere), 0) from room_result where shelter = " + shelter.shelter());
      assertTrue(here <= shelter.placed() && shelter.placed() <= here + number("select sum(placed_elsewhere) from room_result"));
    }

    var judged = results.keep(ResultKind.JUDGED, "layers", "judged", new SpacesQuery(wheels, "short")).answer();
    assertEquals(MONACO.spaces().size(), number("select count(*) from judged_space where stay = 'short'"));
    double usable = judged.spaces().stream().filter(space -> space.effectiveM2() != null).mapToDouble(space -> space.effectiveM2().pessimistic()).sum();
    assertEquals(usable, number("select sum(m2) from effective_area where reading = 'pessimistic'"), 20);
    assertEquals(usable, number("select sum(effective_m2) from judged_space"), 1e-3);
    assertTrue(number("select count(*) from entrance e, judged_space s where e.space = s.no and st_distance(e.geom, s.geom) < 0.0001")
        == number("select count(*) from entrance"));
    var green = results.keep(ResultKind.GREEN, "layers", "green", new SpacesQuery(wheels, null)).answer();
    assertEquals(green.all().within().get(0).without(), number("select sum(without) from district_green where minutes = 5"));

    var fair = results.keep(ResultKind.FAIRNESS, "layers", "fair", wheels).answer();
    assertEquals(fair.all().people(), number("select sum(people) from district_fairness"));
    var profiles = results.keep(ResultKind.PROFILES, "layers", "profiles", new ProfilesQuery(wheels, null)).answer();
    assertEquals(profiles.districts().size() * profiles.indicators().size(), number("select count(*) from district_profile"));

    var survey = results.keep(ResultKind.UNKNOWNS, "layers", "survey", damaged).answer();
    for (var fact : survey.facts()) {
      assertEquals(fact.count(), number("select count(*) from survey where fact = '" + fact.fact() + "'"), fact.fact());
    }
    assertEquals(survey.places().get(0).people(), number("select max(people) from survey where layer <> 'building'"), 1e-9);
    assertTrue(number("select count(*) from survey where fact = 'width'") > 0);
    assertEquals(survey.counts().withoutStoreys() > 0, number("select count(*) from survey where layer = 'building'") > 0);

    assertEquals(List.of("expected", "redundancy", "integrity", "coverage", "judged", "green", "fairness", "profiles",
        "unknowns"),
        results.list("layers").stream().map(ResultEntry::kind).toList());
    results.list("layers").forEach(entry -> results.delete("layers", entry.id()));
    for (var table : ResultKind.layerNames()) {
      assertEquals("0", asked("select count(*) from " + table + " where result_id in (select id from result where area = 'layers')"), table);
    }
  }

  /** The second of two layers cannot be written: nothing of the result is there. */
  @Test
  void aResultIsKeptWholeOrNotAtAll() throws SQLException {
    saveArea("whole");
    var gap = PlanStoreTest.gap(1);
    var broken = PlanStoreTest.gap(null);
    var store = new JdbcResultStore(source);
    assertThrows(RuntimeException.class, () -> store.keep(new ResultStore.Draft("whole", "half", "coverage", Instant.EPOCH, 1, Map.of(),
        Map.of(), List.of(gap, broken))));
    assertEquals(List.of(), store.list("whole"));
    assertEquals("0", asked("select count(*) from gap where people = 1 and people_unknown = 77"));
    store.keep(new ResultStore.Draft("whole", "half", "coverage", Instant.EPOCH, 1, Map.of(), Map.of(), List.of(gap)));
    assertEquals("1", asked("select count(*) from gap where people = 1 and people_unknown = 77"));
  }

  private static FeatureLayer gap(Integer people) {
    return new FeatureLayer("gap", List.of(FeatureLayer.integer("id"), FeatureLayer.integer("people"), FeatureLayer.integer("unknown"),
        FeatureLayer.integer("unreachable")), List.of(new FeatureLayer.Row(square().getCentroid(), new Object[] {0, people, 77, 0})));
  }

  private double number(String sql) throws SQLException {
    return Double.parseDouble(asked(sql));
  }

  @Test
  void whatIsRefusedIsNotKept() {
    saveArea("refused");
    for (var bad : List.<Map<String, Object>>of(Map.of(), Map.of("name", " "), Map.of("name", "a", "minutes", 0),
        Map.of("name", "a", "minuts", 5), Map.of("name", "a", "kind", "dance"), Map.of("name", "a", "k", "two"),
        Map.of("name", "x".repeat(201)))) {
      assertThrows(InvalidInput.class, () -> results.keep("refused", bad), bad.toString());
    }
    assertEquals(List.of(), results.list("refused"));
    for (var bad : List.of(close(99), close(-1), new Edit.AddShelter(9, 43, "far", null),
        new Edit.HazardSwitch("none", true), new Edit.CloseStreet(7.4262, 43.7, null, null))) {
      assertThrows(InvalidInput.class, () -> scenarios.create("refused", TITLE, List.of(add("fine"), bad)), bad.toString());
    }
    assertEquals(List.of(), scenarios.list("refused"));
    for (var ask : List.<Callable<?>>of(() -> scenarios.list("atlantis"), () -> scenarios.show("atlantis", "1"),
        () -> scenarios.create("atlantis", TITLE, List.of()), () -> scenarios.undo("atlantis", "1", null),
        () -> results.list("atlantis"), () -> results.answer("atlantis", "1"),
        () -> results.keep("atlantis", Map.of("name", "a")))) {
      assertEquals(Code.AREA_UNKNOWN, assertThrows(InvalidInput.class, ask::call).code());
    }
  }
}
