package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SnapperTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static Snapper snapper(StreetNetwork network) {
    return new Snapper(WalkGraph.of(network, ADULT, Unknowns.PESSIMISTIC), Drawing.PLANE);
  }

  @Test
  void goesToThePlaceOnTheStreetAndCountsThePartOfTheEdge() {
    var network = new Drawing().node("a", 0, 0).node("b", 400, 0).street("a", "b").network();
    var graph = WalkGraph.of(network, ADULT, Unknowns.PESSIMISTIC);
    var at = Drawing.degrees(100, 30);
    var snap = snapper(network).snap(at.x, at.y, 300).orElseThrow();
    assertEquals(0.25, snap.fraction(), 1e-6);
    assertEquals(30, snap.offsetMetres(), 0.01);
    assertEquals(100_000, snap.walks(graph).fromStart(), 1);
    assertTrue(snapper(network).snap(at.x, at.y, 29).isEmpty(), "farther than the limit");
    var otherSides = List.of(new Coordinate(-172.58, -43.73), new Coordinate(97.42, 0), new Coordinate(7.42, -90),
        new Coordinate(1e9, 1e9), new Coordinate(Double.NaN, 43.7), new Coordinate(7.4, Double.POSITIVE_INFINITY));
    otherSides.forEach(far -> assertTrue(snapper(network).snap(far.x, far.y, 300).isEmpty(), far.toString()));
    assertTrue(snapper(new Drawing().network()).snap(at.x, at.y, 300).isEmpty(), "no street at all");
  }

  /** An island of 50 m beside a street of 3 km: from between them one goes to the main street, if it is not much farther. */
  @Test
  void anIslandIsLeftAsideWhereAMainStreetIsNear() {
    var drawing = new Drawing().node("a", -2_000, 0).node("b", 2_000, 0).street("a", "b")
        .node("c", 0, 60).node("d", 50, 60).street("c", "d").node("e", 0, 250).node("f", 50, 250).street("e", "f");
    var snapper = snapper(drawing.network());
    var near = Drawing.degrees(20, 50);
    assertEquals(0, snapper.snap(near.x, near.y, 300).orElseThrow().street());
    var far = Drawing.degrees(20, 240);
    assertEquals(2, snapper.snap(far.x, far.y, 300).orElseThrow().street(), "the main street is 230 m farther");
  }

  /** Against all segments of all streets with JTS' own distances, islands by the rule of {@link Snapper}. */
  @Test
  void nearestOfAllSegmentsByBruteForce() {
    int besideIslands = 0;
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var network = RandomNetwork.draw(random, 60, 4 + random.nextInt(60));
      var graph = WalkGraph.of(network, ADULT, Unknowns.PESSIMISTIC);
      var components = Components.of(graph);
      var lines = network.streets().stream().map(street -> Drawing.PLANE.toMetres(street.line())).toArray(Geometry[]::new);
      var snapper = new Snapper(graph, Drawing.PLANE);
      for (int trial = 0; trial < 50; trial++) {
        var point = GEOMETRIES.createPoint(new Coordinate(random.nextInt(2_400) - 200, random.nextInt(2_400) - 200));
        double limit = 20 + random.nextInt(300);
        double any = network.streets().stream().mapToDouble(street -> lines[street.id()].distance(point)).min().orElseThrow();
        double main = network.streets().stream().filter(street -> !components.onIsland(street.from()))
            .mapToDouble(street -> lines[street.id()].distance(point)).min().orElseThrow();
        double expected = main <= Math.min(limit, any + Snapper.ISLAND_DETOUR_METRES) ? main : any;
        besideIslands += any <= limit && any < main ? 1 : 0;
        var at = Drawing.degrees(point.getX(), point.getY());
        var snap = snapper.snap(at.x, at.y, limit);
        assertEquals(expected <= limit, snap.isPresent(), "seed " + seed);
        snap.ifPresent(found -> certify(snapper, lines, found, point, expected));
      }
    }
    assertTrue(besideIslands > 50, besideIslands + " places beside an island");
  }

  /** The place is as far off as it says, lies on its street, and at its share of the street's length. */
  private static void certify(Snapper snapper, Geometry[] lines, Snap snap, Geometry point, double expected) {
    assertEquals(expected, snap.offsetMetres(), 1e-3);
    var place = Drawing.PLANE.toMetres(GEOMETRIES.createPoint(new Coordinate(snap.lon(), snap.lat())));
    assertEquals(expected, place.distance(point), 1e-3);
    assertEquals(0, lines[snap.street()].distance(place), 1e-3);
    var points = lines[snap.street()].getCoordinates();
    var before = IntStream.range(0, points.length).filter(i -> snapper.shareAt(snap.street(), i) < snap.fraction())
        .mapToObj(i -> points[i]);
    var walked = Stream.concat(Stream.concat(Stream.of(points[0]), before), Stream.of(place.getCoordinate())).toArray(Coordinate[]::new);
    assertEquals(snap.fraction() * lines[snap.street()].getLength(), GEOMETRIES.createLineString(walked).getLength(), 2e-3);
    assertEquals(lines[snap.street()].getLength() == 0 ? 0 : 1, snapper.shareAt(snap.street(), points.length - 1), 1e-12);
  }

  /** A path through a park that was never joined to a street does not hide the street beside the park. */
  @Test
  void aParkCrossedOnlyByAnIslandIsEnteredFromTheMainStreet() {
    var drawing = new Drawing().node("a", -2_000, 0).node("b", 2_000, 0).node("c", -60, -30).node("d", 60, -30)
        .street("a", "b").street("c", "d");
    var gates = snapper(drawing.network()).gates(square(0, -58, 50), 300);
    assertEquals(List.of(0, 1, 1), gates.stream().map(Snap::street).toList());
    assertEquals(8, gates.get(0).offsetMetres(), 1e-3);
    assertEquals(0, gates.get(1).offsetMetres());
    assertEquals(2, snapper(drawing.network()).gates(square(0, -58, 50), 7).size(), "the limit holds for the main street too");
    var far = new Drawing().node("a", -2_000, 200).node("b", 2_000, 200).node("c", -60, -30).node("d", 60, -30)
        .street("a", "b").street("c", "d");
    assertEquals(2, snapper(far.network()).gates(square(0, -58, 50), 300).size(), "the main street is 208 m away");
  }

  private static Geometry square(double x, double y, double halfSide) {
    var corners = new Coordinate[] {Drawing.degrees(x - halfSide, y - halfSide), Drawing.degrees(x + halfSide, y - halfSide),
        Drawing.degrees(x + halfSide, y + halfSide), Drawing.degrees(x - halfSide, y + halfSide), null};
    corners[4] = corners[0];
    return GEOMETRIES.createPolygon(corners);
  }

  @Test
  void anAreaIsEnteredWhereStreetsCrossItsEdge() {
    var network = new Drawing().node("a", -500, 0).node("b", 500, 0).node("c", 0, 0.001).street("a", "b").street("c", "b")
        .network();
    var square = square(0, 0, 50);
    var gates = snapper(network).gates(square, 300);
    assertEquals(3, gates.size(), gates.toString());
    assertEquals(0.45, gates.get(0).fraction(), 1e-6);
    assertEquals(0.55, gates.get(1).fraction(), 1e-6);
    assertEquals(0, gates.get(0).offsetMetres());
    assertEquals(1, snapper(network).nodesInside(square).length, "the node c lies inside");
    var point = GEOMETRIES.createPoint(Drawing.degrees(0, 20));
    assertEquals(1, snapper(network).gates(point, 300).size());
    assertTrue(snapper(network).gates(point, 10).isEmpty());
  }
}
