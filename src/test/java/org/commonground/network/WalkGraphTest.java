package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalkGraphTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 1, 0, true, 8);

  /** Street 0 is paved, 1 stairs, 2 without recorded surface, 3 private, 4 comes back to where it begins. */
  private static StreetNetwork drawn() {
    return new Drawing().node("a", 0, 0).node("b", 40, 0).node("c", 40, 30).street("a", "b").steps("b", "c")
        .street("c", "a", "footway", null, null, null).closed("a", "c").street("b", "b").network();
  }

  @Test
  void everyPassableStreetIsTwoArcs() {
    var graph = WalkGraph.of(drawn(), ADULT, Unknowns.PESSIMISTIC);
    assertEquals(8, graph.arcCount());
    assertEquals(40_000, graph.millisToEnd(0));
    assertEquals(60_000, graph.millisToEnd(1), "30 m of stairs at half a metre a second");
    assertEquals(50_000, graph.millisToEnd(2));
    assertFalse(graph.passable(3));
    assertEquals(1, graph.millisToEnd(4), "a street of no length still takes a millisecond: 0 would mean closed");
    assertEquals(60_000, graph.maxArcMillis());
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        var street = graph.streets().street(graph.street(arc));
        assertEquals(node, graph.reversed(arc) ? street.to() : street.from());
        assertEquals(graph.head(arc), graph.reversed(arc) ? street.from() : street.to());
        assertEquals(graph.millisToEnd(street.id()), graph.millis(arc));
      }
    }
  }

  @Test
  void wheelsMakeUnrecordedSurfaceARange() {
    assertTrue(WalkGraph.dependsOnUnknowns(drawn(), WHEELS));
    assertFalse(WalkGraph.dependsOnUnknowns(drawn(), ADULT));
    var sure = WalkGraph.of(drawn(), WHEELS, Unknowns.PESSIMISTIC);
    var hoped = WalkGraph.of(drawn(), WHEELS, Unknowns.OPTIMISTIC);
    assertTrue(sure.passable(0) && hoped.passable(0));
    assertFalse(sure.passable(1) || hoped.passable(1), "stairs");
    assertFalse(sure.passable(2), "unfavourable");
    assertTrue(hoped.passable(2), "favourable");
  }

  @Test
  void thePartOfAStreetIsItsShareOfTheTime() {
    var graph = WalkGraph.of(drawn(), new Profile("odd", 1.3, 0.7, false, 100), Unknowns.PESSIMISTIC);
    for (double fraction : new double[] {0, 1e-9, 0.1, 1 / 3.0, 0.999999999, 1}) {
      int begin = new Snap(0, fraction, 0, 0, 0).walks(graph).fromStart();
      assertTrue(begin >= 0 && begin <= graph.millisToEnd(0));
      assertEquals(fraction * 40 / 1.3, begin / 1000.0, 0.001);
    }
  }

  @Test
  void emptyNetworksAndImpossibleFigures() {
    var empty = WalkGraph.of(new Drawing().network(), ADULT, Unknowns.PESSIMISTIC);
    assertEquals(0, empty.nodeCount() + empty.arcCount() + empty.maxArcMillis());
    assertEquals(0, empty.bytesPerArc());
    var snail = new Profile("snail", 1e-8, 0, false, 100);
    assertThrows(IllegalArgumentException.class, () -> WalkGraph.of(drawn(), snail, Unknowns.PESSIMISTIC));
    assertThrows(IllegalArgumentException.class, () -> new Profile("stone", 0, 0, false, 100));
    assertThrows(IllegalArgumentException.class, () -> new Profile("ghost", Double.NaN, 0, false, 100));
    assertThrows(IllegalArgumentException.class, () -> new Profile("hole", 1, -1, false, 100));
  }

  /** Tobler's function: 10 m up in 100 m is exp(-3.5 * (0.15 - 0.05)) of the speed on the level, down exp(-3.5 * (0.05 - 0.05)). */
  @Test
  void upAndDownTakeDifferentTimes() {
    var street = new Drawing().node("a", 0, 0).node("b", 100, 0).street("a", "b").network().street(0)
        .withHeights(new HeightProfile(new float[] {0, 5, 10}));
    var hilly = new StreetNetwork(new double[] {7.42, 7.43}, new double[] {43.73, 43.73}, List.of(street));
    var walker = new Profile("walker", 1, 0.5, false, 100, new Slope(3.5, 0.05));
    var graph = WalkGraph.of(hilly, walker, Unknowns.PESSIMISTIC);
    assertEquals(100_000 * Math.exp(0.35), graph.millisToEnd(0), 1);
    assertEquals(100_000, graph.millisToStart(0), 1, "a tenth down is as fast as the level: a twentieth is fastest");
    for (int node = 0; node < 2; node++) {
      int arc = graph.firstArc(node);
      assertEquals(node == 0 ? graph.millisToStart(0) : graph.millisToEnd(0), graph.millis(arc), "a search runs from the shelter");
      assertEquals(node == 0 ? graph.millisToEnd(0) : graph.millisToStart(0), graph.walkMillis(arc));
    }
    var level = WalkGraph.of(hilly, new Profile("level", 1, 0.5, false, 100), Unknowns.PESSIMISTIC);
    assertEquals(level.millisToEnd(0), level.millisToStart(0));
    var walks = new Snap(0, 0.25, 0, 0, 0).walks(graph);
    assertEquals(graph.millisToEnd(0), walks.fromStart() + walks.toEnd());
    assertEquals(graph.millisToStart(0), walks.fromEnd() + walks.toStart());
  }

  @Test
  void obstaclesCloseAndSlow() {
    var graph = WalkGraph.of(drawn(), ADULT, Unknowns.PESSIMISTIC);
    var left = new float[graph.streets().streets().size()];
    java.util.Arrays.fill(left, 1);
    left[0] = 0.5f;
    left[1] = 0;
    var under = graph.under(Obstacles.of(left));
    assertEquals(2 * graph.millisToEnd(0), under.millisToEnd(0));
    assertEquals(graph.arcCount() - 2, under.arcCount());
    assertTrue(!under.passable(1) && under.passable(2));
    left[2] = 1.5f;
    assertThrows(IllegalArgumentException.class, () -> Obstacles.of(left));
  }
}
