package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreetLossesTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);

  /** <pre>
   *   a(source 0) --100-- b ==100== c --100-- d       two streets 1 and 2, equally long, from b to c
   *                       |
   *                      e 50, dead end (street 4); f --30-- a with a gate on that street (5), 10 from f
   * </pre> */
  @Test
  void bridgeTwinsDeadEndAndGate() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).node("d", 300, 0).node("e", 100, 50)
        .node("f", 0, 30).street("a", "b").street("b", "c").street("b", "c").street("c", "d").street("b", "e").street("f", "a");
    var losses = new StreetLosses(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC), 250_000);
    losses.addSource(drawing.node("a"), 0, 0);
    losses.addSource(drawing.node("d"), 500_000, 7);
    losses.addSource(drawing.node("f"), 10_000, 9, 5);
    losses.addSource(drawing.node("a"), 20_000, 9, 5);
    losses.run();

    assertEquals("street 0: b 700000 by 7, e 750000 by 7, c 600000 by 7", line(losses, drawing), "d was beyond the limit");
    assertEquals("street 4: e cut off", line(losses, drawing), "one of two twins changes nothing");
    assertEquals("street 5: f cut off", line(losses, drawing), "the gate goes with its street");
    assertFalse(losses.next());
    assertEquals(100_000, losses.sweep().millis(drawing.node("b")));
    assertThrows(IllegalArgumentException.class, () -> losses.addSource(drawing.node("c"), 0, 1, 0));
  }

  private static String line(StreetLosses losses, Drawing drawing) {
    assertTrue(losses.next());
    var words = new ArrayList<String>();
    for (int i = 0; i < losses.count(); i++) {
      int at = losses.node(i);
      var name = Stream.of("a", "b", "c", "d", "e", "f").filter(node -> drawing.node(node) == at).findFirst().orElseThrow();
      words.add(name + (losses.source(i) < 0 ? " cut off" : " " + losses.millis(i) + " by " + losses.source(i)));
    }
    return "street " + losses.street() + ": " + String.join(", ", words);
  }

  private record Entry(int node, int millis, int source, int along) {
  }

  /** For each street, the labels within the limit are those of a new sweep without it, and no other street changes anything. */
  @Test
  void randomLossesEqualNewSweeps() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      int nodes = 2 + random.nextInt(25);
      var even = WalkGraph.of(RandomNetwork.draw(random, nodes, random.nextInt(3 * nodes)), ADULT, Unknowns.PESSIMISTIC);
      var graph = RandomNetwork.uneven(even, random, 1 + random.nextInt(5));
      int limit = random.nextInt(3) == 0 ? Sweep.UNREACHED - 1 : random.nextInt(12);
      var entries = entries(random, graph);
      var losses = new StreetLosses(graph, limit);
      entries.forEach(entry -> losses.addSource(entry.node(), entry.millis(), entry.source(), entry.along()));
      losses.run();
      var found = new TreeMap<Integer, Map<Integer, String>>();
      while (losses.next()) {
        var changes = new TreeMap<Integer, String>();
        for (int i = 0; i < losses.count(); i++) {
          changes.put(losses.node(i), losses.millis(i) + " " + losses.source(i));
        }
        assertEquals(losses.count(), changes.size(), "a node twice in seed " + seed);
        found.put(losses.street(), changes);
      }
      var all = sweep(graph, entries, -1);
      for (int street = 0; street < graph.streets().streets().size(); street++) {
        var without = sweep(graph, entries, street);
        var expected = new TreeMap<Integer, String>();
        IntStream.range(0, nodes).filter(node -> all.millis(node) <= limit && without.label(node) != all.label(node))
            .forEach(node -> expected.put(node, without.millis(node) + " " + without.source(node)));
        assertEquals(expected, found.getOrDefault(street, Map.of()), "seed " + seed + ", street " + street);
      }
    }
  }

  private static List<Entry> entries(Random random, WalkGraph graph) {
    var entries = new ArrayList<Entry>();
    int streets = graph.streets().streets().size();
    for (int source = random.nextInt(4); source >= 0; source--) {
      entries.add(new Entry(random.nextInt(graph.nodeCount()), random.nextInt(6), source, -1));
      if (streets > 0 && random.nextBoolean()) {
        var along = graph.streets().street(random.nextInt(streets));
        entries.add(new Entry(along.from(), random.nextInt(4), source, along.id()));
        entries.add(new Entry(along.to(), random.nextInt(4), source, along.id()));
      }
    }
    return entries;
  }

  private static Sweep sweep(WalkGraph graph, List<Entry> entries, int lost) {
    int streets = graph.streets().streets().size();
    var toEnd = IntStream.range(0, streets).map(street -> street == lost ? 0 : graph.millisToEnd(street)).toArray();
    var toStart = IntStream.range(0, streets).map(street -> street == lost ? 0 : graph.millisToStart(street)).toArray();
    var sweep = new Sweep(graph.withTimes(toEnd, toStart));
    for (var entry : entries) {
      if (lost < 0 || entry.along() != lost) {
        sweep.addSource(entry.node(), entry.millis(), entry.source());
      }
    }
    sweep.run();
    return sweep;
  }
}
