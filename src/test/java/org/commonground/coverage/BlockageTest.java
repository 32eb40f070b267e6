package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.coverage.RubbleShape.CrossSection;
import org.commonground.network.Drawing;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.people.Building;
import org.commonground.people.BuildingUse;
import org.commonground.rules.RulePack;
import org.commonground.rules.RulePacks;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class BlockageTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int SAMPLES = 20_000;

  private static RulePack rules() {
    return RulePacks.load(Path.of("data/rules")).get("default");
  }

  /** The city drawn, with these widths of its streets in metres. */
  private static StreetNetwork withWidths(Drawing drawing, Double... widths) {
    var drawn = drawing.network();
    var streets = drawn.streets().stream().map(one -> new Street(one.id(), one.osmId(), one.from(), one.to(), one.line(),
        one.lengthMm(), one.kind(), one.name(), one.names(), widths[one.id()], one.surface(), one.smoothness(), one.steps(),
        one.kerb(), one.wheelchair(), one.incline(), one.id() == 4, false, 0, one.access(), one.lit(), one.heights())).toList();
    return new StreetNetwork(IntStream.range(0, drawn.nodeCount()).mapToDouble(drawn::nodeLon).toArray(),
        IntStream.range(0, drawn.nodeCount()).mapToDouble(drawn::nodeLat).toArray(), streets);
  }

  private static Drawing fiveStreets() {
    var drawing = new Drawing().node("a", 0, 0).node("b", 100, 0);
    IntStream.range(0, 5).forEach(street -> drawing.street("a", "b"));
    return drawing;
  }

  @Test
  void tokyosLinesByWidth() {
    var widths = BlockageWidths.of(rules());
    var streets = withWidths(fiveStreets(), 3.4, 3.5, 12.9, null, 3.0);
    var at30 = BlockageByWidth.of(streets, widths, 30, null);
    assertArrayEquals(new double[] {0.46872, 0.23731, 0.051844, 0.46872, 0}, at30.probabilities(Unknowns.PESSIMISTIC), 1e-9);
    assertArrayEquals(new double[] {0.46872, 0.23731, 0.051844, 0, 0}, at30.probabilities(Unknowns.OPTIMISTIC), 1e-9);
    assertArrayEquals(new double[5], BlockageByWidth.of(streets, widths, 0, null).probabilities(Unknowns.PESSIMISTIC));
    assertEquals(0, BlockageByWidth.of(streets, widths, 1, null).probabilities(Unknowns.OPTIMISTIC)[2], "not below 0");
    assertEquals(1, BlockageByWidth.of(streets, widths, 100, null).probabilities(Unknowns.OPTIMISTIC)[0], "not above 1");
    assertEquals(0, widths.probability(13, 100));
    assertArrayEquals(new double[] {0, 0.23731, 0, 0, 0},
        BlockageByWidth.of(streets, widths, 30, new boolean[] {false, true, false, false, true})
            .probabilities(Unknowns.PESSIMISTIC), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> BlockageByWidth.of(streets, widths, 101, null));
    assertThrows(IllegalArgumentException.class, () -> BlockageByWidth.of(streets, widths, 30, new boolean[1]));
    var often = often(sample -> at30.blocked(Unknowns.PESSIMISTIC, 5, sample), 5);
    IntStream.range(0, 5).forEach(street -> near(at30.probabilities(Unknowns.PESSIMISTIC)[street], often[street]));
    assertTrue(at30.assumptions().stream().anyMatch(told -> told.sentence().startsWith("Streets with no width recorded (1)")));
  }

  private static int[] often(java.util.function.IntFunction<BitSet> blocked, int streets) {
    var often = new int[streets];
    IntStream.range(0, SAMPLES).forEach(sample -> blocked.apply(sample).stream().forEach(street -> often[street]++));
    return often;
  }

  /** Within five standard deviations of what a chance of {@code expected} brings. */
  private static void near(double expected, int often) {
    assertEquals(expected, often / (double) SAMPLES, 5 * Math.sqrt(expected * (1 - expected) / SAMPLES) + 1e-12);
  }

  @Test
  void rubbleReachesAShareOfTheHeight() {
    var rules = RubbleRules.of(rules());
    assertEquals(10 * 0.6667, rules.reachMetres(10), 1e-9);
    assertEquals(24 * 0.6667, rules.reachMetres(24), 1e-9);
    assertEquals(39 * 0.58335, rules.reachMetres(39), 1e-9, "half way from 24 to 54");
    assertEquals(27, rules.reachMetres(54), 1e-9);
    assertEquals(130 * 0.45, rules.reachMetres(130), 1e-9);
    assertEquals(75, rules.reachMetres(250), 1e-9);
    for (int height = 0; height < 400; height++) {
      assertTrue(rules.reachMetres(height) < rules.reachMetres(height + 1), height + " m");
    }
  }

  @Test
  void heightsComeFromStoreysElseFromAnAssumption() {
    var area = rectangle(0, 0, 10, 10);
    assertEquals(new BlockageBuilding(area, 7, 7), BlockageBuilding.of(building(area, 5.0, 7.0), 1, 4));
    assertEquals(new BlockageBuilding(area, 15, 15), BlockageBuilding.of(building(area, 5.0, null), 1, 4));
    assertEquals(new BlockageBuilding(area, 3, 12), BlockageBuilding.of(building(area, null, null), 1, 4));
    assertThrows(IllegalArgumentException.class, () -> new BlockageBuilding(area, 5, 4));
    assertThrows(IllegalArgumentException.class, () -> new BlockageBuilding(area.getBoundary(), 4, 5));
  }

  private static Building building(Geometry area, Double levels, Double height) {
    return new Building(0, "way/1", BuildingUse.RESIDENTIAL, null, levels, height, 100, area, Map.of());
  }

  private static Geometry rectangle(double west, double south, double east, double north) {
    return GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(west, south), Drawing.degrees(east, south),
        Drawing.degrees(east, north), Drawing.degrees(west, north), Drawing.degrees(west, south)});
  }

  /** Every place of a cross-section is covered exactly where the building is within reach, for shapes with bays and courtyards. */
  @Test
  void coveredIsWhatLiesWithinReach() {
    int checked = 0;
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      Geometry shape = GEOMETRIES.createPoint(new Coordinate(0, 0)).buffer(1);
      for (int part = 0; part < 4; part++) {
        var box = GEOMETRIES.toGeometry(new org.locationtech.jts.geom.Envelope(random.nextInt(20), random.nextInt(20),
            random.nextInt(20), random.nextInt(20)));
        shape = box.getDimension() < 2 ? shape : part % 2 == 0 ? shape.union(box) : shape.difference(box);
      }
      if (shape.isEmpty()) {
        continue;
      }
      double angle = random.nextInt(4) == 0 ? Math.PI / 2 * random.nextInt(4) : random.nextDouble() * 7;
      var at = new CrossSection(random.nextInt(30) - 5, random.nextInt(30) - 5, Math.cos(angle), Math.sin(angle), 8);
      double reach = random.nextInt(8);
      var covered = new RubbleShape(shape).covered(at, reach);
      for (double left = -7.99; left < 8; left += 0.04) {
        double from = left;
        double distance = shape.distance(GEOMETRIES.createPoint(
            new Coordinate(at.x() + left * at.leftX(), at.y() + left * at.leftY())));
        if (Math.abs(distance - reach) > 1e-6) {
          assertEquals(distance < reach, covered.stream().anyMatch(part -> part[0] <= from && from <= part[1]),
              "seed " + seed + ", " + left + " m left, " + distance + " m off, reach " + reach);
          checked++;
        }
      }
    }
    assertTrue(checked > 30_000, checked + " places");
  }

  /**
   * A street 6 m wide between two houses 9 m high, each 2 m off it: the rubble of one leaves 2 m, of both nothing.
   */
  @Test
  void housesOnBothSides() {
    var streets = withWidths(new Drawing().node("a", 0, 0).node("b", 100, 0).street("a", "b"), 6.0);
    var houses = List.of(new BlockageBuilding(rectangle(20, 5, 30, 15), 9, 9),
        new BlockageBuilding(rectangle(20, -15, 30, -5), 9, 9));
    double p = 0.3;
    var strict = BlockageByRubble.of(streets, Drawing.PLANE, houses, shares(2.01), 100 * p);
    near(1 - (1 - p) * (1 - p), often(sample -> strict.blocked(Unknowns.PESSIMISTIC, 1, sample), 1)[0]);
    var walkers = BlockageByRubble.of(streets, Drawing.PLANE, houses, shares(1), 100 * p);
    near(p * p, often(sample -> walkers.blocked(Unknowns.PESSIMISTIC, 1, sample), 1)[0]);
    var far = List.of(houses.get(0), new BlockageBuilding(rectangle(70, -15, 80, -5), 9, 9));
    var apart = BlockageByRubble.of(streets, Drawing.PLANE, far, shares(1), 100);
    assertFalse(apart.blocked(Unknowns.PESSIMISTIC, 1, 0).get(0), "not at one place: people walk round one, then round the other");
    assertArrayEquals(new boolean[] {true}, apart.beside());
    var low = List.of(new BlockageBuilding(rectangle(20, 5, 30, 15), 2, 2));
    assertArrayEquals(new boolean[] {false}, BlockageByRubble.of(streets, Drawing.PLANE, low, shares(1), 100).beside());
    assertThrows(IllegalArgumentException.class, () -> BlockageByRubble.of(streets, Drawing.PLANE, low, shares(1), -1));
  }

  private static RubbleRules shares(double free) {
    return new RubbleRules(new double[] {24}, new double[] {2 / 3.0}, free, 2, 13);
  }

  /** What is not recorded makes a range; a path narrower than the gap asked for is open until rubble lies on it. */
  @Test
  void unknownHeightsAndWidthsMakeARange() {
    var streets = withWidths(new Drawing().node("a", 0, 0).node("b", 100, 0).street("a", "b").node("c", 0, 500).node("d", 100, 500)
        .street("c", "d"), null, 0.5);
    var house = List.of(new BlockageBuilding(rectangle(20, 4, 30, 14), 9, 9));
    var width = BlockageByRubble.of(streets, Drawing.PLANE, house, shares(1), 100);
    assertEquals(BitSet.valueOf(new long[] {1}), width.blocked(Unknowns.PESSIMISTIC, 0, 0), "2 m wide all of it is covered");
    assertEquals(new BitSet(), width.blocked(Unknowns.OPTIMISTIC, 0, 0), "13 m wide there is room on the other side");
    var height = BlockageByRubble.of(streets, Drawing.PLANE,
        List.of(new BlockageBuilding(rectangle(20, 504, 30, 514), 3, 9)), shares(1), 100);
    assertEquals(BitSet.valueOf(new long[] {2}), height.blocked(Unknowns.PESSIMISTIC, 0, 0));
    assertEquals(new BitSet(), height.blocked(Unknowns.OPTIMISTIC, 0, 0));
    assertTrue(height.assumptions().stream().anyMatch(told -> told.sentence().contains("nor storeys recorded (1)")));
  }

  /** A fact decides where some value of the other one lets it: against towns in which both are recorded, one way or the other. */
  @Test
  void whatABlockedStreetHangsOn() {
    var seen = new java.util.TreeMap<String, Integer>();
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      double free = 1 + random.nextInt(3);
      var drawing = new Drawing().node("a", 0, 0).node("b", 60, 0).street("a", "b");
      boolean unknownWidth = random.nextInt(4) > 0;
      var heights = IntStream.range(0, 2).mapToObj(house -> random.nextInt(4) > 0 ? new double[] {3, 12} : new double[] {9, 9}).toList();
      var areas = List.of(rectangle(20, 2 + random.nextInt(6), 30, 15), rectangle(25, -15, 35, -2 - random.nextInt(6)));
      var model = town(drawing, unknownWidth ? null : 6.0, areas, heights, free);
      for (int sample = 0; sample < 4; sample++) {
        if (!model.blocked(Unknowns.PESSIMISTIC, seed, sample).get(0) || model.blocked(Unknowns.OPTIMISTIC, seed, sample).get(0)) {
          continue;
        }
        var blocked = new boolean[2][2];
        for (int wide = 0; wide < 2; wide++) {
          for (int high = 0; high < 2; high++) {
            int choice = high;
            var known = heights.stream().map(height -> new double[] {height[choice], height[choice]}).toList();
            blocked[wide][high] = town(drawing, !unknownWidth ? 6.0 : wide == 0 ? 2.0 : 13, areas, known, free)
                .blocked(Unknowns.PESSIMISTIC, seed, sample).get(0);
          }
        }
        var expected = java.util.EnumSet.noneOf(SurveyFact.class);
        if (blocked[0][0] != blocked[1][0] || blocked[0][1] != blocked[1][1]) {
          expected.add(SurveyFact.WIDTH);
        }
        if (blocked[0][0] != blocked[0][1] || blocked[1][0] != blocked[1][1]) {
          expected.add(SurveyFact.HEIGHTS);
        }
        assertEquals(expected, model.hangsOn(0, seed, sample), "seed " + seed + ", sample " + sample);
        seen.merge(expected.toString(), 1, Integer::sum);
      }
    }
    assertTrue(seen.size() == 3 && seen.values().stream().allMatch(count -> count > 10), seen.toString());
  }

  private static BlockageByRubble town(Drawing drawing, Double width, List<Geometry> areas, List<double[]> heights, double free) {
    return BlockageByRubble.of(withWidths(drawing, width), Drawing.PLANE, IntStream.range(0, areas.size())
        .mapToObj(house -> new BlockageBuilding(areas.get(house), heights.get(house)[0], heights.get(house)[1])).toList(), shares(free), 60);
  }

  /** Random blocks of houses: every sample agrees with looking at the free width from scratch, and readings stay in order. */
  @Test
  void randomTownsAgreeWithLookingAtEveryPlace() {
    int blockedOnce = 0;
    for (int seed = 0; seed < 15; seed++) {
      var random = new Random(seed);
      var drawing = new Drawing();
      IntStream.range(0, 12).forEach(node -> drawing.node("n" + node, random.nextInt(200), random.nextInt(200)));
      IntStream.range(0, 11).forEach(street -> drawing.street("n" + street, "n" + (street + 1)));
      var widths = IntStream.range(0, 11).mapToObj(i -> random.nextInt(3) == 0 ? null : (Double) (2.0 + random.nextInt(9)))
          .toArray(Double[]::new);
      var streets = withWidths(drawing, widths);
      var houses = new ArrayList<BlockageBuilding>();
      for (int i = 0; i < 40; i++) {
        double x = random.nextInt(200);
        double y = random.nextInt(200);
        double least = 3 + random.nextInt(9);
        houses.add(new BlockageBuilding(rectangle(x, y, x + 4 + random.nextInt(12), y + 4 + random.nextInt(12)), least,
            least + 3 * random.nextInt(2)));
      }
      var model = BlockageByRubble.of(streets, Drawing.PLANE, houses, shares(1), 40);
      for (int sample = 0; sample < 4; sample++) {
        var sure = model.blocked(Unknowns.OPTIMISTIC, seed, sample);
        var perhaps = model.blocked(Unknowns.PESSIMISTIC, seed, sample);
        var both = (BitSet) sure.clone();
        both.and(perhaps);
        assertEquals(sure, both, "seed " + seed);
        for (int street = 0; street < 11; street++) {
          if (street != 4) {
            assertEquals(blocked(streets.street(street), houses, seed, sample), sure.get(street), "seed " + seed + ", " + street);
          }
        }
        assertFalse(perhaps.get(4), "a bridge");
        blockedOnce += sure.cardinality();
      }
    }
    assertTrue(blockedOnce > 30, blockedOnce + " streets blocked");
  }

  private static boolean blocked(Street street, List<BlockageBuilding> houses, long seed, int sample) {
    var line = Drawing.PLANE.toMetres(street.line());
    var rubble = IntStream.range(0, houses.size()).filter(house -> 100 * Chance.of(seed, sample, house) < 40)
        .mapToObj(house -> Drawing.PLANE.toMetres(houses.get(house).geometry())
            .buffer(houses.get(house).leastHeightM() * 2 / 3, 64)).reduce(Geometry::union).orElseThrow();
    double half = (street.widthM() == null ? 13 : street.widthM()) / 2;
    var a = line.getCoordinates()[0];
    var b = line.getCoordinates()[1];
    int parts = Math.max(1, (int) Math.ceil(line.getLength() / 2));
    for (int part = 0; part < parts; part++) {
      double x = a.x + (part + 0.5) / parts * (b.x - a.x);
      double y = a.y + (part + 0.5) / parts * (b.y - a.y);
      double dx = -(b.y - a.y) / line.getLength() * half;
      double dy = (b.x - a.x) / line.getLength() * half;
      var across = GEOMETRIES.createLineString(new Coordinate[] {new Coordinate(x - dx, y - dy), new Coordinate(x + dx, y + dy)});
      var free = across.difference(rubble);
      double widest = IntStream.range(0, free.getNumGeometries()).mapToDouble(i -> free.getGeometryN(i).getLength()).max()
          .orElse(0);
      if (free.getLength() < across.getLength() - 0.001 && widest <= 1) {
        return true;
      }
    }
    return false;
  }

  @Test
  void chanceIsEvenAndItsOwn() {
    var tenths = new int[10];
    IntStream.range(0, 1_000).forEach(sample -> IntStream.range(0, 100)
        .forEach(item -> tenths[(int) (10 * Chance.of(3, sample, item))]++));
    assertTrue(Arrays.stream(tenths).allMatch(count -> Math.abs(count - 10_000) < 5 * Math.sqrt(9_000)), Arrays.toString(tenths));
    int together = (int) IntStream.range(0, 100_000)
        .filter(i -> Chance.of(3, i, 7) < 0.5 == Chance.of(3, i, 8) < 0.5).count();
    int onward = (int) IntStream.range(0, 100_000)
        .filter(i -> Chance.of(3, i, 7) < 0.5 == Chance.of(3, i + 1, 7) < 0.5).count();
    assertEquals(50_000, together, 5 * Math.sqrt(25_000));
    assertEquals(50_000, onward, 5 * Math.sqrt(25_000));
  }
}
