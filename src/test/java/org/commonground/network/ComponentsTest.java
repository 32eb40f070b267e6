package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);

  private static Components of(Drawing drawing) {
    return Components.of(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC));
  }

  /** <pre>a -- b -- c   c ==private== d -- e   f (alone)</pre> */
  @Test
  void drawn() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 300, 0).node("c", 700, 0).node("d", 800, 0).node("e", 850, 0)
        .node("f", 0, 900).street("b", "a").street("b", "c").closed("c", "d").street("d", "e");
    var components = of(drawing);
    assertEquals(List.of(new Components.Part(0, 0, 2, 700, false), new Components.Part(1, 3, 1, 50, true)), components.parts());
    assertEquals(0, components.partOf(drawing.node("c")));
    assertTrue(components.onIsland(drawing.node("d")));
    assertFalse(components.onIsland(drawing.node("a")));
    assertEquals(-1, components.partOf(drawing.node("f")));
    assertFalse(components.onIsland(drawing.node("f")));
  }

  @Test
  void aLongPartIsNoIslandAndNorIsTheLongest() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 1_999.999, 0).node("c", 0, 500).node("d", 2_000, 500)
        .node("e", 0, 900).node("f", 9_000, 900).street("a", "b").street("c", "d").street("e", "f");
    assertEquals(List.of(0), of(drawing).islands().stream().map(Components.Part::part).toList());
    var twins = new Drawing().node("a", 0, 0).node("b", 10, 0).node("c", 0, 50).node("d", 10, 50)
        .street("a", "b").street("c", "d");
    assertEquals(List.of(), of(twins).islands(), "of two short parts none is the main one");
    assertEquals(List.of(), of(new Drawing()).parts());
  }

  /** Two nodes are in one part just where a search from one reaches the other. */
  @Test
  void partsAreWhatASearchReaches() {
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      int nodes = 1 + random.nextInt(60);
      var network = RandomNetwork.draw(random, nodes, random.nextInt(nodes));
      var graph = WalkGraph.of(network, ADULT, Unknowns.PESSIMISTIC);
      var components = Components.of(graph);
      for (int node = 0; node < nodes; node++) {
        var sweep = new Sweep(graph);
        sweep.addSource(node, 0, 0);
        sweep.run();
        int part = components.partOf(node);
        assertEquals(part == -1, graph.firstArc(node) == graph.endArc(node));
        assertTrue(part == -1 || IntStream.range(0, nodes)
            .allMatch(other -> sweep.source(other) == 0 == (components.partOf(other) == part)), "seed " + seed);
      }
      assertEquals(network.streets().stream().mapToLong(Street::lengthMm).sum() / 1000.0,
          components.parts().stream().mapToDouble(Components.Part::metres).sum(), 1e-6);
    }
  }
}
