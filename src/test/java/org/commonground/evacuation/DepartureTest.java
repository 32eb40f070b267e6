package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.commonground.evacuation.Departure.Curve;
import org.junit.jupiter.api.Test;

class DepartureTest {

  @Test
  void atOnceAndLater() {
    assertArrayEquals(new int[] {7}, Departure.immediate().readyAtStep(7, 10, 0));
    assertArrayEquals(new int[] {0, 0, 7}, Departure.immediate().readyAtStep(7, 10, 2));
  }

  /** Half are gone at the half-time, 63.2 % (1 - 1/e) after s times root two; the slopes are those of the formulas. */
  @Test
  void curvesAreTheirFormulas() {
    var logistic = new Departure(Curve.LOGISTIC, 20, 0.3);
    assertEquals(0.5, logistic.left(20), 1e-12);
    assertEquals(1 / (1 + Math.exp(3)), logistic.left(10), 1e-12);
    var rayleigh = new Departure(Curve.RAYLEIGH, 15, 0);
    assertEquals(1 - Math.exp(-1), rayleigh.left(15 * Math.sqrt(2)), 1e-12);
    assertEquals(0, rayleigh.left(0), 1e-12);
    var ready = rayleigh.readyAtStep(1_000, 60, 0);
    assertEquals(Math.round(1_000 * rayleigh.left(15)), Arrays.stream(ready, 0, 16).sum());
  }

  @Test
  void everybodyLeavesOnce() {
    var random = new Random(1);
    for (int i = 0; i < 500; i++) {
      var departure = random.nextBoolean() ? new Departure(Curve.LOGISTIC, 1 + random.nextInt(60), 0.05 + random.nextDouble())
          : new Departure(Curve.RAYLEIGH, 1 + random.nextInt(60), 0);
      int people = random.nextInt(3_000);
      int wait = random.nextInt(20);
      var ready = departure.readyAtStep(people, 1 + random.nextInt(60), wait);
      assertEquals(people, Arrays.stream(ready).sum());
      assertEquals(0, Arrays.stream(ready, 0, Math.min(wait, ready.length - 1)).sum());
      assertTrue(Arrays.stream(ready).allMatch(each -> each >= 0));
      assertTrue(people == 0 || ready[ready.length - 1] > 0);
    }
  }

  @Test
  void departuresThatNeverEndAreRefused() {
    assertEquals("departure slope is 0.0 per minute, but must be above 0: people would never leave",
        assertThrows(IllegalArgumentException.class, () -> new Departure(Curve.LOGISTIC, 20, 0)).getMessage());
    assertEquals("departure minutes are 5000.0, but must be above 0 and at most 1440",
        assertThrows(IllegalArgumentException.class, () -> new Departure(Curve.RAYLEIGH, 5_000, 0)).getMessage());
    assertEquals("departures would go on for 13836.0 minutes, more than 1440: choose a shorter time or a steeper slope",
        assertThrows(IllegalArgumentException.class, () -> new Departure(Curve.LOGISTIC, 20, 0.001)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Departure(Curve.RAYLEIGH, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new Departure(Curve.LOGISTIC, 20, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Departure(Curve.LOGISTIC, Double.POSITIVE_INFINITY, 1));
    assertThrows(IllegalArgumentException.class, () -> Departure.immediate().readyAtStep(5, 60, 1_441));
  }
}
