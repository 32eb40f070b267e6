package org.commonground;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.commonground.store.PrivatePostgis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Siting by both doors: over HTTP on PostGIS, by shell on the same database and on a file, with jobs, events and the layer that is kept. */
@Timeout(300)
class SitingDoorsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SITING = "/api/areas/monaco/siting";

  @TempDir
  private static Path var;

  private static String postgis;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() {
    postgis = PrivatePostgis.newDatabase();
    service = SpringApplication.run(Application.class, "--server.port=0", "--spring.datasource.url=" + postgis);
    System.setProperty("commonground.var", var.toString());
    await().atMost(Duration.ofSeconds(60)).until(() -> ask("GET", "/api/areas/monaco", null).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    System.clearProperty("commonground.var");
    service.close();
  }

  private static HttpResponse<String> ask(String method, String path, String body) {
    return new HttpDoor(service).ask(method, path, body == null ? null : body.replace('\'', '"'));
  }

  private static JsonNode done(int status, String method, String path, String body) {
    return new HttpDoor(service).done(status, method, path, body == null ? null : body.replace('\'', '"'));
  }

  /** Asks, follows the address of the job, and reads its events to the end. */
  private static JsonNode ended(String body) {
    return ended(SITING, body);
  }

  private static JsonNode ended(String path, String body) {
    var accepted = ask("POST", path, body);
    assertEquals(202, accepted.statusCode(), accepted.body());
    var address = accepted.headers().firstValue("location").orElseThrow();
    var job = JSON.readTree(accepted.body());
    assertEquals("/api/jobs/" + job.get("id").asString(), address);
    var events = ask("GET", address + "/events", null);
    assertEquals(200, events.statusCode());
    assertTrue(events.headers().firstValue("content-type").orElseThrow().startsWith("text/event-stream"));
    var lines = events.body().lines().toList();
    assertEquals(1, lines.stream().filter("event:end"::equals).count(), events.body());
    assertEquals("event:end", lines.stream().filter(line -> line.startsWith("event:")).reduce((first, last) -> last).orElseThrow());
    var last = JSON.readTree(lines.stream().filter(line -> line.startsWith("data:")).reduce((first, next) -> next).orElseThrow().substring(5));
    assertEquals(last, done(200, "GET", address, null));
    return last;
  }

  private static JsonNode steady(JsonNode answer) {
    ((ObjectNode) answer).remove("elapsedMillis");
    return answer;
  }

  @Test
  void bothDoorsSayTheSame() {
    var job = ended("{'p': 3, 'minutes': 5, 'hazard': 'illustrative surge', 'alternatives': 2, 'curve': true, 'front': 4, 'count': 5}");
    assertEquals("done", job.get("state").asString());
    var answer = steady(job.get("result"));
    assertEquals(answer.get("value").asDouble(), job.get("progress").get("value").asDouble(), 1e-6);
    assertEquals(5, answer.get("notChosen").size());
    assertEquals(answer.get("value"), answer.get("front").get(0).get("value"));
    var arguments = List.of("site", "monaco", "--p", "3", "--minutes", "5", "--hazard", "illustrative surge", "--alternatives", "2",
        "--curve", "--front", "4", "--count", "5", "--json", "--database", postgis);
    assertEquals(answer, steady(JSON.readTree(ShellOutput.of(0, arguments.toArray(String[]::new)))));
    job = ended("{'goal': 'least-cost', 'sharePercent': 90, 'minutes': 6, 'candidates': [6, 16, 23, 41, 75, 116], 'costs': {'41': 2.5},"
        + "'places': [{'lon': 7.4262, 'lat': 43.7395, 'cost': 3, 'capacity': 40, 'open': true}], 'open': [6], 'closed': [16], 'existing': 'movable',"
        + "'apartMetres': 50, 'gapPercent': 0.5, 'seconds': 30}");
    assertEquals(steady(job.get("result")), steady(JSON.readTree(ShellOutput.of(0, "site", "monaco", "--goal", "least-cost", "--share-percent", "90",
        "--minutes", "6", "--candidates", "6,16,23,41,75,116", "--costs", "41=2.5", "--open-place", "7.4262,43.7395,3,40", "--open", "6",
        "--closed", "16", "--existing", "movable", "--apart-metres", "50", "--gap-percent", "0.5", "--seconds", "30", "--json",
        "--database", postgis))));
  }

  /** The edits go to the scenarios as they are, and the scenario's coverage is the answer's. */
  @Test
  void anAnswerBecomesAScenario() {
    var found = ended("{'p': 2, 'minutes': 5, 'profile': 'wheelchair', 'hazard': 'illustrative surge'}").get("result");
    var made = done(201, "POST", "/api/areas/monaco/scenarios", "{'title': 'Two more', 'edits': " + found.get("edits") + "}");
    assertEquals(found.get("edits"), made.get("edits"));
    var coverage = done(200, "GET", "/api/areas/monaco/coverage?minutes=5&profile=wheelchair&hazard=illustrative%20surge&scenario="
        + made.get("id").asString(), null);
    assertEquals(found.get("people"), coverage.get("people"));
    assertEquals(found.get("value").asInt(), coverage.get("people").get("covered").asInt());
    var text = ShellOutput.of(0, "site", "monaco", "--p", "2", "--minutes", "5", "--keep", "By shell", "--database", postgis);
    assertTrue(text.startsWith("cover: ") && text.contains("and no choice is better."), text);
    var kept = done(200, "GET", "/api/areas/monaco/results", null).get("results").get(0);
    assertEquals("siting By shell", kept.get("kind").asString() + " " + kept.get("name").asString());
  }

  /** What takes a search is kept by a job; a mistake and a name that is taken are said at once, and what is short is kept at once. */
  @Test
  void aSearchIsKeptByAJob() {
    var results = "/api/areas/monaco/results";
    var job = ended(results, "{'name': 'By job', 'kind': 'siting', 'p': 2, 'minutes': 5}");
    assertEquals("result done", job.get("kind").asString() + " " + job.get("state").asString());
    var entry = job.get("result");
    assertEquals("siting By job", entry.get("kind").asString() + " " + entry.get("name").asString());
    var kept = done(200, "GET", results + "/" + entry.get("id").asString(), null);
    assertEquals(steady(ended("{'p': 2, 'minutes': 5}").get("result")), steady(kept));
    assertEquals("result-exists", done(409, "POST", results, "{'name': 'By job', 'kind': 'siting', 'p': 2}").get("code").asString());
    assertEquals("p is 0, but must be 1 or more.", done(400, "POST", results, "{'name': 'No', 'kind': 'siting', 'p': 0}").get("detail").asString());
    assertTrue(done(400, "POST", results, "{'kind': 'siting', 'p': 2}").get("detail").asString().startsWith("name is missing"));
    assertEquals("coverage", done(201, "POST", results, "{'name': 'At once', 'minutes': 5}").get("kind").asString());
  }

  /** Two jobs at once may wait for each other; a cancelled one ends with what it has, and who watches hears of it. */
  @Test
  void aJobIsCancelled() {
    var body = "{'goal': 'room', 'p': 40, 'minutes': 9, 'existing': 'closed', 'alternatives': 100, 'seconds': 3600}";
    var accepted = ask("POST", SITING, body);
    var address = accepted.headers().firstValue("location").orElseThrow();
    var watched = CompletableFuture.supplyAsync(() -> ask("GET", address + "/events", null).body());
    var behind = ask("POST", SITING, body).headers().firstValue("location").orElseThrow();
    done(200, "DELETE", behind, null);
    done(200, "DELETE", address, null);
    assertTrue(watched.join().contains("event:end"));
    for (var one : List.of(address, behind)) {
      await().atMost(Duration.ofSeconds(120)).until(() -> done(200, "GET", one, null).get("state").asString().equals("cancelled"));
    }
    var result = done(200, "GET", address, null).get("result");
    if (!result.isNull()) {
      assertTrue(result.get("bound").isNull() || result.get("value").asDouble() <= result.get("bound").asDouble() + 1e-6);
    }
  }

  @Test
  void mistakesAreSaid() {
    assertEquals("p is 3, but there are only 2 candidates.", done(400, "POST", SITING, "{'p': 3, 'candidates': [6, 16]}").get("detail").asString());
    assertEquals("p is 3, but there are only 2 candidates.", ShellOutput.of(2, "site", "monaco", "--p", "3", "--candidates", "6,16", "--database", postgis));
    var most = Pattern.compile("p is 9999, but there are only ([0-9]+) candidates\\.")
        .matcher(done(400, "POST", SITING, "{'p': 9999}").get("detail").asString());
    assertTrue(most.matches());
    var failed = ended("{'p': " + most.group(1) + "}");
    assertEquals("failed", failed.get("state").asString());
    assertTrue(failed.get("problem").get("id").isNull());
    assertTrue(failed.get("problem").get("sentence").asString().matches("p is " + most.group(1) + ", but there are only [0-9]+ candidates\\."));
    assertEquals("job-unknown", done(404, "GET", "/api/jobs/x", null).get("code").asString());
    assertEquals("job-unknown", done(404, "GET", "/api/jobs/x/events", null).get("code").asString());
    assertEquals("job-unknown", done(404, "DELETE", "/api/jobs/x", null).get("code").asString());
    assertEquals("area-unknown", done(404, "POST", "/api/areas/atlantis/siting", "{'p': 1}").get("code").asString());
    assertEquals("body", done(400, "POST", SITING, "[]").get("code").asString());
  }
}
