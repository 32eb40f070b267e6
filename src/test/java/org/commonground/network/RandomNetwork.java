package org.commonground.network;

import java.util.Random;

/** Networks drawn by chance from a seed: clustered junctions, streets between near and far ones, some twice, some loops. */
final class RandomNetwork {

  private RandomNetwork() {
  }

  static StreetNetwork draw(Random random, int nodes, int streets) {
    var drawing = new Drawing();
    for (int node = 0; node < nodes; node++) {
      drawing.node("n" + node, random.nextInt(2_000), random.nextInt(2_000));
    }
    for (int street = 0; street < streets; street++) {
      var from = "n" + random.nextInt(nodes);
      var to = "n" + random.nextInt(nodes);
      if (random.nextInt(10) == 0) {
        drawing.steps(from, to);
      } else {
        drawing.street(from, to);
      }
    }
    return drawing.network();
  }
}
