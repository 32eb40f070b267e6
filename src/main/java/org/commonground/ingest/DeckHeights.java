package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;

/**
 * Heights of nodes, on bridges and in tunnels too, where the ground is not what is walked on.
 *
 * <ol>
 *   <li>A node lies off the ground where two sections of bridge or tunnel meet and nothing else but stairs joins them. Every other
 *       node stands on the ground.
 *   <li>Off the ground, sections run straight: the height of a node is the mean of its neighbours', the nearer counting the more.
 *       Along a chain this is interpolation by length between its ends on land.
 *   <li>These means are found by taking out node after node, as a mesh of resistors is made smaller (star-mesh transform), fewest
 *       neighbours first, and putting the heights in on the way back. That is exact.
 * </ol>
 */
final class DeckHeights {

  private record Taken(int node, Map<Integer, Double> links) {
  }

  private final double[] height;
  private final boolean[] offGround;
  /** Of each node off the ground: one over the metres to each neighbour, on land or not. */
  private final TreeMap<Integer, TreeMap<Integer, Double>> links = new TreeMap<>();

  private DeckHeights(StreetNetwork streets, double[] ground) {
    height = ground.clone();
    offGround = offGround(streets);
    for (var street : streets.streets()) {
      if (isLifted(street) && street.from() != street.to()) {
        double perMetre = 1000.0 / Math.max(1, street.lengthMm());
        link(street.from(), street.to(), perMetre);
        link(street.to(), street.from(), perMetre);
      }
    }
  }

  /**
   * @param ground height of the ground at each node; NaN where not known
   * @return height of each node; NaN where it is not known or hangs on one that is not
   */
  static double[] of(StreetNetwork streets, double[] ground) {
    var decks = new DeckHeights(streets, ground);
    decks.putBack(decks.takeOut());
    return decks.height;
  }

  static boolean isLifted(Street street) {
    return street.bridge() || street.tunnel();
  }

  /** Whether each node lies on a bridge or in a tunnel, with no ground under the feet. */
  static boolean[] offGround(StreetNetwork streets) {
    var liftedEnds = new int[streets.nodeCount()];
    var landed = new boolean[streets.nodeCount()];
    for (var street : streets.streets()) {
      if (isLifted(street)) {
        liftedEnds[street.from()]++;
        liftedEnds[street.to()]++;
      } else if (!street.steps()) {
        landed[street.from()] = true;
        landed[street.to()] = true;
      }
    }
    var off = new boolean[landed.length];
    for (int node = 0; node < off.length; node++) {
      off[node] = liftedEnds[node] >= 2 && !landed[node];
    }
    return off;
  }

  private void link(int node, int neighbour, double perMetre) {
    if (offGround[node]) {
      links.computeIfAbsent(node, none -> new TreeMap<>()).merge(neighbour, perMetre, Double::sum);
    }
  }

  private List<Taken> takeOut() {
    var taken = new ArrayList<Taken>();
    var waiting = new TreeSet<Long>();
    links.forEach((node, neighbours) -> waiting.add(key(node, neighbours)));
    while (!waiting.isEmpty()) {
      int node = waiting.pollFirst().intValue();
      var star = links.remove(node);
      taken.add(new Taken(node, star));
      double all = star.values().stream().mapToDouble(Double::doubleValue).sum();
      for (int neighbour : star.keySet()) {
        var mesh = links.get(neighbour);
        if (mesh != null) {
          waiting.remove(key(neighbour, mesh));
          mesh.remove(node);
          star.forEach((other, perMetre) -> {
            if (other != neighbour) {
              mesh.merge(other, star.get(neighbour) * perMetre / all, Double::sum);
            }
          });
          waiting.add(key(neighbour, mesh));
        }
      }
    }
    return taken;
  }

  /** Fewest neighbours first, then the lower node. */
  private static long key(int node, Map<Integer, Double> neighbours) {
    return (long) neighbours.size() << 32 | node;
  }

  /** Where no end stands on land, the last node that was taken out keeps the ground's height, and the rest lie level with it. */
  private void putBack(List<Taken> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      var star = taken.get(i).links();
      if (!star.isEmpty()) {
        double sum = 0;
        double all = 0;
        for (var link : star.entrySet()) {
          sum += link.getValue() * height[link.getKey()];
          all += link.getValue();
        }
        height[taken.get(i).node()] = sum / all;
      }
    }
  }
}
