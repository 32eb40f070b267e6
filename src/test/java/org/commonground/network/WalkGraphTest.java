package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
