package org.commonground.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.Scenario.Heading;
import org.commonground.rules.RulePacks;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packs that differ from the default in one thing, asked by one planner in turn: what hangs on the thing changes, nothing else does,
 * and nothing that was computed by one pack is taken for another's.
 */
class ChosenRulesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HALL = "added without a capacity";

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static Planner planner;
  private static String withHall;

  @BeforeAll
  static void open() throws IOException {
    var rules = Files.createDirectory(folder.resolve("rules"));
    Files.copy(Path.of("data/rules/default.yaml"), rules.resolve("default.yaml"));
    var figure = "figures: {%s: {value: %s, unit: %s, source: drawn, verified: true}}\n";
    write(rules, "roomy", figure.formatted("shelter.m2PerPerson", "4", "m2/person"));
    write(rules, "quick", figure.formatted("coverage.minutes", "7", "min"));
    write(rules, "dark", figure.formatted("night.speedFactor", "0.4", "share"));
    var adult = RulePacks.load(Path.of("data/rules")).get("default").movements().get("adult");
    write(rules, "waders", ("movements: {adult: {speedMetresPerSecond: %s, stairsMetresPerSecond: %s, wheels: false, maxGradePercent: %s, "
        + "slopeDecay: %s, slopeShift: %s, slowWaterMetres: 9, slowWaterFactor: 1.0, closedWaterMetres: 10, source: drawn, "
        + "verified: true}}\n").formatted(adult.speedMetresPerSecond(), adult.stairsMetresPerSecond(), adult.maxGradePercent(),
            adult.slopeDecay(), adult.slopeShift()));
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    cities.save(Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city(),
        false);
    var plans = new JdbcPlanStore(source);
    planner = new Planner(cities, plans, new JdbcFactStore(source), Rules.load(rules));
    withHall = planner.scenarios().create("monaco", new Heading(HALL, null, null),
        List.of(new Edit.AddShelter(7.4335, 43.7490, "Hall", null))).id();
  }

  @AfterAll
  static void close() {
    source.close();
  }

  private static void write(Path rules, String name, String parts) throws IOException {
    Files.writeString(rules.resolve(name + ".yaml"),
        "name: " + name + "\nversion: \"2\"\ntitle: Drawn\nfamily: Test\nextends: default\n" + parts);
  }

  private static CoverageQuery query(String rules, Integer minutes, String hazard, boolean night, boolean capacity, String scenario) {
    return new CoverageQuery("monaco", "adult", minutes, 1000, null, new Conditions(hazard, night, capacity, scenario, rules));
  }

  private static JsonNode coverage(CoverageQuery query) {
    return JSON.readTree(JSON.writeValueAsString(Coverage.answer(planner, query)));
  }

  /** Where two answers differ, without the numbers of list entries. */
  private static Set<String> differences(JsonNode one, JsonNode other) {
    var found = new TreeSet<String>();
    collect("", one, other, found);
    found.remove("/elapsedMillis");
    return found;
  }

  /** A statement differs as a whole. */
  private static void collect(String path, JsonNode one, JsonNode other, Set<String> found) {
    if (one.isContainer() && !one.has("sentence") && one.getNodeType() == other.getNodeType() && one.size() == other.size()) {
      if (one.isArray()) {
        for (int i = 0; i < one.size(); i++) {
          collect(path, one.get(i), other.get(i), found);
        }
      } else {
        one.propertyNames().forEach(name -> collect(path + "/" + name, one.get(name), other.get(name), found));
      }
    } else if (!one.equals(other)) {
      found.add(path);
    }
  }

  @Test
  void roomAPersonTakesChangesOnlyWhatCountsRoom() {
    assertEquals(Set.of("/rules/name"), differences(coverage(query(null, 8, null, false, false, null)),
        coverage(query("roomy", 8, null, false, false, null))));
    var usual = coverage(query(null, 8, null, false, true, withHall));
    var roomy = coverage(query("roomy", 8, null, false, true, withHall));
    assertEquals(Set.of("/rules/name", "/assumptions", "/capacity/shelters/ruleM2PerPerson"), differences(usual, roomy));
    assertEquals("roomy", roomy.get("rules").get("name").asString());
    assertTrue(roomy.get("assumptions").toString().contains("shelter.m2PerPerson is 4 m2/person by rule pack roomy: drawn."));
    assertTrue(usual.get("assumptions").toString().contains("shelter.m2PerPerson is 2 m2/person by rule pack default"));
    assertEquals(Set.of(), differences(usual, coverage(query("default", 8, null, false, true, withHall))));
  }

  @Test
  void minutesAreThePacksWhereAQuestionNamesNone() {
    var asked = coverage(query(null, 7, null, false, false, null));
    var quick = coverage(query("quick", null, null, false, false, null));
    assertEquals(7, quick.get("minutes").asInt());
    assertEquals(Set.of("/rules/name", "/assumptions"), differences(asked, quick), "one sentence more");
    assertEquals(Set.of("/rules/name"), differences(asked, coverage(query("quick", 7, null, false, false, null))));
    assertEquals(10, coverage(query(null, null, null, false, false, null)).get("minutes").asInt());
  }

  @Test
  void theNightFigureChangesTheNightOnly() {
    assertEquals(Set.of("/rules/name"), differences(coverage(query(null, 8, null, false, false, null)),
        coverage(query("dark", 8, null, false, false, null))));
    int usual = coverage(query(null, 8, null, true, false, null)).get("people").get("covered").asInt();
    int dark = coverage(query("dark", 8, null, true, false, null)).get("people").get("covered").asInt();
    assertTrue(dark < usual, dark + " is not below " + usual);
  }

  /** The two groups walk at the same speed, so that only the water tells their answers apart. */
  @Test
  void aGroupThatWadesWalksTheSameButForTheWater() {
    var surge = planner.snapshot("monaco").hazardLayers().keySet().iterator().next();
    var dry = coverage(query(null, 8, null, false, false, null));
    assertEquals(Set.of("/rules/name", "/assumptions"), differences(dry, coverage(query("waders", 8, null, false, false, null))));
    var usual = coverage(query(null, 8, surge, false, false, null));
    var waders = coverage(query("waders", 8, surge, false, false, null));
    int more = waders.get("people").get("covered").asInt();
    assertTrue(more > usual.get("people").get("covered").asInt(), "streets under water are open to who wades: " + more);
    assertEquals(Set.of(), differences(usual, coverage(query(null, 8, surge, false, false, null))));
  }

  @Test
  void whatIsKeptOfAnAnswerChangesWithThePack() {
    var snapshot = planner.snapshot("monaco");
    assertEquals(planner.versionOf(snapshot, query(null, 8, null, false, false, null)),
        planner.versionOf(snapshot, query("default", 8, null, false, false, null)));
    assertTrue(!planner.versionOf(snapshot, query(null, 8, null, false, false, null))
        .equals(planner.versionOf(snapshot, query("quick", 8, null, false, false, null))));
  }

  @Test
  void aPackThatIsNotThereIsNamedWithThoseThatAre() {
    var mistake = assertThrows(InvalidInput.class, () -> Coverage.answer(planner, query("atlantis", 8, null, false, false, null)));
    assertEquals(Code.RULES_UNKNOWN, mistake.code());
    assertEquals("There is no rule pack named \"atlantis\": choose one of dark, default, quick, roomy, waders.", mistake.getMessage());
    assertEquals(Code.FILE_MISSING, assertThrows(InvalidInput.class, () -> Rules.load(Files.createDirectory(folder.resolve("none")))).code());
  }
}
