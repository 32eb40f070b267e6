package org.commonground.ingest;

import static org.commonground.ingest.ImportCase.issues;
import static org.commonground.ingest.ImportCase.recordIds;
import static org.commonground.ingest.ImportCase.refused;
import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.city.HazardLayer;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.GroundFiles.HazardFile;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Hazards from polygons and from depths, over a drawn town of a hundredth of a degree. */
class HazardLayersTest {

  @TempDir
  private Path folder;
  private Path map;

  @BeforeEach
  void drawMap() {
    map = new OsmDraft().corners(5, 7.0, 43.0, 7.01, 43.01).way(50, ref(50, 51, 52, 53, 50), "boundary=administrative")
        .relation(5, "w50 outer", "type=boundary", "boundary=administrative", "admin_level=8", "name=Town", "population=100")
        .node(1, 7.0, 43.005).node(2, 7.01, 43.005).way(11, ref(1, 2), "highway=residential")
        .box(6, 7.002, 43.002, 7.003, 43.003, "building=house").write(folder.resolve("map.osm.pbf"));
  }

  private City city(List<Double> depths, String... hazards) {
    var files = Arrays.stream(hazards).map(HazardFile::of).toList();
    return ImportCase.city(new ImportRequest("test", null, null, map, null, null, null, null, null, null, null, null, null,
        new GroundFiles(List.of(), files, depths), null));
  }

  private City city(String... hazards) {
    return city(GroundFiles.DEPTHS, hazards);
  }

  private void isRefused(Code code, String words, String hazard) {
    var sentence = refused(code, "--hazard", () -> city(hazard));
    assertTrue(sentence.contains(words), sentence);
  }

  /** @param features each {@code properties|coordinates}, or a whole feature */
  private Path geoJson(String name, String... features) throws IOException {
    var whole = Arrays.stream(features).map(feature -> feature.startsWith("{\"type") ? feature
        : "{\"type\":\"Feature\",\"properties\":" + feature.split("\\|")[0] + ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
        + feature.split("\\|")[1] + "]]}}").toList();
    return Files.writeString(folder.resolve(name), "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", whole) + "]}");
  }

  private static final String SQUARE = "[7.001,43.001],[7.004,43.001],[7.004,43.004],[7.001,43.004],[7.001,43.001]";
  private static final String FAR = "[8,43],[8.1,43],[8.1,43.1],[8,43]";
  private static final String BOW_TIE = "[7.005,43.005],[7.009,43.009],[7.009,43.005],[7.005,43.009],[7.005,43.005]";
  private static final String WIDE = "[6,42],[9,42],[9,43.005],[6,43.005],[6,42]";

  @Test
  void polygonsBecomeZones() throws IOException {
    var file = geoJson("q100.geojson", "{\"depthM\":0.7}|" + SQUARE, "{\"depth_m\":\"1.5\"}|" + FAR, "{\"depth\":-2}|" + BOW_TIE,
        "{}|" + WIDE, "{\"depth\":\"deep\"}|" + SQUARE, "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
        + "\"coordinates\":[7.005,43.005]}}");
    var city = city("flood:hundred years=" + file, "landslide=" + geoJson("slip.json", "{}|" + SQUARE));
    assertEquals(List.of("feature 0", "feature 2", "feature 3", "feature 4", "feature 0"),
        city.hazardZones().stream().map(HazardZone::sourceId).toList());
    assertEquals(Arrays.asList(0.7, null, null, null, null), city.hazardZones().stream().map(HazardZone::depthM).toList());
    assertTrue(IntStream.range(0, 5).allMatch(id -> city.hazardZones().get(id).id() == id));
    assertEquals(List.of(new HazardLayer("hundred years", Hazard.FLOOD, 4, 0.7),
        new HazardLayer("landslide", Hazard.LANDSLIDE, 1, null)), city.hazards());
    assertEquals(List.of("feature 5"), recordIds(city, "no-polygon"));
    assertEquals(List.of("feature 2"), recordIds(city, "depth-impossible"));
    assertEquals(List.of("feature 4"), recordIds(city, "depth-unreadable"));
    assertEquals(List.of("feature 2"), recordIds(city, "shape-mended"));
    assertTrue(city.hazardZones().stream().allMatch(zone -> zone.geometry().isValid() && zone.geometry().getDimension() == 2));
    assertEquals(0.004 * 0.004 / 2, city.hazardZones().get(1).geometry().getArea(), 1e-12, "both wings of the bow tie");
    var wide = city.hazardZones().get(2).geometry().getEnvelopeInternal();
    assertEquals(43.005, wide.getMaxY(), 1e-9);
    assertTrue(wide.getMinX() > 6.98 && wide.getMaxX() < 7.03 && wide.getMinY() > 42.99, "clipped to the surroundings: " + wide);
  }

  /** Ten by ten cells of a thousandth of a degree; the letters of a drawing stand for depths. */
  private Path depths(String name, String... drawing) throws IOException {
    var rows = Arrays.stream(drawing).map(row -> row.chars().mapToObj(c -> switch (c) {
      case '.' -> "0";
      case '?' -> "-9999";
      case 's' -> "0.04";
      case 'a' -> "0.3";
      case 'b' -> "0.499";
      case 'c' -> "4";
      case '-' -> "-0.5";
      default -> throw new IllegalArgumentException("no depth: " + c);
    }).reduce((a, b) -> a + " " + b).orElseThrow()).toArray(String[]::new);
    return RasterDraft.arcGrid(folder.resolve(name), "xllcorner 7 yllcorner 43 cellsize 0.001 NODATA_value -9999", rows);
  }

  private static final String[] DRAWING = {"..........", ".aab......", ".a.b...c..", ".aab....c.", "..........", "...ss.....",
      "..........", "..........", "..........", ".........."};

  @Test
  void depthsBecomeZonesByClass() throws IOException {
    var city = city("flood=" + depths("flood.asc", DRAWING));
    var zones = city.hazardZones();
    assertEquals(List.of(0.3, 3.0, 3.0), zones.stream().map(HazardZone::depthM).toList(), "0.3 to below 0.5, and twice 3 to below 5");
    assertEquals(List.of("8 cells from column 2, row 2", "1 cell from column 8, row 3", "1 cell from column 9, row 4"),
        zones.stream().map(HazardZone::sourceId).toList());
    assertEquals(8e-6, zones.get(0).geometry().getArea(), 1e-12, "with a hole");
    assertEquals(new Envelope(7.001, 7.004, 43.006, 43.009), rounded(zones.get(0).geometry()));
    assertEquals(List.of(), issues(city, "hazard-nodata"));
    assertEquals(List.of(new HazardLayer("flood", Hazard.FLOOD, 3, 3.0)), city.hazards());
    assertTrue(city.area().assumptions().stream().anyMatch(note -> note.sentence().contains("flood.asc (ArcGrid, 81 x 111 m)")));
    var finer = city(List.of(0.01, 0.4), "flood=" + folder.resolve("flood.asc"));
    assertEquals(List.of(0.01, 0.4, 0.4, 0.4, 0.01), finer.hazardZones().stream().map(HazardZone::depthM).toList());
  }

  private static Envelope rounded(Geometry geometry) {
    var extent = geometry.getEnvelopeInternal();
    return new Envelope(Math.round(extent.getMinX() * 1e6) / 1e6, Math.round(extent.getMaxX() * 1e6) / 1e6,
        Math.round(extent.getMinY() * 1e6) / 1e6, Math.round(extent.getMaxY() * 1e6) / 1e6);
  }

  @Test
  void geoTiffSaysTheSame() throws IOException {
    depths("flood.asc", DRAWING);
    var rows = new float[10][10];
    var raster = RasterFile.read(folder.resolve("flood.asc"), RasterFile.Format.ARCGRID, "--hazard",
        new Envelope(7, 7.01, 43, 43.01)).raster();
    for (int cell = 0; cell < 100; cell++) {
      rows[cell / 10][cell % 10] = raster.at(cell % 10, cell / 10);
    }
    var tiff = RasterDraft.geoTiff(folder.resolve("flood.tif"), "EPSG:4326", 7, 43, 7.01, 43.01, rows);
    var fromTiff = city("flood=" + tiff).hazardZones();
    var fromText = city("flood=" + folder.resolve("flood.asc")).hazardZones();
    assertEquals(fromText.size(), fromTiff.size());
    for (int id = 0; id < fromText.size(); id++) {
      assertEquals(fromText.get(id).sourceId(), fromTiff.get(id).sourceId());
      assertTrue(fromText.get(id).geometry().equalsExact(fromTiff.get(id).geometry(), 1e-9));
    }
  }

  /** Where nothing is known is told, with its share of the area, be it in cells without data or beyond the raster's edge. */
  @Test
  void noDataIsNotDry() throws IOException {
    var drawing = DRAWING.clone();
    Arrays.fill(drawing, 7, 10, "?????-----");
    var city = city("flood=" + depths("gaps.asc", drawing));
    var issue = issues(city, "hazard-nodata");
    assertEquals(1, issue.size());
    assertTrue(issue.get(0).message().startsWith("30.0 % of the area has no depth in gaps.asc"), issue.get(0).message());
    assertEquals(new Envelope(7, 7.01, 43, 43.003), rounded(issue.get(0).geometry()));
    assertTrue(issues(city, "depth-impossible").get(0).message().startsWith("15 cells have a depth below 0"));
    var half = city("flood=" + RasterDraft.arcGrid(folder.resolve("half.asc"), "xllcorner 7 yllcorner 43 cellsize 0.005", "1", "0"));
    assertTrue(issues(half, "hazard-nodata").get(0).message().startsWith("50.0 %"));
    assertEquals(new Envelope(7.005, 7.01, 43, 43.01), rounded(issues(half, "hazard-nodata").get(0).geometry()));
  }

  @Test
  void filesOfOneNameAreOneLayer() throws IOException {
    var city = city("flood=" + depths("a.asc", DRAWING), "flood=" + geoJson("b.json", "{}|" + SQUARE));
    assertEquals(List.of(new HazardLayer("flood", Hazard.FLOOD, 4, 3.0)), city.hazards());
    refused(Code.OPTION, "--hazard", () -> city("flood:x=" + folder.resolve("a.asc"), "fire:x=" + folder.resolve("b.json")));
  }

  @Test
  void whatSaysNothingOfTheAreaIsRefused() throws IOException {
    isRefused(Code.FILE_CONTENT, "covers nothing of the area.", "flood=" + geoJson("far.json", "{}|" + FAR));
    isRefused(Code.FILE_CONTENT, "longitude and latitude look swapped", "flood=" + geoJson("swapped.json",
        "{}|" + SQUARE.replaceAll("\\[([\\d.]+),([\\d.]+)]", "[$2,$1]")));
    isRefused(Code.FILE_CONTENT, "covers nothing of the area.", "flood=" + RasterDraft.arcGrid(folder.resolve("far.asc"),
        "xllcorner 17 yllcorner 43 cellsize 0.001", "1 2"));
    isRefused(Code.FILE_CONTENT, "no data anywhere", "flood=" + RasterDraft.arcGrid(folder.resolve("none.asc"),
        "xllcorner 7 yllcorner 43 cellsize 0.01", "-9999 -9999"));
    isRefused(Code.FILE_CONTENT, "dry everywhere in the area: its deepest place has 0.04 m", "flood="
        + depths("dry.asc", "s.........", ".........."));
    isRefused(Code.FILE_CONTENT, "holds no polygon", "flood=" + geoJson("points.json", "{\"type\":\"Feature\",\"properties\":{},"
        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[7.005,43.005]}}"));
    isRefused(Code.FILE_CONTENT, "holds no polygon", "flood=" + geoJson("nothing.json"));
    isRefused(Code.FILE_CONTENT, "neither GeoJSON nor", "flood=" + map);
    isRefused(Code.FILE_CONTENT, "neither GeoJSON nor", "flood=" + Files.writeString(folder.resolve("a.csv"), "lon,lat\n7,43\n"));
    isRefused(Code.FILE_CONTENT, "neither GeoJSON nor", "flood=" + Files.write(folder.resolve("N43E007.hgt"),
        RasterDraft.srtm(1_201, (row, column) -> 1)));
    isRefused(Code.FILE_CONTENT, "not GeoJSON", "flood=" + Files.writeString(folder.resolve("cut.geojson"), "{\"type\":\"Feat"));
    isRefused(Code.FILE_MISSING, "does not exist", "flood=" + folder.resolve("nowhere.asc"));
  }

  @Test
  void optionsThatAreNone() {
    isRefused(Code.OPTION, "must be one of earthquake, flood, inland-flood", "deluge=a.asc");
    isRefused(Code.OPTION, "must be KIND=FILE", "flood");
    isRefused(Code.OPTION, "must be KIND=FILE", "flood=");
    isRefused(Code.OPTION, "1 to 60 characters", "flood: =a.asc");
    for (var depths : new String[] {"0,1", "1,1", "2,1", "x", "", "0.1,,2", "NaN", "2000", "-1"}) {
      refused(Code.OPTION, "--hazard-depths", () -> new GroundFiles(List.of(), List.of(), GroundFiles.depths(depths)));
    }
    assertEquals(List.of(0.1, 0.3, 2.0), GroundFiles.depths("0.1, 0.3,2"));
    assertEquals(GroundFiles.DEPTHS, GroundFiles.depths(null));
  }

  /** Every cell of a real flood lies in the zones of its class and in no other; what is not wet lies in none. */
  @Test
  void jakartaFloodsWhereItsRasterSays() {
    var file = Path.of("../shared/data/jakarta/Flood_Current_Depth_Jakarta_geographic.asc");
    assumeTrue(Files.exists(file), "shared data is not here");
    var extent = new Envelope(106.75, 106.85, -6.2, -6.1);
    var zones = HazardDepths.read(HazardFile.of("flood=" + file), RasterFile.Format.ARCGRID, GroundFiles.DEPTHS,
        OsmShapes.LON_LAT.toGeometry(extent), extent, 0, new Issues(), new ArrayList<>());
    var raster = RasterFile.read(file, RasterFile.Format.ARCGRID, "--hazard", extent).raster();
    var grid = raster.grid();
    assertEquals(List.of(), zones.stream().filter(zone -> !zone.geometry().isValid()).toList());
    var inside = new STRtree();
    zones.forEach(zone -> inside.insert(zone.geometry().getEnvelopeInternal(),
        new Inside(zone.depthM(), new IndexedPointInAreaLocator(zone.geometry()))));
    for (int cell = 0; cell < grid.columns() * grid.rows(); cell++) {
      var middle = grid.place(cell % grid.columns() + 0.5, cell / grid.columns() + 0.5);
      float depth = raster.at(cell % grid.columns(), cell / grid.columns());
      var least = GroundFiles.DEPTHS.stream().filter(limit -> limit.floatValue() <= depth).reduce((a, b) -> b);
      var found = new ArrayList<Double>();
      inside.query(new Envelope(middle), item -> {
        if (((Inside) item).ground().locate(middle) == Location.INTERIOR) {
          found.add(((Inside) item).depthM());
        }
      });
      assertEquals(least.map(List::of).orElse(List.of()), found, "cell " + cell);
    }
  }

  private record Inside(double depthM, IndexedPointInAreaLocator ground) {
  }
}
