package org.commonground;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scenarios and kept results through both doors: the real service, and the shell on the same store. */
class ScenarioDoorsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCENARIOS = "/api/areas/monaco/scenarios";
  private static final String RESULTS = "/api/areas/monaco/results";
  private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[7.42,43.73],[7.421,43.73],[7.421,43.731],"
      + "[7.42,43.731],[7.42,43.73]]]}";

  @TempDir
  private static Path var;

  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() {
    service = SpringApplication.run(Application.class, "--server.port=0", "--commonground.var=" + var);
    System.setProperty("commonground.var", var.toString());
    await().atMost(Duration.ofSeconds(60)).until(() -> ask("GET", "/api/areas/monaco", null).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    System.clearProperty("commonground.var");
    service.close();
  }

  private static HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return new HttpDoor(service).ask(method, path, body, headers);
  }

  private static JsonNode done(int status, String method, String path, String body) {
    return new HttpDoor(service).done(status, method, path, body);
  }

  private static JsonNode made(String title) {
    return done(201, "POST", SCENARIOS, "{\"title\":\"" + title + "\"}");
  }

  @Test
  void aScenarioIsMadeChangedAndDeleted() {
    var response = ask("POST", SCENARIOS, "{\"title\":\"第一 方案\",\"author\":\"O'Hara\"}");
    assertEquals(201, response.statusCode());
    var address = response.headers().firstValue("location").orElseThrow();
    var made = JSON.readTree(response.body());
    assertEquals(SCENARIOS + "/" + made.get("id").asString(), address);
    assertEquals("monaco 第一 方案 O'Hara", made.get("area").asString() + " " + made.get("title").asString() + " "
        + made.get("author").asString());
    assertTrue(made.get("reason").isNull() && made.get("edits").isEmpty());
    assertEquals(made, done(200, "GET", address, null));

    var edits = List.of("{\"type\":\"add-shelter\",\"lon\":7.4262,\"lat\":43.7395,\"name\":\"新\",\"capacity\":null}",
        "{\"type\":\"close-shelter\",\"shelter\":2,\"reason\":\"works\"}",
        "{\"type\":\"resize-shelter\",\"shelter\":10,\"capacity\":50}",
        "{\"type\":\"move-shelter\",\"shelter\":0,\"lon\":7.42,\"lat\":43.735}",
        "{\"type\":\"close-street\",\"lon\":7.4262,\"lat\":43.7395,\"reason\":null}",
        "{\"type\":\"close-area\",\"geometry\":" + SQUARE + ",\"reason\":\"fair\"}");
    for (int no = 0; no < edits.size(); no++) {
      var after = done(200, "POST", address + "/edits", edits.get(no)).get("edits");
      assertEquals(no + 1, after.size());
      assertEquals(JSON.readTree(edits.get(no)), after.get(no));
    }
    assertEquals(edits.size() - 1, done(200, "DELETE", address + "/edits/last", null).get("edits").size());
    var renamed = done(200, "PATCH", address, "{\"reason\":\"because\",\"author\":null}");
    assertEquals("第一 方案 because null", renamed.get("title").asString() + " " + renamed.get("reason").asString() + " "
        + renamed.get("author"));

    var copy = ask("POST", address + "/copy", null);
    assertEquals(201, copy.statusCode());
    var copied = JSON.readTree(copy.body());
    assertEquals(renamed.get("edits"), copied.get("edits"));
    assertTrue(!copied.get("id").equals(made.get("id")));
    assertEquals("Mine", done(201, "POST", address + "/copy", "{\"title\":\"Mine\"}").get("title").asString());
    assertTrue(done(200, "GET", SCENARIOS, null).get("scenarios").valueStream().toList().contains(renamed));

    done(204, "DELETE", address, null);
    done(404, "GET", address, null);
    done(404, "DELETE", address, null);
  }

  /** What edits do is told without a scenario, as it is told with one. */
  @Test
  void editsAreTriedAndNotKept() {
    var before = done(200, "GET", SCENARIOS, null);
    var first = "{\"type\":\"close-shelter\",\"shelter\":2,\"reason\":null}";
    var second = "{\"type\":\"add-shelter\",\"lon\":7.4262,\"lat\":43.7395,\"name\":\"new\",\"capacity\":null}";
    var tried = done(200, "POST", "/api/areas/monaco/coverage", "{\"minutes\":5,\"edits\":[" + first + "," + second + "]}");
    var again = done(200, "POST", "/api/areas/monaco/coverage", "{\"minutes\":5,\"edits\":[" + first + "]}");
    assertEquals(before, done(200, "GET", SCENARIOS, null));
    assertTrue(tried.get("scenario").isNull());
    assertTrue(tried.get("assumptions").valueStream().anyMatch(told -> told.get("sentence").asString().equals("With 2 edits that are tried and not kept.")));

    var id = done(201, "POST", SCENARIOS, "{\"title\":\"Tried\",\"edits\":[" + first + "]}").get("id").asString();
    assertEquals(done(200, "GET", "/api/areas/monaco/coverage?minutes=5&scenario=" + id, null).get("people"), again.get("people"));
    var onTop = done(200, "POST", "/api/areas/monaco/coverage", "{\"minutes\":5,\"scenario\":\"" + id + "\",\"edits\":[" + second + "]}");
    done(200, "POST", SCENARIOS + "/" + id + "/edits", second);
    var kept = done(200, "GET", "/api/areas/monaco/coverage?minutes=5&scenario=" + id, null);
    for (var part : List.of("people", "districts", "walkSeconds")) {
      assertEquals(kept.get(part), tried.get(part), part);
      assertEquals(kept.get(part), onTop.get(part), part);
    }
    assertTrue(!kept.get("people").equals(again.get("people")));
    done(204, "DELETE", SCENARIOS + "/" + id, null);
    assertEquals(400, ask("POST", "/api/areas/monaco/coverage", "{\"edits\":[{\"type\":\"war\"}]}").statusCode());
  }

  /** Somebody who has not seen the last change may not undo it. */
  @Test
  void anOlderVersionIsAConflict() {
    var made = made("Two");
    var address = SCENARIOS + "/" + made.get("id").asString();
    int version = made.get("version").asInt();
    var edit = "{\"type\":\"close-shelter\",\"shelter\":1}";
    done(200, "POST", address + "/edits?version=" + version, edit);
    for (var late : List.of(ask("POST", address + "/edits?version=" + version, edit),
        ask("DELETE", address + "?version=" + version, null),
        ask("DELETE", address + "/edits/last?version=" + version, null),
        ask("PATCH", address + "?version=" + version, "{\"title\":\"x\"}"))) {
      assertEquals(409, late.statusCode());
      assertEquals("scenario-changed", JSON.readTree(late.body()).get("code").asString());
    }
    done(200, "DELETE", address + "/edits/last?version=" + (version + 1), null);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"POST | | {} | 400 | option | title",
      "POST | | {\"title\":7} | 400 | option | title", "POST | | {\"titel\":\"x\"} | 400 | option | titel",
      "POST | | {\"title\":\"x\",\"edits\":[1]} | 400 | option | edits", "POST | | [] | 400 | body |",
      "POST | | {\"title\": | 400 | body |",
      "POST | | | 400 | body |", "POST | ?version=1 | {\"title\":\"x\"} | 400 | option | version",
      "PATCH | /ID?version=one | {} | 400 | option | version", "GET | /99999 | | 404 | scenario-unknown | scenario",
      "GET | /x%20y | | 404 | scenario-unknown | scenario", "DELETE | /ID/edits/last | | 400 | option | edits",
      "PATCH | /ID | {\"title\":null} | 400 | option | title", "PUT | /ID | {} | 405 | request |",
      "POST | /ID/edits | {\"type\":\"dance\"} | 400 | option | type",
      "POST | /ID/edits | {\"type\":\"close-shelter\",\"shelter\":10} | 400 | option | shelter",
      "POST | /ID/edits | {\"type\":\"close-shelter\",\"shelter\":\"1\"} | 400 | option | shelter",
      "POST | /ID/edits | {\"type\":\"close-shelter\",\"shelter\":{\"id\":1}} | 400 | option | shelter",
      "POST | /ID/edits | {\"type\":\"add-shelter\",\"lon\":8,\"lat\":43.7,\"name\":\"x\"} | 400 | outside-area | at",
      "POST | /ID/edits | {\"type\":\"resize-shelter\",\"shelter\":1,\"capacity\":1000001} | 400 | option | capacity",
      "POST | /ID/edits | {\"type\":\"close-street\",\"lon\":7.44,\"lat\":43.73} | 400 | option | at",
      "POST | /ID/edits | {\"type\":\"hazard\",\"name\":\"flood\",\"active\":true} | 400 | option | name",
      "POST | /ID/edits | {\"type\":\"close-area\",\"geometry\":{\"type\":\"Point\"}} | 400 | option | geometry"})
  void mistakesAreSaidInOneSentence(String method, String path, String body, int status, String code, String field) {
    var id = path == null || !path.contains("ID") ? "" : made("Bad").get("id").asString();
    var response = ask(method, SCENARIOS + (path == null ? "" : path.replace("ID", id)),
        body == null && method.equals("POST") ? "" : body);
    assertEquals(status, response.statusCode(), response.body());
    assertEquals("application/problem+json", response.headers().firstValue("content-type").orElse(""));
    var problem = JSON.readTree(response.body());
    assertEquals(code, problem.get("code").asString(), response.body());
    assertEquals(field, problem.has("field") ? problem.get("field").asString() : null, response.body());
    assertTrue(problem.get("detail").asString().endsWith("."), response.body());
  }

  @Test
  void otherSitesAndHugeBodiesChangeNothing() {
    var body = "{\"title\":\"x\"}";
    assertEquals(403, ask("POST", SCENARIOS, body, "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(201, ask("POST", SCENARIOS, body, "Sec-Fetch-Site", "same-origin").statusCode());
    assertEquals(200, ask("GET", SCENARIOS, null, "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(413, ask("POST", SCENARIOS, "{\"title\":\"" + "x".repeat(4_000_000) + "\"}").statusCode());
  }

  private static JsonNode told(String... arguments) {
    var all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--json";
    return JSON.readTree(ShellOutput.of(0, all));
  }

  @Test
  void theShellDoesTheSame() throws IOException {
    var made = told("scenario", "monaco", "new", "--title", "From the shell", "--reason", "why");
    var id = made.get("id").asString();
    var polygon = var.resolve("square.geojson");
    Files.writeString(polygon, SQUARE);
    for (var edit : List.of(new String[] {"add-shelter", id, "--at", "7.4262,43.7395", "--name", "新", "--capacity", "9"},
        new String[] {"close-shelter", id, "--shelter", "10"},
        new String[] {"resize-shelter", id, "--shelter", "1", "--capacity", "0"},
        new String[] {"move-shelter", id, "--shelter", "1", "--at", "7.42,43.735"},
        new String[] {"close-street", id, "--at", "7.4262,43.7395", "--reason", "works"},
        new String[] {"close-area", id, "--polygon", polygon.toString()}, new String[] {"undo", id})) {
      var arguments = new String[edit.length + 2];
      arguments[0] = "scenario";
      arguments[1] = "monaco";
      System.arraycopy(edit, 0, arguments, 2, edit.length);
      assertEquals(told(arguments), done(200, "GET", SCENARIOS + "/" + id, null), edit[0]);
    }
    var shown = told("scenario", "monaco", "show", id);
    assertEquals(5, shown.get("edits").size());
    assertEquals(done(200, "GET", SCENARIOS, null), told("scenarios", "monaco"));
    assertEquals("Other", told("scenario", "monaco", "rename", id, "--title", "Other", "--reason", "").get("title").asString());
    var copy = told("scenario", "monaco", "copy", id).get("id").asString();
    assertTrue(ShellOutput.of(0, "scenario", "monaco", "show", copy).contains("add-shelter"));
    assertTrue(ShellOutput.of(0, "scenarios", "monaco").contains("Other (copy)"));
    told("scenario", "monaco", "delete", copy);
    done(404, "GET", SCENARIOS + "/" + copy, null);
    for (var mistake : List.of(new String[] {"scenario", "monaco"}, new String[] {"scenario", "atlantis", "new", "--title", "x"},
        new String[] {"scenario", "monaco", "show", copy}, new String[] {"scenario", "monaco", "hazard", id, "--name", "none"},
        new String[] {"scenario", "monaco", "close-shelter", id, "--shelter", "77"},
        new String[] {"scenario", "monaco", "close-area", id, "--polygon", "README.md"},
        new String[] {"scenario", "monaco", "close-area", id, "--polygon", "none"},
        new String[] {"scenario", "monaco", "move-shelter", id, "--shelter", "0", "--at", "here"},
        new String[] {"result", "monaco", "show", "99"}, new String[] {"results", "atlantis"})) {
      assertEquals(1, ShellOutput.of(2, mistake).lines().count(), String.join(" ", mistake));
    }
  }

  /** Nobody takes an answer for one of another question: the first line says what was asked. */
  @Test
  void theFirstLineNamesTheConditions() {
    var id = made("Heads").get("id").asString();
    for (var kind : List.of("coverage", "redundancy", "integrity", "fairness", "unknowns", "expected")) {
      var head = ShellOutput.of(0, kind, "monaco", "--minutes", "7", "--night", "--hazard", "flood", "--scenario", id).lines().findFirst()
          .orElseThrow();
      assertTrue(head.contains("ithin 7 minutes (profile adult, flood, by night, scenario " + id), head);
    }
    assertTrue(ShellOutput.of(0, "coverage", "monaco", "--capacity").lines().findFirst().orElseThrow().contains("where room counts"));
    var redundancy = ShellOutput.of(0, "redundancy", "monaco", "--capacity");
    assertTrue(redundancy.lines().findFirst().orElseThrow().contains("whatever room there is"), redundancy);
    assertTrue(redundancy.contains("A shelter counts whether or not it still has room."), redundancy);
  }

  /** What is kept is what was answered, and both doors keep and give the same. */
  @Test
  void resultsAreKept() {
    var response = ask("POST", RESULTS, "{\"name\":\"第一\",\"profile\":\"elderly\",\"minutes\":7,\"count\":3,\"k\":2}");
    assertEquals(201, response.statusCode(), response.body());
    var address = response.headers().firstValue("location").orElseThrow();
    var entry = JSON.readTree(response.body());
    assertEquals(RESULTS + "/" + entry.get("id").asString(), address);
    assertEquals("第一 coverage true",
        entry.get("name").asString() + " " + entry.get("kind").asString() + " " + entry.get("current"));
    var kept = ask("GET", address, null).body();
    assertEquals(kept, ask("GET", address, null).body());
    assertEquals(kept, ShellOutput.of(0, "result", "monaco", "show", entry.get("id").asString()));
    var answer = ask("GET", "/api/areas/monaco/coverage?profile=elderly&minutes=7&count=3&k=2", null).body();
    var time = "\"elapsedMillis\":[0-9]+";
    assertEquals(answer.replaceAll(time, ""), kept.replaceAll(time, ""));

    var told = told("coverage", "monaco", "--minutes", "7", "--keep", "from the shell");
    var listed = done(200, "GET", RESULTS, null);
    assertEquals(listed, told("results", "monaco"));
    var last = listed.get("results").get(listed.get("results").size() - 1);
    assertEquals("from the shell", last.get("name").asString());
    assertEquals(steady(told), steady(done(200, "GET", RESULTS + "/" + last.get("id").asString(), null)));
    assertEquals(1, ShellOutput.of(2, "coverage", "monaco", "--keep", "from the shell").lines().count());

    for (var kind : List.of("redundancy", "integrity", "fairness", "unknowns", "expected")) {
      var once = told(kind, "monaco", "--minutes", "7", "--keep", "shell " + kind);
      var twice = JSON.readTree(ask("POST", RESULTS, "{\"name\":\"http " + kind + "\",\"kind\":\"" + kind + "\",\"minutes\":7}").body());
      assertEquals(steady(once), steady(done(200, "GET", RESULTS + "/" + twice.get("id").asString(), null)), kind);
      assertTrue(ShellOutput.of(0, "results", "monaco").contains("shell " + kind));
    }

    for (var bad : List.of("{}", "{\"name\":\"x\",\"minutes\":0}", "{\"name\":\"x\",\"kind\":\"dance\"}",
        "{\"name\":\"x\",\"colour\":1}")) {
      done(400, "POST", RESULTS, bad);
    }
    done(409, "POST", RESULTS, "{\"name\":\"第一\"}");
    done(204, "DELETE", address, null);
    done(404, "GET", address, null);
    done(404, "DELETE", address, null);
  }

  /** Whatever is asked by a rule pack is the same from both doors, and says which pack that was. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"coverage | ", "coverage | capacity", "redundancy | ", "integrity | ", "fairness | ", "unknowns | ",
      "compare | ", "expected | "})
  void bothDoorsJudgeByTheChosenRules(String question, String condition) {
    var path = "/api/areas/monaco/" + question + "?profile=adult&rules=japan" + (condition == null ? "" : "&" + condition + "=true")
        + (question.equals("expected") ? "&samples=10" : "");
    var answer = steady(done(200, "GET", path, null));
    assertEquals("japan 1", answer.get("rules").get("name").asString() + " " + answer.get("rules").get("version").asString());
    assertTrue(answer.get("assumptions").toString().contains("Figures of profile adult by rule pack japan"));
    var arguments = new ArrayList<>(List.of(question, "monaco", "--profile", "adult", "--rules", "japan"));
    if (condition != null) {
      arguments.add("--" + condition);
    }
    if (question.equals("expected")) {
      arguments.addAll(List.of("--samples", "10"));
    }
    assertEquals(answer, steady(told(arguments.toArray(String[]::new))));
  }

  @Test
  void rulesAreListedShownAndRefusedByBothDoors() {
    assertEquals(done(200, "GET", "/api/rules", null), told("rules"));
    var china = done(200, "GET", "/api/rules/china", null);
    assertEquals(china, told("rules", "china"));
    assertEquals("default", china.get("extends").asString());
    assertTrue(ShellOutput.of(0, "rules", "china").contains("stay.long.m2PerPerson = 4.5 m2/person (not compared with the primary text)"));
    var sentence = "There is no rule pack named \"mars\": choose one of china, default, japan, sphere, united-states.";
    for (var path : List.of("/api/rules/mars", "/api/areas/monaco/coverage?rules=mars", "/api/areas/monaco/gaps?rules=mars",
        "/api/areas/monaco/nearest?lon=7.4262&lat=43.7395&rules=mars", "/api/areas/monaco/tiles/coverage/14/8529/5974.mvt?rules=mars")) {
      var problem = done(400, "GET", path, null);
      assertEquals("rules-unknown rules " + sentence, problem.get("code").asString() + " " + problem.get("field").asString() + " "
          + problem.get("detail").asString());
    }
    for (var arguments : List.of(new String[] {"rules", "mars"}, new String[] {"coverage", "monaco", "--rules", "mars"},
        new String[] {"nearest", "monaco", "--at", "7.4262,43.7395", "--rules", "mars"})) {
      assertEquals(sentence, ShellOutput.of(2, arguments));
    }
  }

  @Test
  void nearestTilesAndKeptResultsAreOfTheChosenRules() {
    var at = "/api/areas/monaco/nearest?lon=7.4262&lat=43.7395&count=1&profile=adult";
    int seconds = done(200, "GET", at, null).get("shelters").get(0).get("walkSeconds").asInt();
    var slower = done(200, "GET", at + "&rules=japan", null);
    assertEquals("japan", slower.get("rules").get("name").asString());
    assertEquals(1.2 * seconds, slower.get("shelters").get(0).get("walkSeconds").asInt(), 3, "1.0 instead of 1.2 m/s, no stairs");
    assertEquals(steady(slower), steady(told("nearest", "monaco", "--at", "7.4262,43.7395", "--count", "1", "--profile", "adult",
        "--rules", "japan")));
    var tile = "/api/areas/monaco/tiles/coverage/14/8529/5974.mvt?profile=adult";
    assertNotEquals(ask("GET", tile, null).body(), ask("GET", tile + "&rules=japan", null).body());
    var tag = ask("GET", tile, null).headers().firstValue("etag").orElseThrow();
    assertEquals(304, ask("GET", tile, null, "If-None-Match", tag).statusCode());
    assertEquals(200, ask("GET", tile + "&rules=japan", null, "If-None-Match", tag).statusCode());
    var entry = done(201, "POST", RESULTS, "{\"name\":\"by Japan\",\"profile\":\"adult\",\"rules\":\"japan\"}");
    assertEquals("japan", entry.get("question").get("conditions").get("rules").asString());
    assertEquals(steady(done(200, "GET", "/api/areas/monaco/coverage?profile=adult&rules=japan", null)),
        steady(done(200, "GET", RESULTS + "/" + entry.get("id").asString(), null)));
    done(204, "DELETE", RESULTS + "/" + entry.get("id").asString(), null);
  }

  private static JsonNode steady(JsonNode answer) {
    ((ObjectNode) answer).remove("elapsedMillis");
    return answer;
  }
}
