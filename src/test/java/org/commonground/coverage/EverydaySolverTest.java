package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Everyday walks to spaces: drawn, and drawn by chance against {@link TextbookWalks} and against counting cells of ground. */
class EverydaySolverTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 0.5, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double DETOUR = Reach.ACCESS_DETOUR_METRES;

  private record Home(double x, double y, int people, int wheelchairs, int district) {
  }

  private static Geometry box(double west, double south, double east, double north) {
    return Drawing.PLANE.toDegrees(GEOMETRIES.toGeometry(new Envelope(west, east, south, north)));
  }

  private static EverydayProblem problem(StreetNetwork streets, List<Home> homes, List<EverydaySpace> spaces, List<Geometry> districts,
      int... limits) {
    var at = homes.stream().map(home -> Drawing.degrees(home.x(), home.y())).toList();
    var wheelchairs = homes.stream().mapToInt(Home::wheelchairs).toArray();
    var places = new DemandPlaces(at.stream().mapToDouble(one -> one.x).toArray(), at.stream().mapToDouble(one -> one.y).toArray(),
        homes.stream().mapToInt(Home::people).toArray(), homes.stream().mapToInt(Home::district).toArray(),
        Map.of("wheelchair", wheelchairs));
    var sites = spaces.stream().map(space -> new ShelterSite(space.geometry(), null)).toList();
    var others = homes.stream().mapToInt(home -> home.people() - home.wheelchairs()).toArray();
    return new EverydayProblem(Stream.of(ADULT, WHEELS).map(profile -> new Walkers(
        Reach.of(new CoverageProblem(streets, profile, places, districts.size(), sites)),
        profile == ADULT ? others : wheelchairs)).toList(), spaces, districts, limits);
  }

  /**
   * <pre>
   *   home 0 ──300 m── crossing ──300 m asphalt── park (100 x 100 m, a playground of 50 x 50 m in it)
   *                        └──────100 m gravel?── garden (a point), home 1 beside it
   * </pre>
   */
  @Test
  void drawn() {
    var streets = new Drawing().node("a", 0, 0).node("b", 300, 0).node("c", 700, 0).node("d", 300, -100).street("a", "b").street("b", "c")
        .street("b", "d", "footway", null, null, null).network();
    var homes = List.of(new Home(0, 0, 10, 2, 0), new Home(300, -100, 5, 1, 1), new Home(0, 0, 3, 0, -1));
    var spaces = List.of(new EverydaySpace(box(600, -50, 700, 50), true), new EverydaySpace(box(650, 0, 700, 50), true),
        new EverydaySpace(GEOMETRIES.createPoint(Drawing.degrees(300, -100)), true),
        new EverydaySpace(GEOMETRIES.createPoint(Drawing.degrees(300, 0)), false));
    var districts = List.of(box(-50, -20, 650, 100), box(-50, -200, 650, -20));
    var result = EverydaySolver.solve(problem(streets, homes, spaces, districts, 300_000, 600_000, 900_000));

    assertArrayEquals(new double[] {10_000, 0, 0, 0}, result.ownGreenM2(), 1, "the playground's ground is the park's");
    assertEquals(3_500, result.districts().get(0).greenM2(), 1, "its west half, 50 m wide, from -20 to 50");
    assertEquals(1_500, result.districts().get(1).greenM2(), 1);
    assertEquals(5_000, result.outside().greenM2(), 1);
    assertEquals(10_000, result.total().greenM2(), 1);
    assertEquals(350, result.districts().get(0).greenM2PerPerson(), 0.1);

    var park = result.spaces().get(0);
    assertArrayEquals(new long[] {0, 8 + 3 + 4, 8 + 3 + 4}, park.sure(), "600 m and 400 m on foot at 1 m/s");
    assertArrayEquals(new long[] {0, 8 + 3 + 4, 8 + 3 + 4 + 1}, park.hoped(), "800 s on wheels over a path in doubt");
    assertArrayEquals(new long[] {0, 0, 1}, park.byKind()[1].hoped());
    assertArrayEquals(new long[] {4, 8 + 3 + 4, 8 + 3 + 4}, result.spaces().get(2).sure(), "wheels at the garden have no sure way even there");
    assertArrayEquals(new long[] {5, 5 + 8 + 3, 5 + 8 + 3 + 2}, result.spaces().get(2).hoped());
    assertArrayEquals(new long[] {8 + 3 + 4, 8 + 3 + 4 + 2, 8 + 3 + 4 + 2}, result.spaces().get(3).sure());

    var west = result.districts().get(0);
    assertEquals(List.of(0L, 8L, 8L), west.within().stream().map(GreenSupply.Within::sure).toList());
    assertEquals(List.of(0L, 0L, 2L), west.within().stream().map(GreenSupply.Within::unknown).toList());
    assertEquals(List.of(10L, 2L, 0L), west.within().stream().map(GreenSupply.Within::without).toList());
    assertEquals(10_000.0 * 8 / (8 + 3 + 5), west.within().get(2).leastM2(), 1, "if the wheelchair of the south comes too");
    assertEquals(10_000.0 * 8 / (8 + 3 + 4), west.within().get(2).mostM2(), 1);
    assertEquals(10_000, result.total().within().get(2).leastM2(), 1);
    assertTrue(result.assumptions().stream().anyMatch(told -> told.sentence().startsWith("1 public green spaces have no outline")));
    assertNull(new GreenSupply(0, 5, List.of()).greenM2PerPerson());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    var streets = new Drawing().node("a", 0, 0).node("b", 300, 0).street("a", "b").network();
    var park = List.of(new EverydaySpace(box(0, 0, 10, 10), true));
    var homes = List.of(new Home(0, 0, 1, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> problem(streets, homes, park, List.of(), 600_000, 300_000));
    assertThrows(IllegalArgumentException.class, () -> problem(streets, homes, park, List.of()));
    var good = problem(streets, homes, park, List.of(), 600_000);
    assertThrows(IllegalArgumentException.class, () -> new EverydayProblem(good.walkers(), List.of(), List.of(), good.limitMillis()));
  }

  /** A town whose paved streets hang together, with paths in doubt, stairs and short cuts between them. */
  private static StreetNetwork town(Random random) {
    var drawing = new Drawing();
    for (int i = 0; i < 36; i++) {
      drawing.node("n" + i, 200 * (i % 6) + random.nextInt(80), 200 * (i / 6) + random.nextInt(80));
      if (i % 6 > 0) {
        drawing.street("n" + (i - 1), "n" + i);
      } else if (i > 0) {
        drawing.street("n" + (i - 6), "n" + i);
      }
    }
    for (int i = 0; i < 36; i++) {
      var from = "n" + i;
      var to = "n" + (i % 6 > 0 && i >= 6 ? i - 6 : random.nextInt(36));
      switch (from.equals(to) ? 3 : random.nextInt(4)) {
        case 0 -> drawing.steps(from, to);
        case 1 -> drawing.street(from, to);
        case 2 -> drawing.street(from, to, "footway", null, null, null);
        default -> { }
      }
    }
    return drawing.network();
  }

  /** The same streets, some of them closed. */
  private static StreetNetwork without(StreetNetwork streets, boolean steps, boolean doubts) {
    var left = streets.streets().stream().map(street -> street.steps() && steps || street.surface() == null && doubts
        ? new Street(street.id(), street.osmId(), street.from(), street.to(), street.line(), street.lengthMm(), street.kind(),
            street.name(), street.names(), null, "asphalt", null, street.steps(), null, null, null, false, false, 0, "private", null, null)
        : street).toList();
    var nodes = IntStream.range(0, streets.nodeCount()).toArray();
    return new StreetNetwork(IntStream.of(nodes).mapToDouble(streets::nodeLon).toArray(),
        IntStream.of(nodes).mapToDouble(streets::nodeLat).toArray(), left);
  }

  /** Walking time of every home to every space by the textbook. */
  private static int[][] walks(StreetNetwork streets, Profile profile, List<Home> homes, List<EverydaySpace> spaces,
      int[] homeAccess, int[] spaceAccess) {
    var textbook = new TextbookWalks(streets, profile);
    var most = Math.round(1000 * DETOUR / profile.speedMetresPerSecond());
    var millis = new int[homes.size()][spaces.size()];
    var stretches = spaces.stream().map(space -> textbook.stretches(space.geometry())).toList();
    for (int home = 0; home < homes.size(); home++) {
      var at = Drawing.degrees(homes.get(home).x(), homes.get(home).y());
      var on = textbook.on(at.x, at.y);
      boolean joined = homeAccess[home] < 0 || on.accessMillis() <= homeAccess[home] + most;
      homeAccess[home] = homeAccess[home] < 0 ? on.accessMillis() : homeAccess[home];
      var times = textbook.times(on);
      for (int space = 0; space < spaces.size(); space++) {
        int access = stretches.get(space).stream().mapToInt(TextbookWalks.Stretch::accessMillis).min().orElseThrow();
        boolean entered = spaceAccess[space] < 0 || access <= spaceAccess[space] + most;
        spaceAccess[space] = spaceAccess[space] < 0 ? access : spaceAccess[space];
        boolean inside = spaces.get(space).geometry().covers(GEOMETRIES.createPoint(at));
        millis[home][space] = inside ? 0 : joined && entered ? textbook.walk(on, times, stretches.get(space)) : TextbookWalks.NO_WAY;
      }
    }
    return millis;
  }

  private static int[] unset(int count) {
    return IntStream.range(0, count).map(i -> -1).toArray();
  }

  /** Seven, no two equally large. */
  private static List<Envelope> boxes(Random random) {
    var boxes = new ArrayList<Envelope>();
    while (boxes.size() < 7) {
      double x = 10 * random.nextInt(100);
      double y = 10 * random.nextInt(100);
      var box = new Envelope(x, x + 10 + 10 * random.nextInt(30), y, y + 10 + 10 * random.nextInt(30));
      if (boxes.stream().noneMatch(other -> other.getArea() == box.getArea())) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  @Test
  void townsByChance() {
    var limits = new int[] {150_000, 400_000, 900_000};
    int inDoubt = 0;
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var streets = town(random);
      var homes = new ArrayList<Home>();
      for (int i = 0; i < 30; i++) {
        int people = random.nextInt(9);
        homes.add(new Home(random.nextInt(1_100), random.nextInt(1_100), people, random.nextInt(people + 1), random.nextInt(3) - 1));
      }
      var boxes = boxes(random);
      var spaces = boxes.stream().map(box -> new EverydaySpace(box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
          random.nextInt(4) > 0)).toList();
      var halves = List.of(box(-500, -500, 600, 2_000), box(600, -500, 2_000, 700));
      var result = EverydaySolver.solve(problem(streets, homes, spaces, halves, limits));
      checkGround(result, boxes, spaces, "seed " + seed);

      var onFoot = walks(streets, ADULT, homes, spaces, unset(30), unset(7));
      var homeAccess = unset(30);
      var spaceAccess = unset(7);
      var hoped = walks(without(streets, true, false), WHEELS, homes, spaces, homeAccess, spaceAccess);
      var sure = walks(without(streets, true, true), WHEELS, homes, spaces, homeAccess, spaceAccess);
      for (int home = 0; home < 30; home++) {
        for (int space = 0; space < 7; space++) {
          hoped[home][space] = Math.min(hoped[home][space], sure[home][space]);
        }
      }
      inDoubt += check(result, homes, spaces, limits, onFoot, sure, hoped, "seed " + seed);
    }
    assertTrue(inDoubt > 200, inDoubt + " people in doubt");
  }

  /** Cells of 10 m, each for the largest green box that holds it. */
  private static void checkGround(EverydayResult result, List<Envelope> boxes, List<EverydaySpace> spaces, String what) {
    var own = new double[boxes.size()];
    var parts = new double[3];
    for (int x = 5; x < 1_400; x += 10) {
      for (int y = 5; y < 1_400; y += 10) {
        int best = -1;
        for (int space = 0; space < boxes.size(); space++) {
          if (spaces.get(space).green() && boxes.get(space).contains(x, y)
              && (best < 0 || boxes.get(space).getArea() > boxes.get(best).getArea())) {
            best = space;
          }
        }
        if (best >= 0) {
          own[best] += 100;
          parts[x < 600 ? 0 : y < 700 ? 1 : 2] += 100;
        }
      }
    }
    assertArrayEquals(own, result.ownGreenM2(), 5, what);
    assertEquals(parts[0], result.districts().get(0).greenM2(), 5, what);
    assertEquals(parts[1], result.districts().get(1).greenM2(), 5, what);
    assertEquals(parts[2], result.outside().greenM2(), 5, what);
    assertEquals(result.total().greenM2(), parts[0] + parts[1] + parts[2], 5, what);
  }

  /** @return people whose green hangs on what is not recorded */
  private static int check(EverydayResult result, List<Home> homes, List<EverydaySpace> spaces, int[] limits, int[][] onFoot, int[][] sure,
      int[][] hoped, String what) {
    int inDoubt = 0;
    var parts = List.of(result.outside(), result.districts().get(0), result.districts().get(1));
    for (int limit = 0; limit < limits.length; limit++) {
      // By part (outside, first, second district): surely, perhaps, all; by space: surely, perhaps.
      var green = new long[3][3];
      var visitors = new long[spaces.size()][3][2];
      for (int home = 0; home < homes.size(); home++) {
        int part = homes.get(home).district() + 1;
        int wheels = homes.get(home).wheelchairs();
        int feet = homes.get(home).people() - wheels;
        boolean[] any = new boolean[3];
        for (int space = 0; space < spaces.size(); space++) {
          boolean[] in = {onFoot[home][space] <= limits[limit], sure[home][space] <= limits[limit], hoped[home][space] <= limits[limit]};
          visitors[space][part][0] += (in[0] ? feet : 0) + (in[1] ? wheels : 0);
          visitors[space][part][1] += (in[0] ? feet : 0) + (in[2] ? wheels : 0);
          for (int kind = 0; kind < 3; kind++) {
            any[kind] |= in[kind] && spaces.get(space).green();
          }
        }
        green[part][0] += (any[0] ? feet : 0) + (any[1] ? wheels : 0);
        green[part][1] += (any[0] ? feet : 0) + (any[2] ? wheels : 0);
        green[part][2] += feet + wheels;
      }
      for (int space = 0; space < spaces.size(); space++) {
        assertEquals(visitors[space][0][0] + visitors[space][1][0] + visitors[space][2][0], result.spaces().get(space).sure()[limit], what);
        assertEquals(visitors[space][0][1] + visitors[space][1][1] + visitors[space][2][1], result.spaces().get(space).hoped()[limit], what);
      }
      for (int part = 0; part < 3; part++) {
        var within = parts.get(part).within().get(limit);
        assertEquals(green[part][0], within.sure(), what);
        assertEquals(green[part][1] - green[part][0], within.unknown(), what);
        assertEquals(green[part][2], parts.get(part).people(), what);
        inDoubt += within.unknown();
        var bounds = bounds(visitors, part, result.ownGreenM2());
        assertEquals(bounds[0], within.leastM2(), 1e-6 * result.total().greenM2() + 1e-9, what);
        assertEquals(bounds[1], within.mostM2(), 1e-6 * result.total().greenM2() + 1e-9, what);
      }
      var all = result.total().within().get(limit);
      assertEquals(all.sure(), green[0][0] + green[1][0] + green[2][0], what);
      assertEquals(all.without(), green[0][2] + green[1][2] + green[2][2] - green[0][1] - green[1][1] - green[2][1], what);
    }
    return inDoubt;
  }

  /** The least and most of each space's green that a part can have, by trying every number of people who may come. */
  private static double[] bounds(long[][][] visitors, int part, double[] own) {
    var bounds = new double[2];
    for (int space = 0; space < own.length; space++) {
      double least = 1;
      double most = 0;
      long others = visitors[space][(part + 1) % 3][0] + visitors[space][(part + 2) % 3][0];
      long mostOthers = visitors[space][(part + 1) % 3][1] + visitors[space][(part + 2) % 3][1];
      for (long mine = visitors[space][part][0]; mine <= visitors[space][part][1]; mine++) {
        for (long theirs = others; theirs <= mostOthers; theirs++) {
          double share = mine == 0 ? 0 : (double) mine / (mine + theirs);
          least = Math.min(least, share);
          most = Math.max(most, share);
        }
      }
      bounds[0] += least * own[space];
      bounds[1] += most * own[space];
    }
    return bounds;
  }

  @Test
  void sameAgain() {
    var first = run();
    assertEquals(first, run());
  }

  private static String run() {
    var random = new Random(7);
    var streets = town(random);
    var homes = IntStream.range(0, 30).mapToObj(i -> new Home(random.nextInt(1_100), random.nextInt(1_100), 5, 2, -1)).toList();
    var spaces = IntStream.range(0, 9).mapToObj(i -> new EverydaySpace(GEOMETRIES.createPoint(
        new Coordinate(Drawing.degrees(random.nextInt(1_000), random.nextInt(1_000)))).buffer(0.0005), true)).toList();
    var result = EverydaySolver.solve(problem(streets, homes, spaces, List.of(), 300_000));
    return result.total() + " " + java.util.Arrays.toString(result.ownGreenM2());
  }
}
