package org.commonground.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
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
}
