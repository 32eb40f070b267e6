package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class LiveSweepTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);

  /** <pre>
   * a --100-- b --100-- c --100-- d
   *  \_________350_____________/      (b, c, d by the short streets 0, 1, 2; the long one is street 3)
   * </pre> */
  @Test
  void drawn() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0).node("c", 200, 0).node("d", 300, 0)
        .street("a", "b").street("b", "c").street("c", "d")
        .bent("a", "d", List.of(new Coordinate(0, 25), new Coordinate(300, 25)));
    var live = new LiveSweep(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC));
    live.setEntries(5, new int[] {0}, new int[] {1_000});
    assertArrayEquals(new int[] {0, 1, 2, 3}, live.repair());
    assertEquals(301_000, live.millis(3));
    var asItWas = live.copy();

    live.setStreet(1, WalkGraph.CLOSED, WalkGraph.CLOSED);
    assertArrayEquals(new int[] {2, 3}, live.repair(), "b keeps its way");
    assertEquals(351_000, live.millis(3), "round by the long street");
    assertEquals(451_000, live.millis(2));
    assertEquals(3, live.graph().street(live.nextArc(3)));

    live.setEntries(2, new int[] {3}, new int[] {101_000});
    assertArrayEquals(new int[] {2, 3}, live.repair());
    assertEquals("2 201000", live.source(2) + " " + live.millis(2));
    live.setStreet(1, 50_000, 100_000);
    assertArrayEquals(new int[0], live.repair(), "a tie at c goes to source 2, which it had");
    live.setEntries(2, new int[0], new int[0]);
    live.setStreet(1, WalkGraph.CLOSED, WalkGraph.CLOSED);
    live.setStreet(3, WalkGraph.CLOSED, WalkGraph.CLOSED);
    assertArrayEquals(new int[] {2, 3}, live.repair());
    assertEquals(Sweep.UNREACHED, live.millis(3));
    assertEquals(-1, live.source(3));
    assertEquals("301000 5", asItWas.millis(3) + " " + asItWas.source(3), "the copy has stayed");
  }

  @Test
  void refusesWhatCannotBe() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 9, 0).street("a", "b").closed("a", "b");
    var live = new LiveSweep(WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC));
    assertThrows(IllegalArgumentException.class, () -> live.setEntries(-1, new int[0], new int[0]));
    assertThrows(IllegalArgumentException.class, () -> live.setEntries(0, new int[1], new int[0]));
    assertThrows(IllegalArgumentException.class, () -> live.setEntries(0, new int[] {2}, new int[1]));
    assertThrows(IllegalArgumentException.class, () -> live.setEntries(0, new int[] {0}, new int[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> live.setStreet(0, 0, 1), "closed one way only");
    assertThrows(IllegalArgumentException.class, () -> live.setStreet(0, -1, -1));
    assertThrows(IllegalArgumentException.class, () -> live.setStreet(0, 5, Integer.MAX_VALUE / 2 + 1), "longer than 12 days");
    assertThrows(IllegalArgumentException.class, () -> live.setStreet(1, 5, 5), "private");
    assertEquals(0, live.repair().length);
  }

  /** On a grid of equal streets a walk is as long as its steps east and north; a wall makes it longer by the way to its gap. */
  @Test
  void wallAcrossAGrid() {
    int side = 60;
    int wall = 20;
    int gap = 33;
    var grid = grid(side);
    var live = new LiveSweep(grid);
    live.setEntries(0, new int[] {0}, new int[] {0});
    live.repair();
    for (int street = 0; street < grid.streets().streets().size(); street++) {
      int from = grid.streets().street(street).from();
      int to = grid.streets().street(street).to();
      if (from % side == wall - 1 && to == from + 1 && from / side != gap) {
        live.setStreet(street, WalkGraph.CLOSED, WalkGraph.CLOSED);
      }
    }
    var changed = live.repair();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        assertEquals(1000 * (x < wall ? x + y : x + gap + Math.abs(y - gap)), live.millis(y * side + x));
      }
    }
    assertEquals((side - wall) * gap + 1, changed.length, "all behind the wall and south of the gap");
  }

  /** What changes is one node, so two rounds over a handful are enough, however large the city. */
  @Test
  void aDeadEndTouchesItsNeighboursOnly() {
    int side = 150;
    var live = new LiveSweep(grid(side));
    live.setEntries(0, new int[] {0}, new int[] {0});
    live.setEntries(1, new int[] {side * side - 1}, new int[] {0});
    live.repair();
    int last = 2 * side * (side - 1);
    live.setStreet(last, WalkGraph.CLOSED, WalkGraph.CLOSED);
    assertArrayEquals(new int[] {side * side}, live.repair());
    assertTrue(live.touched() <= 3, "touched " + live.touched());
    live.setStreet(last, 1000, 1000);
    assertArrayEquals(new int[] {side * side}, live.repair());
    assertTrue(live.touched() <= 3, "touched " + live.touched());
    live.setStreet(side, 5_000, 5_000);
    int changed = live.repair().length;
    assertTrue(live.touched() <= 2 + 4 * changed, "touched " + live.touched() + " for " + changed);
  }

  /** Streets of a second, row by row, and as the last one a dead end at the middle. */
  private static WalkGraph grid(int side) {
    var drawing = new Drawing();
    for (int node = 0; node < side * side; node++) {
      drawing.node("n" + node, node % side, node / side);
    }
    drawing.node("n" + side * side, 0.5, 0.5);
    for (int node = 0; node < side * side; node++) {
      if (node % side < side - 1) {
        drawing.street("n" + node, "n" + (node + 1));
      }
      if (node / side < side - 1) {
        drawing.street("n" + node, "n" + (node + side));
      }
    }
    drawing.street("n" + (side / 2 * side + side / 2), "n" + side * side);
    var graph = WalkGraph.of(drawing.network(), ADULT, Unknowns.PESSIMISTIC);
    var second = new int[graph.streets().streets().size()];
    Arrays.fill(second, 1000);
    return graph.withTimes(second, second);
  }

  /** What has been set, and the labels that a new sweep finds for it. */
  private static final class Model {
    private final WalkGraph base;
    private final int[] toEnd;
    private final int[] toStart;
    private final Map<Integer, int[][]> sources;

    Model(WalkGraph base) {
      this.base = base;
      toEnd = IntStream.range(0, base.streets().streets().size()).map(base::millisToEnd).toArray();
      toStart = IntStream.range(0, toEnd.length).map(base::millisToStart).toArray();
      sources = new TreeMap<>();
    }

    Model(Model other) {
      base = other.base;
      toEnd = other.toEnd.clone();
      toStart = other.toStart.clone();
      sources = new TreeMap<>(other.sources);
    }

    void edit(Random random, LiveSweep live) {
      if (random.nextInt(3) == 0) {
        int source = random.nextInt(5);
        int entries = random.nextInt(4);
        var nodes = random.ints(entries, 0, base.nodeCount()).toArray();
        var millis = random.ints(entries, 0, random.nextBoolean() ? 1 : 6).toArray();
        sources.put(source, new int[][] {nodes, millis});
        live.setEntries(source, nodes, millis);
      } else if (toEnd.length > 0) {
        int street = random.nextInt(toEnd.length);
        boolean closed = random.nextInt(3) == 0;
        toEnd[street] = closed ? 0 : random.nextInt(3_000) == 0 ? Integer.MAX_VALUE / 2 : 1 + random.nextInt(4);
        toStart[street] = closed ? 0 : random.nextInt(4) == 0 ? toEnd[street] : 1 + random.nextInt(4);
        live.setStreet(street, toEnd[street], toStart[street]);
      }
    }

    Sweep sweep(WalkGraph now) {
      var sweep = new Sweep(now);
      sources.forEach((source, entries) -> {
        for (int i = 0; i < entries[0].length; i++) {
          sweep.addSource(entries[0][i], entries[1][i], source);
        }
      });
      sweep.run();
      return sweep;
    }

    void check(LiveSweep live, String what) {
      var now = base.withTimes(toEnd, toStart);
      var sweep = sweep(now);
      for (int node = 0; node < base.nodeCount(); node++) {
        assertEquals(sweep.millis(node), live.millis(node), what);
        assertEquals(sweep.source(node), live.source(node), what);
        int wanted = sweep.nextArc(node);
        int found = live.nextArc(node);
        assertEquals(wanted < 0 ? -1 : now.street(wanted), found < 0 ? -1 : base.street(found), what);
      }
      for (int street = 0; street < toEnd.length; street++) {
        assertEquals(toEnd[street], live.millisToEnd(street));
        assertEquals(toStart[street], live.millisToStart(street));
      }
    }
  }

  private record Kept(Model model, LiveSweep live) {
  }

  /** After every batch of edits the labels are those of a new sweep, and the changed nodes just those that differ. */
  @Test
  void randomEditsEqualNewSweeps() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      int nodes = 2 + random.nextInt(30);
      var even = WalkGraph.of(RandomNetwork.draw(random, nodes, random.nextInt(3 * nodes)), ADULT, Unknowns.PESSIMISTIC);
      var model = new Model(RandomNetwork.uneven(even, random, 1 + random.nextInt(5)));
      var live = new LiveSweep(model.base);
      var states = new ArrayList<Kept>();
      for (int round = 0; round < 10; round++) {
        var what = "seed " + seed + ", round " + round;
        var before = live.copy();
        int batch = random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(4);
        for (int i = 0; i < batch; i++) {
          model.edit(random, live);
        }
        var after = random.nextInt(5) == 0 ? live.copy() : live;
        var changed = after.repair();
        live = after;
        model.check(live, what);
        assertArrayEquals(IntStream.range(0, nodes).filter(node -> before.millis(node) != after.millis(node)
            || before.source(node) != after.source(node)).toArray(), changed, what);
        states.add(new Kept(new Model(model), live));
        if (random.nextInt(4) == 0) {
          var earlier = states.get(random.nextInt(states.size()));
          model = new Model(earlier.model());
          live = earlier.live();
        }
        live = live.copy();
      }
      for (var kept : states) {
        kept.model().check(kept.live(), "kept state of seed " + seed);
      }
    }
  }
}
