package org.commonground;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.cli.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scenarios, hazards and what is measured of coverage, through the real service and the shell, on Monaco with a drawn flood. */
class WhatIfPathTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MONACO = "/api/areas/monaco";
  /** The harbour and the streets around it. */
  private static final String FLOOD = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"depthM": 1.5}, "geometry": {"type": "Polygon",
        "coordinates": [[[7.4195, 43.7325], [7.4280, 43.7325], [7.4280, 43.7372], [7.4195, 43.7372], [7.4195, 43.7325]]]}}]}""";

  @TempDir
  private static Path var;

  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() throws IOException {
    service = SpringApplication.run(Application.class, "--server.port=0", "--commonground.var=" + var);
    System.setProperty("commonground.var", var.toString());
    await().atMost(Duration.ofSeconds(60)).until(() -> get("/api/areas").get("areas").size() == 1);
    var flood = Files.writeString(var.resolve("flood.geojson"), FLOOD);
    told("import", "wet", "--osm", "data/monaco/monaco.osm.pbf", "--shelters", "data/monaco/shelters.geojson", "--hazard",
        "flood=" + flood);
  }

  @AfterAll
  static void stop() {
    System.clearProperty("commonground.var");
    service.close();
  }

  private static HttpResponse<byte[]> send(String method, String path, String body) {
    var address = URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port") + path);
    var request = HttpRequest.newBuilder(address).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return HTTP.send(body == null ? request.build() : request.header("Content-Type", "application/json").build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JsonNode get(String path) {
    var answer = send("GET", path, null);
    assertEquals(200, answer.statusCode(), () -> path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    return JSON.readTree(answer.body());
  }

  /** What the shell prints for {@code --json}, or for an import. */
  private static String told(String... arguments) {
    var out = System.out;
    var captured = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
      assertEquals(0, Shell.run(arguments, serve -> {
        throw new IllegalStateException("nobody asked to serve");
      }));
      return captured.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
    }
  }

  private static JsonNode steady(JsonNode answer) {
    ((ObjectNode) answer).remove("elapsedMillis");
    return answer;
  }

  private static String scenario(String area, String... edits) {
    var made = JSON.readTree(send("POST", "/api/areas/" + area + "/scenarios", "{\"title\": \"test\"}").body());
    var path = "/api/areas/" + area + "/scenarios/" + made.get("id").asString();
    for (var edit : edits) {
      var answer = send("POST", path + "/edits", edit);
      assertTrue(answer.statusCode() < 300, () -> edit + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return made.get("id").asString();
  }

  private static void addsUp(JsonNode people) {
    assertEquals(people.get("total").asInt(), people.get("covered").asInt() + people.get("unknown").asInt()
        + people.get("notCovered").asInt() + people.get("unreachable").asInt());
  }

  private static int covered(String path) {
    var people = get(path).get("people");
    addsUp(people);
    return people.get("covered").asInt();
  }

  @Test
  void aShelterMoreCoversPeopleAndUndoingTakesThemBack() {
    int before = covered(MONACO + "/coverage");
    var id = scenario("monaco", "{\"type\": \"add-shelter\", \"lon\": 7.4335, \"lat\": 43.7490, \"name\": \"School\", \"capacity\": 300}");
    int with = covered(MONACO + "/coverage?scenario=" + id);
    assertTrue(with > before, with + " people are not more than " + before);
    var compared = get(MONACO + "/compare?to=" + id);
    assertEquals(with - before, compared.get("gained").asInt() - compared.get("lost").asInt());
    assertEquals(0, compared.get("lost").asInt());
    assertTrue(compared.get("minutesSaved").asInt() > 0);
    int districts = 0;
    for (var district : compared.get("districts")) {
      addsUp(district.get("before"));
      addsUp(district.get("after"));
      districts += district.get("after").get("covered").asInt();
    }
    assertEquals(with, districts);
    var nearest = get(MONACO + "/nearest?lon=7.4335&lat=43.7491&scenario=" + id).get("shelters").get(0);
    assertEquals("School", nearest.get("name").asString());
    assertEquals(200, send("DELETE", MONACO + "/scenarios/" + id + "/edits/last", null).statusCode());
    assertEquals(before, covered(MONACO + "/coverage?scenario=" + id));
    assertEquals(before, covered(MONACO + "/coverage"), "the area itself stays as it is");
  }

  /** The same edits made one by one, and all at once in a scenario that nobody has asked of before. */
  @Test
  void theOrderOfAskingChangesNothing() {
    var edits = List.of("{\"type\": \"close-shelter\", \"shelter\": 2, \"reason\": \"drill\"}",
        "{\"type\": \"move-shelter\", \"shelter\": 0, \"lon\": 7.4190, \"lat\": 43.7320}",
        "{\"type\": \"close-street\", \"lon\": 7.4262, \"lat\": 43.7395, \"reason\": \"works\"}",
        "{\"type\": \"close-area\", \"reason\": \"fair\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[7.424, 43.738],"
            + " [7.427, 43.738], [7.427, 43.741], [7.424, 43.741], [7.424, 43.738]]]}}");
    var live = scenario("monaco");
    for (var edit : edits) {
      send("POST", MONACO + "/scenarios/" + live + "/edits", edit);
      covered(MONACO + "/coverage?profile=wheelchair&scenario=" + live);
    }
    var once = scenario("monaco", edits.toArray(String[]::new));
    for (var profile : List.of("adult", "wheelchair")) {
      var asked = "/coverage?k=2&profile=" + profile + "&scenario=";
      var expected = (ObjectNode) steady(get(MONACO + asked + once));
      expected.put("scenario", live);
      assertEquals(expected, steady(get(MONACO + asked + live)));
    }
  }

  @Test
  void closingEverythingIsSaidInWords() {
    var id = scenario("monaco", "{\"type\": \"close-area\", \"reason\": \"all\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
        + " [[[7.39, 43.71], [7.46, 43.71], [7.46, 43.77], [7.39, 43.77], [7.39, 43.71]]]}}");
    var answer = get(MONACO + "/coverage?scenario=" + id);
    assertEquals(answer.get("people").get("total").asInt(), answer.get("people").get("unreachable").asInt());
    assertTrue(answer.get("assumptions").toString().contains("Every street is closed"));
  }

  @Test
  void aFloodClosesStreetsAndOnlySuitableSheltersCount() {
    var dry = get("/api/areas/wet/coverage");
    var wet = get("/api/areas/wet/coverage?hazard=flood");
    addsUp(wet.get("people"));
    assertEquals("flood", wet.get("hazard").asString());
    int most = wet.get("people").get("covered").asInt() + wet.get("people").get("unknown").asInt();
    assertTrue(most < dry.get("people").get("covered").asInt());
    assertTrue(wet.get("people").get("unreachable").asInt() > 0, "people in the water have no way");
    assertTrue(wet.get("assumptions").toString().contains("street sections are closed"));
    var switched = scenario("wet", "{\"type\": \"hazard\", \"name\": \"flood\", \"active\": true}");
    assertEquals(wet.get("people"), get("/api/areas/wet/coverage?scenario=" + switched).get("people"));
    assertEquals(covered("/api/areas/wet/coverage?hazard=flood&minutes=5"), JSON.readTree(told("coverage", "wet", "--hazard", "flood",
        "--minutes", "5", "--json")).get("people").get("covered").asInt());
  }

  /** Somebody who stands in the water is told so, and no way from there passes for sure. */
  @Test
  void whoStandsInTheWaterIsTold() {
    var dry = get("/api/areas/wet/nearest?lon=7.4215&lat=43.7340");
    assertFalse(dry.get("inHazard").asBoolean());
    var wet = get("/api/areas/wet/nearest?lon=7.4215&lat=43.7340&hazard=flood");
    assertTrue(wet.get("inHazard").asBoolean());
    wet.get("shelters").forEach(shelter -> assertEquals("unknown", shelter.get("inTime").asString()));
  }

  /** The sample's own surge: places high above the sea count, others are in doubt. */
  @Test
  void theSampleHasAnIllustrativeSurge() {
    var people = get(MONACO + "/coverage?hazard=illustrative+surge").get("people");
    addsUp(people);
    assertTrue(people.get("covered").asInt() > 0 && people.get("unknown").asInt() > 0 && people.get("unreachable").asInt() > 0,
        people::toString);
  }

  /** A hall of which nobody has recorded how many it holds: the answer is a range, and that is the fact to find out. */
  @Test
  void anUnrecordedCapacityIsSurveyedFirst() {
    var id = scenario("monaco", "{\"type\": \"add-shelter\", \"lon\": 7.4335, \"lat\": 43.7490, \"name\": \"Hall\"}");
    var query = "?capacity=true&scenario=" + id;
    var coverage = get(MONACO + "/coverage" + query);
    assertTrue(coverage.get("people").get("unknown").asInt() > 0);
    assertEquals(1, coverage.get("capacity").get("unknownCapacity").asInt());
    var unknowns = get(MONACO + "/unknowns" + query);
    assertEquals(coverage.get("people"), unknowns.get("people"));
    assertEquals("capacity", unknowns.get("facts").get(0).get("fact").asString());
    assertEquals("Hall", unknowns.get("places").get(0).get("name").asString());
    assertEquals(unknowns.get("people").get("unknown").asDouble(), unknowns.get("facts").get(0).get("people").asDouble());
  }

  @Test
  void nightIsSlower() {
    assertTrue(covered(MONACO + "/coverage?night=true") < covered(MONACO + "/coverage"));
  }

  /** The same JSON over HTTP and from the shell, and the same again. */
  @ParameterizedTest
  @ValueSource(strings = {"redundancy", "integrity", "fairness", "unknowns", "expected", "compare"})
  void everyMeasureIsTheSameFromBothDoors(String measure) {
    for (var profile : List.of("adult", "wheelchair")) {
      var path = MONACO + "/" + measure + "?minutes=8&profile=" + profile + (measure.equals("expected") ? "&samples=20&seed=5" : "");
      var answer = steady(get(path));
      assertEquals(answer, steady(get(path)));
      var options = measure.equals("expected") ? List.of("--samples", "20", "--seed", "5") : List.<String>of();
      var arguments = new java.util.ArrayList<>(List.of(measure, "monaco", "--minutes", "8", "--profile", profile, "--json"));
      arguments.addAll(options);
      assertEquals(answer, steady(JSON.readTree(told(arguments.toArray(String[]::new)))));
      assertFalse(answer.get("assumptions").isEmpty());
    }
  }

  @Test
  void measuresAddUpToTheCoverage() {
    for (var profile : List.of("adult", "wheelchair")) {
      var query = "?minutes=8&profile=" + profile;
      var coverage = get(MONACO + "/coverage" + query);
      var integrity = get(MONACO + "/integrity" + query);
      assertEquals(coverage.get("people"), integrity.get("together"));
      assertTrue(integrity.get("alone").get("covered").asInt() <= coverage.get("people").get("covered").asInt());
      int alone = 0;
      for (var district : integrity.get("districts")) {
        addsUp(district.get("alone"));
        alone += district.get("alone").get("covered").asInt();
      }
      assertEquals(integrity.get("alone").get("covered").asInt(), alone);
      var fairness = get(MONACO + "/fairness" + query).get("all");
      assertEquals(coverage.get("people").get("covered"), fairness.get("covered"));
      assertEquals(coverage.get("walkSeconds"), fairness.get("walkSeconds"));
      assertEquals(coverage.get("people"), get(MONACO + "/unknowns" + query).get("people"));
      for (int k = 2; k <= 3; k++) {
        assertEquals(get(MONACO + "/coverage" + query + "&k=" + k).get("people"),
            get(MONACO + "/unknowns" + query + "&k=" + k).get("people"));
      }
      var damaged = get(MONACO + "/expected" + query + "&damage=30&samples=10&seed=4").get("people");
      var survey = get(MONACO + "/unknowns" + query + "&damage=30&samples=10&seed=4&model=width");
      assertEquals(damaged.get("expected").asDouble(), survey.get("collapse").get("expected").asDouble(), 0.06);
      assertEquals(damaged.get("mostExpected").asDouble(), survey.get("collapse").get("mostExpected").asDouble(), 0.06);
      assertEquals("width", survey.get("facts").get(0).get("fact").asString());
      var calm = get(MONACO + "/expected" + query + "&damage=0&samples=10").get("people");
      assertEquals(coverage.get("people").get("covered").asInt(), (int) calm.get("expected").asDouble());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"/coverage?hazard=dragons | 400 | option | hazard", "/coverage?scenario=999 | 404 | scenario-unknown | scenario",
      "/coverage?night=perhaps | 400 | option | night", "/expected?damage=101 | 400 | option | damage",
      "/expected?samples=9 | 400 | option | samples", "/expected?model=dice | 400 | option | model",
      "/compare?from=999 | 404 | scenario-unknown | scenario", "/integrity?count=0 | 400 | option | count",
      "/tiles/difference/1/0/0.mvt?to=999 | 404 | scenario-unknown | scenario", "/unknowns?minutes=0 | 400 | option | minutes",
      "/unknowns?model=dice | 400 | option | model", "/unknowns?k=4 | 400 | option | k", "/unknowns?samples=5 | 400 | option | samples",
      "/export?layer=gap&damage=30 | 400 | option | damage", "/export?layer=room_result&k=2 | 400 | option | k",
      "/export?layer=survey&damage=101 | 400 | option | damage"})
  void mistakesAreSaidInOneSentence(String path, int status, String code, String field) {
    var answer = send("GET", MONACO + path, null);
    var problem = JSON.readTree(answer.body());
    assertEquals(status, answer.statusCode(), problem::toString);
    assertEquals(code, problem.get("code").asString());
    assertEquals(field, problem.get("field").asString());
  }

  @Test
  void differenceTilesHoldEverybodyWithWhatHasChanged() throws IOException {
    var id = scenario("monaco", "{\"type\": \"close-shelter\", \"shelter\": 0, \"reason\": \"test\"}");
    var people = new TreeMap<String, Long>();
    places("difference", "to=" + id).values().forEach(data -> people.merge((String) data.get("change"), (Long) data.get("people"), Long::sum));
    var compared = get(MONACO + "/compare?to=" + id);
    assertEquals(compared.get("lost").asLong(), people.getOrDefault("lost", 0L));
    assertEquals(0L, people.getOrDefault("gained", 0L) + people.getOrDefault("faster", 0L));
    assertEquals(compared.get("to").get("people").get("total").asLong(), people.values().stream().mapToLong(Long::longValue).sum());
  }

  /** Who is in doubt before or after is neither surely gained nor surely lost, and never the same where the states differ. */
  @Test
  void differenceTilesTellDoubtFromLoss() throws IOException {
    var id = scenario("monaco", "{\"type\": \"close-shelter\", \"shelter\": 1, \"reason\": \"test\"}");
    var before = places("coverage", "profile=wheelchair");
    var after = places("coverage", "profile=wheelchair&scenario=" + id);
    var seen = new TreeMap<String, Integer>();
    places("difference", "profile=wheelchair&to=" + id).forEach((place, data) -> {
      var states = before.get(place).get("state") + " " + after.get(place).get("state");
      var change = (String) data.get("change");
      seen.merge(change, 1, Integer::sum);
      switch (states) {
        case "covered notCovered", "covered unreachable" -> assertEquals("lost", change, states);
        case "covered unknown", "unknown notCovered", "unknown unreachable" -> assertEquals("lessSure", change, states);
        default -> {
          assertEquals(before.get(place).get("state"), after.get(place).get("state"));
          assertTrue(change.equals("same") || change.equals("slower"), states + " " + change);
        }
      }
    });
    assertTrue(seen.keySet().containsAll(List.of("lost", "lessSure", "slower", "same")), seen.toString());
  }

  /** The places of all tiles of a layer over Monaco, by id. */
  private Map<Object, Map<?, ?>> places(String layer, String query) throws IOException {
    var found = new HashMap<Object, Map<?, ?>>();
    for (int x = 8529; x <= 8531; x++) {
      for (int y = 5973; y <= 5976; y++) {
        var body = send("GET", MONACO + "/tiles/" + layer + "/14/" + x + "/" + y + ".mvt?" + query, null).body();
        var tile = MvtReader.loadMvt(new ByteArrayInputStream(body), new GeometryFactory(), new TagKeyValueMapConverter());
        for (var part : tile.getLayers()) {
          for (var shape : part.getGeometries()) {
            var data = (Map<?, ?>) shape.getUserData();
            found.put(data.get("id"), data);
          }
        }
      }
    }
    return found;
  }
}
