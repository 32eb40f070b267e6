package org.commonground.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused in one sentence that names the file. */
class BadInputTest {

  private static final Path MONACO = Path.of("data/monaco/monaco.osm.pbf");

  @TempDir
  private Path folder;

  private InvalidInput refusal(Path osm, Path shelters, Map<String, String> columns) {
    var request = new ImportRequest("test", null, null, osm, shelters, null, null, 10, null, columns, null, null, null);
    var refusal = assertThrows(InvalidInput.class, () -> Importer.importArea(request, (step, done, all) -> { }));
    assertEquals(1, refusal.getMessage().lines().count());
    assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
    return refusal;
  }

  private void refused(Code code, String words, Path osm) {
    var refusal = refusal(osm, null, null);
    assertEquals(code + " --osm", refusal.code() + " " + refusal.field(), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(osm.getFileName().toString()), refusal.getMessage());
  }

  private void tableRefused(String words, String name, byte[] content, Map<String, String> columns) throws IOException {
    var file = Files.write(folder.resolve(name), content);
    var refusal = refusal(MONACO, file, columns);
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }

  @Test
  void osmFiles() throws IOException {
    refused(Code.FILE_MISSING, "does not exist", folder.resolve("none.osm.pbf"));
    refused(Code.FILE_UNREADABLE, "directory", folder);
    refused(Code.FILE_CONTENT, "empty", Files.createFile(folder.resolve("empty.osm.pbf")));
    var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    refused(Code.FILE_CONTENT, "PNG", Files.write(folder.resolve("picture.osm.pbf"), png));
    refused(Code.FILE_CONTENT, "not an OpenStreetMap PBF", Files.writeString(folder.resolve("map.osm"), "<?xml version=\"1.0\"?><osm/>"));
    refused(Code.FILE_CONTENT, "no street", new TinyOsm().box(1, 1, 0, 0, 10, 10, "building=yes").write(folder.resolve("nostreet.pbf")));
  }

  /** Cut off anywhere, the file is refused: never half read. */
  @ParameterizedTest
  @ValueSource(ints = {5, 100, 1_000, 50_000, 200_000, 445_000})
  void truncated(int bytes) throws IOException {
    refused(Code.FILE_CONTENT, "", Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(Files.readAllBytes(MONACO), bytes)));
  }

  @Test
  void tables() throws IOException {
    tableRefused("column", "plain.csv", "name,room\nA,3\n".getBytes(StandardCharsets.UTF_8), null);
    tableRefused("empty", "empty.csv", new byte[0], null);
    tableRefused("", "broken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{".getBytes(StandardCharsets.UTF_8), null);
    tableRefused("", "other.geojson", "{\"hello\": 1}".getBytes(StandardCharsets.UTF_8), null);
    tableRefused("", "text.geojson", "no json".getBytes(StandardCharsets.UTF_8), null);
    tableRefused("nosuch", "plain.csv", "name,x,y\nA,7.42,43.73\n".getBytes(StandardCharsets.UTF_8),
        Map.of("lon", "nosuch", "lat", "y"));
    assertEquals(Code.FILE_MISSING, refusal(MONACO, folder.resolve("none.csv"), null).code());
  }

  @Test
  void options() {
    for (var name : List.of("", "Monaco", "a b", "-a", "a--b", "x".repeat(41))) {
      var refusal = assertThrows(InvalidInput.class,
          () -> new ImportRequest(name, null, null, MONACO, null, null, null, null, null, null, null, null, null));
      assertEquals(Code.AREA_NAME, refusal.code());
    }
    assertThrows(InvalidInput.class, () -> new ImportRequest("a", null, null, MONACO, null, null, null, -1, null, null, null, null, null));
  }
}
