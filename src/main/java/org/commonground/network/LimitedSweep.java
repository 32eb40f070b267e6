package org.commonground.network;

import java.util.Arrays;

/**
 * Shortest-path searches within a time limit, one after the other on the same graph: each node's walking time to the nearest
 * source, in whole milliseconds.
 *
 * <ol>
 *   <li>Sources put their times on their nodes, which wait in a heap, the least time on top.
 *   <li>The node on top is final; it hands its time, plus the arc, to each neighbour that it improves within the limit.
 *   <li>What was touched is listed, and that alone is cleared for the next search: a search costs what it reaches, however large
 *       the graph.
 * </ol>
 *
 * <p>For many small searches, as {@link Sweep} is for one large one.
 */
public final class LimitedSweep {

  private final WalkGraph graph;
  private final int[] millis;
  private final int[] reached;
  private int reachedCount;
  private final LongHeap waiting = new LongHeap();

  public LimitedSweep(WalkGraph graph) {
    this.graph = graph;
    millis = new int[graph.nodeCount()];
    reached = new int[graph.nodeCount()];
    Arrays.fill(millis, Sweep.UNREACHED);
  }

  /**
   * @param node   where it joins the network
   * @param millis time already spent there, at least 0
   * @throws IllegalArgumentException where that is below 0
   */
  public void addSource(int node, int millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("source begins at " + millis + " ms, below 0");
    }
    offer(node, millis);
  }

  /** Searches until every node within the limit, itself included, is final; sources beyond it are forgotten. */
  public void run(int limitMillis) {
    while (!waiting.isEmpty()) {
      long least = waiting.pop();
      int node = (int) least;
      int here = (int) (least >>> 32);
      if (here > millis[node] || here > limitMillis) {
        continue;
      }
      for (int arc = graph.firstArc(node), end = graph.endArc(node); arc < end; arc++) {
        long there = (long) here + graph.millis(arc);
        if (there <= limitMillis) {
          offer(graph.head(arc), (int) there);
        }
      }
    }
    int within = 0;
    for (int i = 0; i < reachedCount; i++) {
      if (millis[reached[i]] <= limitMillis) {
        reached[within++] = reached[i];
      } else {
        millis[reached[i]] = Sweep.UNREACHED;
      }
    }
    reachedCount = within;
  }

  private void offer(int node, int offered) {
    if (offered >= millis[node]) {
      return;
    }
    if (millis[node] == Sweep.UNREACHED) {
      reached[reachedCount++] = node;
    }
    millis[node] = offered;
    waiting.push((long) offered << 32 | node);
  }

  /** Walking time between the node and its nearest source; {@link Sweep#UNREACHED} where none is within the limit. */
  public int millis(int node) {
    return millis[node];
  }

  /** How many nodes were reached. */
  public int reachedCount() {
    return reachedCount;
  }

  /** One of them, by a number from 0. */
  public int reached(int number) {
    return reached[number];
  }

  /** Forgets sources and times, at the cost of what was reached. */
  public void reset() {
    for (int i = 0; i < reachedCount; i++) {
      millis[reached[i]] = Sweep.UNREACHED;
    }
    reachedCount = 0;
    waiting.clear();
  }
}
