package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
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
    assertEquals(100_000, graph.millisFromStart(snap), 1);
    assertTrue(snapper(network).snap(at.x, at.y, 29).isEmpty(), "farther than the limit");
    assertTrue(snapper(network).snap(Double.NaN, at.y, 300).isEmpty());
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

  @Test
  void nearestOfAllSegmentsByBruteForce() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var network = RandomNetwork.draw(random, 60, 150);
      var graph = WalkGraph.of(network, ADULT, Unknowns.PESSIMISTIC);
      var snapper = new Snapper(graph, Drawing.PLANE);
      assertFalse(Components.of(graph).parts().isEmpty());
      for (int trial = 0; trial < 50; trial++) {
        var at = Drawing.degrees(random.nextInt(2_400) - 200, random.nextInt(2_400) - 200);
        double limit = 20 + random.nextInt(300);
        double best = bruteForce(network, at, graph);
        var snap = snapper.snap(at.x, at.y, limit);
        assertEquals(best <= limit, snap.isPresent(), "seed " + seed);
        if (snap.isPresent() && Components.of(graph).islands().isEmpty()) {
          assertEquals(best, snap.get().offsetMetres(), 1e-6, "seed " + seed);
          var back = Drawing.PLANE.toMetres(snap.get().lon(), snap.get().lat());
          assertEquals(best, back.distance(Drawing.PLANE.toMetres(at.x, at.y)), 1e-3);
        }
      }
    }
  }

  private static double bruteForce(StreetNetwork network, Coordinate at, WalkGraph graph) {
    var point = GEOMETRIES.createPoint(Drawing.PLANE.toMetres(at.x, at.y));
    return network.streets().stream().filter(street -> graph.passable(street.id()))
        .mapToDouble(street -> Drawing.PLANE.toMetres(street.line()).distance(point)).min().orElseThrow();
  }

  @Test
  void anAreaIsEnteredWhereStreetsCrossItsEdge() {
    var network = new Drawing().node("a", -500, 0).node("b", 500, 0).node("c", 0, 0.001).street("a", "b").street("c", "b").network();
    var corners = new Coordinate[] {Drawing.degrees(-50, -50), Drawing.degrees(50, -50), Drawing.degrees(50, 50),
        Drawing.degrees(-50, 50), Drawing.degrees(-50, -50)};
    var square = GEOMETRIES.createPolygon(corners);
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
