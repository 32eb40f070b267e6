package org.commonground.network;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Networks drawn by chance from a seed: junctions in a square of 2 km, streets between near and far ones, some twice, some bent,
 * some loops, some stairs, some without a recorded surface.
 */
public final class RandomNetwork {

  private RandomNetwork() {
  }

  public static StreetNetwork draw(Random random, int nodes, int streets) {
    var drawing = new Drawing();
    for (int node = 0; node < nodes; node++) {
      drawing.node("n" + node, random.nextInt(2_000), random.nextInt(2_000));
    }
    for (int street = 0; street < streets; street++) {
      var from = "n" + random.nextInt(nodes);
      var to = "n" + random.nextInt(nodes);
      int kind = random.nextInt(10);
      if (kind == 0) {
        drawing.steps(from, to);
      } else if (kind == 1) {
        drawing.bent(from, to, List.of(new Coordinate(random.nextInt(2_000), random.nextInt(2_000)),
            new Coordinate(random.nextInt(2_000), random.nextInt(2_000))));
      } else if (kind == 2) {
        drawing.street(from, to, "footway", null, null, null);
      } else {
        drawing.street(from, to);
      }
    }
    return drawing.network();
  }

  /** The same streets with random times, other ones each way, from 1 to {@code longest} ms: so few that many ways are equal. */
  static WalkGraph uneven(WalkGraph graph, Random random, int longest) {
    int streets = graph.streets().streets().size();
    var toEnd = new int[streets];
    var toStart = new int[streets];
    for (int street = 0; street < streets; street++) {
      if (graph.passable(street)) {
        toEnd[street] = 1 + random.nextInt(longest);
        toStart[street] = 1 + random.nextInt(longest);
      }
    }
    return graph.withTimes(toEnd, toStart);
  }
}
