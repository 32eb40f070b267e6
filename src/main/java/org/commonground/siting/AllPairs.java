package org.commonground.siting;

import java.util.Arrays;

/** Shortest ways between all nodes of an undirected graph (Dijkstra 1959, once from each node). */
public final class AllPairs {

  private AllPairs() {
  }

  /**
   * @param from   one end of each edge
   * @param to     the other
   * @param length of each edge, 0 or more
   * @return length of the shortest way by node and node; infinite where there is none
   */
  public static double[][] distances(int nodes, int[] from, int[] to, double[] length) {
    var first = new int[nodes + 1];
    for (int edge = 0; edge < from.length; edge++) {
      first[from[edge] + 1]++;
      first[to[edge] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    var head = new int[2 * from.length];
    var lengthOfArc = new double[head.length];
    var next = first.clone();
    for (int edge = 0; edge < from.length; edge++) {
      head[next[from[edge]]] = to[edge];
      lengthOfArc[next[from[edge]]++] = length[edge];
      head[next[to[edge]]] = from[edge];
      lengthOfArc[next[to[edge]]++] = length[edge];
    }
    var distances = new double[nodes][];
    for (int node = 0; node < nodes; node++) {
      distances[node] = from(node, first, head, lengthOfArc);
    }
    return distances;
  }

  private static double[] from(int source, int[] first, int[] head, double[] length) {
    var distance = new double[first.length - 1];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    distance[source] = 0;
    var waiting = new NodeHeap(distance);
    waiting.lower(source);
    while (!waiting.isEmpty()) {
      int node = waiting.takeLeast();
      for (int arc = first[node]; arc < first[node + 1]; arc++) {
        double offered = distance[node] + length[arc];
        if (offered < distance[head[arc]]) {
          distance[head[arc]] = offered;
          waiting.lower(head[arc]);
        }
      }
    }
    return distance;
  }

  /** Nodes by distance, in a binary heap that knows where each of them is. */
  private static final class NodeHeap {

    private final double[] distance;
    private final int[] heap;
    private final int[] place;
    private int size;

    NodeHeap(double[] distance) {
      this.distance = distance;
      heap = new int[distance.length];
      place = new int[distance.length];
      Arrays.fill(place, -1);
    }

    boolean isEmpty() {
      return size == 0;
    }

    /** Puts a node in, or up to where its new distance belongs. */
    void lower(int node) {
      int at = place[node] < 0 ? size++ : place[node];
      while (at > 0 && distance[heap[(at - 1) / 2]] > distance[node]) {
        put(at, heap[(at - 1) / 2]);
        at = (at - 1) / 2;
      }
      put(at, node);
    }

    int takeLeast() {
      int least = heap[0];
      int moved = heap[--size];
      int at = 0;
      for (int child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) {
          child++;
        }
        if (distance[heap[child]] >= distance[moved]) {
          break;
        }
        put(at, heap[child]);
        at = child;
      }
      put(at, moved);
      return least;
    }

    private void put(int at, int node) {
      heap[at] = node;
      place[node] = at;
    }
  }
}
