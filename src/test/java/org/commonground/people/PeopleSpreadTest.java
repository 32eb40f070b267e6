package org.commonground.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeopleSpreadTest {

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
