package org.commonground.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.city.Area;
import org.commonground.city.City;
import org.commonground.city.HazardLayer;
import org.commonground.city.InvalidInput;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.HeightProfile;
import org.commonground.network.StreetNetwork;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.commonground.space.SlopeZone;
import org.commonground.space.Space;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Polygon;

/** What a store must do, whichever database is under it. Run on a real one of each kind by the two classes below. */
abstract class CityStoreTest {

  static final City MONACO = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")),
      (step, done, all) -> { }).city();

  @TempDir
  static Path folder;

  private HikariDataSource source;

  /** Address of a database; null for the embedded one in {@link #folder}. The same one each time within a test class. */
  abstract String url();

  private JdbcCityStore open() {
    close();
    source = Databases.open(url(), null, null, folder);
    return new JdbcCityStore(source);
  }

  @AfterEach
  void close() {
    if (source != null) {
      source.close();
    }
  }

  static City named(City city, String name, String title) {
    var area = city.area();
    var renamed = new Area(name, title, area.titles(), area.dataDate(), area.boundary(), area.people(), area.peopleSource(),
        area.attribution(), area.shelterNote(), area.assumptions(), area.importedAt());
    return new City(renamed, city.districts(), city.streets(), city.buildings(), city.spaces(), city.shelters(), city.demand(),
        city.background(), city.hazardZones(), city.facilities(), city.slopes(), city.issues());
  }

  static City withSpaces(City city, List<Space> spaces) {
    return new City(city.area(), city.districts(), city.streets(), city.buildings(), spaces, city.shelters(), city.demand(),
        city.background(), city.hazardZones(), city.facilities(), city.slopes(), city.issues());
  }

  @Test
  void comesBackAsItWasSaved() {
    open().save(named(MONACO, "whole", "Whole"), false);
    var back = open().find("whole").orElseThrow();
    assertEquals(named(MONACO, "whole", "Whole").area(), back.area());
    assertEquals(MONACO.districts(), back.districts());
    assertEquals(MONACO.streets().streets(), back.streets().streets());
    assertEquals(MONACO.streets().nodeCount(), back.streets().nodeCount());
    for (int node = 0; node < back.streets().nodeCount(); node++) {
      assertEquals(MONACO.streets().nodeLon(node), back.streets().nodeLon(node));
      assertEquals(MONACO.streets().nodeLat(node), back.streets().nodeLat(node));
    }
    assertEquals(MONACO.buildings(), back.buildings());
    assertEquals(MONACO.spaces(), back.spaces());
    assertEquals(MONACO.shelters(), back.shelters());
    assertEquals(MONACO.demand(), back.demand());
    assertEquals(MONACO.background(), back.background());
    assertTrue(MONACO.facilities().size() > 100, MONACO.facilities().size() + " facilities");
    assertEquals(MONACO.facilities(), back.facilities());
    assertEquals(MONACO.issues(), back.issues());
    assertEquals(MONACO.counts(), open().findEntry("whole").orElseThrow().counts());
  }

  /** The sample with heights on every other street, and three zones in two layers. */
  private static City withGround() {
    var streets = MONACO.streets().streets().stream().map(street -> street.withHeights(street.id() % 2 == 0 ? null
        : new HeightProfile(new float[] {-0.4f, street.id() / 10f, 12.3f}))).toList();
    var nodes = MONACO.streets().nodeCount();
    var lon = IntStream.range(0, nodes).mapToDouble(MONACO.streets()::nodeLon).toArray();
    var lat = IntStream.range(0, nodes).mapToDouble(MONACO.streets()::nodeLat).toArray();
    var parts = MONACO.districts().get(0).geometry().getFactory().createMultiPolygon(MONACO.buildings().stream().limit(2)
        .map(building -> (Polygon) building.geometry().getGeometryN(0)).toArray(Polygon[]::new));
    var zones = List.of(new HazardZone(0, "flood", Hazard.FLOOD, 0.3, "feature 7", MONACO.districts().get(0).geometry()),
        new HazardZone(1, "百年一遇", Hazard.STORM_SURGE, null, "feature 8", parts),
        new HazardZone(2, "flood", Hazard.FLOOD, 1.5, "feature 9", MONACO.buildings().get(2).geometry()));
    return new City(named(MONACO, "ground", "Ground").area(), MONACO.districts(), new StreetNetwork(lon, lat, streets),
        MONACO.buildings(), MONACO.spaces(), MONACO.shelters(), MONACO.demand(), MONACO.background(), zones, MONACO.facilities(),
        List.of(new SlopeZone(0, 0, "hills.tif: 3 cells from column 1, row 2", MONACO.districts().get(0).geometry()),
            new SlopeZone(1, 12, "hills.tif: 1 cell from column 4, row 2", parts)), MONACO.issues());
  }

  @Test
  void heightsAndHazardsComeBackToo() {
    var city = withGround();
    open().save(city, false);
    var back = open().find("ground").orElseThrow();
    assertEquals(city.streets().streets(), back.streets().streets());
    assertEquals(city.hazardZones(), back.hazardZones());
    assertEquals(city.slopes(), back.slopes());
    var entry = open().findEntry("ground").orElseThrow();
    assertTrue(entry.elevation());
    assertEquals(List.of(new HazardLayer("flood", Hazard.FLOOD, 2, 1.5), new HazardLayer("百年一遇", Hazard.STORM_SURGE, 1, null)),
        entry.hazards());
    assertEquals(3, entry.counts().get("hazard_zone"));
    open().save(named(MONACO, "ground", "Flat"), true);
    entry = open().findEntry("ground").orElseThrow();
    assertFalse(entry.elevation());
    assertEquals(List.of(new HazardLayer("illustrative surge", Hazard.STORM_SURGE, 3, 1.0)), entry.hazards());
  }

  @Test
  void replacesOnlyWhenToldTo() {
    var store = open();
    store.save(named(MONACO, "twice", "First"), false);
    var first = store.findEntry("twice").orElseThrow();
    var refusal = assertThrows(InvalidInput.class, () -> store.save(named(MONACO, "twice", "Second"), false));
    assertEquals(InvalidInput.Code.AREA_EXISTS, refusal.code());
    assertEquals("First", store.findEntry("twice").orElseThrow().area().title());
    store.save(named(MONACO, "twice", "Second"), true);
    var second = store.findEntry("twice").orElseThrow();
    assertEquals("Second", second.area().title());
    assertFalse(first.version() == second.version());
    assertTrue(store.list().stream().map(entry -> entry.area().name()).toList().contains("twice"));
    assertTrue(store.find("nowhere").isEmpty());
  }

  /** Another process is killed after it has written most of the layers; the old city must still be there, whole. */
  @Test
  void aKilledSaveLeavesTheOldCity() throws Exception {
    open().save(named(MONACO, "killed", "Old"), false);
    long rows = rows("building");
    close();
    var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), StalledSave.class.getName(), url() == null ? "" : url(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      do {
        line = out.readLine();
      } while (line != null && !line.equals(StalledSave.HALF_WAY));
      assertEquals(StalledSave.HALF_WAY, line);
      child.destroyForcibly().waitFor();
    }
    var store = open();
    assertEquals("Old", store.findEntry("killed").orElseThrow().area().title());
    assertEquals(MONACO.buildings(), store.find("killed").orElseThrow().buildings());
    assertEquals(rows, rows("building"));
  }

  private long rows(String layer) throws SQLException {
    try (var connection = source.getConnection(); var count = connection.createStatement();
        var found = count.executeQuery("select count(*) from " + layer)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** A spatial question in plain SQL, with the index: what a desktop GIS asks when it draws a window. */
  @Test
  void layersAnswerSpatialSql() throws SQLException {
    open().save(named(MONACO, "sql", "Sql"), true);
    var window = MONACO.buildings().get(0).geometry().getEnvelopeInternal();
    long expected = MONACO.buildings().stream()
        .filter(building -> building.geometry().getEnvelopeInternal().intersects(window)).count();
    var sql = "select count(*) from building b join area a on a.id = b.area_id where a.name = 'sql' and b.geom && "
        + "st_makeenvelope(" + window.getMinX() + ", " + window.getMinY() + ", " + window.getMaxX() + ", " + window.getMaxY()
        + ", 4326)";
    try (var connection = source.getConnection(); var select = connection.createStatement();
        var found = select.executeQuery(sql)) {
      found.next();
      assertEquals(expected, found.getLong(1));
    }
  }

  @Test
  void columnsAreTyped() throws SQLException {
    open();
    try (var connection = source.getConnection()) {
      for (var layer : List.of("area", "district", "street", "building", "space", "shelter", "demand", "background",
          "hazard_zone", "facility", "slope", "import_issue", "scenario", "scenario_edit", "result", "coverage_result", "gap")) {
        try (var keys = connection.getMetaData().getPrimaryKeys(null, null, url() == null ? layer.toUpperCase() : layer)) {
          assertTrue(keys.next(), layer + " has no key");
          assertEquals("id", keys.getString("COLUMN_NAME").toLowerCase());
        }
      }
    }
  }
}
