package org.commonground;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.commonground.plan.result.ResultKind;
import org.commonground.store.PrivatePostgis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole path: the service on H2GIS and on PostGIS, each with the sample imported, and the shell beside it. */
class FullPathTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir
  private static Path var;

  private static String postgis;
  private static ConfigurableApplicationContext onFile;
  private static ConfigurableApplicationContext onPostgis;

  @BeforeAll
  static void start() {
    onFile = SpringApplication.run(Application.class, "--server.port=0", "--commonground.var=" + var);
    postgis = PrivatePostgis.newDatabase();
    onPostgis = SpringApplication.run(Application.class, "--server.port=0", "--spring.datasource.url=" + postgis);
    System.setProperty("commonground.var", var.toString());
    for (var service : List.of(onFile, onPostgis)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> get(service, "/api/areas").get("areas").size() == 1);
    }
  }

  @AfterAll
  static void stop() {
    System.clearProperty("commonground.var");
    onFile.close();
    if (onPostgis != null) {
      onPostgis.close();
    }
  }

  private static HttpResponse<byte[]> ask(ConfigurableApplicationContext service, String path) {
    var address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + path;
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JsonNode get(ConfigurableApplicationContext service, String path) {
    return JSON.readTree(ask(service, path).body());
  }

  /** An answer without what differs from run to run. */
  private static JsonNode steady(JsonNode answer) {
    ((ObjectNode) answer).remove("elapsedMillis");
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"adult", "elderly", "child", "wheelchair"})
  void bothStoresAndBothDoorsSayTheSame(String profile) {
    var path = "/api/areas/monaco/coverage?profile=" + profile + "&minutes=7&count=1000";
    var answer = steady(get(onFile, path));
    assertEquals(answer, steady(get(onPostgis, path)));
    var output = ShellOutput.of("coverage", "monaco", "--profile", profile, "--minutes", "7", "--count", "1000", "--json");
    assertEquals(0, output.exit(), output.err());
    assertEquals(answer, steady(JSON.readTree(output.out())));
    output = ShellOutput.of("coverage", "monaco", "--database", postgis, "--profile", profile, "--minutes", "7", "--count", "1000", "--json");
    assertEquals(answer, steady(JSON.readTree(output.out())));
    var people = answer.get("people");
    assertEquals(35_881, people.get("total").asInt());
    addsUp(people);
    int[] sum = new int[1];
    answer.get("districts").forEach(district -> {
      addsUp(district.get("people"));
      sum[0] += district.get("people").get("total").asInt();
    });
    assertEquals(35_881, sum[0]);
    assertEquals(profile.equals("wheelchair"), people.get("unknown").asInt() > 0);

    var second = steady(get(onFile, path + "&k=2"));
    assertEquals(second, steady(get(onPostgis, path + "&k=2")));
    addsUp(second.get("people"));
    var redundancy = "/api/areas/monaco/redundancy?minutes=7&profile=" + profile;
    var losses = steady(get(onFile, redundancy));
    assertEquals(losses, steady(get(onPostgis, redundancy)));
    assertEquals(losses, steady(JSON.readTree(ShellOutput.of("redundancy", "monaco", "--profile", profile, "--minutes", "7", "--json").out())));
    assertEquals(people, losses.get("coverage").get(0).get("people"));
    assertEquals(second.get("people"), losses.get("coverage").get(1).get("people"));
    assertEquals(10, losses.get("losses").size());

    var near = "/api/areas/monaco/nearest?lon=7.4262&lat=43.7395&count=5&profile=" + profile;
    var ways = steady(get(onFile, near));
    assertEquals(ways, steady(get(onPostgis, near)));
    var told = ShellOutput.of("nearest", "monaco", "--at", "7.4262,43.7395", "--count", "5", "--profile", profile, "--json");
    assertEquals(ways, steady(JSON.readTree(told.out())));
    assertEquals(5, ways.get("shelters").size());
    assertTrue(ways.get("shelters").get(0).get("illustrative").asBoolean());
  }

  /** The two lives of spaces, and districts by what people have entered: from either store and by either door. */
  @Test
  void judgementsAreTheSameFromBothDoors() {
    var asked = " --profile elderly --minutes 8 --hazard storm-surge --rules japan";
    var query = "?profile=elderly&minutes=8&hazard=storm-surge&rules=japan";
    for (var pair : List.of(List.of("judge monaco --stay short" + asked, "judged/lists" + query + "&stay=short"),
        List.of("judge monaco --all" + asked, "judged" + query), List.of("judge monaco --space 19" + asked, "judged/19" + query),
        List.of("green monaco" + asked, "green" + query), List.of("profiles monaco" + asked, "profiles" + query),
        List.of("mobilization monaco --as-of 2026-06-30" + asked, "mobilization" + query + "&asOf=2026-06-30"),
        List.of("facts monaco", "facts"))) {
      var output = ShellOutput.of((pair.get(0) + " --json").split(" "));
      assertEquals(0, output.exit(), output.err());
      var answer = steady(JSON.readTree(output.out()));
      assertEquals(answer, steady(get(onFile, "/api/areas/monaco/" + pair.get(1))), pair.get(1));
      assertEquals(answer, steady(get(onPostgis, "/api/areas/monaco/" + pair.get(1))), pair.get(1));
      assertEquals(0, ShellOutput.of(pair.get(0).split(" ")).exit(), "as text");
    }
  }

  @Test
  void factsAreEnteredByEitherDoor() {
    var entered = ShellOutput.of("fact", "monaco", "add", "--kind", "opening", "--shelter", "3", "--value", "30", "--source", "Test", "--date",
        "2026-01-31", "--json");
    assertEquals(0, entered.exit(), entered.err());
    var fact = JSON.readTree(entered.out());
    assertEquals(fact, get(onFile, "/api/areas/monaco/facts").get("facts").get(0));
    var refused = ShellOutput.of("fact", "monaco", "add", "--kind", "opening", "--district", "0", "--value", "30", "--source", "Test", "--date",
        "2026-01-31");
    assertEquals("2 A fact of kind opening can only be about a space or a shelter.", refused.exit() + " " + refused.err().strip());
    assertEquals(0, ShellOutput.of("fact", "monaco", "delete", fact.get("id").asString()).exit());
    assertEquals(0, get(onFile, "/api/areas/monaco/facts").get("facts").size());
  }

  private static void addsUp(JsonNode people) {
    assertEquals(people.get("total").asInt(), people.get("covered").asInt() + people.get("unknown").asInt()
        + people.get("notCovered").asInt() + people.get("unreachable").asInt());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/api/areas/atlantis/coverage | 404 | area-unknown | area", "/api/areas/monaco/coverage?minutes=0 | 400 | option | minutes",
      "/api/areas/monaco/coverage?minutes=121 | 400 | option | minutes", "/api/areas/monaco/coverage?minutes=ten | 400 | option | minutes",
      "/api/areas/monaco/coverage?k=4 | 400 | option | k",
      "/api/areas/monaco/coverage?profile=bird | 400 | profile-unknown | profile",
      "/api/areas/monaco/coverage?minuts=5 | 400 | option | minuts", "/api/areas/monaco/coverage?count=0 | 400 | option | count",
      "/api/areas/monaco/nearest?lon=7.42 | 400 | option | lat", "/api/areas/monaco/nearest?lon=200&lat=43.7 | 400 | option | lon",
      "/api/areas/monaco/nearest?lon=NaN&lat=43.7 | 400 | option | lon",
      "/api/areas/monaco/nearest?lon=7.6&lat=43.7 | 400 | outside-area | at",
      "/api/areas/monaco/export?layer=dragons | 404 | layer-unknown | layer",
      "/api/areas/monaco/export?layer=street&format=doc | 400 | format-unknown | format",
      "/api/areas/monaco/tiles/base/40/1/1.mvt | 400 | option | z", "/api/areas/monaco/tiles/base/3/8/1.mvt | 400 | option | x",
      "/api/areas/monaco/spaces/99999 | 404 | layer-unknown | id", "/api/areas/monaco/judged/99999 | 404 | space-unknown | space",
      "/api/areas/monaco/judged?stay=forever | 400 | option | stay", "/api/areas/monaco/judged/lists?hazard=rain | 400 | option | hazard",
      "/api/areas/monaco/profiles?asOf=soon | 400 | option | asOf"})
  void mistakesAreSaidInOneSentence(String path, int status, String code, String field) {
    var response = ask(onFile, path);
    assertEquals(status, response.statusCode());
    assertEquals("application/problem+json", response.headers().firstValue("content-type").orElse(""));
    var problem = JSON.readTree(response.body());
    assertEquals(code + " " + field, problem.get("code").asString() + " " + problem.get("field").asString());
    assertTrue(problem.get("detail").asString().endsWith("."), problem.toString());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (var path : List.of("/api/nothing", "/nothing.html")) {
      assertEquals("not-found", JSON.readTree(ask(onFile, path).body()).get("code").asString());
    }
  }

  /** Every person of the sample is on exactly one place of the tiles, with the state that the answer counts. */
  @Test
  void tilesHoldEverybody() throws IOException {
    var answer = get(onFile, "/api/areas/monaco/coverage?profile=wheelchair&minutes=9").get("people");
    var bounds = get(onFile, "/api/areas/monaco").get("bounds");
    int zoom = 15;
    var byId = new TreeMap<Long, String>();
    var people = new TreeMap<String, Long>();
    for (int x = x(bounds.get(0).asDouble(), zoom); x <= x(bounds.get(2).asDouble(), zoom); x++) {
      for (int y = y(bounds.get(3).asDouble(), zoom); y <= y(bounds.get(1).asDouble(), zoom); y++) {
        var path = "/api/areas/monaco/tiles/coverage/" + zoom + "/" + x + "/" + y + ".mvt?profile=wheelchair&minutes=9";
        for (var layer : VectorTile.Tile.parseFrom(ask(onFile, path).body()).getLayersList()) {
          for (var feature : layer.getFeaturesList()) {
            var tags = new TreeMap<String, VectorTile.Tile.Value>();
            for (int i = 0; i < feature.getTagsCount(); i += 2) {
              tags.put(layer.getKeys(feature.getTags(i)), layer.getValues(feature.getTags(i + 1)));
            }
            var state = tags.get("state").getStringValue();
            if (byId.put(tags.get("id").getSintValue(), state) == null) {
              people.merge(state, tags.get("people").getSintValue(), Long::sum);
            }
          }
        }
      }
    }
    for (var state : List.of("covered", "unknown", "notCovered", "unreachable")) {
      assertEquals(answer.get(state).asLong(), people.getOrDefault(state, 0L), state);
    }
    assertEquals(1_207, byId.size());
  }

  private static int x(double lon, int zoom) {
    return (int) Math.floor((lon + 180) / 360 * (1 << zoom));
  }

  private static int y(double lat, int zoom) {
    double phi = Math.toRadians(lat);
    return (int) Math.floor((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 * (1 << zoom));
  }

  @Test
  void tilesAreRevalidated() throws IOException, InterruptedException {
    var path = "/api/areas/monaco/tiles/base/14/8529/5974.mvt";
    var tag = ask(onFile, path).headers().firstValue("etag").orElseThrow();
    var address = URI.create("http://localhost:" + onFile.getEnvironment().getProperty("local.server.port") + path);
    var again = HTTP.send(HttpRequest.newBuilder(address).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(304, again.statusCode());
  }

  @Test
  void exportsAreTheSameFromBothDoors() throws IOException {
    for (var format : List.of("geojson", "csv", "fgb")) {
      var file = var.resolve("gap." + format);
      var output = ShellOutput.of("export", "monaco", "--layer", "coverage_result", "--format", format, "--out", file.toString(), "--json");
      assertEquals(0, output.exit(), output.err());
      assertEquals(1_207, JSON.readTree(output.out()).get("features").asInt());
      var other = ask(onPostgis, "/api/areas/monaco/export?layer=coverage_result&format=" + format).body();
      assertTrue(java.util.Arrays.equals(Files.readAllBytes(file), other), format);
    }
  }

  /** Facilities of the map and of a table, the slope of spaces where heights were imported, from either store and by either door. */
  @Test
  void facilitiesAndSlopesGoAllTheWay() throws IOException {
    var hill = var.resolve("hill.asc");
    Files.writeString(hill, "ncols 3\nnrows 3\nxllcorner 7.38\nyllcorner 43.70\ncellsize 0.03\n0 400 800\n0 400 800\n0 400 800\n");
    var table = var.resolve("facilities.csv");
    Files.writeString(table, "lon,lat,kind,name\n7.4262,43.7395,stage,Kiosk\n7.4262,43.7395,moon,No\n");
    String[] imported = {"import", "hilly", "--osm", "data/monaco/monaco.osm.pbf", "--population-total", "100", "--elevation",
        hill.toString(), "--facilities", table.toString(), "--json"};
    var summary = ShellOutput.of(imported);
    assertEquals(0, summary.exit(), summary.err());
    var onOther = java.util.stream.Stream.concat(java.util.Arrays.stream(imported), java.util.stream.Stream.of("--database", postgis));
    assertEquals(0, ShellOutput.of(onOther.toArray(String[]::new)).exit());
    var counts = JSON.readTree(summary.out()).get("counts");
    assertEquals(722, counts.get("facility").asInt());
    assertEquals(1, counts.get("slope").asInt(), "16 percent, one cell");
    for (var layer : List.of("facility", "slope")) {
      for (var format : List.of("geojson", "csv", "fgb")) {
        var file = var.resolve(layer + "." + format);
        assertEquals(0, ShellOutput.of("export", "hilly", "--layer", layer, "--format", format, "--out", file.toString()).exit());
        assertTrue(java.util.Arrays.equals(Files.readAllBytes(file),
            ask(onPostgis, "/api/areas/hilly/export?layer=" + layer + "&format=" + format).body()), layer + " as " + format);
      }
      assertEquals(counts.get(layer).asInt(), get(onFile, "/api/areas/hilly/export?layer=" + layer).get("features").size());
    }
    var last = get(onFile, "/api/areas/hilly/export?layer=facility").get("features").get(721).get("properties");
    assertEquals("stage Kiosk", last.get("kind").asString() + " " + last.get("name").asString());
    var slope = get(onFile, "/api/areas/hilly/export?layer=slope").get("features").get(0).get("properties");
    assertEquals("15 to 20", slope.get("leastPercent").asInt() + " to " + slope.get("belowPercent").asInt());
  }

  /** Without having been kept, from a shell on the embedded store and over HTTP from PostGIS. */
  @Test
  void layersOfEveryAnswerAreExportedFromBothDoors() throws IOException {
    for (var layer : ResultKind.layerNames()) {
      boolean collapsing = List.of("expected_result", "survey").contains(layer);
      var file = var.resolve("layer.geojson");
      var arguments = new ArrayList<>(List.of("export", "monaco", "--layer", layer, "--minutes", "5", "--out", file.toString(), "--json"));
      arguments.addAll(collapsing ? List.of("--damage", "30", "--samples", "10", "--model", "rubble") : List.of());
      var output = ShellOutput.of(arguments.toArray(String[]::new));
      assertEquals(0, output.exit(), output.err());
      assertTrue(JSON.readTree(output.out()).get("features").asInt() > 0, layer);
      var other = ask(onPostgis, "/api/areas/monaco/export?minutes=5&layer=" + layer
          + (collapsing ? "&damage=30&samples=10&model=rubble" : "")).body();
      assertTrue(java.util.Arrays.equals(Files.readAllBytes(file), other), layer);
    }
  }

  @Test
  void theShellImportsReplacesAndRefuses() {
    var osm = "data/monaco/monaco.osm.pbf";
    var first = ShellOutput.of("import", "second", "--osm", osm, "--population-total", "100", "--json");
    assertEquals(0, first.exit(), first.err());
    assertEquals(100, JSON.readTree(first.out()).get("people").asInt());
    assertEquals(100, get(onFile, "/api/areas/second/coverage").get("people").get("total").asInt(), "the service sees it at once");
    var second = ShellOutput.of("import", "second", "--osm", osm, "--population-total", "200");
    assertEquals(2, second.exit());
    assertTrue(second.err().contains("--replace"), second.err());
    assertEquals(2, ShellOutput.of("import", "second", "--osm", "README.md", "--replace").exit());
    assertEquals(100, get(onFile, "/api/areas/second").get("people").asInt(), "what failed has changed nothing");
    assertEquals(0, ShellOutput.of("import", "second", "--osm", osm, "--population-total", "200", "--replace").exit());
    assertEquals(200, get(onFile, "/api/areas/second/coverage").get("people").get("total").asInt());
  }

  /** No list of shelters was given: that does not say that there is none, and one that is added counts at once. */
  @Test
  void aCityWithoutRecordedSheltersSaysSo() {
    var came = ShellOutput.of("import", "unlisted", "--osm", "data/monaco/monaco.osm.pbf", "--population-total", "100");
    assertTrue(came.out().contains("No shelter came in"), came.out());
    var answer = get(onFile, "/api/areas/unlisted/coverage");
    assertEquals(0, answer.get("shelters").asInt());
    assertTrue(answer.get("assumptions").findValuesAsString("code").contains("no-shelter-known"));
    var told = ShellOutput.of("coverage", "unlisted").out();
    assertTrue(told.startsWith("No shelter is recorded in unlisted.") && !told.contains("0.0 %"), told);
    var made = ShellOutput.of("scenario", "unlisted", "new", "--title", "One park", "--json");
    assertEquals(0, made.exit(), made.err());
    var id = JSON.readTree(made.out()).get("id").asString();
    assertEquals(0, ShellOutput.of("scenario", "unlisted", "add-shelter", id, "--at", "7.4262,43.7395", "--name", "Park").exit());
    answer = get(onFile, "/api/areas/unlisted/coverage?scenario=" + id);
    assertEquals(1, answer.get("shelters").asInt());
    assertFalse(answer.get("assumptions").findValuesAsString("code").contains("no-shelter-known"));
    assertEquals(10, get(onFile, "/api/areas/monaco/coverage").get("shelters").asInt());
  }

  /** A depth of 2 m over the western half of the town and 0.3 m over the rest goes all the way to list, tile and file. */
  @Test
  void hazardsGoAllTheWay() throws IOException {
    var depths = var.resolve("depths.asc");
    Files.writeString(depths, "ncols 2\nnrows 1\nxllcorner 7.40\nyllcorner 43.72\ncellsize 0.04\n2.5 0.3\n");
    var output = ShellOutput.of("import", "wet", "--osm", "data/monaco/monaco.osm.pbf", "--population-total", "100", "--hazard",
        "flood:hundred years=" + depths, "--elevation", depths.toString(), "--json");
    assertEquals(0, output.exit(), output.err());
    var area = get(onFile, "/api/areas/wet");
    assertTrue(area.get("elevation").asBoolean());
    assertEquals(JSON.readTree("[{\"name\": \"hundred years\", \"hazard\": \"flood\", \"zones\": 2, \"deepestM\": 2.0}]"),
        area.get("hazards"));
    assertFalse(get(onFile, "/api/areas/monaco").get("elevation").asBoolean());
    assertEquals("illustrative surge", get(onFile, "/api/areas/monaco").get("hazards").get(0).get("name").asString());
    var tile = "/tiles/hazard/10/" + x(7.42, 10) + "/" + y(43.735, 10) + ".mvt?hazard=";
    var layer = VectorTile.Tile.parseFrom(ask(onFile, "/api/areas/wet" + tile + "hundred%20years").body()).getLayers(0);
    assertEquals("hazard", layer.getName());
    assertEquals(2, layer.getFeaturesCount());
    assertEquals(List.of(0.3, 2.0), layer.getValuesList().stream().filter(VectorTile.Tile.Value::hasDoubleValue)
        .map(VectorTile.Tile.Value::getDoubleValue).sorted().toList());
    assertEquals(404, ask(onFile, "/api/areas/wet" + tile + "flood").statusCode());
    assertEquals(404, ask(onFile, "/api/areas/monaco" + tile + "flood").statusCode());
    assertEquals(400, ask(onFile, "/api/areas/wet" + tile.replace("?hazard=", "")).statusCode());
    var zones = get(onFile, "/api/areas/wet/export?layer=hazard_zone").get("features");
    assertEquals(2.0, zones.get(0).get("properties").get("depthM").asDouble());
    assertEquals(0.3, zones.get(1).get("properties").get("depthM").asDouble());
    var refused = ShellOutput.of("import", "wet", "--osm", "data/monaco/monaco.osm.pbf", "--population-total", "100", "--hazard",
        "deluge=" + depths, "--replace");
    assertEquals(2, refused.exit());
    assertEquals(1, refused.err().strip().lines().filter(line -> line.contains("must be one of earthquake")).count(), refused.err());
    assertEquals(2, ShellOutput.of("import", "wet", "--osm", "data/monaco/monaco.osm.pbf", "--population-total", "100", "--hazard",
        "flood=README.md", "--replace").exit());
    assertEquals(1, get(onFile, "/api/areas/wet").get("hazards").size(), "what failed has changed nothing");
  }

  @Test
  void theShellSaysMistakesInOneLine() {
    for (var arguments : List.of(new String[] {"coverage", "atlantis"}, new String[] {"nearest", "monaco", "--at", "here"},
        new String[] {"coverage", "monaco", "--minutes", "x"}, new String[] {"dance"}, new String[] {"import", "a", "--osm", "none"},
        new String[] {"export", "monaco", "--layer", "gap", "--out", "/no/such/folder/x"}, new String[] {"import", "A B", "--osm", "x"},
        new String[] {"areas", "--database", "jdbc:mysql://x"})) {
      var output = ShellOutput.of(arguments);
      assertEquals(2, output.exit(), String.join(" ", arguments) + ": " + output.err());
      assertEquals(1, output.err().strip().lines().count(), output.err());
      assertEquals("", output.out());
    }
    assertEquals(0, ShellOutput.of("--help").exit());
    assertTrue(ShellOutput.of("rules", "default").out().contains("wheelchair"));
    assertTrue(ShellOutput.of("spaces", "monaco").out().contains("187 spaces"));
  }

  @Test
  void loggingIsNotGeoTools() {
    assertFalse(LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation().toString().contains("geotools"));
  }

  @Test
  void openApiListsTheQuestions() {
    var paths = get(onFile, "/v3/api-docs").get("paths");
    assertTrue(paths.has("/api/areas/{area}/coverage") && paths.has("/api/areas/{area}/nearest"));
  }
}
