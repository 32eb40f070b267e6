package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final Profile WALK = TestCity.ADULT;

  private record Source(int node, int millis, int number) {
  }

  @Test
  void drawn() {
    var city = TestCity.draw("""
        A---B-----C
        |         |
        D=========E   F--G
        """);
    var sweep = new Sweep(city.graph(WALK, Unknowns.PESSIMISTIC));
    sweep.addSource(city.node('A'), 5_000, 7);
    sweep.run();
    // Rows are 20 m apart; stairs take two seconds a metre, so that E is reached by C.
    assertEquals(5_000, sweep.millis(city.node('A')));
    assertEquals(45_000, sweep.millis(city.node('B')));
    assertEquals(105_000, sweep.millis(city.node('C')));
    assertEquals(25_000, sweep.millis(city.node('D')));
    assertEquals(125_000, sweep.millis(city.node('E')));
    assertEquals(7, sweep.source(city.node('E')));
    var arc = sweep.nextArc(city.node('E'));
    assertEquals(city.street("C-E"), city.graph(WALK, Unknowns.PESSIMISTIC).street(arc));
    assertEquals(-1, sweep.nextArc(city.node('A')), "the way ends where the source joins");
    assertEquals(Sweep.UNREACHED, sweep.millis(city.node('F')));
    assertEquals(-1, sweep.source(city.node('F')));
    assertEquals(-1, sweep.nextArc(city.node('F')));
  }

  @Test
  void ofSourcesEquallyNearTheLowerWins() {
    var city = TestCity.draw("A--B--C--D--E");
    for (var order : List.of(List.of(3, 1), List.of(1, 3))) {
      var sweep = new Sweep(city.graph(WALK, Unknowns.PESSIMISTIC));
      for (int number : order) {
        sweep.addSource(city.node(number == 3 ? 'A' : 'E'), 0, number);
      }
      sweep.addSource(city.node('E'), 0, 2);
      sweep.run();
      assertEquals(1, sweep.source(city.node('C')));
      assertEquals(3, sweep.source(city.node('B')));
      assertEquals(1, sweep.source(city.node('E')));
    }
  }

  @Test
  void equalsTheTextbookOnRandomGraphs() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var streets = graph(random, 1 + random.nextInt(120), 1 << random.nextInt(22));
      var graph = WalkGraph.of(streets, WALK, Unknowns.PESSIMISTIC);
      var textbook = new TextbookDijkstra(streets, street -> TextbookDijkstra.onFoot(street, WALK));
      var sweep = new Sweep(graph);
      for (int search = 0; search < 3; search++) {
        var sources = sources(random, graph.nodeCount());
        sources.forEach(source -> sweep.addSource(source.node, source.millis, source.number));
        sweep.run();
        certify(graph, sweep, sources, textbook, Integer.MAX_VALUE - 1);
        sweep.reset();
        int limit = random.nextInt(3_000_000);
        sources.forEach(source -> sweep.addSource(source.node, source.millis, source.number));
        sweep.run(limit);
        certify(graph, sweep, sources, textbook, limit);
        sweep.reset();
      }
    }
  }

  /** Every time is the textbook's; every label has a witness, a neighbour or a source it comes from; none can be improved. */
  private static void certify(WalkGraph graph, Sweep sweep, List<Source> sources, TextbookDijkstra textbook, int limit) {
    var expected = textbook.from(
        sources.stream().map(source -> new long[] {source.node, source.millis}).toArray(long[][]::new));
    var alone = new long[sources.size()][];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = textbook.from(new long[] {sources.get(i).node, sources.get(i).millis});
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (expected[node] > limit) {
        assertEquals(Sweep.UNREACHED, sweep.millis(node));
        assertEquals(-1, sweep.source(node));
        continue;
      }
      assertEquals(expected[node], sweep.millis(node));
      int lowest = Integer.MAX_VALUE;
      for (int i = 0; i < alone.length; i++) {
        lowest = alone[i][node] == expected[node] ? Math.min(lowest, sources.get(i).number) : lowest;
      }
      assertEquals(lowest, sweep.source(node), "nearest source, the lowest of several equally near");
      certify(graph, sweep, sources, node, limit);
    }
  }

  private static void certify(WalkGraph graph, Sweep sweep, List<Source> sources, int node, int limit) {
    int own = sweep.millis(node);
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      long through = (long) own + graph.millis(arc);
      assertTrue(sweep.millis(graph.head(arc)) <= through || through > limit, "triangle inequality");
    }
    int next = sweep.nextArc(node);
    if (next == -1) {
      assertTrue(sources.contains(new Source(node, own, sweep.source(node))), "the way ends at its source");
    } else {
      assertEquals(own, sweep.millis(graph.head(next)) + graph.millis(next));
      assertEquals(sweep.source(node), sweep.source(graph.head(next)));
    }
  }

  private static StreetNetwork graph(Random random, int nodes, int longestMm) {
    var edges = new ArrayList<int[]>();
    for (int count = random.nextInt(3 * nodes); count > 0; count--) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(4) == 0 ? random.nextInt(nodes) : Math.min(nodes - 1, from + random.nextInt(3));
      edges.add(new int[] {from, to, random.nextInt(8) == 0 ? 0 : random.nextInt(longestMm)});
    }
    return TestCity.graph(nodes, edges);
  }

  private static List<Source> sources(Random random, int nodes) {
    var sources = new ArrayList<Source>();
    for (int count = random.nextInt(30); count > 0; count--) {
      sources.add(new Source(random.nextInt(nodes), random.nextInt(3) == 0 ? 0 : random.nextInt(2_000_000), random.nextInt(5)));
    }
    return sources;
  }

  @Test
  void nothingToSearch() {
    var empty = new Sweep(WalkGraph.of(TestCity.graph(0, List.of()), WALK, Unknowns.PESSIMISTIC));
    empty.run();
    var one = new Sweep(WalkGraph.of(TestCity.graph(1, List.of()), WALK, Unknowns.PESSIMISTIC));
    one.run();
    assertEquals(Sweep.UNREACHED, one.millis(0));
    one.addSource(0, 42, 3);
    one.run(41);
    assertEquals(Sweep.UNREACHED, one.millis(0));
    one.reset();
    one.addSource(0, 42, 3);
    one.run(42);
    assertEquals(42, one.millis(0));
    assertThrows(IllegalArgumentException.class, () -> one.addSource(0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> one.addSource(0, 0, -1));
  }

  /** Beyond 24 days an int of milliseconds has no room: such a node counts as unreached, and never as near. */
  @Test
  void waysTooLongToCountAreUnreached() {
    int twelveDays = 1_000_000_000;
    var edges = List.of(new int[] {0, 1, twelveDays}, new int[] {1, 2, twelveDays}, new int[] {2, 3, twelveDays},
        new int[] {3, 4, twelveDays}, new int[] {4, 5, twelveDays}, new int[] {5, 6, 1_000});
    var sweep = new Sweep(WalkGraph.of(TestCity.graph(7, edges), WALK, Unknowns.PESSIMISTIC));
    sweep.addSource(0, 0, 0);
    sweep.run();
    assertEquals(2 * twelveDays, sweep.millis(2));
    for (int node = 3; node < 7; node++) {
      assertEquals(Sweep.UNREACHED, sweep.millis(node));
      assertEquals(-1, sweep.source(node));
    }
    sweep.reset();
    sweep.addSource(6, Integer.MAX_VALUE - 1_000, 0);
    sweep.run();
    assertEquals(Sweep.UNREACHED, sweep.millis(5), "the largest int is the sign for unreached");
    assertEquals(-1, sweep.source(5));
    assertEquals(Integer.MAX_VALUE - 1_000, sweep.millis(6));
  }
}
