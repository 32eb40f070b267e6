package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void drawn() {
    var city = TestCity.draw("""
        A---B   E--F   H
            |   x      X
            C---D      I
        """);
    var components = Components.of(city.graph(TestCity.ADULT, Unknowns.PESSIMISTIC));
    assertEquals(List.of(new Components.Part(0, city.street("A-B"), 3, 100, false),
        new Components.Part(1, city.street("E-F"), 1, 30, true)), components.parts());
    assertEquals(1, components.islands().size());
    assertEquals(0, components.partOf(city.node('D')));
    assertTrue(components.onIsland(city.node('E')));
    assertFalse(components.onIsland(city.node('A')));
    assertEquals(-1, components.partOf(city.node('H')), "only a private street ends there");
    assertFalse(components.onIsland(city.node('H')));
  }

  @Test
  void aLongPartIsNoIslandAndNorIsTheLongest() {
    var edges = List.of(new int[] {0, 1, 1_999_999}, new int[] {2, 3, 2_000_000}, new int[] {4, 5, 9_000_000});
    var islands = Components.of(WalkGraph.of(TestCity.graph(6, edges), TestCity.ADULT, Unknowns.PESSIMISTIC)).islands();
    assertEquals(List.of(0), islands.stream().map(Components.Part::part).toList());
    var twins = List.of(new int[] {0, 1, 1_000}, new int[] {2, 3, 1_000});
    assertEquals(List.of(),
        Components.of(WalkGraph.of(TestCity.graph(4, twins), TestCity.ADULT, Unknowns.PESSIMISTIC)).islands());
    assertEquals(List.of(),
        Components.of(WalkGraph.of(TestCity.graph(0, List.of()), TestCity.ADULT, Unknowns.PESSIMISTIC)).parts());
  }

  /** Two nodes are in one part just where a search from one reaches the other. */
  @Test
  void partsAreWhatASearchReaches() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      int nodes = 1 + random.nextInt(60);
      var edges = new ArrayList<int[]>();
      for (int count = random.nextInt(nodes); count > 0; count--) {
        edges.add(new int[] {random.nextInt(nodes), random.nextInt(nodes), random.nextInt(900_000)});
      }
      var graph = WalkGraph.of(TestCity.graph(nodes, edges), TestCity.ADULT, Unknowns.PESSIMISTIC);
      var components = Components.of(graph);
      var textbook = new TextbookDijkstra(graph.streets(), street -> TextbookDijkstra.onFoot(street, TestCity.ADULT));
      var parts = new HashSet<Integer>();
      for (int node = 0; node < nodes; node++) {
        var reached = textbook.from(new long[] {node, 0});
        boolean lonely = graph.firstArc(node) == graph.endArc(node);
        assertEquals(lonely, components.partOf(node) == -1);
        parts.add(components.partOf(node));
        for (int other = 0; other < nodes && !lonely; other++) {
          assertEquals(reached[other] != TextbookDijkstra.FAR, components.partOf(node) == components.partOf(other));
        }
      }
      parts.remove(-1);
      assertEquals(parts.size(), components.parts().size());
      assertEquals(edges.stream().mapToLong(edge -> edge[2]).sum() / 1000.0,
          components.parts().stream().mapToDouble(Components.Part::metres).sum(), 1e-6);
    }
  }
}
