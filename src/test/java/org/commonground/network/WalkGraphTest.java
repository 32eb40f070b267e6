package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalkGraphTest {

  private static final TestCity CITY = TestCity.draw("""
      A---B=====C
      |   :     X
      D~~~E-----F
      """);

  @Test
  void everyPassableStreetIsTwoArcs() {
    var graph = CITY.graph(TestCity.ADULT, Unknowns.PESSIMISTIC);
    assertEquals(List.of("A-B", "A-D", "B-C", "B-E", "D-E", "E-F"), CITY.open(graph));
    assertEquals(12, graph.arcCount());
    assertEquals(6, graph.nodeCount());
    assertEquals(40_000, graph.streetMillis(CITY.street("A-B")));
    assertEquals(120_000, graph.streetMillis(CITY.street("B-C")), "60 m of stairs at half a metre a second");
    assertEquals(0, graph.streetMillis(CITY.street("C-F")));
    assertFalse(graph.passable(CITY.street("C-F")), "private");
    assertEquals(120_000, graph.maxArcMillis());
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        var street = CITY.streets().street(graph.street(arc));
        assertEquals(node, graph.reversed(arc) ? street.to() : street.from());
        assertEquals(graph.head(arc), graph.reversed(arc) ? street.from() : street.to());
        assertEquals(graph.streetMillis(street.id()), graph.millis(arc));
      }
    }
  }

  @Test
  void wheelsMakeUnknownSurfaceARange() {
    assertTrue(WalkGraph.dependsOnUnknowns(CITY.streets(), TestCity.WHEELCHAIR));
    assertFalse(WalkGraph.dependsOnUnknowns(CITY.streets(), TestCity.ADULT));
    assertEquals(List.of("A-B", "A-D", "E-F"), CITY.open(CITY.graph(TestCity.WHEELCHAIR, Unknowns.PESSIMISTIC)));
    assertEquals(List.of("A-B", "A-D", "B-E", "D-E", "E-F"), CITY.open(CITY.graph(TestCity.WHEELCHAIR, Unknowns.OPTIMISTIC)));
  }

  @Test
  void theTwoPartsOfAStreetAddUp() {
    var graph = CITY.graph(new Profile("odd", 1.3, 0.7, false, 100), Unknowns.PESSIMISTIC);
    int street = CITY.street("E-F");
    for (double fraction : new double[] {0, 1e-9, 0.1, 0.5, 1 / 3.0, 0.999999999, 1}) {
      int begin = graph.millisFromStart(new Snap(street, fraction, 0, 0, 0));
      assertTrue(begin >= 0 && begin <= graph.streetMillis(street));
      assertEquals(fraction * 60 / 1.3, begin / 1000.0, 0.0006);
    }
  }

  @Test
  void aStreetOfNoLengthStillTakesAMillisecond() {
    var graph = WalkGraph.of(TestCity.graph(2, List.of(new int[] {0, 1, 0}, new int[] {1, 1, 5_000})), TestCity.ADULT,
        Unknowns.PESSIMISTIC);
    assertEquals(1, graph.streetMillis(0));
    assertEquals(4, graph.arcCount(), "a street that ends where it begins is two arcs too");
  }

  @Test
  void emptyNetworksAndImpossibleFigures() {
    var empty = WalkGraph.of(TestCity.graph(0, List.of()), TestCity.ADULT, Unknowns.PESSIMISTIC);
    assertEquals(0, empty.nodeCount());
    assertEquals(0, empty.bytesPerArc());
    assertEquals(0, empty.maxArcMillis());
    var slow = new Profile("snail", 0.0001, 0, false, 100);
    var far = TestCity.graph(2, List.of(new int[] {0, 1, Integer.MAX_VALUE}));
    assertThrows(IllegalArgumentException.class, () -> WalkGraph.of(far, slow, Unknowns.PESSIMISTIC));
    assertThrows(IllegalArgumentException.class, () -> new Profile("stone", 0, 0, false, 100));
    assertThrows(IllegalArgumentException.class, () -> new Profile("ghost", Double.NaN, 0, false, 100));
    assertThrows(IllegalArgumentException.class, () -> new Profile("hole", 1, -1, false, 100));
    assertThrows(IllegalArgumentException.class, () -> TestCity.graph(1, List.of(new int[] {0, 1, 5})));
  }
}
