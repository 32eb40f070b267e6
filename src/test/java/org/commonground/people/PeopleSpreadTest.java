package org.commonground.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class PeopleSpreadTest {

  @Test
  void drawnCase() {
    assertArrayEquals(new int[] {5, 3, 2}, PeopleSpread.spread(10, new double[] {50, 30, 20}));
    assertArrayEquals(new int[] {4, 3, 3}, PeopleSpread.spread(10, new double[] {1, 1, 1}));
    assertArrayEquals(new int[] {0, 7, 0}, PeopleSpread.spread(7, new double[] {0, 2, 0}));
    assertArrayEquals(new int[] {0, 0}, PeopleSpread.spread(7, new double[] {0, 0}), "nobody can live there");
    assertArrayEquals(new int[0], PeopleSpread.spread(7, new double[0]));
  }

  /** All three remainders are a third; computed in floating point, the last one looks larger. */
  @Test
  void equalRemaindersGoToTheLowerIndex() {
    assertArrayEquals(new int[] {2, 1, 0}, PeopleSpread.spread(3, new double[] {4, 4, 1}));
  }

  /** Against whole-number arithmetic that hands out one person after the other. */
  @Test
  void randomCasesAreTheLargestRemainders() {
    var random = new Random(20210421);
    for (int round = 0; round < 3000; round++) {
      var weight = random.ints(1 + random.nextInt(12), 0, 1 + random.nextInt(40)).toArray();
      int total = round % 10 == 0 ? Integer.MAX_VALUE - random.nextInt(1000) : random.nextInt(200);
      var people = PeopleSpread.spread(total, Arrays.stream(weight).asDoubleStream().toArray());
      assertArrayEquals(bruteForce(total, weight), people, () -> total + " over " + Arrays.toString(weight));
    }
  }

  private static int[] bruteForce(int total, int[] weight) {
    var people = new int[weight.length];
    long sum = Arrays.stream(weight).asLongStream().sum();
    if (sum == 0) {
      return people;
    }
    var remainder = new long[weight.length];
    long left = total;
    for (int i = 0; i < weight.length; i++) {
      var parts = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight[i])).divideAndRemainder(BigInteger.valueOf(sum));
      people[i] = parts[0].intValueExact();
      remainder[i] = parts[1].longValueExact();
      left -= people[i];
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < weight.length; i++) {
        largest = remainder[i] > remainder[largest] ? i : largest;
      }
      people[largest]++;
      remainder[largest] = -1;
    }
    return people;
  }

  @Test
  void isExactForManyBuildingsAndExtremeWeights() {
    var random = new Random(7);
    var areas = random.doubles(50_000, 0, 5000).toArray();
    assertEquals(1_234_567, Arrays.stream(PeopleSpread.spread(1_234_567, areas)).sum());
    assertArrayEquals(new int[] {50, 50}, PeopleSpread.spread(100, new double[] {1e308, 1e308}));
    assertArrayEquals(new int[] {50, 50}, PeopleSpread.spread(100, new double[] {Double.MIN_VALUE, Double.MIN_VALUE}));
    assertArrayEquals(new int[] {100, 0}, PeopleSpread.spread(100, new double[] {1e308, 1e-300}));
  }

  @Test
  void refusesWhatCannotBeSpread() {
    assertThrows(IllegalArgumentException.class, () -> PeopleSpread.spread(-1, new double[] {1}));
    for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> PeopleSpread.spread(1, new double[] {1, weight}));
    }
  }

  @Test
  void livingArea() {
    assertEquals(300, PeopleSpread.livingAreaM2(building(BuildingUse.RESIDENTIAL, 100, 3.0, 99.0)), "storeys count before height");
    assertEquals(400, PeopleSpread.livingAreaM2(building(BuildingUse.RESIDENTIAL, 100, null, 14.9)));
    assertEquals(200, PeopleSpread.livingAreaM2(building(BuildingUse.UNKNOWN, 100, null, null)), "the stated default");
    assertEquals(150, PeopleSpread.livingAreaM2(building(BuildingUse.MIXED, 100, 3.0, null)), "half is lived in");
    assertEquals(100, PeopleSpread.livingAreaM2(building(BuildingUse.RESIDENTIAL, 100, 0.0, null)), "a ground floor at least");
    assertEquals(100, PeopleSpread.livingAreaM2(building(BuildingUse.RESIDENTIAL, 100, null, 2.0)));
    assertEquals(0, PeopleSpread.livingAreaM2(building(BuildingUse.OTHER, 100, 3.0, null)));
    assertEquals(0, PeopleSpread.livingAreaM2(building(BuildingUse.RESIDENTIAL, 19.9, 3.0, null)), "a shed");
  }

  private static Building building(BuildingUse use, double footprintM2, Double levels, Double heightM) {
    return new Building(0, "way/1", use, null, levels, heightM, footprintM2, new GeometryFactory().createPolygon(), Map.of());
  }

  @Test
  void largestRemaindersGetTheRest() {
    assertArrayEquals(new int[] {4, 4, 2}, PeopleSpread.spread(10, new double[] {3, 3, 2}));
    assertArrayEquals(new int[] {1, 1, 0}, PeopleSpread.spread(2, new double[] {1, 1, 1}), "equal remainders: the first ones");
    assertArrayEquals(new int[] {0, 7}, PeopleSpread.spread(7, new double[] {0, 5}));
    assertArrayEquals(new int[] {0, 0}, PeopleSpread.spread(7, new double[] {0, 0}));
    assertThrows(IllegalArgumentException.class, () -> PeopleSpread.spread(-1, new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> PeopleSpread.spread(1, new double[] {Double.NaN}));
  }

  /** Exact to the person, nobody off by one or more from the exact share (the quota rule), nobody where nobody lives. */
  @Test
  void randomSpreadsKeepTheQuota() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var weight = new double[1 + random.nextInt(200)];
      Arrays.setAll(weight, i -> random.nextInt(5) == 0 ? 0 : random.nextDouble() * Math.pow(10, random.nextInt(6)));
      weight[0] += 1e-3;
      int total = random.nextInt(1_000_000);
      var people = PeopleSpread.spread(total, weight);
      assertEquals(total, Arrays.stream(people).sum(), "seed " + seed);
      double sum = Arrays.stream(weight).sum();
      for (int i = 0; i < weight.length; i++) {
        assertTrue(Math.abs(people[i] - total * weight[i] / sum) < 1 + 1e-6, "seed " + seed);
        assertTrue(weight[i] > 0 || people[i] == 0);
      }
    }
  }
}
