package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankSweepTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);

  /** <pre>a(source 0) --100-- b --100-- c(sources 1 and 2, the second 5 s off)</pre> */
  @Test
  void drawn() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).node("d", 0, 900).street("a", "b").street("b", "c");
    var sweep = new RankSweep(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC), 3);
    sweep.addSource(drawing.node("a"), 0, 0);
    sweep.addSource(drawing.node("c"), 0, 1);
    sweep.addSource(drawing.node("c"), 5_000, 2);
    sweep.run();
    int b = drawing.node("b");
    assertEquals("0 100000, 1 100000, 2 105000", sweep.source(b, 0) + " " + sweep.millis(b, 0) + ", " + sweep.source(b, 1) + " "
        + sweep.millis(b, 1) + ", " + sweep.source(b, 2) + " " + sweep.millis(b, 2));
    assertEquals(-1, sweep.source(drawing.node("d"), 0));
    assertEquals(Sweep.UNREACHED, sweep.millis(drawing.node("d"), 0));
    assertThrows(IllegalArgumentException.class, () -> new RankSweep(null, 0));
  }

  /** Against one search from each source alone, the k best kept; in one region and in many. */
  @Test
  void randomRanksAreThoseOfSingleSearches() {
    for (int seed = 0; seed < 160; seed++) {
      var random = new Random(seed);
      int nodes = 2 + random.nextInt(150);
      var even = WalkGraph.of(RandomNetwork.draw(random, nodes, random.nextInt(4 * nodes)), ADULT, Unknowns.PESSIMISTIC);
      var graph = seed % 4 == 3 ? RandomNetwork.uneven(even, random, 30_000_000) : even;
      int k = 1 + random.nextInt(4);
      int sources = 1 + random.nextInt(9);
      var ranks = seed % 2 == 0 ? new RankSweep(graph, k) : new RankSweep(graph, k, 3 + seed % 5);
      var single = new ArrayList<Sweep>();
      for (int source = 0; source < sources; source++) {
        var sweep = new Sweep(graph);
        for (int entry = random.nextInt(3); entry >= 0; entry--) {
          int node = random.nextInt(nodes);
          int millis = random.nextInt(3) == 0 ? 0 : random.nextInt(200_000);
          sweep.addSource(node, millis, source);
          ranks.addSource(node, millis, source);
        }
        sweep.run();
        single.add(sweep);
      }
      ranks.run();
      for (int node = 0; node < nodes; node++) {
        int at = node;
        var expected = single.stream().filter(sweep -> sweep.source(at) >= 0)
            .mapToLong(sweep -> (long) sweep.millis(at) << 32 | sweep.source(at)).sorted().limit(k).toArray();
        var found = new long[expected.length];
        Arrays.setAll(found, rank -> (long) ranks.millis(at, rank) << 32 | ranks.source(at, rank));
        assertEquals(Arrays.toString(expected), Arrays.toString(found), "seed " + seed + ", node " + node);
        for (int rank = expected.length; rank < k; rank++) {
          assertEquals(-1, ranks.source(node, rank));
        }
      }
    }
  }
}
