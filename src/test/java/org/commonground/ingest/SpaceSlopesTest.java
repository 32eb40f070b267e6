package org.commonground.ingest;

import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.commonground.city.City;
import org.commonground.space.SlopeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Slopes of parks on drawn hills, and of real ones on real hills. */
class SpaceSlopesTest {

  private static final Path SHARED = Path.of("../shared/data");
  private static final double METRES_EAST = 111_195 * Math.cos(Math.toRadians(43.005));

  @TempDir
  private Path folder;
  private Path map;

  /** Two parks of 163 x 222 m, one west and one east of 7.01, where the hills of these tests change. */
  @BeforeEach
  void drawMap() {
    map = new OsmDraft().node(1, 7.0, 43.0).node(2, 7.02, 43.0).node(3, 7.02, 43.01).way(1001, ref(1, 2, 3), "highway=residential")
        .box(1, 7.002, 43.004, 7.004, 43.006, "leisure=park").box(2, 7.012, 43.004, 7.014, 43.006, "leisure=park")
        .node(100, 7.008, 43.005, "leisure=park").box(900, 7.0, 43.008, 7.0005, 43.0085, "building=house")
        .write(folder.resolve("map.osm.pbf"));
  }

  /** Cells of 0.0005 degrees from 6.99 to 7.03 east and 42.99 to 43.02 north. */
  private Path hill(String name, DoubleBinaryOperator height) throws IOException {
    var rows = new String[60];
    for (int row = 0; row < rows.length; row++) {
      var text = new StringBuilder();
      for (int column = 0; column < 80; column++) {
        double metres = height.applyAsDouble(6.99 + (column + 0.5) * 0.0005, 43.02 - (row + 0.5) * 0.0005);
        text.append(column == 0 ? "" : " ").append(Double.isNaN(metres) ? "-9999" : Double.toString(metres));
      }
      rows[row] = text.toString();
    }
    return RasterDraft.arcGrid(folder.resolve(name), "xllcorner 6.99 yllcorner 42.99 cellsize 0.0005 nodata_value -9999 ", rows);
  }

  private static City city(Path osm, Path... elevation) {
    return ImportCase.city(new ImportRequest("test", null, null, osm, null, null, null, 10, null, null, null, null, null,
        new GroundFiles(List.of(elevation), List.of(), GroundFiles.DEPTHS), null));
  }

  private static Geometry ground(City city, int leastPercent) {
    return UnaryUnionOp.union(city.slopes().stream().filter(zone -> zone.leastPercent() == leastPercent).map(SlopeZone::geometry).toList());
  }

  @Test
  void eachParkHasTheClassOfItsHill() throws IOException {
    var city = city(map, hill("hill.asc", (lon, lat) -> 100 + (lon < 7.01 ? 0.01 : 0.13) * (lon - 7.01) * METRES_EAST));
    assertTrue(ground(city, 0).covers(city.spaces().get(0).geometry()), "one percent");
    assertTrue(ground(city, 12).covers(city.spaces().get(1).geometry()), "thirteen percent");
    assertEquals(Map.of(0, 1L, 12, 1L), city.slopes().stream().collect(
        java.util.stream.Collectors.groupingBy(SlopeZone::leastPercent, java.util.stream.Collectors.counting())));
    assertEquals(List.of(), ImportCase.issues(city, "slope-unknown"));
    var far = ground(city, 0).getEnvelopeInternal();
    assertTrue(far.getMinX() > 7.002 - 0.0015 && far.getMaxX() < 7.004 + 0.0015, "only the park, its margin and whole cells: " + far);
    assertTrue(city.area().assumptions().stream().anyMatch(note -> note.sentence().contains("Horn's formula")));
  }

  @Test
  void whereNothingIsKnownThereIsNoZone() throws IOException {
    var city = city(map, hill("west.asc", (lon, lat) -> lon > 7.0129 && lon < 7.018 && lat > 43.003 ? Double.NaN : 100));
    assertTrue(ground(city, 0).covers(city.spaces().get(0).geometry()));
    assertTrue(ground(city, 0).intersects(city.spaces().get(1).geometry()));
    assertTrue(!ground(city, 0).covers(city.spaces().get(1).geometry()));
    var issue = ImportCase.issues(city, "slope-unknown");
    assertEquals(List.of("way/2"), ImportCase.recordIds(city, "slope-unknown"));
    assertTrue(issue.get(0).message().startsWith("1 of 2 spaces"), issue.get(0).message());
    assertEquals(List.of(), city(map).slopes(), "no heights: no zone, not even a flat one");
  }

  /** The second file fills what the first does not know, and adds nothing elsewhere. */
  @Test
  void theFirstFileThatKnowsCounts() throws IOException {
    var west = hill("west.asc", (lon, lat) -> lon > 7.0129 && lon < 7.018 && lat > 43.003 ? Double.NaN : 100);
    var steep = hill("steep.asc", (lon, lat) -> 100 + 0.4 * (lon - 7) * METRES_EAST);
    var city = city(map, west, steep);
    assertEquals(List.of(), ImportCase.issues(city, "slope-unknown"));
    assertTrue(ground(city, 0).union(ground(city, 30)).covers(city.spaces().get(1).geometry()));
    assertEquals(0, ground(city, 0).intersection(ground(city, 30)).getArea(), 1e-15);
    assertTrue(!ground(city, 30).intersects(city.spaces().get(0).geometry()));
  }

  /** Monaco's parks: their zones do not overlap, cover the parks, and most of them are steep. */
  @Test
  void monacoIsSteep() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "shared data is not here");
    var city = city(Path.of("data/monaco/monaco.osm.pbf"), SHARED.resolve("srtm/N43E007.hgt.zip"));
    var all = UnaryUnionOp.union(city.slopes().stream().map(SlopeZone::geometry).toList());
    assertEquals(all.getArea(), city.slopes().stream().mapToDouble(zone -> zone.geometry().getArea()).sum(), 1e-12);
    var degrees = new TreeMap<Integer, Double>();
    for (var space : city.spaces()) {
      if (space.geometry().getDimension() == 2) {
        assertTrue(all.covers(space.geometry()), space.sourceId());
        city.slopes().stream().filter(zone -> zone.geometry().intersects(space.geometry())).forEach(zone -> degrees.merge(
            zone.leastPercent(), zone.geometry().intersection(space.geometry()).getArea(), Double::sum));
      }
    }
    double steep = degrees.tailMap(8).values().stream().mapToDouble(area -> area).sum();
    double whole = degrees.values().stream().mapToDouble(area -> area).sum();
    assertTrue(steep > whole / 2, degrees.toString());
    assertTrue(city.slopes().equals(city(Path.of("data/monaco/monaco.osm.pbf"), SHARED.resolve("srtm/N43E007.hgt.zip")).slopes()));
  }
}
