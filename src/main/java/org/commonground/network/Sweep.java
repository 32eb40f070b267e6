package org.commonground.network;

/**
 * One multi-source shortest-path search: each node's walking time to its nearest source. Throw-away; stub to be replaced.
 *
 * <p>Ties go to the source with the lower number, so the answer does not depend on the order of the work.
 */
public final class Sweep {

  /** Time of a node that no source reaches. */
  public static final int UNREACHED = Integer.MAX_VALUE;

  public Sweep(WalkGraph graph) {
    throw new UnsupportedOperationException("" + graph);
  }

  /** @param millis time already spent at the node, at least 0 */
  public void addSource(int node, int millis, int source) {
    throw new UnsupportedOperationException(node + " " + millis + " " + source);
  }

  /** Searches to the end. */
  public void run() {
    throw new UnsupportedOperationException();
  }

  public int millis(int node) {
    throw new UnsupportedOperationException("" + node);
  }

  /** Number of the nearest source; -1 where none. */
  public int source(int node) {
    throw new UnsupportedOperationException("" + node);
  }

  /** The arc of the graph by which the search came to the node; -1 at a source or where none did. */
  public int parentArc(int node) {
    throw new UnsupportedOperationException("" + node);
  }
}
