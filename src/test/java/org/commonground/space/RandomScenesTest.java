package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonground.rules.RulePack;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Thousand seeded scenes of stars, many of them broken, against counting the cells of a grid one by one. */
class RandomScenesTest {

  private static final int SCENES = 1_000;
  private static final int SIDE = 60;
  private static final RulePack RULES = SpaceRules.pack("""
      effective.collapseShare 0.5
      effective.mostSlopePercent 8
      effective.waterBufferMetres 2
      effective.hazardBufferMetres.flood 3
      effective.treeShare 0.4
      effective.leastLevels 1
      effective.mostLevels 4
      effective.metresPerLevel 3
      """);

  /** Of one scene at most, for any cause: some 300 m of edges run through cells of 1 m2. */
  private static final double SCENE_M2 = 30;
  /** Of all scenes together; a buffer is up to 0.5 % too small. */
  private static final double ALL_SHARE = 0.005;

  @Test
  void totalsAddUpAndEqualTheGrid() {
    var all = new EnumMap<TakenOff, double[]>(TakenOff.class);
    for (int seed = 0; seed < SCENES; seed++) {
      var scene = scene(new Random(seed));
      var found = scene.effective(RULES, Hazard.FLOOD);
      for (var pessimistic : List.of(true, false)) {
        var reading = pessimistic ? found.pessimistic() : found.optimistic();
        double total = reading.effectiveM2() + reading.takenOffM2().values().stream().mapToDouble(m2 -> m2).sum();
        assertEquals(found.outlineM2(), total, 1e-6, "seed " + seed);
        assertTrue(reading.effectiveM2() >= 0 && reading.takenOffM2().values().stream().allMatch(m2 -> m2 >= 0), "seed " + seed);
        assertTrue(reading.geometry().isValid(), "seed " + seed);
        var counted = counted(scene, pessimistic);
        for (var cause : TakenOff.values()) {
          assertEquals(counted.get(cause), reading.takenOffM2().get(cause), SCENE_M2, "seed " + seed + " " + cause);
          var sums = all.computeIfAbsent(cause, none -> new double[2]);
          sums[0] += counted.get(cause);
          sums[1] += reading.takenOffM2().get(cause);
        }
      }
      assertTrue(found.effectiveM2().pessimistic() <= found.effectiveM2().optimistic() + 1e-6, "seed " + seed);
      assertEquals(0, found.pessimistic().geometry().difference(found.optimistic().geometry()).getArea(), 1e-6, "seed " + seed);
    }
    all.forEach((cause, sums) -> {
      assertTrue(sums[0] > 20 * SCENES, cause + " hardly ever happens");
      assertEquals(sums[0], sums[1], ALL_SHARE * sums[0], cause.toString());
    });
  }

  private static Scene scene(Random random) {
    var scene = new Scene(star(random, SIDE / 2.0, SIDE / 2.0, 15, 28));
    for (int i = 0; i < 3; i++) {
      scene.buildings.add(new BuildingShape("b" + i, anywhere(random, 3, 9), random.nextBoolean() ? null : 20 * random.nextDouble(),
          random.nextInt(3) > 0 ? null : (double) random.nextInt(6)));
    }
    scene.water.add(new GroundPatch("w", anywhere(random, 3, 10)));
    scene.trees.add(new GroundPatch("t1", anywhere(random, 5, 20)));
    scene.trees.add(new GroundPatch("t2", anywhere(random, 5, 20)));
    var steep = anywhere(random, 5, 15);
    var middling = MendedArea.of(anywhere(random, 5, 15));
    var steeper = MendedArea.of(steep);
    var zones = new ArrayList<SlopeGround.Zone>();
    if (steeper != null) {
      zones.add(new SlopeGround.Zone("10", steep, 10, Double.POSITIVE_INFINITY));
    }
    if (middling != null && steeper != null) {
      zones.add(new SlopeGround.Zone("5", MendedArea.difference(middling, steeper), 5, 10));
    }
    scene.slope = new SlopeGround(zones, Scene.box(-100, -100, 200, 200), 5);
    scene.hazards.add(new HazardGround("f", Hazard.FLOOD, null, anywhere(random, 3, 12)));
    scene.hazards.add(new HazardGround("l", Hazard.LANDSLIDE, null, anywhere(random, 3, 12)));
    return scene;
  }

  private static Geometry anywhere(Random random, double least, double most) {
    return star(random, SIDE * random.nextDouble(), SIDE * random.nextDouble(), least, most);
  }

  /** Corners in order around a middle; a third of them with two swapped, so that the ring crosses itself. */
  private static Geometry star(Random random, double x, double y, double least, double most) {
    int corners = 4 + random.nextInt(6);
    var ring = new Coordinate[corners + 1];
    double turn = random.nextDouble();
    for (int i = 0; i < corners; i++) {
      double radius = least + (most - least) * random.nextDouble();
      double angle = 2 * Math.PI * (i + turn) / corners;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    if (random.nextInt(3) == 0) {
      var swapped = ring[1];
      ring[1] = ring[2];
      ring[2] = swapped;
    }
    ring[corners] = ring[0];
    return Scene.METRES.createPolygon(ring);
  }

  /** A shape and all places not farther from it than a distance. */
  private static final class Cover {

    private final IndexedPointInAreaLocator area;
    private final IndexedFacetDistance edge;
    private final double metres;
    private final Envelope reach;

    Cover(Geometry shape, double metres) {
      var mended = MendedArea.of(shape);
      area = mended == null ? null : new IndexedPointInAreaLocator(mended);
      edge = mended == null ? null : new IndexedFacetDistance(mended);
      this.metres = metres;
      reach = mended == null ? new Envelope() : mended.getEnvelopeInternal();
      reach.expandBy(metres);
    }

    boolean covers(Coordinate at) {
      return reach.contains(at) && (area.locate(at) != Location.EXTERIOR
          || metres > 0 && edge.distance(Scene.METRES.createPoint(at)) <= metres);
    }
  }

  /** Square metres by cause, cell by cell: the first cause that covers the middle of a cell has it. */
  private static Map<TakenOff, Double> counted(Scene scene, boolean pessimistic) {
    var covers = new EnumMap<TakenOff, List<Cover>>(TakenOff.class);
    covers.put(TakenOff.WATER, scene.water.stream().map(row -> new Cover(row.geometry(), 2)).toList());
    covers.put(TakenOff.BUILDING, scene.buildings.stream().map(row -> new Cover(row.geometry(), 0)).toList());
    covers.put(TakenOff.COLLAPSE, scene.buildings.stream().map(row -> new Cover(row.geometry(), 0.5 * (row.heightM() != null
        ? row.heightM() : 3 * (row.levels() != null ? row.levels() : pessimistic ? 4 : 1)))).toList());
    covers.put(TakenOff.STEEP, scene.slope.zones().stream().filter(row -> pessimistic || row.leastPercent() == 10)
        .map(row -> new Cover(row.geometry(), 0)).toList());
    covers.put(TakenOff.HAZARD, scene.hazards.stream().filter(row -> row.hazard() == Hazard.FLOOD)
        .map(row -> new Cover(row.geometry(), 3)).toList());
    covers.put(TakenOff.TREES, scene.trees.stream().map(row -> new Cover(row.geometry(), 0)).toList());
    var outline = new Cover(scene.outline, 0);
    var counted = new EnumMap<TakenOff, Double>(TakenOff.class);
    for (var cause : TakenOff.values()) {
      counted.put(cause, 0.0);
    }
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        var at = new Coordinate(x + 0.5, y + 0.5);
        if (outline.covers(at)) {
          covers.entrySet().stream().filter(cover -> cover.getValue().stream().anyMatch(each -> each.covers(at)))
              .findFirst().map(Map.Entry::getKey)
              .ifPresent(cause -> counted.merge(cause, cause == TakenOff.TREES ? 0.6 : 1, Double::sum));
        }
      }
    }
    return counted;
  }
}
