package org.commonground.ingest;

import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput.Code;
import org.commonground.space.Hazard;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Values as people write them into tables and tags. */
class OddValuesTest {

  @TempDir
  private Path folder;

  private Table table(String text) throws IOException {
    return Table.read(Files.writeString(folder.resolve("t.csv"), text), "--shelters");
  }

  @Test
  void capacities() throws IOException {
    var values = List.of("191", "１２０", "1,200", "110.0", "屋内191人／屋外20人", "-50人", "−5", "100〜200人", "100-200", "12.5", "9".repeat(30),
        "9".repeat(30) + "人", "3000000000", "NaN", "0");
    var text = new StringBuilder("name,lon,lat,capacity\n");
    for (int i = 0; i < values.size(); i++) {
      text.append("S").append(i).append(",7.5,43.5,\"").append(values.get(i)).append("\"\n");
    }
    var rows = ShelterTable.read(table(text.toString()), Map.of(), new Envelope(7, 8, 43, 44));
    assertEquals(Arrays.asList(191, 120, 1200, 110, 211, null, null, null, null, null, null, null, null, null, null),
        rows.rows().stream().map(Shelter::capacity).toList());
    assertEquals(List.of("row 7 negative", "row 8 negative", "row 9 unreadable", "row 10 unreadable", "row 11 unreadable",
        "row 12 unreadable", "row 13 unreadable", "row 14 unreadable", "row 15 unreadable", "row 16 zero"),
        rows.issues().stream().map(issue -> issue.recordId() + issue.kind().replace("capacity-", " ")).toList());
  }

  @Test
  void flagsThatAreNeitherYesNorNoStayUnknown() throws IOException {
    var rows = ShelterTable.read(table("name,lon,lat,洪水,地震,津波\nA,7.5,43.5,True,△,0\n"), Map.of(), new Envelope(7, 8, 43, 44));
    assertEquals(Map.of(Hazard.FLOOD, Suitability.SUITABLE), rows.rows().get(0).hazards());
    assertEquals(List.of("hazard-unreadable"), rows.issues().stream().map(issue -> issue.kind()).toList());
  }

  /** Zero is a place on earth in Accra and Greenwich, and an empty cell elsewhere. */
  @Test
  void zeroDegreesCountWhereTheAreaHasThem() throws IOException {
    var text = "name,lon,lat\nA,0,5.5\n";
    assertEquals(1, ShelterTable.read(table(text), Map.of(), new Envelope(-1, 1, 5, 6)).rows().size());
    assertEquals(0, ShelterTable.read(table(text), Map.of(), new Envelope(7, 8, 5, 6)).rows().size());
  }

  @Test
  void peopleWithThousandsAndDecimals() throws IOException {
    var rows = DemandTable.read(table("lon,lat,people\n7.5,43.5,\"1,234\"\n7.5,43.5,\"1,5\"\n7.5,43.5,2.5\n7.5,43.5,-1\n7.5,43.5,NaN\n"),
        Map.of(), new Envelope(7, 8, 43, 44), null);
    assertEquals(List.of(1234, 3), rows.rows().stream().map(DemandTable.Row::people).toList());
    assertEquals(List.of("row 3", "row 5", "row 6"), rows.issues().stream().map(issue -> issue.recordId()).toList());
  }

  private OsmDraft town(String west, String east) {
    return new OsmDraft().node(1, 7.0, 43.0).node(2, 7.02, 43.01).way(1, ref(1, 2), "highway=residential")
        .box(11, 7.0, 43.0, 7.01, 43.01).box(12, 7.01, 43.0, 7.02, 43.01).box(13, 7.0, 43.0, 7.02, 43.01)
        .box(21, 7.002, 43.002, 7.003, 43.003, "building=house").box(22, 7.012, 43.002, 7.013, 43.003, "building=house")
        .relation(1, "w11 outer", "type=boundary", "boundary=administrative", "admin_level=9", "name=West", "population=" + west)
        .relation(2, "w12 outer", "type=boundary", "boundary=administrative", "admin_level=9", "name=East", "population=" + east)
        .relation(3, "w13 outer", "type=boundary", "boundary=administrative", "admin_level=8", "name=Town");
  }

  @Test
  void aTotalIsPlacedWhereDistrictsRecordNobody() {
    var city = ImportCase.city(ImportCase.ofMap(town("0", "0").write(folder.resolve("zero.pbf"))));
    assertEquals(1000, city.area().people());
    assertTrue(city.demand().stream().allMatch(point -> point.people() == 500));
  }

  @Test
  void populationsBeyondTheRangeAreRefused() {
    var request = ImportCase.of(town("999999999", "999 999 999").write(folder.resolve("a.pbf")), null, null, Map.of());
    assertEquals(1_999_999_998, ImportCase.city(request).area().people());
    var more = town("999999999", "999999999").relation(4, "w11 outer", "type=boundary",
        "boundary=administrative", "admin_level=9", "name=Far", "population=999999999").write(folder.resolve("b.pbf"));
    var wider = new ImportRequest("test", null, null, more, null, null, null, null, null, null, 9, null, null);
    ImportCase.refused(Code.FILE_CONTENT, "--osm", () -> ImportCase.city(wider));
  }

  @Test
  void wardsOfTheSampleAddUp() {
    var result = ImportCase.result(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")));
    assertEquals(9, result.summary().districts().size());
    assertEquals(35_881, result.summary().outside()
        + result.summary().districts().stream().mapToInt(ImportSummary.DistrictPeople::people).sum());
  }
}
