package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Different directions against trying every subset. */
class DirectionsTest {

  @Test
  void roundTheCircle() {
    assertEquals(0, Directions.count(new double[0], 60));
    assertEquals(1, Directions.count(new double[] {10}, 180));
    assertEquals(1, Directions.count(new double[] {350, 10}, 60));
    assertEquals(2, Directions.count(new double[] {350, 50}, 60));
    assertEquals(3, Directions.count(new double[] {355, 0, 120, 235, 240}, 115));
  }

  @Test
  void equalsBruteForce() {
    var random = new Random(7);
    for (int trial = 0; trial < 2_000; trial++) {
      int places = random.nextInt(11);
      boolean round = random.nextBoolean();
      var bearings = random.doubles(places, 0, 360).map(bearing -> round ? 15 * Math.floor(bearing / 15) : bearing).toArray();
      double least = round ? 15 * (1 + random.nextInt(14)) : 1 + 200 * random.nextDouble();
      assertEquals(mostBySubsets(bearings, least), Directions.count(bearings, least), "trial " + trial);
    }
  }

  private static int mostBySubsets(double[] bearings, double least) {
    return IntStream.range(0, 1 << bearings.length).filter(subset -> {
      for (int i = 0; i < bearings.length; i++) {
        for (int k = 0; k < i; k++) {
          double apart = Math.abs(bearings[i] - bearings[k]);
          if ((subset >> i & 1) == 1 && (subset >> k & 1) == 1 && Math.min(apart, 360 - apart) < least) {
            return false;
          }
        }
      }
      return true;
    }).map(Integer::bitCount).max().orElse(0);
  }
}
