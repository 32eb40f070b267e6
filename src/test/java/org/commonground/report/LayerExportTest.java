package org.commonground.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import mil.nga.geopackage.GeoPackageManager;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.ExpectedQuery;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.result.ResultKind;
import org.commonground.plan.rules.Rules;
import org.commonground.report.LayerExport.Format;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Feature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every format is read back with somebody else's reader, and says what went in. */
class LayerExportTest {

  private static final City MONACO = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")),
      (step, done, all) -> { }).city();

  private static final List<String> COLLAPSING = List.of("expected_result", "survey");

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static Planner planner;
  /** Computed once. */
  private static final Map<String, FeatureLayer> OF_RESULTS = new HashMap<>();

  @BeforeAll
  static void open() {
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    cities.save(MONACO, true);
    planner = new Planner(cities, new JdbcPlanStore(source), new JdbcFactStore(source),
        Rules.load(Path.of("data/rules")));
  }

  @AfterAll
  static void close() {
    source.close();
  }

  private static FeatureLayer layer(String layer) {
    return LayerExport.layer(layer, MONACO, name -> OF_RESULTS.computeIfAbsent(name, asked -> ResultKind.layer(asked, planner,
        new ExpectedQuery(new CoverageQuery("monaco", "wheelchair", 4, null, null), COLLAPSING.contains(asked) ? 30.0 : null,
            COLLAPSING.contains(asked) ? 10 : null, null, null))));
  }

  private static byte[] export(String layer, Format format) throws IOException {
    var out = new ByteArrayOutputStream();
    LayerExport.write(layer(layer), MONACO, format, out);
    return out.toByteArray();
  }

  private static List<FeatureLayer.Row> rows(String layer) {
    return layer(layer).rows();
  }

  @Test
  void geoJson() throws IOException {
    var json = JsonMapper.builder().build().readTree(export("shelter", Format.GEOJSON));
    assertEquals("FeatureCollection", json.get("type").asString());
    assertTrue(json.get("attribution").asString().contains("OpenStreetMap"));
    assertTrue(json.get("shelterNote").asString().contains("illustrative"));
    assertEquals(10, json.get("features").size());
    var first = json.get("features").get(0);
    assertEquals(MONACO.shelters().get(0).name(), first.get("properties").get("name").asString());
    assertEquals(MONACO.shelters().get(0).capacity(), first.get("properties").get("capacity").asInt());
    assertEquals("suitable", first.get("properties").get("hazards").get("earthquake").asString());
    for (var building : JsonMapper.builder().build().readTree(export("building", Format.GEOJSON)).get("features")) {
      var rings = building.get("geometry").get("type").asString().equals("Polygon") ? building.get("geometry").get("coordinates")
          : building.get("geometry").get("coordinates").get(0);
      for (int ring = 0; ring < rings.size(); ring++) {
        assertEquals(ring == 0, Orientation.isCCW(corners(rings.get(ring))), "outer rings run counterclockwise, holes clockwise");
      }
    }
  }

  private static Coordinate[] corners(JsonNode ring) {
    var corners = new Coordinate[ring.size()];
    Arrays.setAll(corners, i -> new Coordinate(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble()));
    return corners;
  }

  @Test
  void csv() throws IOException, ParseException {
    var text = new String(export("space", Format.CSV), StandardCharsets.UTF_8);
    var records = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    assertEquals(MONACO.spaces().size(), records.size());
    for (int id = 0; id < records.size(); id++) {
      var space = MONACO.spaces().get(id);
      assertEquals(space.name() == null ? "" : space.name(), records.get(id).getField("name"));
      assertTrue(new WKTReader().read(records.get(id).getField("wkt")).equalsExact(space.geometry(), 1e-9));
    }
  }

  /** Each value as GeoJSON and CSV have it is the one that went in. */
  @ParameterizedTest
  @ValueSource(strings = {"coverage_result", "gap", "expected_result", "room_result", "shelter_room",
      "shelter_loss", "street_loss", "border_gain", "survey"})
  void layersOfResults(String layer) throws IOException, ParseException {
    var columns = layer(layer).columns();
    var rows = rows(layer);
    var features = JsonMapper.builder().build().readTree(export(layer, Format.GEOJSON)).get("features");
    var records = CsvReader.builder().ofNamedCsvRecord(new String(export(layer, Format.CSV), StandardCharsets.UTF_8)).stream().toList();
    assertEquals(rows.size(), features.size());
    assertEquals(rows.size(), records.size());
    for (int id = 0; id < rows.size(); id++) {
      var row = rows.get(id);
      for (int column = 0; column < columns.size(); column++) {
        var name = columns.get(column).name();
        var told = row.values()[column] == null ? "" : row.values()[column].toString();
        assertEquals(told, records.get(id).getField(name));
        assertEquals(told, features.get(id).get("properties").get(name).asString(""), layer + " " + id + " " + name);
      }
      assertEquals(row.geometry() == null, features.get(id).get("geometry").isNull());
      assertTrue(row.geometry() == null || new WKTReader().read(records.get(id).getField("wkt")).equalsExact(row.geometry(), 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"building", "space", "street", "demand", "import_issue", "expected_result", "room_result", "shelter_room",
      "shelter_loss", "street_loss", "border_gain", "survey"})
  void geoPackage(String layer) throws IOException {
    var file = Files.write(folder.resolve(layer + ".gpkg"), export(layer, Format.GPKG));
    try (var gpkg = GeoPackageManager.open(file.toFile())) {
      var table = gpkg.getFeatureDao(layer);
      assertEquals(4326, table.getSrsId());
      var rows = rows(layer);
      assertEquals(rows.size(), table.count());
      var found = table.queryForAll();
      try {
        int id = 0;
        while (found.moveToNext()) {
          var expected = rows.get(id++).geometry();
          var envelope = expected == null ? null : expected.getEnvelopeInternal();
          var geometry = found.getGeometry();
          assertEquals(envelope == null, geometry == null);
          if (envelope != null) {
            var box = geometry.getOrBuildEnvelope();
            assertTrue(new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()).equals(envelope));
          }
          assertEquals((long) id - 1, found.getValue("id"));
        }
      } finally {
        found.close();
      }
    }
  }

  /** Read through its index: every window finds just what a look at all features finds. */
  @ParameterizedTest
  @ValueSource(strings = {"building", "space", "street", "import_issue", "expected_result", "room_result", "shelter_room",
      "shelter_loss", "street_loss", "border_gain", "survey"})
  void flatGeobuf(String layer) throws IOException {
    var bytes = ByteBuffer.wrap(export(layer, Format.FGB)).order(ByteOrder.LITTLE_ENDIAN);
    var header = HeaderMeta.read(bytes);
    var rows = rows(layer).stream().filter(row -> row.geometry() != null).toList();
    assertEquals(rows.size(), header.featuresCount);
    assertEquals(4326, header.srid);
    int features = header.offset + (int) PackedRTree.calcSize(rows.size(), header.indexNodeSize);
    for (var row : rows.subList(0, Math.min(rows.size(), 50))) {
      var window = row.geometry().getEnvelopeInternal();
      var hits = PackedRTree.search(bytes, header.offset, rows.size(), header.indexNodeSize, window);
      var found = new HashSet<String>();
      for (var hit : hits) {
        var slice = bytes.slice(features + (int) hit.offset + 4, bytes.capacity() - features - (int) hit.offset - 4)
            .order(ByteOrder.LITTLE_ENDIAN);
        var geometry = Feature.getRootAsFeature(slice).geometry();
        int type = header.geometryType == 0 ? geometry.type() : header.geometryType;
        found.add(GeometryConversions.deserialize(geometry, type).toText());
      }
      var expected = new HashSet<String>();
      rows.stream().filter(other -> other.geometry().getEnvelopeInternal().intersects(window))
          .forEach(other -> expected.add(new GeometryFactory().createGeometry(other.geometry()).toText()));
      assertEquals(expected.size(), found.size());
      assertTrue(expected.equals(found), "other features");
    }
  }

  @Test
  void everyLayerInEveryFormat() throws IOException {
    for (var layer : LayerExport.LAYERS) {
      assertEquals(layer, layer(layer).name());
      assertEquals(layer.equals("slope"), rows(layer).isEmpty(), layer + ": the sample has no heights");
      for (var format : Format.values()) {
        assertTrue(export(layer, format).length > 0, layer + " as " + format);
      }
    }
    assertThrows(InvalidInput.class, () -> LayerExport.layer("nothing", MONACO, name -> null));
    assertThrows(InvalidInput.class, () -> Format.of("shp"));
  }
}
