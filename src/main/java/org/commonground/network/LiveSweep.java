package org.commonground.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A {@link Sweep} that stays true while sources and streets change: it is repaired, not repeated.
 *
 * <p>Edits are only noted, as the nodes where an entry of a source came or went and the ends of the streets whose times changed.
 * {@link #repair} then makes all labels true again, with work that grows with what changes and the streets beside it, not with
 * the network. Labels are those of {@code Sweep}, ties to the lower source number included; as there is only one such set of
 * labels, a repaired search equals a new one to the millisecond, whatever the edits before.
 *
 * <p>A {@link #copy} shares everything until one of the two changes, so a state can be kept while another goes on from it:
 * undoing is going back to the one kept. Several threads may read and copy one state; edits and repairs are one thread's.
 */
public final class LiveSweep {

  static final long NONE = (long) Sweep.UNREACHED << 32;
  /** Time of a closed street: with it, every label is too large to count. */
  private static final int NEVER = Sweep.UNREACHED;
  /** As in a {@link WalkGraph}. */
  private static final int LONGEST_STREET_MILLIS = Integer.MAX_VALUE / 2;
  private static final long[] NO_ENTRIES = {};

  private final WalkGraph graph;
  private final Pages<long[]> label;
  /** At each street the time to its last point, above that to its first. */
  private final Pages<long[]> times;
  /** At each node a label for each source that enters there, in no order; null where none does. */
  private final Pages<long[][]> entries;
  private final Map<Integer, int[]> nodesOfSource;
  private boolean begun;
  private boolean streetsChanged;
  private int[] edited;
  private int editCount;
  private int touched;

  /** Begins without any source. */
  public LiveSweep(WalkGraph graph) {
    this.graph = graph;
    int nodePages = Pages.count(graph.nodeCount());
    var unreached = new long[Pages.SIZE];
    Arrays.fill(unreached, NONE);
    label = Pages.of(new long[nodePages][], unreached, long[]::clone);
    entries = Pages.of(new long[nodePages][][], new long[Pages.SIZE][], long[][]::clone);
    int streets = graph.streets().streets().size();
    times = Pages.of(new long[Pages.count(streets)][], new long[Pages.SIZE], long[]::clone);
    for (int street = 0; street < streets; street++) {
      times.ownPage(street)[street & Pages.MASK] = times(graph.millisToEnd(street), graph.millisToStart(street));
    }
    nodesOfSource = new HashMap<>();
    edited = new int[16];
  }

  private LiveSweep(LiveSweep other) {
    graph = other.graph;
    label = other.label.copy();
    times = other.times.copy();
    entries = other.entries.copy();
    nodesOfSource = new HashMap<>(other.nodesOfSource);
    begun = other.begun;
    streetsChanged = other.streetsChanged;
    edited = other.edited.clone();
    editCount = other.editCount;
  }

  /** The same state, edits that wait for their repair included; from here on the two change apart. */
  public LiveSweep copy() {
    return new LiveSweep(this);
  }

  private static long times(int millisToEnd, int millisToStart) {
    return millisToEnd == WalkGraph.CLOSED ? (long) NEVER << 32 | NEVER : (long) millisToEnd << 32 | millisToStart;
  }

  /**
   * Replaces all entries of a source.
   *
   * @param source its number, at least 0
   * @param nodes  where it joins the network; none takes the source away
   * @param millis time already spent at each, at least 0
   * @throws IllegalArgumentException where a number is out of its range
   */
  public void setEntries(int source, int[] nodes, int[] millis) {
    if (source < 0 || nodes.length != millis.length) {
      throw new IllegalArgumentException(
          "source " + source + " has " + nodes.length + " nodes and " + millis.length + " times; numbers begin at 0");
    }
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] < 0 || nodes[i] >= graph.nodeCount() || millis[i] < 0) {
        throw new IllegalArgumentException("source " + source + " enters at node " + nodes[i] + " of " + graph.nodeCount()
            + " after " + millis[i] + " ms; neither may be below 0");
      }
    }
    for (int node : nodesOfSource.getOrDefault(source, new int[0])) {
      setEntry(node, source, NONE);
    }
    for (int i = 0; i < nodes.length; i++) {
      setEntry(nodes[i], source, (long) millis[i] << 32 | source);
    }
    if (nodes.length == 0) {
      nodesOfSource.remove(source);
    } else {
      nodesOfSource.put(source, nodes.clone());
    }
  }

  /** Takes away what a source has at a node, for {@link #NONE}; else leaves it the better of that and the label. */
  private void setEntry(int node, int source, long offered) {
    var old = entriesAt(node);
    long own = offered;
    int count = 0;
    var kept = new long[old.length + 1];
    for (long entry : old) {
      if ((int) entry != source) {
        kept[count++] = entry;
      } else if (offered != NONE) {
        own = Math.min(own, entry);
      }
    }
    if (own < NONE) {
      kept[count++] = own;
    }
    entries.ownPage(node)[node & Pages.MASK] = count == 0 ? null : Arrays.copyOf(kept, count);
    note(node);
  }

  /**
   * Changes the walking times of a street, or closes it with {@link WalkGraph#CLOSED} for both.
   *
   * @param millisToEnd   from its first point to its last, at least 1 or closed
   * @param millisToStart back
   * @throws IllegalArgumentException where only one of the two is closed, one is below 0 or above 12 days, or nobody can use the
   *     street on the graph of this search
   */
  public void setStreet(int street, int millisToEnd, int millisToStart) {
    if (!graph.passable(street)) {
      throw new IllegalArgumentException("street " + street + " is not part of this graph");
    }
    int least = Math.min(millisToEnd, millisToStart);
    int most = Math.max(millisToEnd, millisToStart);
    if (least < 0 || most > LONGEST_STREET_MILLIS || least == WalkGraph.CLOSED && most != WalkGraph.CLOSED) {
      throw new IllegalArgumentException("street " + street + " takes " + millisToEnd + " and " + millisToStart
          + " ms; both must be 1 to " + LONGEST_STREET_MILLIS + ", or both 0");
    }
    long changed = times(millisToEnd, millisToStart);
    if (times.page(street)[street & Pages.MASK] != changed) {
      times.ownPage(street)[street & Pages.MASK] = changed;
      streetsChanged = true;
      note(graph.streets().street(street).from());
      note(graph.streets().street(street).to());
    }
  }

  private void note(int node) {
    if (editCount == edited.length) {
      edited = Arrays.copyOf(edited, 2 * editCount);
    }
    edited[editCount++] = node;
  }

  /**
   * Makes all labels true again.
   *
   * @return the nodes whose time or source differs from before, ascending
   */
  public int[] repair() {
    if (!begun && !streetsChanged) {
      return begin();
    }
    var repair = new Repair(this, Arrays.copyOf(edited, editCount));
    int[] changed = repair.run();
    begun = true;
    editCount = 0;
    touched = repair.touched();
    return changed;
  }

  /** The first labels, from a sweep: without any to keep, that is faster. */
  private int[] begin() {
    var sweep = new Sweep(graph);
    nodesOfSource.forEach((source, nodes) -> {
      for (int node : nodes) {
        for (long entry : entriesAt(node)) {
          sweep.addSource(node, (int) (entry >>> 32), (int) entry);
        }
      }
    });
    sweep.run();
    var reached = new int[graph.nodeCount()];
    int count = 0;
    for (int node = 0; node < reached.length; node++) {
      if (sweep.source(node) >= 0) {
        label.ownPage(node)[node & Pages.MASK] = (long) sweep.millis(node) << 32 | sweep.source(node);
        reached[count++] = node;
      }
    }
    begun = true;
    editCount = 0;
    touched = reached.length;
    return Arrays.copyOf(reached, count);
  }

  /** Walking time between the node and its nearest source at the last repair; {@link Sweep#UNREACHED} where none reaches it. */
  public int millis(int node) {
    return (int) (label(node) >>> 32);
  }

  /** Number of the nearest source at the last repair, the lowest of several equally near; -1 where none reaches the node. */
  public int source(int node) {
    long own = label(node);
    return own == NONE ? -1 : (int) own;
  }

  /**
   * The first arc of the way from a node to its nearest source, the lowest of several equally good; -1 where the source itself
   * joins the network at this node or none reaches it. Edits without their repair make it meaningless.
   */
  public int nextArc(int node) {
    long own = label(node);
    for (int arc = graph.firstArc(node); own != NONE && arc < graph.endArc(node); arc++) {
      if (label(graph.head(arc)) + ((long) walkMillis(arc) << 32) == own) {
        return arc;
      }
    }
    return -1;
  }

  /** Walking time along a street from its first point to its last; {@link WalkGraph#CLOSED} for one that cannot be used now. */
  public int millisToEnd(int street) {
    return openOrClosed((int) (times.page(street)[street & Pages.MASK] >>> 32));
  }

  /** Walking time along a street from its last point to its first; {@link WalkGraph#CLOSED} for one that cannot be used now. */
  public int millisToStart(int street) {
    return openOrClosed((int) times.page(street)[street & Pages.MASK]);
  }

  private static int openOrClosed(int millis) {
    return millis == NEVER ? WalkGraph.CLOSED : millis;
  }

  /** How many nodes the last repair took in hand, the same node once for each of its two rounds. */
  int touched() {
    return touched;
  }

  WalkGraph graph() {
    return graph;
  }

  /** The labels, to be written by a repair. */
  Pages<long[]> labels() {
    return label;
  }

  long label(int node) {
    return label.page(node)[node & Pages.MASK];
  }

  /** A label for each source that enters at a node, in no order. */
  long[] entriesAt(int node) {
    var own = entries.page(node)[node & Pages.MASK];
    return own == null ? NO_ENTRIES : own;
  }

  /** Time of walking from an arc's tail to its head. */
  int walkMillis(int arc) {
    int street = graph.street(arc);
    long both = times.page(street)[street & Pages.MASK];
    return (int) (graph.reversed(arc) ? both : both >>> 32);
  }

  /** Time of walking from an arc's head to its tail. */
  int millisBack(int arc) {
    int street = graph.street(arc);
    long both = times.page(street)[street & Pages.MASK];
    return (int) (graph.reversed(arc) ? both >>> 32 : both);
  }
}
