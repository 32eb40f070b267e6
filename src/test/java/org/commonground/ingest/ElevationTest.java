package org.commonground.ingest;

import static org.commonground.ingest.ImportCase.refused;
import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.city.InvalidInput.Code;
import org.commonground.network.Street;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heights along the streets of a drawn map on a drawn slope, and of real cities on real ones. */
class ElevationTest {

  private static final Path SHARED = Path.of("../shared/data");

  @TempDir
  private Path folder;
  private Path map;

  /** Along the parallel of 43: a street of 815 m, a bridge of two sections of 163 and 652 m, and one more street. */
  @BeforeEach
  void drawMap() {
    map = new OsmDraft().node(1, 7.0, 43.0).node(2, 7.01, 43.0).node(3, 7.012, 43.0).node(4, 7.02, 43.0).node(5, 7.03, 43.001)
        .way(11, ref(1, 2), "highway=residential").way(12, ref(2, 3), "highway=residential", "bridge=yes")
        .way(13, ref(3, 4), "highway=residential", "bridge=yes").way(14, ref(4, 5), "highway=residential")
        .box(6, 7.0, 43.0, 7.001, 43.001, "building=house").write(folder.resolve("map.osm.pbf"));
  }

  /** Cells of 0.001 degrees from 6.99 to 7.04 east, ten thousand metres higher with each degree from 7 on, but for a valley. */
  private Path slope(String name, double from, double to) throws IOException {
    var row = IntStream.range(0, 50).mapToObj(i -> 6.99 + (i + 0.5) / 1000)
        .map(lon -> lon < from || lon > to ? "-9999" : lon > 7.0108 && lon < 7.019 ? "-50" : Double.toString(10_000 * (lon - 7)))
        .reduce((a, b) -> a + " " + b).orElseThrow();
    var rows = new String[50];
    Arrays.fill(rows, row);
    return RasterDraft.arcGrid(folder.resolve(name), "xllcorner 6.99 yllcorner 42.98 cellsize 0.001", rows);
  }

  private static ImportRequest request(Path osm, Integer people, Path... elevation) {
    return new ImportRequest("test", null, null, osm, null, null, null, people, null, null, null, null, null,
        new GroundFiles(List.of(elevation), List.of(), GroundFiles.DEPTHS), null);
  }

  private static Street way(City city, long id) {
    return city.streets().streets().stream().filter(street -> street.osmId() == id).findFirst().orElseThrow();
  }

  @Test
  void streetsLieOnTheGroundAndBridgesBetweenItsEnds() throws IOException {
    var city = ImportCase.city(request(map, 10, slope("slope.asc", 6, 8)));
    var street = way(city, 11);
    assertEquals(29, street.heights().count(), "28 pieces of 29.1 m");
    for (int i = 0; i < 29; i++) {
      assertEquals(100.0 * i / 28, street.heights().metres(i), 0.06, "to the decimetre");
    }
    assertEquals(2, way(city, 12).heights().count());
    assertEquals(2, way(city, 13).heights().count());
    assertEquals(100, way(city, 12).heights().metres(0), 0.06);
    assertEquals(120, way(city, 12).heights().metres(1), 0.06, "a fifth of the way over the valley, not in it");
    assertEquals(120, way(city, 13).heights().metres(0), 0.06);
    assertEquals(200, way(city, 13).heights().metres(1), 0.06);
    assertTrue(city.hasHeights());
    assertTrue(city.area().assumptions().stream().anyMatch(note -> note.sentence().contains("slope.asc (ArcGrid, 81 x 111 m)")));
    assertEquals(List.of(), ImportCase.issues(city, "elevation-missing"));
  }

  @Test
  void theFirstFileThatKnowsAPlaceCounts() throws IOException {
    var part = slope("part.asc", 6, 7.0105);
    var city = ImportCase.city(request(map, 10, part));
    assertNull(way(city, 14).heights());
    assertNull(way(city, 12).heights(), "its other bank is not known");
    assertEquals(29, way(city, 11).heights().count());
    var issue = ImportCase.issues(city, "elevation-missing");
    assertEquals(1, issue.size());
    assertTrue(issue.get(0).message().startsWith("3 of 4 street sections"), issue.get(0).message());
    assertEquals(3, issue.get(0).geometry().getNumGeometries());
    var whole = ImportCase.city(request(map, 10, part, slope("slope.asc", 6, 8)));
    assertEquals(way(whole, 11).heights(), way(city, 11).heights());
    assertEquals(120, way(whole, 12).heights().metres(1), 0.06);
  }

  @Test
  void whatHasNothingForTheAreaIsRefused() throws IOException {
    var none = slope("none.asc", 8, 9);
    assertTrue(refused(Code.FILE_CONTENT, "--elevation", () -> ImportCase.city(request(map, 10, none))).contains("no height for any"));
    var far = RasterDraft.arcGrid(folder.resolve("far.asc"), "xllcorner 17 yllcorner 43 cellsize 0.1", "1 2", "3 4");
    assertTrue(refused(Code.FILE_CONTENT, "--elevation", () -> ImportCase.city(request(map, 10, far))).contains("covers nothing"));
    refused(Code.FILE_CONTENT, "--elevation", () -> ImportCase.city(request(map, 10, map)));
    refused(Code.FILE_MISSING, "--elevation", () -> ImportCase.city(request(map, 10, folder.resolve("nowhere.tif"))));
  }

  /** A file that has a number of its own for no data and does not say so must not pull its neighbours down. */
  @Test
  void heightsThatNoGroundHasAreNotKnown() throws IOException {
    var file = slope("sea.asc", 6, 8);
    Files.writeString(file, Files.readString(file).replace("-50 ", "-32768 "));
    var city = ImportCase.city(request(map, 10, file));
    assertEquals(200, way(city, 13).heights().metres(1), 0.06);
  }

  @Test
  void manifestsNameThemToo() throws IOException {
    slope("slope.asc", 6, 8);
    var manifest = Files.writeString(folder.resolve("m.yaml"), "name: test\nosm: map.osm.pbf\npopulationTotal: 10\n"
        + "elevation: slope.asc\n");
    assertTrue(ImportCase.city(ImportRequest.ofManifest(manifest)).hasHeights());
    Files.writeString(manifest, "name: test\nosm: map.osm.pbf\nelevation: [slope.asc, b.tif]\n"
        + "hazards: {flood: a.asc, 'flood:deep': b.tif}\nhazardDepths: [0.1, 1]\n");
    var ground = ImportRequest.ofManifest(manifest).ground();
    assertEquals(List.of(folder.resolve("slope.asc"), folder.resolve("b.tif")), ground.elevation());
    assertEquals(List.of("flood", "deep"), ground.hazards().stream().map(GroundFiles.HazardFile::name).toList());
    assertEquals(List.of(0.1, 1.0), ground.depths());
  }

  /** The old town's rock, the casino's terrace and the harbour are where they are. */
  @Test
  void monacoRisesFromTheSea() {
    assumeTrue(Files.isDirectory(SHARED), "shared data is not here");
    var city = ImportCase.city(request(Path.of("data/monaco/monaco.osm.pbf"), 1, SHARED.resolve("srtm/N43E007.hgt.zip")));
    assertTrue(city.streets().streets().stream().allMatch(street -> street.heights() != null));
    var heights = city.streets().streets().stream().flatMapToDouble(street -> IntStream.range(0, street.heights().count())
        .mapToDouble(i -> street.heights().metres(i))).summaryStatistics();
    assertTrue(heights.getMin() > -20 && heights.getMax() > 100 && heights.getMax() < 600, heights.toString());
    assertTrue(mean(city, 7.4275, 43.7395) < 60, "Monte Carlo's casino: " + mean(city, 7.4275, 43.7395));
    assertTrue(mean(city, 7.4127, 43.7345) > 60, "Jardin exotique: " + mean(city, 7.4127, 43.7345));
    for (var street : city.streets().streets()) {
      boolean straight = DeckHeights.isLifted(street);
      assertTrue(straight ? street.heights().count() == 2 : 30_000L * (street.heights().count() - 1) >= street.lengthMm()
          || street.steps(), "street " + street.id());
    }
  }

  /** Of all heights within some 100 m. */
  private static double mean(City city, double lon, double lat) {
    return city.streets().streets().stream().filter(street -> Math.hypot(street.line().getCoordinateN(0).x - lon,
        street.line().getCoordinateN(0).y - lat) < 0.001).mapToDouble(street -> street.heights().metres(0)).average().orElseThrow();
  }

  @Test
  void andorraIsHighAndPortoAlegreLow() {
    assumeTrue(Files.isDirectory(SHARED), "shared data is not here");
    var andorra = ImportCase.city(request(SHARED.resolve("andorra/andorra-2021.osm.pbf"), null,
        SHARED.resolve("srtm/N42E001.hgt.zip")));
    var heights = nodeHeights(andorra);
    assertTrue(heights.getMin() > 750 && heights.getMax() < 3_000 && heights.getMax() > 2_300, heights.toString());
    assertTrue(mean(andorra, 1.5218, 42.5063) > 980 && mean(andorra, 1.5218, 42.5063) < 1_080, "Andorra la Vella at 1,023 m");
    var porto = ImportCase.city(request(SHARED.resolve("porto-alegre/poa_osm.pbf"), 1,
        SHARED.resolve("porto-alegre/poa_elevation.tif")));
    heights = nodeHeights(porto);
    assertTrue(heights.getMin() > -15 && heights.getMax() < 320 && heights.getMax() > 80, heights.toString());
  }

  private static java.util.DoubleSummaryStatistics nodeHeights(City city) {
    return city.streets().streets().stream().filter(street -> street.heights() != null)
        .mapToDouble(street -> street.heights().metres(0)).summaryStatistics();
  }
}
