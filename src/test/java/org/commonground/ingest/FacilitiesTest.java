package org.commonground.ingest;

import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facilities of a drawn map and of tables beside it. */
class FacilitiesTest {

  @TempDir
  private Path folder;

  /** A town of 1,600 m along 43.0, and a park with corners 10 to 13. */
  private static OsmDraft map() {
    return new OsmDraft().node(1, 7.0, 43.0).node(2, 7.02, 43.0).node(3, 7.02, 43.01).way(1001, ref(1, 2, 3), "highway=residential")
        .box(1, 7.001, 43.001, 7.003, 43.003, "leisure=park", "name=Park")
        .box(500, 7.0, 42.9999, 7.0201, 43.01, "note=border").relation(501, "w500 outer", "type=boundary", "boundary=administrative",
            "admin_level=8", "name=Town").box(900, 7.0, 43.008, 7.0005, 43.0085, "building=house");
  }

  private City city(OsmDraft map, String facilities) throws IOException {
    var table = facilities == null ? null : Files.writeString(folder.resolve("facilities.csv"), facilities, StandardCharsets.UTF_8);
    return ImportCase.city(new ImportRequest("test", null, null, map.write(folder.resolve("map.osm.pbf")), null, null, null, 10, null,
        null, null, null, null, null, table));
  }

  private static String told(City city) {
    return city.facilities().stream()
        .map(one -> one.sourceId() + " " + one.kind().word() + (one.certain() ? "" : "?") + " " + one.geometry().getGeometryType())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyKindIsFoundByItsTags() throws IOException {
    var tags = List.of("amenity=toilets", "amenity=drinking_water", "leisure=playground", "leisure=pitch", "amenity=bench",
        "natural=tree", "amenity=fuel", "man_made=gasometer", "", "industrial=chemical", "amenity=hospital", "amenity=doctors",
        "amenity=fire_station", "amenity=police", "amenity=community_centre", "amenity=library", "amenity=townhall",
        "amenity=marketplace", "leisure=bandstand", "amenity=kindergarten", "amenity=place_of_worship", "", "man_made=water_well");
    var map = map();
    for (int i = 0; i < tags.size(); i++) {
      if (!tags.get(i).isEmpty()) {
        map.node(100 + i, 7.01 + i * 0.0001, 43.002, tags.get(i), "name=Ort " + i, "name:zh=地 " + i, "opening_hours=24/7");
      }
    }
    var found = city(map, null).facilities();
    var kinds = FacilityKind.values();
    assertEquals(IntStream.range(0, kinds.length).filter(i -> !tags.get(i).isEmpty()).mapToObj(i -> kinds[i]).toList(),
        found.stream().map(Facility::kind).toList());
    assertTrue(IntStream.range(0, found.size()).allMatch(id -> found.get(id).id() == id && found.get(id).certain()));
    assertEquals("Ort 2", found.get(2).name());
    assertEquals("地 2", found.get(2).names().get("zh"));
    assertEquals("24/7", found.get(2).tags().get("opening_hours"));
  }

  @Test
  void powerLinesAndTanksSayWhetherTheyAreSure() throws IOException {
    var map = map().node(50, 7.0, 43.004).node(51, 7.02, 43.004);
    var voltages = List.of("voltage=110000;20000", "voltage=20000", "voltage=high;20000", "", "voltage=20000;400000");
    for (int i = 0; i < voltages.size(); i++) {
      map.way(60 + i, ref(50, 51), voltages.get(i).isEmpty() ? "ref=L" : voltages.get(i), "power=line");
    }
    map.way(70, ref(50, 51), "power=line", "location=underground").way(71, ref(50, 51), "power=minor_line")
        .node(80, 7.011, 43.002, "man_made=storage_tank").node(81, 7.012, 43.002, "man_made=storage_tank", "content=diesel")
        .node(82, 7.013, 43.002, "man_made=storage_tank", "content=water").node(83, 7.014, 43.002, "man_made=storage_tank", "content=wine")
        .node(84, 7.015, 43.002, "man_made=storage_tank", "content=acid").node(85, 7.016, 43.002, "man_made=storage_tank", "content=lpg");
    var city = city(map, null);
    assertEquals("""
        way/60 high-voltage LineString
        way/62 high-voltage? LineString
        way/63 high-voltage? LineString
        way/64 high-voltage LineString
        node/80 chemical? Point
        node/81 fuel Point
        node/82 water Point
        node/84 chemical Point
        node/85 gas Point""", told(city));
    assertEquals(List.of("way/62", "way/63"), ImportCase.recordIds(city, "voltage-unrecorded"));
    assertEquals(List.of("node/80"), ImportCase.recordIds(city, "content-unrecorded"));
  }

  @Test
  void shapesRepeatsAndWhatIsShut() throws IOException {
    var map = map()
        .box(2, 7.005, 43.001, 7.006, 43.002, "amenity=hospital").node(100, 7.0055, 43.0015, "amenity=hospital", "name=Entrance")
        .node(101, 7.0015, 43.001, "barrier=gate").node(102, 7.0015, 43.0015, "barrier=gate").node(103, 7.003, 43.00101, "barrier=bollard")
        .box(3, 7.008, 43.001, 7.009, 43.002, "natural=wood").node(104, 7.0085, 43.0015, "natural=tree")
        .way(1002, ref(1, 10, 11), "natural=tree_row").way(1003, ref(10, 11, 12, 13, 10), "natural=tree_row")
        .way(1004, ref(1, 10), "amenity=bench").way(1005, ref(777, 778), "natural=tree_row")
        .node(105, 7.01, 43.002, "amenity=toilets", "access=private").node(106, 7.01, 43.003, "amenity=toilets", "access=customers")
        .node(107, 7.01, 43.003, "amenity=drinking_water", "drinking_water=no")
        .node(108, 7.01, 43.0035, "natural=spring", "drinking_water=yes")
        .node(109, 7.01, 43.0035, "amenity=fuel", "disused=yes").node(110, 7.01, 43.0035, "amenity=police", "disused=yes")
        .node(111, 6.996, 43.0, "amenity=police", "ref=326 m west of the area").node(112, 6.993, 43.0, "amenity=police", "ref=570 m");
    var city = city(map, null);
    assertEquals("""
        way/2 hospital Polygon
        way/3 shade Polygon
        way/1002 shade LineString
        way/1003 shade LineString
        way/1004 seat LineString
        node/101 barrier-gate Point
        node/103 barrier-gate Point
        node/104 shade Point
        node/106 toilets Point
        node/108 drinking-water Point
        node/108 water Point
        node/109 fuel Point
        node/111 police Point""", told(city));
    assertEquals(List.of("node/100"), ImportCase.recordIds(city, "facility-twice"));
    assertEquals(List.of("way/1005"), ImportCase.recordIds(city, "line-missing"));
  }

  @Test
  void tablesAreReadAndTheirMistakesCounted() throws IOException {
    var city = city(map().node(100, 7.01, 43.002, "amenity=toilets"), """
        lon,lat,kind,name
        7.011,43.002,Drinking Water,Brunnen
        7.011,43.002,drinking-water,Brunnen
        7.011,43.002,toilets,Brunnen
        7.012,43.002,casino,Roulette
        7.012,43.002,,Nothing
        7.9,43.002,seat,Far
        ,43.002,seat,Lost
        200,43,seat,Nowhere
        7.013,43.002,high_voltage,
        """);
    assertEquals("""
        node/100 toilets Point
        row 2 drinking-water Point
        row 4 toilets Point
        row 10 high-voltage Point""", told(city));
    assertEquals(List.of("row 5", "row 6"), ImportCase.recordIds(city, "kind-unknown"));
    assertEquals(List.of("row 3"), ImportCase.recordIds(city, "twice"));
    assertEquals(List.of("row 7"), ImportCase.recordIds(city, "outside-area"));
    assertEquals(List.of("row 8"), ImportCase.recordIds(city, "place-missing"));
    assertEquals(List.of("row 9"), ImportCase.recordIds(city, "coordinates-impossible"));
    assertTrue(city.issues().stream().filter(issue -> issue.recordId().startsWith("row")).allMatch(issue -> issue.layer().equals("facility")));
    assertEquals(4, city.counts().get("facility"));
  }
}
