package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SnapperTest {

  /** The projection's way back to degrees stops at 1e-10 radians, 0.6 mm. */
  private static final double MILLIMETRE = 0.001;

  private static final TestCity CITY = TestCity.draw("""
      A----------B
      |          |
      C----------D
      """);

  private static Snapper snapper(TestCity city) {
    return new Snapper(city.graph(TestCity.ADULT, Unknowns.PESSIMISTIC), TestCity.projection());
  }

  private static Snap snap(Snapper snapper, double x, double y) {
    var at = TestCity.at(x, y);
    return snapper.snap(at.x, at.y, 300).orElseThrow();
  }

  private static void expect(TestCity city, Snap snap, String street, double fraction, double x, double y, double offset) {
    assertEquals(street, city.streets().street(snap.street()).name());
    assertEquals(fraction, snap.fraction(), 1e-5);
    var at = TestCity.projection().toMetres(snap.lon(), snap.lat());
    assertEquals(x, at.x, MILLIMETRE);
    assertEquals(y, at.y, MILLIMETRE);
    assertEquals(offset, snap.offsetMetres(), MILLIMETRE);
  }

  @Test
  void theNearestPlaceIsOnTheStreetNotAtTheJunction() {
    var snapper = snapper(CITY);
    expect(CITY, snap(snapper, 33, 24), "A-B", 0.3, 33, 20, 4);
    expect(CITY, snap(snapper, 33, 7), "C-D", 0.3, 33, 0, 7);
    expect(CITY, snap(snapper, 107, 5), "B-D", 0.75, 110, 5, 3);
    expect(CITY, snap(snapper, -30, -40), "A-C", 1, 0, 0, 50);
    expect(CITY, snap(snapper, 33, 20), "A-B", 0.3, 33, 20, 0);
    expect(CITY, snap(snapper, 40, 10), "A-B", 40 / 110.0, 40, 20, 10);
  }

  @Test
  void beyondTheLimitThereIsNone() {
    var snapper = snapper(CITY);
    var at = TestCity.at(50, 70);
    assertTrue(snapper.snap(at.x, at.y, 49.99).isEmpty());
    assertTrue(snapper.snap(at.x, at.y, 50.01).isPresent());
    assertTrue(snapper.snap(at.x, at.y, 0).isEmpty());
    assertTrue(snapper.snap(Double.NaN, 43.7, 300).isEmpty());
    assertTrue(snapper.snap(7.4, Double.POSITIVE_INFINITY, 300).isEmpty());
    for (var far : List.of(new Coordinate(-172.58, -43.73), new Coordinate(97.42, 0), new Coordinate(7.42, -90),
        new Coordinate(1e9, 1e9), new Coordinate(7.42, 100))) {
      assertTrue(snapper.snap(far.x, far.y, 300).isEmpty(), () -> "the other side of the earth: " + far);
    }
    assertTrue(snapper(TestCity.draw("A")).snap(7.42, 43.73, 300).isEmpty(), "no street at all");
  }

  @Test
  void anIslandIsTakenOnlyWhereNoMainStreetIsWithinTheDetour() {
    var city = TestCity.draw("""
        A-----------------B
        |                 |
        |   E-----F       |
        |                 |
        C-----------------D
        """);
    expect(city, snap(snapper(city), 70, 25), "A-B", 70 / 180.0, 70, 40, 15);
    var lonely = TestCity.draw("""
        A-------------------B                     E---F
        """);
    expect(lonely, snap(snapper(lonely), 430, 5), "E-F", 0.25, 430, 0, 5);
    // At 360 m the main street is just 100 m farther than the island.
    expect(lonely, snap(snapper(lonely), 359.9, 0), "A-B", 1, 200, 0, 159.9);
    expect(lonely, snap(snapper(lonely), 360.1, 0), "E-F", 0, 420, 0, 59.9);
    var at = TestCity.at(330, 0);
    assertEquals("E-F", lonely.streets().street(snapper(lonely).snap(at.x, at.y, 129).orElseThrow().street()).name(),
        "the limit holds for the main street too");
  }

  /** Against all segments of all streets, with JTS' own distances. */
  @Test
  void equalsBruteForceOnRandomStreets() {
    var shapes = new GeometryFactory();
    for (int seed = 0; seed < 25; seed++) {
      var random = new Random(seed);
      var city = TestCity.random(seed, 2 + random.nextInt(80), 50 + random.nextInt(4_000));
      var graph = city.graph(TestCity.ADULT, Unknowns.PESSIMISTIC);
      var components = Components.of(graph);
      var lines = city.streets().streets().stream().map(street -> TestCity.projection().toMetres(street.line()))
          .toArray(Geometry[]::new);
      var open = IntStream.range(0, lines.length).filter(graph::passable).toArray();
      var main = IntStream.of(open).filter(street -> !components.onIsland(city.streets().street(street).from())).toArray();
      var snapper = snapper(city);
      for (int query = 0; query < 80; query++) {
        var point = shapes.createPoint(new Coordinate(4_600 * random.nextDouble() - 300, 4_600 * random.nextDouble() - 300));
        double limit = random.nextInt(600);
        double nearest = IntStream.of(open).mapToDouble(i -> lines[i].distance(point)).min().orElse(1e9);
        double nearestMain = IntStream.of(main).mapToDouble(i -> lines[i].distance(point)).min().orElse(1e9);
        double expected = nearestMain <= nearest + Snapper.ISLAND_DETOUR_METRES && nearestMain <= limit ? nearestMain : nearest;
        var at = TestCity.at(point.getX(), point.getY());
        var found = snapper.snap(at.x, at.y, limit);
        assertEquals(expected <= limit, found.isPresent());
        found.ifPresent(snap -> certify(city, lines, snap, point, expected));
      }
    }
  }

  /** The place is as far as it says, lies on its street, and at its share of the street's length. */
  private static void certify(TestCity city, Geometry[] lines, Snap snap, Geometry point, double expected) {
    assertEquals(expected, snap.offsetMetres(), MILLIMETRE);
    var metres = TestCity.projection().toMetres(snap.lon(), snap.lat());
    var place = new GeometryFactory().createPoint(metres);
    assertEquals(expected, place.distance(point), MILLIMETRE);
    assertEquals(0, lines[snap.street()].distance(place), MILLIMETRE);
    var part = SubLine.of(city.streets().street(snap.street()), 0, snap.fraction(), TestCity.projection());
    var walked = TestCity.projection().toMetres(new GeometryFactory().createLineString(part.toArray(Coordinate[]::new)));
    assertEquals(snap.fraction() * lines[snap.street()].getLength(), walked.getLength(), 0.05);
    var end = part.get(part.size() - 1);
    // A straight line in degrees leaves one in metres by millimetres where a segment is hundreds of metres long.
    assertEquals(0, TestCity.projection().toMetres(end.x, end.y).distance(metres), 0.05);
  }

  @Test
  void anAreaIsEnteredWhereStreetsCrossItsEdge() {
    var snapper = snapper(CITY);
    var gates = snapper.gates(TestCity.box(20, 10, 60, 40), 300);
    assertEquals(2, gates.size());
    expect(CITY, gates.get(0), "A-B", 20 / 110.0, 20, 20, 0);
    expect(CITY, gates.get(1), "A-B", 60 / 110.0, 60, 20, 0);
    var beside = snapper.gates(TestCity.box(30, 5, 40, 8), 300);
    assertEquals(1, beside.size());
    assertEquals(5, beside.get(0).offsetMetres(), MILLIMETRE);
    assertEquals("C-D", CITY.streets().street(beside.get(0).street()).name());
    assertEquals(List.of(), snapper.gates(TestCity.box(30, 5, 40, 8), 4.9));
    var point = snapper.gates(TestCity.point(55, 26), 300);
    assertEquals(1, point.size());
    expect(CITY, point.get(0), "A-B", 0.5, 55, 20, 6);
    assertEquals(0, snapper.nodesInside(TestCity.point(0, 0)).length);
    int[] inside = snapper.nodesInside(TestCity.box(-5, -5, 5, 50));
    assertEquals(List.of(CITY.node('A'), CITY.node('C')), IntStream.of(inside).boxed().toList());
  }

  /** A path through a park that was never joined to a street does not hide the street beside the park. */
  @Test
  void aParkCrossedOnlyByAnIslandIsEnteredFromTheMainStreet() {
    var city = TestCity.draw("""
        A-----------------B

           E-----F
        """);
    var gates = snapper(city).gates(TestCity.box(50, -10, 70, 12), 300);
    assertTrue(gates.stream().anyMatch(gate -> "A-B".equals(city.streets().street(gate.street()).name())),
        () -> "gates: " + gates);
    var main = gates.stream().filter(gate -> gate.offsetMetres() > 0).toList();
    assertEquals(1, main.size());
    assertEquals(8, main.get(0).offsetMetres(), MILLIMETRE);
    var far = TestCity.draw("""
        A-----------------B











           E-----F
        """);
    assertFalse(snapper(far).gates(TestCity.box(50, -10, 70, 10), 300).isEmpty());
    assertTrue(snapper(far).gates(TestCity.box(50, -10, 70, 10), 300).stream().allMatch(gate -> gate.offsetMetres() == 0),
        "the street is 120 m away");
  }
}
