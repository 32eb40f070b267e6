package org.commonground.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.space.Hazard;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class ShelterTableTest {

  private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);
  private static final Path REAL = Path.of("../shared/data/shelters");

  @TempDir
  private Path folder;

  private Rows<Shelter> read(String text, Map<String, String> columns) throws IOException {
    return ShelterTable.read(Table.read(Files.writeString(folder.resolve("shelters.csv"), text), "--shelters"), columns,
        new Envelope(7, 8, 43, 44));
  }

  private static Map<String, Long> kinds(Rows<Shelter> rows) {
    return new TreeMap<>(rows.issues().stream().collect(Collectors.groupingBy(issue -> issue.kind(), Collectors.counting())));
  }

  @Test
  void doubtfulRowsAreIssuesWithTheirRow() throws IOException {
    var rows = read("name,lon,lat,capacity\nA,7.4,43.7,100\nB,7.41,43.7,-5\nC,7.42,43.7,lots\nD,999,43.7,1\nE,7.43,,1\nA,7.4,43.7,100\n"
        + "G,2.35,48.85,7\nH,7.44,43.7,\n,7.45,43.7,\"1,200\"\nJ,0,0,4\n", Map.of());
    assertEquals(List.of("A", "B", "C", "H", "-"), rows.rows().stream().map(one -> one.name() == null ? "-" : one.name()).toList());
    assertEquals("[100, null, null, null, 1200]", rows.rows().stream().map(Shelter::capacity).toList().toString());
    var issues = rows.issues().stream().map(issue -> issue.recordId() + " " + issue.kind()).toList();
    for (var expected : List.of("row 3 capacity-negative", "row 4 capacity-unreadable", "row 10 name-missing")) {
      assertTrue(issues.contains(expected), expected + " is not in " + issues);
    }
    for (var row : List.of("row 5 ", "row 6 ", "row 7 ", "row 8 ", "row 11 ")) {
      assertEquals(1, issues.stream().filter(issue -> issue.startsWith(row)).count(), row + "in " + issues);
    }
  }

  @Test
  void otherHeadersByAMapping() throws IOException {
    var rows = read("Nom;X;Y;Places\nÉcole;7,42;43,73;250\n", Map.of("name", "Nom", "lon", "X", "lat", "Y", "capacity", "Places"));
    assertEquals("École 250", rows.rows().get(0).name() + " " + rows.rows().get(0).capacity());
    assertEquals(7.42, rows.rows().get(0).geometry().getCoordinate().x);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "UTF-8", "BOM", "UTF-16LE BOM"})
  void encodings(String encoding) throws IOException {
    var text = "名称,経度,緯度,洪水\n七尾小学校,7.4,43.7,1\n";
    var bytes = switch (encoding) {
      case "BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case "UTF-16LE BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
      default -> text.getBytes(Charset.forName(encoding));
    };
    var rows = ShelterTable.read(Table.read(Files.write(folder.resolve("s.csv"), bytes), "--shelters"), Map.of(), EARTH);
    assertEquals("七尾小学校", rows.rows().get(0).name());
    assertEquals(Suitability.SUITABLE, rows.rows().get(0).suitability(Hazard.FLOOD));
  }

  @Test
  void geoJsonPointsAndOutlines() throws IOException {
    var file = Files.writeString(folder.resolve("s.geojson"), """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"name":"P","capacity":12,"hazards":"earthquake,flood=no"},
           "geometry":{"type":"Point","coordinates":[7.4,43.7]}},
          {"type":"Feature","properties":{"name":"Q"},"geometry":{"type":"Polygon","coordinates":
            [[[7.4,43.7],[7.41,43.7],[7.41,43.71],[7.4,43.7]]]}},
          {"type":"Feature","properties":{"name":"R"},"geometry":null}]}""");
    var rows = ShelterTable.read(Table.read(file, "--shelters"), Map.of(), EARTH);
    assertEquals(List.of("P", "Q"), rows.rows().stream().map(Shelter::name).toList());
    assertEquals(12, rows.rows().get(0).capacity());
    assertEquals(Map.of(Hazard.EARTHQUAKE, Suitability.SUITABLE, Hazard.FLOOD, Suitability.UNSUITABLE), rows.rows().get(0).hazards());
    assertEquals(2, rows.rows().get(1).geometry().getDimension());
    assertEquals(1, rows.issues().size());
  }

  @Test
  void taiwan() {
    var file = REAL.resolve("taiwan_shelters_nopii.csv");
    assumeTrue(Files.exists(file), "shared data is not here");
    var rows = ShelterTable.read(Table.read(file, "--shelters"), Map.of(), new Envelope(117, 123, 20, 27));
    var bad = rows.issues().stream().filter(issue -> Set.of("coordinates-impossible", "outside-area").contains(issue.kind())).toList();
    assertEquals(5_973, rows.rows().size() + bad.size()
        + rows.issues().stream().filter(issue -> issue.kind().contains("twice") || issue.kind().contains("duplicate")).count(),
        kinds(rows).toString());
    assertEquals(List.of("row 694", "row 793", "row 811", "row 3736"), bad.stream().map(issue -> issue.recordId()).toList());
    long recorded = rows.rows().stream().filter(shelter -> shelter.capacity() != null).count();
    assertEquals(rows.rows().size() - recorded, kinds(rows).get("capacity-zero"));
    assertTrue(recorded > 5_800, "capacities read: " + recorded);
    assertTrue(rows.rows().stream().anyMatch(shelter -> shelter.suitability(Hazard.TSUNAMI) == Suitability.SUITABLE));
    assertTrue(rows.rows().stream().anyMatch(shelter -> Boolean.TRUE.equals(shelter.indoor())));
    assertTrue(rows.rows().stream().anyMatch(shelter -> Boolean.FALSE.equals(shelter.indoor())));
  }

  @Test
  void japan() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "shared data is not here");
    try (var files = Files.list(REAL)) {
      for (var file : files.filter(path -> path.toString().endsWith("_382019.json")).toList()) {
        var rows = ShelterTable.read(Table.read(file, "--shelters"), Map.of(), EARTH);
        assertTrue(rows.rows().size() > 50, file + ": " + rows.rows().size());
        assertTrue(rows.rows().stream().allMatch(shelter -> shelter.capacity() == null && shelter.name() != null));
      }
    }
    var nanao = ShelterTable.read(Table.read(REAL.resolve("nanao-reference.csv"), "--shelters"), Map.of(), EARTH);
    assertEquals(112, nanao.rows().size() + nanao.issues().stream().filter(issue -> issue.message().contains("left out")).count(),
        kinds(nanao).toString());
    assertTrue(nanao.rows().stream().filter(shelter -> shelter.capacity() != null).count() > 80);
    assertTrue(nanao.rows().stream().anyMatch(shelter -> shelter.suitability(Hazard.EARTHQUAKE) == Suitability.SUITABLE));
  }
}
