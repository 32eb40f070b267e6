package org.commonground.network;

import java.util.Arrays;

/**
 * For every street: which nodes are further from their nearest source if this one street is lost, and how far they are then.
 *
 * <ol>
 *   <li>One {@link Sweep} finds the times while all streets are there.
 *   <li>Each node hangs on one support of its time, an entry of a source or an arc, so that the reached nodes are a forest. A
 *       node with a second support that is as good, by another street, loses nothing with one street.
 *   <li>Nodes are put in an order in which all that hang below a node follow it without a gap.
 *   <li>A lost street concerns only the nodes that hang below it. They take what the nodes around them offer, and hand it on
 *       among themselves, the nearest first; every other time stays as it is.
 *   <li>Nodes further than the limit, and all below them, are left out, unless a time found without them is so large that a way
 *       through them could be shorter; then the nodes up to that time are taken in, and the street is done once more.
 * </ol>
 *
 * <p>The work for all streets is the sum of what hangs below each, that is, of how deep each node hangs, and not a sweep for each
 * street. Times and sources are those of a new sweep without the street, ties included.
 *
 * <p>A source that enters along a street, from a gate on it, is lost there together with the street; the caller names that street
 * with the entry.
 */
public final class StreetLosses {

  private final WalkGraph graph;
  private final int limitMillis;
  private final Forest forest;
  private final LongHeap waiting = new LongHeap();
  private final long[] now;
  private int street = -1;
  private final int[] begins = new int[2];
  private final int[] ends = new int[2];
  private int[] changed = new int[64];
  private int count;

  /** @param limitMillis nodes that are further while all streets are there do not matter */
  public StreetLosses(WalkGraph graph, int limitMillis) {
    this.graph = graph;
    this.limitMillis = limitMillis;
    forest = new Forest(graph);
    now = new long[graph.nodeCount()];
  }

  /** A source that joins the network at a node whatever street is lost; otherwise as {@link #addSource(int, int, int, int)}. */
  public void addSource(int node, int millis, int source) {
    addSource(node, millis, source, Forest.NO_STREET);
  }

  /**
   * @param node   where it joins the network
   * @param millis time already spent there, at least 0
   * @param source its number, at least 0
   * @param along  the street on which that time is spent, one that ends at the node; -1 for none
   * @throws IllegalArgumentException where a time or number is below 0, or the street does not end at the node
   */
  public void addSource(int node, int millis, int source, int along) {
    if (along != Forest.NO_STREET && graph.streets().street(along).from() != node && graph.streets().street(along).to() != node) {
      throw new IllegalArgumentException(
          "source " + source + " enters along street " + along + ", which does not end at node " + node);
    }
    forest.addEntry(node, millis, source, along);
  }

  /** Searches with all streets there; then {@link #next} goes through the streets. */
  public void run() {
    forest.grow();
    street = -1;
  }

  /** Goes on to the next street whose loss changes a node within the limit; false where there is none left. */
  public boolean next() {
    int streets = graph.streets().streets().size();
    count = 0;
    while (count == 0 && ++street < streets) {
      if (graph.passable(street)) {
        lose();
      }
    }
    return count > 0;
  }

  private void lose() {
    int from = graph.streets().street(street).from();
    int to = graph.streets().street(street).to();
    span(0, from, to);
    span(1, to, from);
    if (begins[0] == ends[0] && begins[1] == ends[1]) {
      return;
    }
    int worst = relabel(limitMillis);
    if (worst > limitMillis && limitMillis < Sweep.UNREACHED - 1) {
      relabel(worst);
    }
    for (int part = 0; part < 2; part++) {
      for (int at = begins[part]; at < ends[part]; at = after(at, limitMillis)) {
        int node = forest.nodeAt(at);
        if (forest.label(node) >>> 32 <= limitMillis && now[node] != forest.label(node)) {
          if (count == changed.length) {
            changed = Arrays.copyOf(changed, 2 * count);
          }
          changed[count++] = node;
        }
      }
    }
  }

  /** Sets one of the two spans of places to what hangs on the lost street by one of its ends, and not by the other. */
  private void span(int part, int node, int other) {
    boolean hangs = forest.hangsOn(node) == street && (node != other || part == 0);
    boolean inside = hangs && node != other && forest.hangsOn(other) == street && forest.place(other) < forest.place(node)
        && forest.place(node) < forest.end(forest.place(other));
    begins[part] = hangs && !inside ? forest.place(node) : 0;
    ends[part] = hangs && !inside ? forest.end(forest.place(node)) : 0;
  }

  private boolean isBelow(int node) {
    int at = forest.place(node);
    return at >= begins[0] && at < ends[0] || at >= begins[1] && at < ends[1];
  }

  /** The place after this one, or after all that hang below it where it is beyond the horizon. */
  private int after(int at, int horizonMillis) {
    return forest.label(forest.nodeAt(at)) >>> 32 > horizonMillis ? forest.end(at) : at + 1;
  }

  /**
   * New times for the nodes below the street that were within the horizon, none of them through one beyond it.
   *
   * @return the largest of those that matter; {@link Sweep#UNREACHED} where one is cut off
   */
  private int relabel(int horizonMillis) {
    for (int part = 0; part < 2; part++) {
      for (int at = begins[part]; at < ends[part]; at = after(at, horizonMillis)) {
        int node = forest.nodeAt(at);
        if (forest.label(node) >>> 32 <= horizonMillis) {
          now[node] = offer(node);
          if (now[node] < Sweep.NONE) {
            waiting.push(now[node] & Blocks.TIME | node);
          }
        }
      }
    }
    handOn(horizonMillis);
    long worst = 0;
    for (int part = 0; part < 2; part++) {
      for (int at = begins[part]; at < ends[part]; at = after(at, limitMillis)) {
        if (forest.label(forest.nodeAt(at)) >>> 32 <= limitMillis) {
          worst = Math.max(worst, now[forest.nodeAt(at)]);
        }
      }
    }
    return (int) (worst >>> 32);
  }

  /** The best that its entries, and its neighbours that do not hang below the lost street, have for a node. */
  private long offer(int node) {
    long best = forest.entryWithout(street, node);
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      int next = graph.head(arc);
      long offered = forest.label(next) + ((long) graph.walkMillis(arc) << 32);
      if (offered < best && offered >= 0 && graph.street(arc) != street && !isBelow(next)) {
        best = offered;
      }
    }
    return best;
  }

  private void handOn(int horizonMillis) {
    while (!waiting.isEmpty()) {
      long least = waiting.pop();
      int node = (int) least;
      long own = now[node];
      if ((own & Blocks.TIME) != (least & Blocks.TIME)) {
        continue;
      }
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        int head = graph.head(arc);
        if (isBelow(head) && forest.label(head) >>> 32 <= horizonMillis && graph.street(arc) != street) {
          long offered = own + ((long) graph.millis(arc) << 32);
          if (offered < now[head] && offered >= 0) {
            now[head] = offered;
            waiting.push(offered & Blocks.TIME | head);
          }
        }
      }
    }
  }

  /** The street that is lost. */
  public int street() {
    return street;
  }

  /** How many nodes within the limit have another time or source without the street. */
  public int count() {
    return count;
  }

  /** One of these nodes, {@code i} from 0; in no order, but always in the same. */
  public int node(int i) {
    return changed[i];
  }

  /** Its walking time without the street; {@link Sweep#UNREACHED} where it is cut off. */
  public int millis(int i) {
    return (int) (now[changed[i]] >>> 32);
  }

  /** Number of its nearest source without the street; -1 where it is cut off. */
  public int source(int i) {
    long own = now[changed[i]];
    return own == Sweep.NONE ? -1 : (int) own;
  }

  /** The search with all streets there. */
  public Sweep sweep() {
    return forest.sweep();
  }
}
