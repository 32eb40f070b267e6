package org.commonground;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

/** Evacuation by both doors: over HTTP on PostGIS, by shell on the same database, with jobs, frames and the layers that are kept. */
@Timeout(600)
class EvacuationDoorsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EVACUATION = "/api/areas/monaco/evacuation";
  private static final List<String> REASONS = List.of("placed", "unknown", "noWay", "cutOff", "noRoom", "notPlanned");

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

  private static String accepted(String path, String body) {
    var accepted = ask("POST", path, body);
    assertEquals(202, accepted.statusCode(), accepted.body());
    return accepted.headers().firstValue("location").orElseThrow();
  }

  /** The job, once it has ended. */
  private static JsonNode ended(String address) {
    await().atMost(Duration.ofSeconds(240)).pollInterval(Duration.ofMillis(200))
        .until(() -> !List.of("queued", "running").contains(done(200, "GET", address, null).get("state").asString()));
    return done(200, "GET", address, null);
  }

  private static JsonNode found(String body) {
    var job = ended(accepted(EVACUATION, body));
    assertEquals("done", job.get("state").asString(), job.toString());
    return job.get("result");
  }

  private static JsonNode steady(JsonNode answer) {
    ((ObjectNode) answer).remove("elapsedMillis");
    return answer;
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static int driving(JsonNode people) {
    return people.has("driving") ? people.get("driving").asInt() : 0;
  }

  /** Everybody is somewhere, once: in all, by district, by group, in the simulations, and in each frame. */
  private static void conserved(JsonNode answer) {
    int total = answer.get("people").get("total").asInt();
    assertEquals(35_881, total);
    assertFalse(answer.has("minutes"), "nothing is asked about being in time");
    Stream.concat(Stream.of(answer), Stream.concat(each(answer.get("districts")), each(answer.get("groups")))).map(part -> part.get("people"))
        .forEach(people -> assertEquals(people.get("total").asInt(),
            driving(people) + REASONS.stream().mapToInt(reason -> people.get(reason).asInt()).sum()));
    int driving = driving(answer.get("people"));
    assertEquals(driving, each(answer.get("districts")).mapToInt(part -> driving(part.get("people"))).sum());
    assertEquals(driving, answer.has("cars") ? answer.get("cars").get("people").get("total").asInt() : 0);
    for (var reason : REASONS) {
      assertEquals(answer.get("people").get(reason).asInt(),
          each(answer.get("districts")).mapToInt(part -> part.get("people").get(reason).asInt()).sum(), reason);
    }
    assertEquals(answer.get("placed").asInt(), answer.get("people").get("placed").asInt());
    assertEquals(answer.get("placed").asInt(), each(answer.get("shelters")).mapToInt(part -> part.get("planned").asInt()).sum());
    for (var run : List.of("unplanned", "walked")) {
      assertEquals(total - driving, Stream.of("placed", "caught", "withoutRoom", "noWay", "stuck", "atHome")
          .mapToInt(word -> answer.get(run).get(word).asInt()).sum(), run);
    }
    assertTrue(answer.get("lowerBoundSeconds").asInt() <= answer.get("clearanceSeconds").asInt());
    assertTrue(answer.get("placed").asInt() <= answer.get("placedBound").asInt());
    assertTrue(answer.get("optimistic").get("placedBound").asInt() >= answer.get("placed").asInt());
    each(answer.get("shelters")).filter(part -> !part.get("room").isNull())
        .forEach(part -> assertTrue(part.get("planned").asInt() <= part.get("room").asInt(), part.toString()));
    var arrivals = answer.get("arrivals");
    for (int i = 0; i < arrivals.get("planned").size(); i++) {
      assertTrue(arrivals.get("planned").get(i).asInt() <= arrivals.get("bound").get(Math.min(i, arrivals.get("bound").size() - 1)).asInt());
    }
  }

  private static void conserved(String address, String which, int placed) {
    var frames = done(200, "GET", address + "/frames?which=" + which, null);
    var people = new int[frames.get("count").asInt()];
    for (int frame = 0; frame < people.length; frame++) {
      people[frame] = frames.get("home").get(frame).asInt() + frames.get("in").get(frame).asInt()
          + (frames.has("caught") ? frames.get("caught").get(frame).asInt() : 0)
          + (frames.has("withoutRoom") ? frames.get("withoutRoom").get(frame).asInt() : 0);
    }
    each(frames.get("streets")).forEach(street -> {
      for (int i = 0; i < street.get("on").size(); i++) {
        people[street.get("from").asInt() + i] += street.get("on").get(i).asInt();
        assertTrue(street.get("waiting").get(i).asInt() <= street.get("on").get(i).asInt());
      }
    });
    for (int frame = 0; frame < people.length; frame++) {
      assertEquals(35_881, people[frame], which + ", frame " + frame);
    }
    assertEquals(35_881, frames.get("home").get(0).asInt());
    assertEquals(placed, frames.get("in").get(people.length - 1).asInt());
    assertTrue(people.length <= 240);
  }

  @Test
  void bothDoorsSayTheSame() {
    var address = accepted(EVACUATION, "{'stepSeconds': 20, 'seconds': 120, 'loss': [{'shelter': 1, 'minutes': 4}]}");
    var job = ended(address);
    var answer = steady(job.get("result"));
    conserved(answer);
    assertTrue(answer.get("proven").asBoolean());
    assertEquals(answer.get("clearanceSeconds").asDouble(), job.get("progress").get("value").asDouble());
    conserved(address, "plan", answer.get("placed").asInt());
    conserved(address, "unplanned", answer.get("unplanned").get("placed").asInt());
    assertTrue(ask("GET", address + "/frames", null).headers().firstValue("cache-control").orElseThrow().contains("private"));
    assertTrue(answer.get("unplanned").get("clearanceSeconds").asInt() > answer.get("clearanceSeconds").asInt());
    assertTrue(answer.get("losses").get("affected").asInt() > 0);
    assertTrue(answer.get("reasons").get(0).get("sentence").asString().startsWith("There are 35,881 people, but the shelters have room for 22,574: 13,307 places"));
    assertEquals(answer, steady(JSON.readTree(ShellOutput.of(0, "evacuate", "monaco", "--step-seconds", "20", "--seconds", "120",
        "--lose-shelter", "1=4", "--json", "--database", postgis))));
  }

  /** Who drives is in no shelter and in no other figure; both doors send the same cars. */
  @Test
  void carsAreSentOut() {
    var answer = steady(found("{'stepSeconds': 30, 'seconds': 300, 'carPercent': 8, 'contraflow': true, 'exits': [{'lon': 7.4189, 'lat': 43.7316},"
        + "{'lon': 7.4395, 'lat': 43.7505}]}"));
    conserved(answer);
    var cars = answer.get("cars");
    assertEquals(2_870, cars.get("people").get("total").asInt());
    assertEquals(cars.get("people").get("total").asInt(), REASONS.stream().mapToInt(reason -> cars.get("people").get(reason).asInt()).sum());
    assertEquals(cars.get("carsPlaced").asInt(), each(cars.get("exits")).mapToInt(exit -> exit.get("cars").asInt()).sum());
    assertTrue(cars.get("lowerBoundSeconds").asInt() <= cars.get("clearanceSeconds").asInt());
    assertTrue(cars.get("contraflow").get("after").asInt() <= cars.get("contraflow").get("before").asInt());
    assertEquals(answer, steady(JSON.readTree(ShellOutput.of(0, "evacuate", "monaco", "--step-seconds", "30", "--seconds", "300",
        "--car-percent", "8", "--contraflow", "--exit", "7.4189,43.7316", "--exit", "7.4395,43.7505", "--json", "--database", postgis))));
    Map.of("{'carPercent': 101}", "carPercent is 101, but must be 0 to 100.",
        "{'contraflow': true}", "contraflow is given, but carPercent is 0: say how many percent of the people drive.",
        "{'carPercent': 5, 'exits': [{'lon': 7.5, 'lat': 43.74}]}", "exits has 7.5, 43.74, but no street for cars is within 250 m of it.",
        "{'carPercent': 5, 'exits': [{'lon': 7.42}]}", "lat is missing.")
        .forEach((body, sentence) -> assertEquals(sentence, done(400, "POST", EVACUATION, body).get("detail").asString()));
    assertEquals("--exit is \"7.4\", but must be two numbers with a comma: longitude,latitude.",
        ShellOutput.of(2, "evacuate", "monaco", "--car-percent", "5", "--exit", "7.4", "--database", postgis));
  }

  /** With a curve and groups of districts that wait, nobody is sooner than with all at once; a hazard that comes later takes fewer. */
  @Test
  void departuresStagesAndHazards() {
    var curve = found("{'stepSeconds': 30, 'seconds': 5, 'departure': {'curve': 'logistic', 'minutes': 10, 'slopePerMinute': 0.5},"
        + "'stages': [{'district': 0, 'minutes': 15}], 'gates': 'design', 'night': true}");
    conserved(curve);
    assertTrue(each(curve.get("districts")).filter(part -> part.get("id").asInt() == 0).allMatch(part -> part.get("arrivals").get(1).asInt() == 0));
    var start = found("{'stepSeconds': 30, 'seconds': 5, 'hazard': 'illustrative surge'}");
    conserved(start);
    assertTrue(start.get("people").get("cutOff").asInt() > 0);
    var later = found("{'stepSeconds': 30, 'seconds': 5, 'hazard': 'illustrative surge', 'hazardMinutes': 10}");
    conserved(later);
    assertTrue(later.get("people").get("cutOff").asInt() < start.get("people").get("cutOff").asInt());
    assertTrue(later.get("placed").asInt() >= start.get("placed").asInt());
  }

  @Test
  void textLayersAndSheetsAreKept() throws SQLException, IOException {
    var text = ShellOutput.of(0, "evacuate", "monaco", "--step-seconds", "30", "--seconds", "5", "--keep", "By shell", "--sheets",
        var.resolve("ways.html").toString(), "--lang", "zh", "--database", postgis);
    var sheets = Files.readString(var.resolve("ways.html"));
    assertTrue(sheets.contains("疏散路线单") && sheets.contains("Fontvieille") && sheets.endsWith("</html>"));
    assertEquals("--lang is fr, but must be en or zh.",
        ShellOutput.of(2, "evacuate", "monaco", "--sheets", var.resolve("x.html").toString(), "--lang", "fr", "--database", postgis));
    assertTrue(text.startsWith("22,574 of 35,881 people are in a shelter after "), text);
    assertTrue(text.contains("without a plan, nearest first") && text.contains("(outside every district)") | text.contains("Fontvieille"), text);
    var file = ShellOutput.of(0, "import", "monaco", "--osm", "data/monaco/monaco.osm.pbf", "--shelters", "data/monaco/shelters.geojson");
    assertFalse(file.isEmpty());
    var byFile = ShellOutput.of(0, "evacuate", "monaco", "--step-seconds", "30", "--seconds", "5", "--keep", "In a file");
    assertTrue(byFile.contains("people are in a shelter after "), byFile);
    var job = ended(accepted("/api/areas/monaco/results", "{'kind': 'evacuation', 'name': 'By HTTP', 'stepSeconds': 30, 'seconds': 5}"));
    assertEquals("done", job.get("state").asString(), job.toString());
    var kept = done(200, "GET", "/api/areas/monaco/results/" + job.get("result").get("id").asString(), null);
    conserved(kept);
    try (var connection = DriverManager.getConnection(postgis); var statement = connection.createStatement()) {
      for (var layer : Map.of("evacuation_route", 100, "evacuation_bottleneck", 1, "evacuation_arrival", kept.get("shelters").size()).entrySet()) {
        try (var rows = statement.executeQuery("select count(*) from commonground." + layer.getKey() + " where geom is not null")) {
          rows.next();
          assertTrue(rows.getInt(1) >= 2 * layer.getValue(), layer + ": " + rows.getInt(1));
        }
      }
      try (var rows = statement.executeQuery("select sum(planned), sum(unplanned) from commonground.evacuation_arrival")) {
        rows.next();
        assertEquals(2 * 22_574, rows.getInt(1));
        assertEquals(2 * 22_574, rows.getInt(2));
      }
    }
  }

  /** What cannot be is an answer with its reason: no shelter, one that no street is near, room that nobody knows. */
  @Test
  void reasonsAreSaid() {
    var shelters = new StringBuilder();
    for (int shelter = 0; shelter < 10; shelter++) {
      shelters.append("{'type': 'close-shelter', 'shelter': ").append(shelter).append("},");
    }
    var closed = done(201, "POST", "/api/areas/monaco/scenarios", "{'title': 'None', 'edits': [" + shelters.substring(0, shelters.length() - 1)
        + "]}").get("id").asString();
    var none = found("{'stepSeconds': 30, 'seconds': 5, 'samples': 0, 'scenario': '" + closed + "'}");
    conserved(none);
    assertEquals(0, none.get("placed").asInt());
    assertEquals("There is no open shelter in Monaco: nobody can be placed.", none.get("reasons").get(0).get("sentence").asString());
    var atSea = done(201, "POST", "/api/areas/monaco/scenarios", "{'title': 'At sea', 'edits': [" + shelters
        + "{'type': 'add-shelter', 'lon': 7.4335, 'lat': 43.7305, 'name': 'Raft', 'capacity': 90},"
        + "{'type': 'add-shelter', 'lon': 7.4262, 'lat': 43.7395, 'name': 'Yard', 'capacity': null}]}").get("id").asString();
    var raft = found("{'stepSeconds': 30, 'seconds': 5, 'samples': 12, 'scenario': '" + atSea + "'}");
    conserved(raft);
    assertEquals(0, raft.get("placed").asInt());
    assertEquals(35_881, raft.get("people").get("unknown").asInt() + raft.get("people").get("noRoom").asInt() + raft.get("people").get("noWay").asInt());
    assertTrue(raft.get("people").get("unknown").asInt() > 0);
    assertTrue(each(raft.get("reasons")).anyMatch(reason -> reason.get("sentence").asString().contains("Raft")), raft.get("reasons").toString());
    assertEquals(12, raft.get("blockage").get("samples").asInt());
  }

  @Test
  void aJobIsCancelled() {
    var address = accepted(EVACUATION, "{'stepSeconds': 1, 'seconds': 3600}");
    await().atMost(Duration.ofSeconds(60)).until(() -> done(200, "GET", address, null).get("state").asString().equals("running"));
    done(200, "DELETE", address, null);
    var job = ended(address);
    assertEquals("cancelled", job.get("state").asString());
    conserved(job.get("result"));
  }

  @Test
  void mistakesAreSaid() {
    var mistakes = Map.of("{'seconds': 0}", "seconds is 0.0, but must be above 0 to 3600.",
        "{'stepSeconds': 301}", "stepSeconds is 301, but must be 1 to 300.",
        "{'gates': 'wide'}", "gates is \"wide\", but must be design or physical.",
        "{'departure': {'curve': 'logistic', 'minutes': 10, 'slopePerMinute': 0}}",
        "Departure slope is 0.0 per minute, but must be above 0: people would never leave.",
        "{'departure': {'curve': 'sudden'}}", "departure has the curve \"sudden\", but must be immediate, logistic or rayleigh.",
        "{'stages': [{'district': 99, 'minutes': 5}]}", "stages has district 99, but Monaco has 0 to 8.",
        "{'hazardMinutes': 5}", "hazardMinutes is given, but no zones of a hazard are there: ask with a hazard whose zones are known.",
        "{'hazard': 'illustrative surge', 'zones': [{'zone': 77, 'minutes': 3}]}", "zones has zone 77, but there are only 0, 1, 2.",
        "{'loss': [{'minutes': 5}]}", "loss has an entry with neither shelter nor street, but each must have one of them.",
        "{'minutes': 5}", "There is no field \"minutes\" here");
    mistakes.forEach((body, sentence) -> assertTrue(done(400, "POST", EVACUATION, body).get("detail").asString().startsWith(sentence),
        () -> ask("POST", EVACUATION, body).body()));
    assertEquals("stepSeconds is 301, but must be 1 to 300.",
        ShellOutput.of(2, "evacuate", "monaco", "--step-seconds", "301", "--database", postgis));
    assertEquals("area-unknown", done(404, "POST", "/api/areas/atlantis/evacuation", "{}").get("code").asString());
    assertEquals("job-unknown", done(404, "GET", "/api/jobs/x/frames", null).get("code").asString());
  }
}
