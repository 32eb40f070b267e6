package org.commonground.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class DeckHeightsTest {

  private final List<Street> streets = new ArrayList<>();

  /** @param kind {@code bridge}, {@code steps} or anything else for the ground */
  private void street(int from, int to, int metres, String kind) {
    var line = OsmShapes.LON_LAT.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(0.001, 0)});
    streets.add(new Street(streets.size(), 1, from, to, line, 1000 * metres, "path", null, Map.of(), null, null, null,
        kind.equals("steps"), null, null, null, kind.equals("bridge"), false, 0, null, null, null));
  }

  private double[] heights(double... ground) {
    return DeckHeights.of(new StreetNetwork(new double[ground.length], new double[ground.length], streets), ground);
  }

  /** From a bank at 10 m to one at 40 m over a river at 0 m: by length, not by number of sections. */
  @Test
  void aChainRunsStraightBetweenItsBanks() {
    street(0, 1, 500, "ground");
    street(1, 2, 10, "bridge");
    street(2, 3, 50, "bridge");
    street(3, 4, 40, "bridge");
    street(4, 5, 500, "ground");
    assertArrayEquals(new double[] {5, 10, 13, 28, 40, 45}, heights(5, 10, 0, 0, 40, 45), 1e-9);
  }

  @Test
  void stairsUpToABridgeDoNotPullItDown() {
    street(0, 1, 30, "bridge");
    street(1, 2, 30, "bridge");
    street(1, 3, 20, "steps");
    assertArrayEquals(new double[] {10, 15, 20, 0}, heights(10, 0, 20, 0), 1e-9);
    street(1, 4, 20, "ground");
    assertArrayEquals(new double[] {10, 3, 20, 0, 0}, heights(10, 3, 20, 0, 0), 1e-9,
        "a street joins it: an islet");
  }

  @Test
  void whatHangsOnAnUnknownBankIsUnknown() {
    street(0, 1, 30, "bridge");
    street(1, 2, 30, "bridge");
    street(3, 4, 30, "bridge");
    street(4, 5, 30, "bridge");
    assertArrayEquals(new double[] {Double.NaN, Double.NaN, 20, 1, 2, 3}, heights(Double.NaN, 7, 20, 1, 9, 3), 1e-9);
  }

  @Test
  void aRingWithoutABankIsLevel() {
    street(0, 1, 30, "bridge");
    street(1, 2, 30, "bridge");
    street(2, 0, 30, "bridge");
    street(3, 3, 30, "bridge");
    var heights = heights(4, 5, 6, 7);
    assertTrue(heights[0] >= 4 && heights[0] <= 6);
    assertArrayEquals(new double[] {heights[0], heights[0], heights[0], 7}, heights, 1e-9);
  }

  /** Certificate: each node off the ground is the mean of its neighbours, weighed by nearness; that has one solution. */
  @Test
  void randomBridgesAreMeansOfTheirNeighbours() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      streets.clear();
      int nodes = 5 + random.nextInt(60);
      for (int i = 0; i < 2 * nodes; i++) {
        street(random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(300), random.nextInt(9) > 0 ? "bridge"
            : random.nextBoolean() ? "steps" : "ground");
      }
      var ground = random.doubles(nodes, 0, 100).toArray();
      var network = new StreetNetwork(new double[nodes], new double[nodes], streets);
      var heights = DeckHeights.of(network, ground);
      var off = DeckHeights.offGround(network);
      var sum = new double[nodes];
      var weight = new double[nodes];
      for (var street : streets) {
        if (street.bridge() && street.from() != street.to()) {
          double near = 1.0 / street.lengthMm();
          sum[street.from()] += near * heights[street.to()];
          weight[street.from()] += near;
          sum[street.to()] += near * heights[street.from()];
          weight[street.to()] += near;
        }
      }
      for (int node = 0; node < nodes; node++) {
        assertEquals(off[node] && weight[node] > 0 ? sum[node] / weight[node] : ground[node], heights[node], 1e-7, "seed " + seed);
      }
      assertTrue(Arrays.stream(heights).allMatch(height -> height >= 0 && height <= 100), "seed " + seed);
    }
  }
}
