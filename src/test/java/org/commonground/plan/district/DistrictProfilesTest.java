package org.commonground.plan.district;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.CoverageAnswer;
import org.commonground.plan.district.Indicator.Value;
import org.commonground.plan.form.People;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.Scenario.Heading;
import org.commonground.plan.scenario.Scenarios;
import org.commonground.plan.scenario.ShelterRef;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Monaco's districts, each figure held against the same question asked in another way: by scenarios that close shelters. */
class DistrictProfilesTest {

  private static final CoverageQuery QUERY = new CoverageQuery("monaco", "wheelchair", 10, 1000, null);
  private static final CoverageQuery ON_FOOT = new CoverageQuery("monaco", "adult", 10, 1000, null);
  private static final int READY = 3;
  private static final int SLOW = 5;

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static Planner planner;
  private static Scenarios scenarios;
  private static int shelters;

  @BeforeAll
  static void open() {
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    var city = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city();
    cities.save(city, false);
    shelters = city.shelters().size();
    var plans = new JdbcPlanStore(source);
    planner = new Planner(cities, plans, new JdbcFactStore(source), Rules.load(Path.of("data/rules")));
    scenarios = planner.scenarios();
    var facts = planner.facts();
    var space = city.spaces().stream().filter(one -> one.sourceId().equals(city.shelters().get(READY).sourceId())).findFirst().orElseThrow();
    for (var stage : List.of("opening", "equipping", "staffing")) {
      facts.add("monaco", fact(stage, "space", space.id(), 60));
    }
    facts.add("monaco", fact("opening", "shelter", SLOW, 13 * 60));
    facts.add("monaco", fact("volunteers", "district", 2, 30));
    facts.add("monaco", fact("volunteers", "shelter", READY, 12));
    facts.add("monaco", fact("drills", "district", 2, 2));
  }

  private static Map<String, Object> fact(String kind, String on, int number, double value) {
    return Map.of("kind", kind, on, number, "value", value, "source", "test", "date", "2026-01-01");
  }

  @AfterAll
  static void close() {
    source.close();
  }

  private static CoverageAnswer without(CoverageQuery query, List<Integer> closed) {
    var edits = closed.stream().map(shelter -> (Edit) new Edit.CloseShelter(ShelterRef.asked(shelter), null)).toList();
    var scenario = scenarios.create("monaco", new Heading("without " + closed, null, null), edits);
    return Coverage.answer(planner, query.in(scenario.id()));
  }

  /** One shelter is ready after three hours, one is known not to be after twelve, of the others nobody has said. */
  @Test
  void theReadyCoverAndTheOthersAreInDoubt() {
    var answer = DistrictProfiles.mobilization(planner, new ProfilesQuery(ON_FOOT, null));
    assertEquals(shelters - 1, answer.unsaid());
    var onlyReady = without(ON_FOOT, IntStream.range(0, shelters).filter(shelter -> shelter != READY).boxed().toList()).people();
    var withoutSlow = without(ON_FOOT, List.of(SLOW)).people();
    var all = Coverage.answer(planner, ON_FOOT).people();
    for (var hour : answer.hours()) {
      var people = hour.people();
      assertEquals(hour.hours() < 3 ? 0 : onlyReady.covered(), people.covered());
      var hoped = hour.hours() < 3 ? without(ON_FOOT, List.of(READY, SLOW)).people() : hour.hours() < 13 ? withoutSlow : all;
      assertEquals(hoped.covered() + hoped.unknown(), people.covered() + people.unknown(), hour.hours() + " h " + hoped + " " + people);
      assertEquals(people.total(), hour.districts().stream().mapToInt(part -> part.people().total()).sum());
      assertEquals(people.covered(), hour.districts().stream().mapToInt(part -> part.people().covered()).sum());
    }
    assertEquals(List.of(0, 1, 1), answer.hours().stream().map(MobilizationAnswer.HourPart::ready).toList());
    assertEquals(List.of(shelters - 2, shelters - 2, shelters - 1), answer.hours().stream().map(MobilizationAnswer.HourPart::perhaps).toList());
  }

  @Test
  void theWorstLossIsTheWorstOfAllClosings() {
    var answer = DistrictProfiles.profile(planner, new ProfilesQuery(QUERY, null));
    var now = Coverage.answer(planner, QUERY);
    var lost = new ArrayList<CoverageAnswer>();
    for (int shelter = 0; shelter < shelters; shelter++) {
      lost.add(without(QUERY, List.of(shelter)));
    }
    for (int district = 0; district < answer.districts().size(); district++) {
      int at = district;
      int worst = lost.stream().mapToInt(then -> now.districts().get(at).people().covered() - then.districts().get(at).people().covered())
          .max().orElseThrow();
      assertEquals(worst, value(answer, answer.districts().get(at), "worstLoss").low());
      assertTrue(answer.districts().get(at).worstLoss() != null == worst > 0);
    }
    int worst = lost.stream().mapToInt(then -> now.people().covered() - then.people().covered()).max().orElseThrow();
    assertEquals(worst, value(answer, answer.all(), "worstLoss").low());
  }

  @Test
  void figuresAreThoseOfTheOtherAnswers() {
    var answer = DistrictProfiles.profile(planner, new ProfilesQuery(QUERY, null));
    assertEquals(List.of("integrity", "mobilization", "emergency", "redundancy"),
        answer.indicators().stream().map(Indicator::character).distinct().toList());
    var surge = Coverage.answer(planner, QUERY.under("illustrative surge"));
    var alone = Coverage.integrity(planner, QUERY).districts();
    var second = Coverage.redundancy(planner, QUERY).coverage().get(1).people();
    assertShare(second, value(answer, answer.all(), "secondShelter"));
    for (int district = 0; district < alone.size(); district++) {
      var part = answer.districts().get(district);
      assertShare(surge.districts().get(district).people(), value(answer, part, "coverage:illustrative surge"));
      assertShare(alone.get(district).alone(), value(answer, part, "ownCoverage"));
      var cost = value(answer, part, "borderCost");
      double sure = alone.get(district).together().covered() - alone.get(district).alone().covered();
      assertTrue(cost.low() <= sure && sure <= cost.high());
      assertEquals(alone.get(district).together().total(), part.people());
    }
    var city = planner.snapshot("monaco").city();
    double places = city.shelters().stream().mapToInt(shelter -> shelter.capacity()).sum();
    assertEquals(places / city.area().people(), value(answer, answer.all(), "ownPlaces").low(), 5e-5);
    assertEquals(city.shelters().get(READY).capacity() / places, value(answer, answer.all(), "ready12h").low(), 5e-5);
    assertEquals(1 - city.shelters().get(SLOW).capacity() / places, value(answer, answer.all(), "ready12h").high(), 5e-5);
  }

  /** Of nothing entered nothing is known; what is entered of a shelter counts for its district. */
  @Test
  void whatIsEnteredCountsWhereItIs() {
    var answer = DistrictProfiles.profile(planner, new ProfilesQuery(QUERY, null));
    var second = answer.districts().get(2);
    int home = planner.snapshot("monaco").district(planner.snapshot("monaco").city().shelters().get(READY).geometry());
    assertEquals(2.0, value(answer, second, "drills").high());
    double volunteers = home == 2 ? 42 : 30;
    assertEquals(1000 * volunteers / second.people(), value(answer, second, "volunteers").low(), 5e-5);
    assertTrue(second.facts().stream().anyMatch(fact -> fact.kind().equals("drills") && fact.on().equals("district")));
    var other = answer.districts().stream().filter(part -> part.district().id() != 2 && part.district().id() != home).findFirst().orElseThrow();
    assertNull(value(answer, other, "volunteers").low());
    assertNull(value(answer, answer.all(), "supplies").low());
    var before = DistrictProfiles.profile(planner, new ProfilesQuery(QUERY, "2025-12-31"));
    assertNull(value(before, before.districts().get(2), "drills").low(), "nothing was entered for that day");
    assertEquals("asOf", assertThrows(InvalidInput.class, () -> DistrictProfiles.profile(planner, new ProfilesQuery(QUERY, "last year"))).field());
  }

  private static void assertShare(People people, Value value) {
    assertEquals((double) people.covered() / people.total(), value.low(), 5e-5);
    assertEquals((double) (people.covered() + people.unknown()) / people.total(), value.high(), 5e-5);
  }

  private static Value value(DistrictProfileAnswer answer, DistrictProfileAnswer.Part part, String name) {
    int at = answer.indicators().stream().map(Indicator::name).toList().indexOf(name);
    assertEquals(name, part.values().get(at).indicator());
    return part.values().get(at);
  }
}
