package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitedSweepTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);

  /** <pre>a --100-- b --100-- c</pre> */
  @Test
  void drawn() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).street("a", "b").street("b", "c");
    var sweep = new LimitedSweep(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC));
    sweep.addSource(drawing.node("a"), 5_000);
    sweep.run(105_000);
    assertEquals(105_000, sweep.millis(drawing.node("b")), "who arrives at the very limit is reached");
    assertEquals(Sweep.UNREACHED, sweep.millis(drawing.node("c")));
    assertEquals(2, sweep.reachedCount());
    assertThrows(IllegalArgumentException.class, () -> sweep.addSource(0, -1));
  }

  /** Many searches with one object, each against a sweep of its own. */
  @Test
  void randomSearchesAreThoseOfASweep() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      int nodes = 2 + random.nextInt(150);
      var graph = WalkGraph.of(RandomNetwork.draw(random, nodes, random.nextInt(4 * nodes)), ADULT, Unknowns.PESSIMISTIC);
      var limited = new LimitedSweep(graph);
      for (int search = 0; search < 5; search++) {
        var sweep = new Sweep(graph);
        for (int source = random.nextInt(4); source > 0; source--) {
          int node = random.nextInt(nodes);
          int millis = random.nextInt(900_000);
          limited.addSource(node, millis);
          sweep.addSource(node, millis, 0);
        }
        int limit = random.nextInt(2_000_000);
        limited.run(limit);
        sweep.run(limit);
        for (int node = 0; node < nodes; node++) {
          assertEquals(sweep.millis(node), limited.millis(node), "seed " + seed + ", search " + search + ", node " + node);
        }
        assertEquals(IntStream.range(0, nodes).filter(node -> sweep.source(node) >= 0).count(),
            IntStream.range(0, limited.reachedCount()).map(limited::reached).distinct().count(), "seed " + seed);
        limited.reset();
      }
    }
  }
}
