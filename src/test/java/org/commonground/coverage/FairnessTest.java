package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairnessTest {

  private static final int NO_WAY = CoverageResult.NO_WAY;

  private static FairnessResult solve(int[] people, int[] district, int[] elderly, int[] millis, int limit) {
    var places = new DemandPlaces(new double[people.length], new double[people.length], people, district,
        elderly == null ? Map.of() : Map.of("elderly", elderly));
    return FairnessSolver.solve(new FairnessProblem(places, 2, millis, limit, null));
  }

  private static FairShare share(int[] people, int[] millis) {
    return solve(people, new int[people.length], null, millis, 100).all();
  }

  /** Ten persons: four walk 10 each, five 40 each, one 100. */
  @Test
  void drawn() {
    var found = share(new int[] {1, 4, 5}, new int[] {100, 10, 40});
    assertEquals(2.5, found.palma(), "100 over 4 × 10");
    assertEquals(100, found.worstTenthMillis());
    assertEquals(40, found.medianMillis());
    assertEquals(100, found.percentile95Millis());
    // Σ|a - b| over ordered pairs: 2 (4·5·30 + 4·1·90 + 5·1·60) = 2520; over 2 · 10² · mean 34
    assertEquals(2_520 / 6_800.0, found.gini(), 1e-15);
    assertEquals(10, found.covered());
  }

  @Test
  void personsAreSplitAtTheBoundary() {
    var three = share(new int[] {1, 1, 1}, new int[] {10, 20, 60});
    assertEquals(0.3 * 60 / (10 + 0.2 * 20), three.palma(), 1e-15);
    assertEquals(60, three.worstTenthMillis(), 1e-12);
    var equal = share(new int[] {3, 4}, new int[] {50, 50});
    assertEquals(0.25, equal.palma(), 1e-15);
    assertEquals(0, equal.gini());
  }

  @Test
  void whoHasNoWayIsCountedAndMakesTheWorstTenthUnknown() {
    var some = solve(new int[] {4, 6, 0, 9}, new int[] {0, 0, 0, -1}, new int[] {1, 0, 0, 0}, new int[] {10, NO_WAY, 5, 200}, 100);
    var first = some.districts().get(0);
    assertEquals(new FairShare(10, 4, 6, 10, 10, 0.0, 0.25, null, null, null), first);
    assertEquals(new FairShare(0, 0, 0, -1, -1, null, null, null, null, null), some.districts().get(1));
    assertEquals(9, some.outside().people());
    assertEquals(200, some.outside().worstTenthMillis(), 1e-9);
    assertEquals(10, some.groups().get("elderly").worstTenthMillis(), 1e-9, "the one elderly person has a way");
    var none = share(new int[] {3}, new int[] {NO_WAY});
    assertNull(none.gini());
    assertNull(none.palma());
    var inside = share(new int[] {9, 1}, new int[] {0, 70});
    assertNull(inside.palma(), "four tenths do not walk at all");
    assertEquals(0.9, inside.gini(), 1e-15);
  }

  /** Against every pair of persons, one by one, and tenths of persons laid out in a row. */
  @Test
  void randomPartsAgreeWithPersonsOneByOne() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int count = 1 + random.nextInt(12);
      var people = random.ints(count, 0, 6).toArray();
      var millis = random.ints(count, 0, random.nextBoolean() ? 5 : 1_000_000).toArray();
      var persons = IntStream.range(0, count).flatMap(i -> IntStream.generate(() -> millis[i]).limit(people[i])).sorted().toArray();
      var found = share(people, millis);
      if (persons.length == 0) {
        assertNull(found.gini());
        continue;
      }
      long all = Arrays.stream(persons).asLongStream().sum();
      long apart = 0;
      for (int a : persons) {
        for (int b : persons) {
          apart += Math.abs(a - b);
        }
      }
      assertEquals(all == 0 ? 0 : apart / (2.0 * persons.length * all), found.gini(), 1e-12, "seed " + seed);
      var tenths = Arrays.stream(persons).flatMap(one -> IntStream.generate(() -> one).limit(10)).asLongStream().toArray();
      long longest = Arrays.stream(tenths).skip(9L * persons.length).sum();
      long shortest = Arrays.stream(tenths).limit(4L * persons.length).sum();
      assertEquals(shortest == 0 ? null : (Double) ((double) longest / shortest), found.palma(), "seed " + seed);
      assertEquals((double) longest / persons.length, found.worstTenthMillis(), 1e-9 * longest, "seed " + seed);
    }
  }

  /** Longer units change nothing, nor does a city twice over; time taken from the longest walk and given to the shortest lowers it. */
  @Test
  void axiomsOfInequality() {
    var random = new Random(7);
    var people = random.ints(50, 1, 40).toArray();
    var millis = random.ints(50, 1_000, 100_000).toArray();
    var as = share(people, millis);
    var scaled = share(people, IntStream.of(millis).map(time -> 7 * time).toArray());
    assertEquals(as.gini(), scaled.gini(), 1e-12);
    assertEquals(as.palma(), scaled.palma(), 1e-12);
    var twice = share(IntStream.concat(IntStream.of(people), IntStream.of(people)).toArray(),
        IntStream.concat(IntStream.of(millis), IntStream.of(millis)).toArray());
    assertEquals(as.gini(), twice.gini(), 1e-12);
    assertEquals(as.palma(), twice.palma(), 1e-12);
    var ones = share(new int[] {1, 1, 1}, new int[] {10, 50, 90});
    assertTrue(share(new int[] {1, 1, 1}, new int[] {20, 50, 80}).gini() < ones.gini(), "Pigou and Dalton");
  }

  @Test
  void crowdsDoNotOverflow() {
    int much = Integer.MAX_VALUE - 1;
    var found = share(new int[] {1_000_000_000, 1_000_000_000}, new int[] {much, 0});
    assertEquals(0.5, found.gini(), 1e-12);
    assertEquals(much, found.worstTenthMillis(), 1e-3);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> share(new int[] {1, 2}, new int[] {1}));
    assertThrows(IllegalArgumentException.class, () -> share(new int[] {1}, new int[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> solve(new int[1], new int[] {2}, null, new int[1], 100));
    assertThrows(IllegalArgumentException.class, () -> solve(new int[1], new int[1], null, new int[1], 0));
  }

  private static Catchment zones(int[] limits, double... weights) {
    return new Catchment(limits, weights);
  }

  /**
   * Shelter 0 with 100 rooms, 3 from place 0 (10 people) and 8 from place 1 (20 people); shelter 1, unrecorded, 9 from place 1.
   */
  @Test
  void accessibilityDrawn() {
    var near = zones(new int[] {5, 10}, 1, 0.5);
    var result = CatchmentSolver.solve(new CatchmentProblem(new int[] {10, 20}, new int[] {0, 1, 3}, new int[] {0, 0, 1},
        new int[] {3, 8, 9}, new Integer[] {100, null}, 40, near, near));
    assertEquals(List.of(5.0, 2.5), Arrays.stream(result.least()).boxed().toList(), "100 over 10 + 0.5 × 20");
    assertEquals(List.of(5.0, 4.5), Arrays.stream(result.most()).boxed().toList(), "and half of 40 over 10");
    assertEquals(1, result.unknownCapacity());
    var separate = CatchmentSolver.solve(new CatchmentProblem(new int[] {10, 20}, new int[] {0, 1, 3}, new int[] {0, 0, 1},
        new int[] {3, 8, 9}, new Integer[] {100, 7}, 0, near, zones(new int[] {5}, 1)));
    assertEquals(List.of(10.0, 5.0), Arrays.stream(separate.least()).boxed().toList(), "only place 0 presses for it");
    assertEquals(1, separate.nobodyNear());
    assertThrows(IllegalArgumentException.class, () -> zones(new int[] {5, 5}, 1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> zones(new int[] {5, 10}, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> new CatchmentProblem(new int[1], new int[] {0, 1}, new int[] {1},
        new int[] {1}, new Integer[] {5}, 0, near, near));
  }

  /** With equal catchments all room goes to people, and no more than there is. */
  @Test
  void accessibilityConservesCapacity() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      int places = 1 + random.nextInt(40);
      int shelters = 1 + random.nextInt(8);
      var people = random.ints(places, 0, 9).toArray();
      var first = new int[places + 1];
      var shelter = new ArrayList<Integer>();
      var millis = new ArrayList<Integer>();
      for (int place = 0; place < places; place++) {
        for (int to = 0; to < shelters; to++) {
          if (random.nextInt(3) == 0) {
            shelter.add(to);
            millis.add(random.nextInt(1_000));
          }
        }
        first[place + 1] = shelter.size();
      }
      var capacity = random.ints(shelters, 0, 500).boxed().toArray(Integer[]::new);
      var zones = zones(new int[] {200, 500, 800}, 1, 0.68, 0.22);
      var result = CatchmentSolver.solve(new CatchmentProblem(people, first, shelter.stream().mapToInt(i -> i).toArray(),
          millis.stream().mapToInt(i -> i).toArray(), capacity, 0, zones, zones));
      var near = new boolean[shelters];
      for (int place = 0; place < places; place++) {
        for (int walk = first[place]; walk < first[place + 1]; walk++) {
          near[shelter.get(walk)] |= people[place] > 0 && millis.get(walk) <= 800;
        }
      }
      double given = IntStream.range(0, places).mapToDouble(place -> people[place] * result.least()[place]).sum();
      assertEquals(IntStream.range(0, shelters).filter(to -> near[to]).mapToDouble(to -> capacity[to]).sum(), given, 1e-9,
          "seed " + seed);
    }
  }
}
