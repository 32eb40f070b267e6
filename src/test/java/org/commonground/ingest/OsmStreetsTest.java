package org.commonground.ingest;

import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsmStreetsTest {

  /** Beyond what an int can hold. */
  private static final long FAR = 12_345_678_901L;

  @TempDir
  private Path folder;
  private final Issues issues = new Issues();

  private StreetNetwork read(OsmDraft draft) {
    var file = OsmFile.read(draft.write(folder.resolve("map.pbf")));
    return OsmStreets.read(file, new OsmShapes(file), LocalProjection.around(file.bounds()), issues);
  }

  /** Nodes 0 to 9 on a line along the equator, a thousandth of a degree apart. */
  private static OsmDraft line() {
    var draft = new OsmDraft();
    for (int i = 0; i < 10; i++) {
      draft.node(FAR + i, i / 1000.0, 0);
    }
    return draft;
  }

  private static long[] nodes(int... numbers) {
    return java.util.Arrays.stream(numbers).mapToLong(number -> FAR + number).toArray();
  }

  private static List<Long> ids(StreetNetwork network) {
    return network.streets().stream().map(Street::osmId).toList();
  }

  @Test
  void waysAreCutWhereOthersJoinThem() {
    var network = read(line().node(1, 0.002, 0.001).way(FAR, nodes(0, 1, 2, 3, 4), "highway=residential")
        .way(2, new long[] {1, FAR + 2}, "highway=steps"));
    assertEquals(List.of(FAR, FAR, 2L), ids(network));
    var first = network.street(0);
    var second = network.street(1);
    var steps = network.street(2);
    assertEquals(4, network.nodeCount());
    assertEquals(first.to(), second.from());
    assertEquals(first.to(), steps.to());
    assertTrue(steps.steps());
    assertFalse(first.steps());
    assertEquals(222.639, first.lengthMm() / 1000.0, 0.01, "two thousandths of a degree of the equator");
    assertEquals(110.574, steps.lengthMm() / 1000.0, 0.01, "one of a meridian");
    assertEquals(3, first.line().getNumPoints());
  }

  @Test
  void crossingWithoutCommonNodeIsNoJunction() {
    var network = read(line().node(1, 0.0015, -0.001).node(2, 0.0015, 0.001).way(1, nodes(0, 1, 2, 3), "highway=residential")
        .way(2, ref(1, 2), "highway=footway", "bridge=yes", "layer=1"));
    assertEquals(2, network.streets().size());
    assertEquals(4, network.nodeCount());
  }

  @Test
  void whatAWalkerNeedsToKnowIsKept() {
    var street = read(line().way(1, nodes(0, 1), "highway=footway", "name=Rue Grimaldi", "name:zh=格里马尔迪街", "width=6'6\"",
        "surface=sett", "smoothness=bad", "kerb=lowered", "wheelchair=limited", "incline=8%", "tunnel=building_passage", "layer=-2",
        "foot=designated", "access=no", "lit=24/7")).street(0);
    assertEquals("footway", street.kind());
    assertEquals("Rue Grimaldi", street.name());
    assertEquals(Map.of("zh", "格里马尔迪街"), street.names());
    assertEquals(1.9812, street.widthM(), 1e-9);
    assertEquals("sett", street.surface());
    assertEquals("bad", street.smoothness());
    assertEquals("lowered", street.kerb());
    assertEquals("limited", street.wheelchair());
    assertEquals("8%", street.incline());
    assertTrue(street.tunnel());
    assertFalse(street.bridge());
    assertEquals(-2, street.layer());
    assertEquals("designated", street.access());
    assertEquals(Boolean.TRUE, street.lit());
  }

  @Test
  void whatIsNotRecordedIsNull() {
    var street = read(line().way(1, nodes(0, 1), "highway=service", "lit=", "width=", "foot=", "name=", "bridge=no", "layer=up"))
        .street(0);
    assertNull(street.widthM());
    assertNull(street.surface());
    assertNull(street.kerb());
    assertNull(street.wheelchair());
    assertNull(street.incline());
    assertNull(street.lit());
    assertNull(street.access());
    assertNull(street.name());
    assertFalse(street.bridge());
    assertEquals(0, street.layer());
  }

  @Test
  void unreadableWidthsAreIssues() {
    var network = read(line().way(1, nodes(0, 1), "highway=path", "width=wide").way(2, nodes(1, 2), "highway=path", "width=-3")
        .way(3, nodes(2, 3), "highway=path", "width=" + "9".repeat(400)));
    network.streets().forEach(street -> assertNull(street.widthM()));
    assertEquals(3, issues.list().stream().filter(issue -> issue.kind().equals("width-unreadable")).count());
  }

  @Test
  void onlyWhatPeopleMayWalkOnIsAStreet() {
    var network = read(line().way(1, nodes(0, 1), "highway=motorway").way(2, nodes(0, 1), "highway=residential", "foot=no")
        .way(3, nodes(0, 1), "highway=service", "access=no").way(4, nodes(0, 1), "highway=service", "access=no", "foot=yes")
        .way(5, nodes(0, 1), "highway=trunk").way(6, nodes(0, 1), "highway=trunk", "sidewalk=both")
        .way(7, nodes(0, 1), "highway=construction").way(8, nodes(0, 1), "highway=proposed").way(9, nodes(0, 1), "railway=rail")
        .way(10, nodes(0, 1), "highway=service", "access=private"));
    assertEquals(List.of(4L, 6L, 10L), ids(network));
    assertEquals("private", network.street(2).access(), "kept with its access, closed to every profile");
  }

  @Test
  void aShutGateCutsWithoutJoining() {
    var network = read(line().node(1, 0.002, 0.0, "barrier=gate", "access=private")
        .way(1, new long[] {FAR, FAR + 1, 1, FAR + 3}, "highway=footway"));
    assertEquals(2, network.streets().size());
    assertEquals(4, network.nodeCount());
    assertFalse(network.street(0).to() == network.street(1).from());
  }

  @Test
  void theHighestKerbAtItsNodesCounts() {
    var network = read(line().node(1, 0.0005, 0, "kerb=flush").node(2, 0.0007, 0, "kerb=raised")
        .way(1, new long[] {FAR, 1, 2, FAR + 1}, "highway=footway"));
    assertEquals("raised", network.street(0).kerb());
  }

  @Test
  void missingNodesCutAWay() {
    var network = read(line().way(1, new long[] {FAR, FAR + 1, 77, FAR + 3, FAR + 4}, "highway=path")
        .way(2, new long[] {70, 71}, "highway=path").way(3, nodes(5), "highway=path").way(4, nodes(5, 5), "highway=path"));
    assertEquals(List.of(1L, 1L), ids(network));
    assertEquals(4, network.nodeCount());
    assertEquals(List.of("way/1", "way/2"), issues.list().stream().map(issue -> issue.recordId()).toList());
  }

  @Test
  void aLoopStaysALoop() {
    var network = read(line().node(1, 0.001, 0.001).way(1, new long[] {FAR, FAR + 1, 1, FAR}, "highway=pedestrian", "area=yes"));
    assertEquals(1, network.streets().size());
    assertEquals(network.street(0).from(), network.street(0).to());
  }

  @Test
  void aWayTwiceInTheFileIsReadOnce() {
    var draft = line().way(1, nodes(0, 1), "highway=path").way(1, nodes(0, 1), "highway=path");
    assertEquals(List.of(1L), ids(read(draft)));
  }

  @Test
  void aNodeThatIsNowhereOnEarthCountsAsMissing() {
    var network = read(line().node(1, 300, 95).way(1, new long[] {FAR, FAR + 1, 1}, "highway=path"));
    assertEquals(List.of(1L), ids(network));
    assertEquals(List.of("way/1"), issues.list().stream().map(issue -> issue.recordId()).toList());
  }

  @Test
  void islandsAreCounted() {
    var draft = line().way(1, nodes(0, 1, 2, 3, 4), "highway=residential").way(2, nodes(6, 7), "highway=path")
        .box(50, 0, 0, 0.001, 0.001, "building=house");
    var city = ImportCase.city(ImportCase.ofMap(draft.write(folder.resolve("islands.pbf"))));
    assertEquals(List.of("way/2"), ImportCase.recordIds(city, "island"));
    assertTrue(ImportCase.issues(city, "island").get(0).message().startsWith("1 street section of 111 m"));
  }
}
