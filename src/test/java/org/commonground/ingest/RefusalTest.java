package org.commonground.ingest;

import static org.commonground.ingest.ImportCase.refused;
import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.commonground.city.InvalidInput.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, options and mappings that cannot be used, each refused in exactly one sentence. */
class RefusalTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
  private static final Path MONACO = Path.of("data/monaco/monaco.osm.pbf");

  @TempDir
  private Path folder;
  private Path map;

  @BeforeEach
  void drawMap() {
    map = new OsmDraft().node(1, 7.0, 43.0).node(2, 7.01, 43.01).way(5, ref(1, 2), "highway=residential")
        .box(6, 7.0, 43.0, 7.001, 43.001, "building=house").write(folder.resolve("map.osm.pbf"));
  }

  private void mapRefused(Code code, String words, Path file) {
    var sentence = refused(code, "--osm", () -> ImportCase.city(ImportCase.ofMap(file)));
    assertTrue(sentence.contains(file.toString()) && sentence.contains(words), sentence);
  }

  private void sheltersRefused(Code code, String words, Path file) {
    var sentence = refused(code, "--shelters", () -> ImportCase.city(ImportCase.of(map, file, 10, Map.of())));
    assertTrue(sentence.contains(file.toString()) && sentence.contains(words), sentence);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void noFile() throws IOException {
    mapRefused(Code.FILE_MISSING, "does not exist", folder.resolve("none.pbf"));
    mapRefused(Code.FILE_UNREADABLE, "is a directory", folder);
    mapRefused(Code.FILE_CONTENT, "is empty", file("empty.pbf", ""));
    sheltersRefused(Code.FILE_MISSING, "does not exist", folder.resolve("none.csv"));
    sheltersRefused(Code.FILE_UNREADABLE, "is a directory", folder);
    sheltersRefused(Code.FILE_CONTENT, "is empty", file("empty.csv", ""));
    sheltersRefused(Code.FILE_CONTENT, "is empty", file("blank.csv", "\n \n"));
  }

  @Test
  void notAMap() throws IOException {
    mapRefused(Code.FILE_CONTENT, "PNG", file("picture.pbf", PNG));
    mapRefused(Code.FILE_CONTENT, "not an OpenStreetMap PBF", file("xml.pbf", "<?xml version='1.0'?><osm/>"));
    mapRefused(Code.FILE_CONTENT, "not an OpenStreetMap PBF", file("short.pbf", "ab"));
    mapRefused(Code.FILE_CONTENT, "damaged", file("noise.pbf", new byte[] {0, 0, 0, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    mapRefused(Code.FILE_CONTENT, "no street", new OsmDraft().node(1, 7, 43).node(2, 7.1, 43.1)
        .way(3, ref(1, 2), "highway=motorway").way(4, ref(1, 2), "waterway=river").write(folder.resolve("motorway.pbf")));
    mapRefused(Code.FILE_CONTENT, "no OpenStreetMap data", new OsmDraft().write(folder.resolve("nothing.pbf")));
  }

  /** Cut at many places, in the middle of every kind of block. */
  @Test
  void cutOffMap() throws IOException {
    var whole = Files.readAllBytes(MONACO);
    for (int tenth = 1; tenth < 10; tenth++) {
      mapRefused(Code.FILE_CONTENT, "cut off", file("cut.pbf", Arrays.copyOf(whole, whole.length * tenth / 10)));
    }
    mapRefused(Code.FILE_CONTENT, "cut off", file("cut.pbf", Arrays.copyOf(whole, whole.length - 1)));
    mapRefused(Code.FILE_CONTENT, "cut off", file("cut.pbf", Arrays.copyOf(whole, 20)));
  }

  @Test
  void notATable() throws IOException {
    sheltersRefused(Code.FILE_CONTENT, "no coordinate columns", file("a.csv", "name,capacity\nHall,20\n"));
    sheltersRefused(Code.FILE_CONTENT, "no text file", file("b.csv", PNG));
    sheltersRefused(Code.FILE_CONTENT, "no text file", map);
    sheltersRefused(Code.FILE_CONTENT, "XML", file("c.csv", "<html><body>Not found</body></html>"));
    sheltersRefused(Code.FILE_CONTENT, "never closed", file("d.csv", "name,lon,lat\nA\"b\"c,7,43\n\"never closed,7,43\n"));
  }

  @Test
  void notGeoJson() throws IOException {
    var point = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[7.0,43.0]}}]}";
    sheltersRefused(Code.FILE_CONTENT, "not GeoJSON", file("a.geojson", "name,lon,lat\nHall,7,43\n"));
    sheltersRefused(Code.FILE_CONTENT, "not GeoJSON", file("b.geojson", "{\"type\":\"Topology\",\"objects\":{}}"));
    sheltersRefused(Code.FILE_CONTENT, "not GeoJSON", file("c.geojson", "[1,2]"));
    sheltersRefused(Code.FILE_CONTENT, "not GeoJSON", file("d.geojson", "{\"type\":\"FeatureCollection\",\"features\":7}"));
    sheltersRefused(Code.FILE_CONTENT, "not GeoJSON", file("e.geojson", "   \n"));
    for (int length = 1; length < point.length(); length += 9) {
      sheltersRefused(Code.FILE_CONTENT, "not GeoJSON", file("cut.geojson", point.substring(0, length)));
    }
  }

  @Test
  void optionsAndManifests() throws IOException {
    for (var name : new String[] {null, "", "Monaco", "a--b", "-a", "../x", "a".repeat(41)}) {
      refused(Code.AREA_NAME, "area", () -> new ImportRequest(name, null, null, map, null, null, null, null, null, null, null, null,
          null));
    }
    refused(Code.OPTION, "--osm", () -> ImportCase.ofMap(null));
    refused(Code.OPTION, "--population-total", () -> ImportCase.of(map, null, -1, Map.of()));
    refused(Code.OPTION, "--population-total", () -> ImportCase.city(ImportCase.of(map, null, null, Map.of())));
    refused(Code.FILE_MISSING, "manifest", () -> ImportRequest.ofManifest(folder.resolve("none.yaml")));
    for (var text : new String[] {"# nothing\n", "- a\n- b\n", "name: [\nosm: }", "name: a\nosm: map\npopulationTotal: many\n",
        "name: a\nosm: map\ndataDate: soon\n"}) {
      var manifest = file("m.yaml", text);
      refused(Code.FILE_CONTENT, "manifest", () -> ImportRequest.ofManifest(manifest));
    }
  }

  @Test
  void columnsThatAreNotThere() throws IOException {
    var table = file("a.csv", "名,x,y\nHall,7,43\n");
    refused(Code.OPTION, "--columns", () -> ImportCase.city(ImportCase.of(map, table, 10, Map.of("name", "Name"))));
    refused(Code.OPTION, "--columns", () -> ImportCase.city(ImportCase.of(map, table, 10, Map.of("title", "名"))));
    var people = file("people.csv", "lon,lat,EINW\n7.0005,43.0005,12\n");
    var wrong = new ImportRequest("test", null, null, map, null, null, people, null, null, Map.of("people", "EINWOHNER"), null, null,
        null);
    refused(Code.OPTION, "--columns", () -> ImportCase.city(wrong));
    var both = new ImportRequest("test", null, null, map, table, null, people, null, null, Map.of("people", "EINW", "name", "名"),
        null, null, null);
    assertTrue(ImportCase.city(both).area().people() == 12, "a mapping may name columns of either table");
  }
}
