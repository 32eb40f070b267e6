package org.commonground.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.people.BuildingUse;
import org.commonground.people.DemandPoint;
import org.commonground.space.SpaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small maps written in code, imported, and looked at. */
class OsmImportTest {

  @TempDir
  private Path folder;

  /** A street of 400 m at y = 0, so that there is always one. */
  private static TinyOsm map() {
    return new TinyOsm().node(1, 0, 0).node(2, 200, 0).node(3, 400, 0).way(1, List.of(1, 2, 3), "highway=residential", "name=Main");
  }

  private City read(TinyOsm map, Integer people) {
    var file = map.write(folder.resolve("map.osm.pbf"));
    return Importer.importArea(new ImportRequest("test", null, null, file, null, null, null, people, null, null, null, null, null),
        (step, done, all) -> { }).city();
  }

  private static List<String> issues(City city) {
    return city.issues().stream().map(issue -> issue.kind() + " " + issue.recordId()).toList();
  }

  @Test
  void streetsAreCutAtJunctionsAndKeepWhatIsRecorded() {
    var city = read(map().node(4, 200, 100, "kerb=raised").node(5, 200, 200)
        .way(7_000_000_000L, List.of(2, 4, 5), "highway=steps", "width=2.5 m", "surface=sett", "incline=up", "bridge=yes", "layer=1",
            "lit=no", "wheelchair=no", "name=Scala", "name:en=Stairs", "tunnel=no")
        .way(3, List.of(1, 5), "highway=motorway").way(4, List.of(1, 5), "highway=footway", "access=private")
        .way(5, List.of(3, 5), "highway=pedestrian", "area=yes"), 0);
    var streets = city.streets().streets();
    assertEquals(2, streets.stream().filter(street -> street.osmId() == 1).count(), "Main is cut where the stairs begin");
    assertEquals(200_000, streets.stream().filter(street -> street.osmId() == 1).findFirst().orElseThrow().lengthMm(), 50);
    var stairs = streets.stream().filter(street -> street.osmId() == 7_000_000_000L).toList();
    assertEquals(1, stairs.size());
    var one = stairs.get(0);
    assertTrue(one.steps() && one.bridge() && !one.tunnel());
    assertEquals(2.5, one.widthM());
    assertEquals("sett raised up no 1 false Scala Stairs", String.join(" ", one.surface(), one.kerb(), one.incline(),
        one.wheelchair(), "" + one.layer(), "" + one.lit(), one.name(), one.names().get("en")));
    assertEquals(3, one.line().getNumPoints());
    assertTrue(streets.stream().noneMatch(street -> street.osmId() == 3), "nobody walks on a motorway");
    assertEquals("private", streets.stream().filter(street -> street.osmId() == 4).findFirst().orElseThrow().access());
  }

  @Test
  void aCrossingWithoutAKerbIsInDoubt() {
    var city = read(map().node(4, 200, 100).node(5, 200, 200).node(6, 200, -50, "highway=crossing").node(7, 200, -90)
        .way(2, List.of(2, 4), "highway=footway", "footway=crossing").way(3, List.of(4, 5), "highway=footway")
        .way(4, List.of(2, 6, 7), "highway=path").way(5, List.of(5, 3), "highway=footway", "footway=crossing", "kerb=flush"), 0);
    assertEquals("{1=null, 2=unrecorded, 3=null, 4=unrecorded, 5=flush}", city.streets().streets().stream().collect(
        TreeMap::new, (kerbs, street) -> kerbs.put(street.osmId(), street.kerb()), TreeMap::putAll).toString());
  }

  @Test
  void smallIslandsAreCounted() {
    var city = read(map().node(8, 0, 2_000).node(9, 2_500, 2_000).way(8, List.of(8, 9), "highway=residential")
        .node(10, 0, 900).node(11, 30, 900).way(9, List.of(10, 11), "highway=footway"), 0);
    assertEquals(List.of("island way/1", "island way/9"), issues(city).stream().sorted().toList(),
        "the longest part is the main one, the others are under 2 km");
  }

  @Test
  void multipolygonsHaveHolesAndSeveralParts() {
    var city = read(map()
        .node(20, 0, 50).node(21, 100, 50).node(22, 100, 150).node(23, 0, 150)
        .way(20, List.of(20, 21, 22)).way(21, List.of(20, 23, 22))
        .box(22, 30, 25, 75, 75, 125)
        .box(23, 40, 200, 50, 300, 150)
        .relation(5, List.of("outer 20", "outer 21", "inner 22", "outer 23"), "type=multipolygon", "leisure=park", "name=Parc")
        .node(50, 0, 300).node(51, 100, 300).node(52, 100, 400).way(24, List.of(50, 51, 52))
        .relation(6, List.of("outer 24"), "type=multipolygon", "leisure=park"), 0);
    assertEquals(1, city.spaces().size());
    var park = city.spaces().get(0);
    assertEquals("relation/5 PARK Parc", park.sourceId() + " " + park.kind() + " " + park.name());
    assertEquals(100 * 100 - 50 * 50 + 100 * 100, park.areaM2(), 1);
    assertEquals(2, park.geometry().getNumGeometries());
    assertEquals(List.of("area-unclosed relation/6"), issues(city));
  }

  /** A square around a house, as a relation, and its outline once more under another tag; two pitches on one ground; other neighbours. */
  @Test
  void aSpaceThatIsMappedAsTwoAreasIsKeptOnce() {
    var city = read(map().box(22, 30, 0, 100, 100, 200, "place=square", "name=Place").box(23, 40, 20, 120, 40, 140)
        .relation(5, List.of("outer 22", "inner 23"), "type=multipolygon", "highway=pedestrian", "area=yes", "name=Place")
        .box(24, 50, 200, 100, 240, 120, "leisure=pitch", "sport=soccer")
        .box(25, 60, 200, 100, 239, 120, "leisure=pitch", "sport=basketball", "name=Court")
        .box(26, 70, 300, 100, 400, 200, "leisure=park", "name=East").box(27, 80, 300, 100, 400, 200, "leisure=park", "name=West")
        .box(28, 90, 300, 100, 400, 200, "leisure=playground").box(29, 100, 300, 100, 400, 180, "leisure=park"), 0);
    assertEquals(List.of("way/25", "way/26", "way/27", "way/28", "way/29", "relation/5"),
        city.spaces().stream().map(space -> space.sourceId()).toList());
    assertEquals(List.of("space-twice way/22", "space-twice way/24"), issues(city).stream().filter(issue -> issue.startsWith("space")).toList());
    assertEquals(100 * 100 - 20 * 20, city.spaces().get(5).areaM2(), 1);
  }

  /** One house three times, drawn from other corners and the other way round; a slightly larger one; one below another. */
  @Test
  void aBuildingThatIsMappedTwiceIsKeptOnceAsTheOneThatSaysMost() {
    var city = read(map().box(30, 100, 0, 10, 10, 20, "building=yes")
        .way(31, List.of(102, 101, 100, 103, 102), "building=apartments", "building:levels=5")
        .box(32, 120, 0, 10, 10, 20, "building=house")
        .box(33, 130, 20, 10, 30, 20, "building=yes").box(34, 140, 20, 10, 30.5, 20, "building=yes")
        .box(35, 150, 40, 10, 50, 20, "building=yes").box(36, 160, 40, 10, 50, 20, "building=yes", "layer=-1"), 0);
    assertEquals(List.of("way/31", "way/33", "way/34", "way/36"), city.buildings().stream().map(building -> building.sourceId()).toList());
    assertEquals(List.of("building-twice way/30", "building-twice way/32", "building-twice way/35"), issues(city));
    assertEquals("The same building is mapped as way/31 with the same outline; kept once.", city.issues().get(0).message());
    for (int i = 0; i < city.buildings().size(); i++) {
      assertEquals(i, city.buildings().get(i).id());
    }
  }

  @Test
  void everyKindOfSpaceIsFound() {
    var tags = List.of("leisure=park", "leisure=garden", "place=square", "leisure=playground", "leisure=pitch",
        "leisure=sports_centre", "leisure=sports_hall", "amenity=school", "amenity=university", "amenity=community_centre",
        "amenity=library", "amenity=townhall", "amenity=place_of_worship", "amenity=parking", "leisure=recreation_ground");
    var map = map();
    for (int i = 0; i < tags.size(); i++) {
      map.box(100 + i, 1000 + 10 * i, 20 * i, 20, 20 * i + 10, 30, tags.get(i));
    }
    map.node(900, 50, 80, "amenity=library", "name=Small");
    var city = read(map, 0);
    assertEquals(Arrays.stream(SpaceKind.values()).filter(kind -> kind != SpaceKind.OTHER).collect(Collectors.toSet()),
        city.spaces().stream().map(space -> space.kind()).collect(Collectors.toSet()));
    assertEquals("node/900", city.spaces().get(city.spaces().size() - 1).sourceId());
  }

  @Test
  void buildingsKeepLevelsAndDoubtfulOnesAreSaid() {
    var city = read(map().box(30, 100, 0, 10, 10, 20, "building=apartments", "building:levels=5")
        .box(31, 110, 20, 10, 30, 20, "building=yes", "height=12 m").box(32, 120, 40, 10, 50, 20, "building=school")
        .box(33, 130, 60, 10, 70, 20, "building=no").box(34, 140, 80, 10, 90, 20, "building=yes", "building:levels=many")
        .box(35, 150, 100, 10, 110, 20, "building=apartments", "shop=bakery"), 0);
    assertEquals(List.of(BuildingUse.RESIDENTIAL, BuildingUse.UNKNOWN, BuildingUse.OTHER, BuildingUse.UNKNOWN, BuildingUse.MIXED),
        city.buildings().stream().map(building -> building.use()).toList());
    assertEquals(5.0, city.buildings().get(0).levels());
    assertEquals(12.0, city.buildings().get(1).heightM());
    assertNull(city.buildings().get(3).levels());
    assertEquals(100, city.buildings().get(0).footprintM2(), 0.1);
    assertEquals(List.of("height-unreadable way/34"), issues(city));
  }

  /** Two districts side by side in one town, with their own populations; a house in each, none in the third. */
  private static TinyOsm town() {
    return map()
        .node(200, -100, -100).node(201, 150, -100).node(202, 150, 300).node(203, -100, 300)
        .node(204, 500, -100).node(205, 500, 300)
        .way(200, List.of(201, 202)).way(201, List.of(202, 203, 200, 201)).way(202, List.of(201, 204, 205, 202))
        .relation(70, List.of("outer 200", "outer 201"), "type=boundary", "boundary=administrative", "admin_level=9", "name=West",
            "population=70")
        .relation(71, List.of("outer 200", "outer 202"), "type=boundary", "boundary=administrative", "admin_level=9", "name=East",
            "population=31")
        .relation(72, List.of("outer 201", "outer 202"), "type=boundary", "boundary=administrative", "admin_level=8", "name=Town",
            "population=101");
  }

  @Test
  void peopleFillEachDistrictToThePerson() {
    var city = read(town().box(40, 300, 0, 10, 10, 20, "building=house", "building:levels=1")
        .box(41, 310, 20, 10, 40, 20, "building=house", "building:levels=1").box(42, 320, 60, 10, 70, 20, "building=church"), null);
    assertEquals(List.of("East", "West"), city.districts().stream().map(district -> district.name()).toList());
    assertEquals(101, city.area().people());
    assertEquals("Town", city.area().title(), "the boundary's recorded name");
    var west = city.demand().stream().filter(point -> point.district() == 1).toList();
    assertEquals(List.of(23, 47, 0), west.stream().map(DemandPoint::people).toList(), "by floor area, the rest to the largest remainder");
    assertEquals(31, city.demand().stream().filter(point -> point.district() == 0).mapToInt(DemandPoint::people).sum());
    assertEquals(List.of("district-without-homes relation/71", "homes-missing area"), issues(city), "4 m² of floor each");
  }

  /** East's line is all in the file, half of its ground is not. */
  @Test
  void aDistrictThatTheExtentCutsIsSaid() {
    var city = read(town().extent(-200, -200, 325, 400).box(40, 300, 0, 10, 10, 200, "building=house")
        .box(41, 310, 200, 10, 210, 200, "building=house"), null);
    assertEquals(List.of("district-cut relation/71"), issues(city));
    assertTrue(city.issues().get(0).message().startsWith("50 % of East "), city.issues().toString());
  }

  /** 31 people in 100 m², and 70 in 1,900. */
  @Test
  void aDistrictWithTooFewHomesIsSaid() {
    var city = read(town().box(40, 300, 0, 10, 10, 200, "building=house", "building:levels=1")
        .box(41, 310, 200, 10, 210, 20, "building=house", "building:levels=1"), null);
    assertEquals(List.of("homes-missing relation/71"), issues(city));
    assertTrue(city.issues().get(0).message().startsWith("In East 31 people share 100 m² "), city.issues().toString());
  }

  /** A triangle's box is twice the triangle: a shelter in the other half is outside. */
  @Test
  void sheltersAreHeldAgainstTheBoundary() throws IOException {
    var map = map().node(600, -500, -500).node(601, 1_500, -500).node(602, -500, 1_500).way(600, List.of(600, 601, 602, 600))
        .relation(80, List.of("outer 600"), "type=boundary", "boundary=administrative", "admin_level=8", "name=Delta",
            "population=5").box(40, 300, 0, 10, 10, 20, "building=house");
    var in = TinyOsm.PLANE.toDegrees(0, 0);
    var out = TinyOsm.PLANE.toDegrees(1_400, 1_400);
    var shelters = Files.writeString(folder.resolve("s.csv"), "name,lon,lat\nIn," + in.x + "," + in.y + "\nOut," + out.x + ","
        + out.y + "\n");
    var request = new ImportRequest("test", null, null, map.write(folder.resolve("map.osm.pbf")), shelters, null, null, null, null,
        null, null, null, null);
    var city = Importer.importArea(request, (step, done, all) -> { }).city();
    assertEquals(List.of("In"), city.shelters().stream().map(shelter -> shelter.name()).toList());
    assertEquals(List.of("outside-area row 3"), issues(city));
    var level = new ImportRequest("test", null, null, folder.resolve("map.osm.pbf"), null, null, null, null, null, null, 6, null, null);
    var refusal = assertThrows(InvalidInput.class, () -> Importer.importArea(level, (step, done, all) -> { }));
    assertEquals("--district-level", refusal.field());
  }

  @Test
  void aGivenTotalRules() {
    var city = read(town().box(40, 300, 0, 10, 10, 20, "building=house").box(41, 310, 300, 10, 310, 20, "building=house"), 1_000);
    assertEquals(1_000, city.demand().stream().mapToInt(DemandPoint::people).sum());
    assertEquals(List.of(693, 307), city.demand().stream().map(DemandPoint::people).toList());
  }
}
