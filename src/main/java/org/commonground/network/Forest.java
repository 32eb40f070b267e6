package org.commonground.network;

import java.util.Arrays;

/**
 * The reached nodes of a {@link Sweep} as a forest: each node hangs on one support of its label, an entry of a source or an arc.
 *
 * <p>Nodes have places in an order in which all that hang below a node follow it without a gap, so that "hangs below" is a
 * comparison of places, and a part that hangs is a range of them.
 */
final class Forest {

  /** Instead of a street, where there is none. */
  static final int NO_STREET = -1;

  private final WalkGraph graph;
  private final Sweep sweep;
  private final int[] lastEntry;
  private int[] entryBefore = new int[16];
  private int[] entryStreet = new int[16];
  private long[] entryLabel = new long[16];
  private int entries;
  private final long[] label;
  /** The node each node hangs on; -1 where that is an entry, or where no source reaches it. */
  private final int[] above;
  private final int[] hangsOn;
  private final int[] place;
  private final int[] nodeAt;
  private final int[] end;

  Forest(WalkGraph graph) {
    this.graph = graph;
    sweep = new Sweep(graph);
    int nodes = graph.nodeCount();
    lastEntry = new int[nodes];
    Arrays.fill(lastEntry, -1);
    label = new long[nodes];
    above = new int[nodes];
    hangsOn = new int[nodes];
    place = new int[nodes];
    nodeAt = new int[nodes];
    end = new int[nodes];
  }

  /** An entry of a source, lost together with the street {@code along}; {@link #NO_STREET} for one that no street takes away. */
  void addEntry(int node, int millis, int source, int along) {
    sweep.addSource(node, millis, source);
    if (entries == entryBefore.length) {
      entryBefore = Arrays.copyOf(entryBefore, 2 * entries);
      entryStreet = Arrays.copyOf(entryStreet, 2 * entries);
      entryLabel = Arrays.copyOf(entryLabel, 2 * entries);
    }
    entryLabel[entries] = (long) millis << 32 | source;
    entryStreet[entries] = along;
    entryBefore[entries] = lastEntry[node];
    lastEntry[node] = entries++;
  }

  /** Searches, and hangs each reached node on what supports it. */
  void grow() {
    sweep.run();
    var nearestFirst = new long[label.length];
    int reached = 0;
    for (int node = 0; node < label.length; node++) {
      label[node] = sweep.label(node);
      if (label[node] < Sweep.NONE) {
        nearestFirst[reached++] = label[node] >>> 32 << 32 | node;
      }
    }
    for (int node = 0; node < label.length; node++) {
      hang(node);
    }
    Arrays.sort(nearestFirst, 0, reached);
    order(nearestFirst, reached);
  }

  /** Finds what a node hangs on: best an entry that no street takes away, else an arc, else an entry along a street. */
  private void hang(int node) {
    long own = label[node];
    above[node] = -1;
    hangsOn[node] = NO_STREET;
    if (own >= Sweep.NONE) {
      return;
    }
    int first = NO_STREET;
    boolean second = false;
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      int next = graph.head(arc);
      if (label[next] + ((long) graph.walkMillis(arc) << 32) == own) {
        second |= first != NO_STREET && first != graph.street(arc);
        first = graph.street(arc);
        above[node] = next;
      }
    }
    for (int entry = lastEntry[node]; entry >= 0; entry = entryBefore[entry]) {
      if (entryLabel[entry] == own && entryStreet[entry] == NO_STREET) {
        above[node] = -1;
        return;
      }
      if (entryLabel[entry] == own) {
        second |= first != NO_STREET && first != entryStreet[entry];
        first = entryStreet[entry];
      }
    }
    hangsOn[node] = second ? NO_STREET : first;
  }

  /** Farthest first, each node adds what hangs below it to the node above; nearest first, each takes a place behind that one. */
  private void order(long[] nearestFirst, int reached) {
    var below = new int[label.length];
    for (int i = reached - 1; i >= 0; i--) {
      int node = (int) nearestFirst[i];
      below[node]++;
      if (above[node] >= 0) {
        below[above[node]] += below[node];
      }
    }
    var free = new int[label.length];
    int roots = 0;
    Arrays.fill(place, -1);
    for (int i = 0; i < reached; i++) {
      int node = (int) nearestFirst[i];
      int at = above[node] < 0 ? roots : free[above[node]];
      if (above[node] < 0) {
        roots += below[node];
      } else {
        free[above[node]] += below[node];
      }
      place[node] = at;
      nodeAt[at] = node;
      end[at] = at + below[node];
      free[node] = at + 1;
    }
  }

  Sweep sweep() {
    return sweep;
  }

  long label(int node) {
    return label[node];
  }

  /** The only street on whose loss a node loses all its supports; {@link #NO_STREET} where there is none such. */
  int hangsOn(int node) {
    return hangsOn[node];
  }

  /** Where a node comes in the order; -1 where no source reaches it. */
  int place(int node) {
    return place[node];
  }

  int nodeAt(int at) {
    return nodeAt[at];
  }

  /** Where in the order ends what hangs below the node at a place. */
  int end(int at) {
    return end[at];
  }

  /** The best entry at a node that the loss of a street leaves; not below {@link Sweep#NONE} where there is none. */
  long entryWithout(int street, int node) {
    long best = Sweep.NONE;
    for (int entry = lastEntry[node]; entry >= 0; entry = entryBefore[entry]) {
      if (entryStreet[entry] != street) {
        best = Math.min(best, entryLabel[entry]);
      }
    }
    return best;
  }
}
