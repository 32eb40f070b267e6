package org.commonground.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * The plain method of the textbooks, with a binary heap and objects for edges: what the engine's searches are compared with. It
 * reads streets only, none of the engine's arrays.
 */
public final class TextbookDijkstra {

  public static final long FAR = Long.MAX_VALUE;

  private record Edge(int head, long millis) {
  }

  private record Entry(long millis, int node) {
  }

  private final List<List<Edge>> edges = new ArrayList<>();

  /** @param millis walking time of a street; below 0 where it is closed */
  public TextbookDijkstra(StreetNetwork streets, ToLongFunction<Street> millis) {
    for (int node = 0; node < streets.nodeCount(); node++) {
      edges.add(new ArrayList<>());
    }
    for (var street : streets.streets()) {
      long time = millis.applyAsLong(street);
      if (time >= 0) {
        edges.get(street.from()).add(new Edge(street.to(), time));
        edges.get(street.to()).add(new Edge(street.from(), time));
      }
    }
  }

  /** Walking time of somebody who takes every street but private ones, and stairs at their own speed. */
  public static long onFoot(Street street, Profile profile) {
    if ("no".equals(street.access()) || "private".equals(street.access())) {
      return -1;
    }
    double speed = street.steps() ? profile.stairsMetresPerSecond() : profile.speedMetresPerSecond();
    return Math.max(1, Math.round(street.lengthMm() / speed));
  }

  /** @param sources node and time already spent, pairs */
  public long[] from(long[]... sources) {
    var best = new long[edges.size()];
    Arrays.fill(best, FAR);
    var heap = new PriorityQueue<>(Comparator.comparingLong(Entry::millis));
    for (var source : sources) {
      heap.add(new Entry(source[1], (int) source[0]));
    }
    while (!heap.isEmpty()) {
      var next = heap.poll();
      if (next.millis >= best[next.node]) {
        continue;
      }
      best[next.node] = next.millis;
      for (var edge : edges.get(next.node)) {
        heap.add(new Entry(next.millis + edge.millis, edge.head));
      }
    }
    return best;
  }
}
