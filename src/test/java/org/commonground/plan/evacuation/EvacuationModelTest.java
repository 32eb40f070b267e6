package org.commonground.plan.evacuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.commonground.city.Area;
import org.commonground.city.City;
import org.commonground.coverage.CoverageResult;
import org.commonground.evacuation.ArrivalBound;
import org.commonground.evacuation.EvacuationCheck;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationSolver;
import org.commonground.evacuation.Findings;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Unknowns;
import org.commonground.plan.Planner;
import org.commonground.plan.rules.Rules;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/** The streets, people and shelters of Monaco as the engine gets them, held against coverage; and each plan against a checker of its own. */
class EvacuationModelTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static Planner planner;

  @BeforeAll
  static void open() {
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    cities.save(Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city(), false);
    planner = new Planner(cities, new JdbcPlanStore(source), new JdbcFactStore(source), Rules.load(Path.of("data/rules")));
  }

  @AfterAll
  static void close() {
    source.close();
  }

  @SuppressWarnings("unchecked")
  private static EvacuationChoice ask(String json) {
    return EvacuationChoice.of(planner, Evacuation.query("monaco", JSON.readValue(json.replace('\'', '"'), Map.class)));
  }

  /** Who has no way to a shelter by coverage has none here, and no one else; everybody is in the model or counted beside it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{}", "{'profile': 'wheelchair'}", "{'hazard': 'illustrative surge', 'night': true}",
      "{'profile': 'wheelchair', 'hazard': 'illustrative surge', 'stepSeconds': 1}"})
  void waysAreThoseOfCoverage(String json) {
    var question = ask(json);
    var coverage = question.asked().coverage(1);
    var people = question.asked().snapshot().places().people();
    for (var reading : Unknowns.values()) {
      var model = EvacuationModel.of(question, reading);
      var millis = reading == Unknowns.PESSIMISTIC ? coverage.millis() : coverage.optimisticMillis();
      int without = 0;
      for (int place = 0; place < people.length; place++) {
        without += millis[place] == CoverageResult.NO_WAY ? people[place] : 0;
      }
      assertEquals(Arrays.stream(people).sum(), model.problem().totalPeople() + model.outside(), json);
      int noWay = model.outside() + Findings.of(model.problem()).peopleWithoutWay();
      assertTrue(reading == Unknowns.PESSIMISTIC ? noWay == without : noWay >= without, json + ": " + noWay + ", not " + without);
    }
  }

  /** Alone on empty streets, people take as long as coverage says, but for whole steps. */
  @Test
  void walksAreThoseOfCoverage() {
    var question = ask("{'stepSeconds': 1}");
    var model = EvacuationModel.of(question, Unknowns.PESSIMISTIC);
    var coverage = question.asked().coverage(1);
    var people = question.asked().snapshot().places().people();
    double seconds = 0;
    for (int place = 0; place < people.length; place++) {
      seconds += coverage.millis()[place] == CoverageResult.NO_WAY ? 0 : people[place] * coverage.millis()[place] / 1000.0;
    }
    double steps = 0;
    var problem = model.problem();
    var wide = problem.shelters().stream().map(shelter -> new Shelter(problem.totalPeople(), shelter.gates().stream()
        .map(gate -> new Gate(gate.node(), EvacuationStreets.UNLIMITED)).toList())).toList();
    var bound = ArrivalBound.of(new EvacuationProblem(1, problem.network(), problem.sources(), wide), 4_000);
    for (int step = 1; step < bound.length; step++) {
      steps += (double) (bound[step] - bound[step - 1]) * (step - 1);
    }
    assertEquals(1, steps / seconds, 0.03);
  }

  /** The plan keeps every limit, by a checker that does not know how it was made; the same seed draws the same departures. */
  @Test
  void plansAreValid() {
    var question = ask("{'stepSeconds': 30, 'hazard': 'illustrative surge', 'hazardMinutes': 12, 'departure': {'curve': 'rayleigh', 'minutes': 3}}");
    for (var reading : Unknowns.values()) {
      var model = EvacuationModel.of(question, reading);
      var result = EvacuationSolver.solve(model.problem(), EvacuationLimits.of(10, 1L << 29));
      EvacuationCheck.valid(model.problem(), result, reading.toString());
      assertNotEquals(0, result.placed());
    }
    var again = EvacuationModel.of(question, Unknowns.PESSIMISTIC).problem().sources();
    var once = EvacuationModel.of(question, Unknowns.PESSIMISTIC).problem().sources();
    for (int i = 0; i < once.size(); i++) {
      assertEquals(Arrays.toString(once.get(i).readyAtStep()), Arrays.toString(again.get(i).readyAtStep()));
    }
  }

  /** Drivers and walkers are everybody, each once; the plan for cars keeps every limit, and no bound is on the wrong side. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{'carPercent': 35, 'contraflow': true}", "{'carPercent': 100}",
      "{'carPercent': 20, 'exits': [{'lon': 7.4189, 'lat': 43.7316}]}",
      "{'carPercent': 7, 'hazard': 'illustrative surge', 'hazardMinutes': 6, 'departure': {'curve': 'rayleigh', 'minutes': 3}}"})
  void driversAreTakenFromWalkers(String json) {
    var question = ask(json);
    int percent = question.drivers().percent();
    var people = question.asked().snapshot().places().people();
    for (int place = 0; place < people.length; place++) {
      int walk = 0;
      int drive = 0;
      for (int group = 0; group < question.walkers().size(); group++) {
        walk += question.walkers().get(group).people()[place];
        drive += question.drivers().people()[group][place];
      }
      assertEquals(people[place], walk + drive);
      assertEquals(people[place] * percent / 100.0, drive, question.walkers().size());
    }
    assertEquals(Arrays.stream(people).sum() * percent / 100.0, question.drivers().total(), 0.5);
    var limits = EvacuationLimits.of(10, 1L << 29);
    var run = CarRun.of(question, limits);
    var part = run.part(limits);
    EvacuationCheck.valid(run.model().problem(), run.plan().plan(), json);
    assertEquals(question.drivers().total(), part.people().total(), json);
    assertEquals(part.people().total(), part.people().placed() + part.people().noWay() + part.people().cutOff() + part.people().notPlanned());
    assertEquals(part.carsPlaced(), part.exits().stream().mapToInt(CarsPart.CarExit::cars).sum());
    assertTrue(part.people().placed() > 0 && part.people().placed() <= 2 * part.carsPlaced());
    assertTrue(part.lowerBoundSeconds() <= part.clearanceSeconds() && part.byThemselves().meanSeconds() <= part.byThemselves().longestSeconds());
    var turned = part.contraflow();
    if (turned != null) {
      assertTrue(turned.after() <= turned.before() && turned.lowerBoundSeconds() <= turned.after());
      assertEquals(turned.after() < turned.before(), !turned.reversed().isEmpty());
    }
    assertTrue(!json.contains("exits") || part.exits().size() == 1);
  }

  /** Where no street leads out, nobody is out, and it is said; where streets only end beside the boundary, those ends are exits. */
  @Test
  void citiesThatNoStreetLeavesByCar() {
    var rules = ask("{'carPercent': 5}").carRules();
    var city = new JdbcCityStore(source).find("monaco").orElseThrow();
    var extent = new Envelope();
    city.streets().streets().stream().filter(rules::drives).forEach(street -> extent.expandToInclude(street.line().getEnvelopeInternal()));
    extent.expandBy(1e-7);
    var ends = CarRun.of(within(city, "ends", extent), EvacuationLimits.of(10, 1L << 29));
    assertTrue(ends.model().exits().length > 0 && ends.model().exits().length < 20, "" + ends.model().exits().length);
    assertTrue(ends.people().placed() > 0);
    extent.expandBy(0.01);
    var limits = EvacuationLimits.of(10, 1L << 29);
    var none = CarRun.of(within(city, "none", extent), limits);
    assertEquals(0, none.part(limits).people().placed());
    assertEquals(none.question().drivers().total(), none.people().noWay());
    assertEquals("No street for cars crosses the boundary of Monaco or ends there: nobody can drive out. Say where exits are.",
        none.reasons().get(0).sentence());
  }

  private static EvacuationChoice within(City city, String name, Envelope extent) {
    var was = city.area();
    var area = new Area(name, was.title(), was.titles(), was.dataDate(), was.boundary().getFactory().toGeometry(extent), was.people(),
        was.peopleSource(), was.attribution(), was.shelterNote(), was.assumptions(), was.importedAt());
    new JdbcCityStore(source).save(new City(area, city.districts(), city.streets(), city.buildings(), city.spaces(), city.shelters(), city.demand(),
        city.background(), city.hazardZones(), city.facilities(), city.slopes(), city.issues()), false);
    return EvacuationChoice.of(planner, Evacuation.query(name, Map.of("carPercent", 40, "contraflow", true)));
  }

  /** Beside cars people on foot have less of a street, never less than the walkway where cars fit, and all of a footway. */
  @Test
  void carsTakeWidthFromWalkers() {
    var question = ask("{'carPercent': 1}");
    var alone = new EvacuationWidths(question.asked().terms(), 10, Unknowns.PESSIMISTIC, null);
    var beside = new EvacuationWidths(question.asked().terms(), 10, Unknowns.PESSIMISTIC, question.carRules());
    int narrower = 0;
    for (var street : question.asked().city().streets().streets()) {
      double before = alone.metres(street);
      double after = beside.metres(street);
      boolean drives = question.carRules().drives(street);
      assertTrue(after == before || drives && after < before && after >= 1.5, street.toString());
      narrower += after < before ? 1 : 0;
    }
    assertTrue(narrower > 100, "" + narrower);
  }
}
