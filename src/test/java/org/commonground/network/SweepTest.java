package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);

  /** <pre>a --100-- b --100-- c   d --50-- e (apart)</pre> */
  @Test
  void drawn() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).node("d", 0, 500).node("e", 50, 500)
        .street("a", "b").steps("b", "c").street("d", "e");
    var sweep = new Sweep(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC));
    sweep.addSource(drawing.node("a"), 7_000, 3);
    sweep.run();
    assertEquals(7_000, sweep.millis(drawing.node("a")));
    assertEquals(107_000, sweep.millis(drawing.node("b")));
    assertEquals(307_000, sweep.millis(drawing.node("c")), "stairs at half the speed");
    assertEquals(3, sweep.source(drawing.node("c")));
    assertEquals(Sweep.UNREACHED, sweep.millis(drawing.node("e")));
    assertEquals(-1, sweep.source(drawing.node("e")));
    assertEquals(-1, sweep.nextArc(drawing.node("a")));
  }

  @Test
  void equallyNearSourcesTieToTheLower() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).street("a", "b").street("b", "c");
    for (var order : new int[][] {{4, 9}, {9, 4}}) {
      var sweep = new Sweep(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC));
      sweep.addSource(drawing.node("a"), 0, order[0]);
      sweep.addSource(drawing.node("c"), 0, order[1]);
      sweep.run();
      assertEquals(4, sweep.source(drawing.node("b")));
    }
  }

  @Test
  void refusesTimesBelowZero() {
    var sweep = new Sweep(WalkGraph.of(new Drawing().node("a", 0, 0).node("b", 9, 0).street("a", "b").network(), ADULT,
        Unknowns.PESSIMISTIC));
    assertThrows(IllegalArgumentException.class, () -> sweep.addSource(0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> sweep.addSource(0, 0, -1));
  }

  @Test
  void nothingToSearch() {
    var nowhere = new Sweep(WalkGraph.of(new Drawing().network(), ADULT, Unknowns.PESSIMISTIC));
    nowhere.run();
    var one = new Sweep(WalkGraph.of(new Drawing().node("a", 0, 0).network(), ADULT, Unknowns.PESSIMISTIC));
    one.run();
    assertEquals(Sweep.UNREACHED, one.millis(0));
    one.addSource(0, 42, 3);
    one.run(41);
    assertEquals(Sweep.UNREACHED, one.millis(0), "the source begins beyond the limit");
    one.reset();
    one.addSource(0, 42, 3);
    one.run(42);
    assertEquals(42, one.millis(0), "the limit itself is within it");
  }

  /** An int of milliseconds has no room for more than 24 days: such a node counts as unreached, never as near. */
  @Test
  void waysTooLongToCountAreUnreached() {
    var crawls = new Profile("crawls", 1e-6, 0, false, 100);
    var drawing = new Drawing();
    for (int node = 0; node < 6; node++) {
      drawing.node("n" + node, node, 0);
    }
    for (int node = 0; node < 5; node++) {
      drawing.street("n" + node, "n" + (node + 1));
    }
    var sweep = new Sweep(WalkGraph.of(drawing.network(), crawls, Unknowns.PESSIMISTIC));
    sweep.addSource(0, 0, 0);
    sweep.run();
    assertEquals(2_000_000_000, sweep.millis(2));
    for (int node = 3; node < 6; node++) {
      assertEquals(Sweep.UNREACHED, sweep.millis(node));
      assertEquals(-1, sweep.source(node));
    }
    sweep.reset();
    sweep.addSource(0, Sweep.UNREACHED - 1_000_000_000, 0);
    sweep.addSource(3, 0, 1);
    sweep.run();
    assertEquals(1, sweep.source(1));
    assertEquals(Sweep.UNREACHED - 1_000_000_000, sweep.millis(0));
    sweep.reset();
    sweep.addSource(0, Sweep.UNREACHED - 1_000_000_000, 0);
    sweep.run();
    assertEquals(-1, sweep.source(1), "the largest int is the sign for unreached");
  }

  private record Source(int node, int millis, int number) {
  }

  /**
   * Every random sweep is checked against a textbook search, and its labels against the certificate of a shortest path: in one
   * region and in many, in one window of time and, where streets take hours, in many.
   */
  @Test
  void randomSweepsAreShortest() {
    for (int seed = 0; seed < 120; seed++) {
      var random = new Random(seed);
      int nodes = 2 + random.nextInt(400);
      var even = WalkGraph.of(RandomNetwork.draw(random, nodes, random.nextInt(4 * nodes)), ADULT, Unknowns.PESSIMISTIC);
      var graph = seed % 2 == 0 ? even : RandomNetwork.uneven(even, random, seed % 4 == 1 ? 3 : 30_000_000);
      var sweep = seed % 3 == 0 ? new Sweep(graph) : new Sweep(graph, 3 + seed % 5);
      for (int round = 0; round < 3; round++) {
        var sources = sources(random, nodes);
        sweep.reset();
        sources.forEach(source -> sweep.addSource(source.node(), source.millis(), source.number()));
        int limit = round == 2 ? random.nextInt(2_000_000) : Sweep.UNREACHED - 1;
        sweep.run(limit);
        check(graph, sources, sweep, limit, "seed " + seed + ", round " + round);
      }
    }
  }

  private static List<Source> sources(Random random, int nodes) {
    var sources = new ArrayList<Source>();
    for (int number = random.nextInt(6); number >= 0; number--) {
      sources.add(new Source(random.nextInt(nodes), random.nextInt(4) == 0 ? 0 : random.nextInt(300_000), number));
    }
    return sources;
  }

  private static void check(WalkGraph graph, List<Source> sources, Sweep sweep, int limit, String what) {
    var expected = textbook(graph, sources);
    for (int node = 0; node < graph.nodeCount(); node++) {
      long wanted = expected[node] == Long.MAX_VALUE || expected[node] >>> 32 > limit ? Long.MAX_VALUE : expected[node];
      assertEquals(wanted == Long.MAX_VALUE ? Sweep.UNREACHED : (int) (wanted >>> 32), sweep.millis(node), what);
      assertEquals(wanted == Long.MAX_VALUE ? -1 : (int) wanted, sweep.source(node), what);
      if (wanted != Long.MAX_VALUE && limit == Sweep.UNREACHED - 1) {
        certify(graph, sources, sweep, node, what);
      }
    }
  }

  /** No arc improves a label (triangle inequality), and walking the next arcs ends at the source in that time (witness). */
  private static void certify(WalkGraph graph, List<Source> sources, Sweep sweep, int node, String what) {
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      assertTrue(sweep.millis(graph.head(arc)) <= sweep.millis(node) + graph.millis(arc), what);
    }
    int at = node;
    int walked = 0;
    for (int arc = sweep.nextArc(at); arc >= 0; arc = sweep.nextArc(at)) {
      walked += graph.walkMillis(arc);
      at = graph.head(arc);
      assertTrue(walked <= sweep.millis(node), what + ": the way runs in a circle");
    }
    int end = at;
    int rest = sweep.millis(node) - walked;
    assertTrue(sources.stream().anyMatch(source -> source.node() == end && source.millis() == rest
        && source.number() == sweep.source(node)), what);
  }

  /** Time above source number; plain Dijkstra with a binary heap. */
  private static long[] textbook(WalkGraph graph, List<Source> sources) {
    var label = new long[graph.nodeCount()];
    Arrays.fill(label, Long.MAX_VALUE);
    record Entry(long label, int node) {
    }
    var waiting = new PriorityQueue<Entry>((a, b) -> Long.compare(a.label(), b.label()));
    for (var source : sources) {
      waiting.add(new Entry((long) source.millis() << 32 | source.number(), source.node()));
    }
    while (!waiting.isEmpty()) {
      var entry = waiting.poll();
      if (entry.label() >= label[entry.node()]) {
        continue;
      }
      label[entry.node()] = entry.label();
      for (var street : graph.streets().streets()) {
        if (graph.passable(street.id()) && street.from() == entry.node()) {
          waiting.add(new Entry(entry.label() + ((long) graph.millisToStart(street.id()) << 32), street.to()));
        }
        if (graph.passable(street.id()) && street.to() == entry.node()) {
          waiting.add(new Entry(entry.label() + ((long) graph.millisToEnd(street.id()) << 32), street.from()));
        }
      }
    }
    return label;
  }
}
