package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.commonground.rules.RulePack;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Ways drawn around a square of 100 m; its middle is at 50, 50. */
class EntranceTest {

  private static final RulePack RULES = SpaceRules.pack("""
      entrance.personsPerMinutePerMetre 20
      entrance.leastWidthMetres 1
      entrance.mostWidthMetres 4
      entrance.directionDegrees 60
      """);

  private final Scene scene = Scene.square();

  private EntranceResult found() {
    return scene.entrances(RULES);
  }

  private List<String> winds() {
    return found().entrances().stream().map(Entrance::compass).sorted().toList();
  }

  /** A street through the square from west to east; it counts at both ends, whether it is one section or cut on the edge. */
  @Test
  void streetThrough() {
    scene.ways.add(new AccessWay("street", Scene.line(-50, 50, 150, 50), 3.0, null, false));
    var whole = found();
    assertEquals(List.of("e", "w"), winds());
    assertEquals(Range.exact(2), whole.count());
    assertEquals(Range.exact(2), whole.directions());
    assertEquals(Range.exact(120), whole.peoplePerMinute());
    assertEquals(Range.exact(7200), whole.peoplePerHour());
    assertEquals(new Range(10, 5), whole.clearanceMinutes(new Range(600, 1200)));
    assertEquals(0, whole.entrances().stream().filter(at -> at.compass().equals("w")).findFirst().orElseThrow().x(), 1e-9);
    scene.ways.clear();
    for (var section : List.of(Scene.line(-50, 50, 0, 50), Scene.line(0, 50, 40, 50), Scene.line(40, 50, 99, 50),
        Scene.line(99, 50, 150, 50))) {
      scene.ways.add(new AccessWay("street", section, 3.0, null, false));
    }
    assertEquals(whole.entrances(), found().entrances());
  }

  /** A street that weaves along the north edge by 2 m is no entrance, but people may cross there; a path that joins it is one. */
  @Test
  void streetAlongTheEdge() {
    var weaving = new double[42];
    for (int i = 0; i < 21; i++) {
      weaving[2 * i] = 5 * i;
      weaving[2 * i + 1] = i % 2 == 0 ? 98 : 102;
    }
    scene.way("street", weaving);
    var along = found();
    assertEquals(List.of(), along.entrances());
    assertEquals(0, along.count().pessimistic());
    assertTrue(along.count().optimistic() >= 8 && along.count().optimistic() <= 11, along.count().toString());
    assertEquals(10 * along.count().optimistic(), along.edgeMetres());
    assertEquals(2, along.directions().optimistic(), "a whole side is seen under 90 degrees");
    assertNull(along.wheelchair());
    scene.ways.clear();
    scene.way("street", Arrays.copyOfRange(weaving, 0, 22)).way("street", Arrays.copyOfRange(weaving, 20, 42));
    scene.way("path", 50, 98, 50, 50);
    scene.way("side street", 100, 102, 120, 140);
    assertEquals(List.of("n"), winds());
    assertEquals(List.of("path"), found().entrances().get(0).sources());
  }

  /** A street that crosses the edge, turns and crosses it again 6 m on, and a pavement beside it, are one entrance. */
  @Test
  void crossingsNearTogetherAreOne() {
    scene.way("street", 48, 150, 48, 90, 54, 90, 54, 150);
    scene.way("pavement", 46, 150, 46, 50);
    assertEquals(1, found().entrances().size());
    assertEquals(List.of("pavement", "street"), found().entrances().get(0).sources());
    scene.way("far street", 70, 150, 70, 50);
    assertEquals(2, found().entrances().size());
  }

  /** Round the corner where the edge begins, too. */
  @Test
  void nearTogetherRoundTheStart() {
    scene.way("one", -50, 4, 50, 4);
    scene.way("other", 4, -50, 4, 50);
    assertEquals(1, found().entrances().size());
  }

  /** A path that ends at the edge, from in or out, is an entrance; one that ends 2 m before it is not, nor is one that passes. */
  @Test
  void endsAtTheEdge() {
    scene.way("from outside", -50, 50, 0, 50);
    scene.way("from inside", 50, 50, 50, 0.5);
    scene.way("short of it", 150, 50, 102, 50);
    scene.way("blind", 20, 50, 20, 98);
    scene.way("passing", -50, 102, -20, 101, 20, 130);
    assertEquals(List.of("s", "w"), winds());
  }

  /** Streets end on the outline of a square, which is a way itself: three entrances, and no edge in doubt. */
  @Test
  void openSquare() {
    for (var part : List.of(Scene.line(0, 0, 0, 50), Scene.line(0, 50, 0, 100, 100, 100), Scene.line(100, 100, 100, 0, 50, 0),
        Scene.line(50, 0, 0, 0))) {
      scene.ways.add(new AccessWay("square", part, null, null, true));
    }
    scene.way("west", 0, 50, -50, 50);
    scene.way("corner", 100, 100, 150, 150);
    scene.way("south", 50, 0, 50, -80);
    assertEquals(List.of("ne", "s", "w"), winds());
    assertEquals(0, found().edgeMetres());
    assertEquals(Range.exact(3), found().directions());
    assertEquals(new Range(60, 240), found().peoplePerMinute());
  }

  /** Locked, unknown, narrow and stepped gates; a gate alone on the edge is an entrance too. */
  @Test
  void gates() {
    scene.ways.add(new AccessWay("west", Scene.line(-50, 50, 50, 50), 3.0, true, false));
    scene.ways.add(new AccessWay("north", Scene.line(50, 150, 50, 50), 3.0, null, false));
    scene.ways.add(new AccessWay("south", Scene.line(50, -50, 50, 50), null, false, false));
    scene.barriers.add(new EdgeBarrier("locked", new Coordinate(0.2, 50), null, false, null));
    scene.barriers.add(new EdgeBarrier("unknown", new Coordinate(50, 101), 2.0, null, null));
    scene.barriers.add(new EdgeBarrier("alone", new Coordinate(100, 50), 1.5, true, null));
    scene.barriers.add(new EdgeBarrier("elsewhere", new Coordinate(30, 30), 1.5, true, null));
    var found = found();
    assertEquals(List.of("e", "n", "s"), winds());
    assertEquals(new Range(2, 3), found.count());
    assertEquals(new Range(2, 3), found.directions());
    assertEquals(new Range(20 * (1 + 1.5), 20 * (4 + 2 + 1.5)), found.peoplePerMinute());
    assertNull(found.wheelchair());
    scene.barriers.set(0, new EdgeBarrier("locked", new Coordinate(0.2, 50), null, true, null));
    assertNull(found().wheelchair(), "its gate is not recorded");
    scene.barriers.set(0, new EdgeBarrier("locked", new Coordinate(0.2, 50), null, true, true));
    assertEquals(true, found().wheelchair());
  }

  @Test
  void noOutline() {
    var point = Scene.METRES.createPoint(new Coordinate(1, 1));
    assertTrue(EntranceSolver.solve(new EntranceProblem(point, scene.surroundings(), RULES)).isEmpty());
    assertEquals(Double.POSITIVE_INFINITY, found().clearanceMinutes(Range.exact(5)).pessimistic(), "nobody gets in");
  }
}
