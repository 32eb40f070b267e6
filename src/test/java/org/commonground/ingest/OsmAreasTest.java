package org.commonground.ingest;

import static org.commonground.ingest.OsmDraft.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.commonground.people.Building;
import org.commonground.people.BuildingUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** Drawn relations and what area they enclose, in square thousandths of a degree. */
class OsmAreasTest {

  private static final double UNIT = 1e-3;

  @TempDir
  private Path folder;
  private final Issues issues = new Issues();

  private List<OsmAreas.Shape> read(OsmDraft draft) {
    var file = OsmFile.read(draft.write(folder.resolve("map.pbf")));
    return OsmAreas.read(file, new OsmShapes(file), issues);
  }

  private Geometry only(OsmDraft draft) {
    var shapes = read(draft);
    assertEquals(1, shapes.size(), () -> shapes + " " + issues.list());
    assertTrue(shapes.get(0).geometry().isValid());
    return shapes.get(0).geometry();
  }

  private static void area(double units, Geometry geometry) {
    assertEquals(units, geometry.getArea() / UNIT / UNIT, 1e-6);
  }

  private static OsmDraft ring(OsmDraft draft, long id, int west, int south, int east, int north, String... tags) {
    return draft.box(id, west * UNIT, south * UNIT, east * UNIT, north * UNIT, tags);
  }

  @Test
  void outerOfSeveralWaysWithHoleAndIsland() {
    var draft = new OsmDraft().corners(1, 0, 0, 10 * UNIT, 10 * UNIT).way(1, ref(10, 11, 12)).way(2, ref(10, 13)).way(3, ref(12, 13));
    ring(draft, 4, 2, 2, 8, 8);
    ring(draft, 5, 4, 4, 6, 6);
    var shape = only(draft.relation(9, "w1 outer, w2 outer, w3 outer, w4 inner, w5 outer", "type=multipolygon", "leisure=park"));
    area(100 - 36 + 4, shape);
    assertEquals(2, shape.getNumGeometries());
  }

  @Test
  void rolesDoNotDecide() {
    var draft = ring(ring(new OsmDraft(), 1, 0, 0, 10, 10), 2, 2, 2, 8, 8);
    area(64, only(draft.relation(9, "w1 inner, w2 outer", "type=multipolygon", "leisure=park")));
  }

  @Test
  void twoOuters() {
    var draft = ring(ring(new OsmDraft(), 1, 0, 0, 2, 2), 2, 5, 5, 8, 8);
    var shape = only(draft.relation(9, "w1 outer, w2 outer", "type=multipolygon", "leisure=park"));
    area(4 + 9, shape);
    assertEquals(2, shape.getNumGeometries());
  }

  /** Two holes with a common side, and one that touches the outline at one point. */
  @Test
  void touchingRings() {
    var draft = ring(new OsmDraft(), 1, 0, 0, 10, 10);
    draft.corners(2, 2 * UNIT, 2 * UNIT, 4 * UNIT, 6 * UNIT).node(31, 6 * UNIT, 2 * UNIT).node(32, 6 * UNIT, 6 * UNIT);
    draft.way(2, ref(20, 21, 22, 23, 20)).way(3, ref(21, 31, 32, 22, 21));
    draft.node(41, 8 * UNIT, 4 * UNIT).node(42, 8 * UNIT, 2 * UNIT).way(4, ref(11, 41, 42, 11));
    draft.relation(9, "w1 outer, w2 inner, w3 inner, w4 inner", "type=multipolygon", "leisure=park");
    area(100 - 8 - 8 - 2, only(draft));
  }

  @Test
  void brokenRelationsAreIssues() {
    var draft = ring(new OsmDraft().corners(1, 0, 0, UNIT, UNIT).way(1, ref(10, 11, 12)), 2, 3, 3, 4, 4);
    draft.relation(91, "w1 outer", "type=multipolygon", "leisure=park");
    draft.relation(92, "w2 outer, w77 inner", "type=multipolygon", "leisure=park");
    draft.relation(93, "n10 label, r92 subarea", "type=multipolygon", "leisure=park");
    draft.way(3, ref(10, 11, 999, 10), "leisure=park");
    draft.way(4, ref(10, 11, 10, 10), "leisure=park");
    assertEquals(List.of(), read(draft));
    assertEquals(List.of("relation/91", "relation/92", "relation/93", "way/3", "way/4"),
        issues.list().stream().map(issue -> issue.recordId()).toList());
  }

  @Test
  void outlineThatCrossesItselfIsMended() {
    var draft = new OsmDraft().corners(1, 0, 0, 2 * UNIT, 2 * UNIT).way(1, ref(10, 12, 11, 13, 10), "leisure=park");
    area(2, only(draft));
  }

  @Test
  void onlyAreasAreAreas() {
    var draft = ring(new OsmDraft(), 1, 0, 0, 1, 1, "highway=residential");
    ring(draft, 2, 0, 0, 1, 1, "highway=pedestrian", "area=yes");
    ring(draft, 3, 0, 0, 1, 1, "leisure=track", "area=no");
    ring(draft, 4, 0, 0, 1, 1, "name=nothing");
    assertEquals(List.of("way/2"), read(draft).stream().map(OsmAreas.Shape::sourceId).toList());
  }

  /** The old way of mapping: the outer way has the tags, the relation has none. Its courtyard is no floor. */
  @Test
  void closedOuterWayGivesItsTagsAndIsReadOnce() {
    var draft = ring(ring(new OsmDraft(), 1, 0, 0, 10, 10, "building=house"), 2, 2, 2, 8, 8);
    var shapes = read(draft.relation(9, "w1 outer, w2 inner", "type=multipolygon"));
    assertEquals(List.of("relation/9"), shapes.stream().map(OsmAreas.Shape::sourceId).toList());
    area(64, shapes.get(0).geometry());
  }

  @Test
  void tagsOnRelationAndOnOuterAreOneArea() {
    var draft = ring(ring(new OsmDraft(), 1, 0, 0, 10, 10, "building=yes"), 2, 2, 2, 8, 8, "leisure=garden");
    draft.relation(9, "w1 outer, w2 inner", "type=multipolygon", "building=yes");
    assertEquals(List.of("way/2", "relation/9"), read(draft).stream().map(OsmAreas.Shape::sourceId).toList());
  }

  /** Nothing is lost where the relation is broken. */
  @Test
  void closedOuterWayOfABrokenRelationStays() {
    var draft = ring(new OsmDraft(), 1, 0, 0, 10, 10, "building=yes");
    draft.relation(9, "w1 outer, w2 inner", "type=multipolygon", "building=yes");
    assertEquals(List.of("way/1"), read(draft).stream().map(OsmAreas.Shape::sourceId).toList());
  }

  @Test
  void buildings() {
    var draft = new OsmDraft().node(1, 0, 0).node(2, 0.05, 0.05).way(1, ref(1, 2), "highway=service");
    var tags = new String[][] {{"building=house", "building:levels=3", "height=9 m"}, {"building=no"},
        {"building=apartments", "shop=bakery", "height=10'6\""}, {"building=yes"}, {"building=garage"},
        {"building=yes", "office=company"}, {"building=house", "building:levels=-2", "height=NaN"},
        {"building=house", "building:levels=", "height=" + "9".repeat(400)}, {"building=house", "building:levels=2d", "height=40 ft"},
        {"building=house", "building:levels=3;5", "height=2,5"}};
    for (int i = 0; i < tags.length; i++) {
      ring(draft, 100 + i, 3 * i, 0, 3 * i + 1, 1, tags[i]);
    }
    var city = ImportCase.city(ImportCase.ofMap(draft.write(folder.resolve("b.pbf"))));
    var uses = city.buildings().stream().map(Building::use).toList();
    assertEquals(List.of(BuildingUse.RESIDENTIAL, BuildingUse.MIXED, BuildingUse.UNKNOWN, BuildingUse.OTHER, BuildingUse.OTHER,
        BuildingUse.RESIDENTIAL, BuildingUse.RESIDENTIAL, BuildingUse.RESIDENTIAL, BuildingUse.RESIDENTIAL), uses);
    var levels = city.buildings().stream().map(one -> String.valueOf(one.levels())).toList();
    assertEquals(List.of("3.0", "null", "null", "null", "null", "null", "null", "null", "5.0"), levels);
    var heights = city.buildings().stream().map(one -> one.heightM() == null ? "-" : String.format("%.3f", one.heightM())).toList();
    assertEquals(List.of("9.000", "3.200", "-", "-", "-", "-", "-", "12.192", "2.500"), heights);
    assertEquals(List.of("way/106", "way/106", "way/107", "way/108"), ImportCase.recordIds(city, "height-unreadable"));
    assertEquals(1000, city.area().people());
    double side = 111.3;
    assertEquals(side * 110.6, city.buildings().get(0).footprintM2(), 30, "square metres at the equator");
  }
}
