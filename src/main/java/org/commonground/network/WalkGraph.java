package org.commonground.network;

/**
 * What one group can walk of a {@link StreetNetwork}, and how fast, as arrays.
 *
 * <p>Arcs are sorted by tail: those leaving {@code node} are {@code firstOut[node]} to {@code firstOut[node + 1]}, without it.
 * Every passable street is two arcs, one each way. Searches run from the shelters outwards while people walk towards them, so an
 * arc carries the time of walking it <em>against</em> its direction, from its head to its tail: up a hill it is not the same.
 * Heads and times stand side by side in one array, because a search always wants both: 8 bytes an arc, and 4 more for its street.
 */
public final class WalkGraph {

  /** Time of a street that cannot be used. */
  public static final int CLOSED = 0;

  private final StreetNetwork streets;
  private final Profile profile;
  /** Along each street from its first point to its last, and back. */
  private final int[] millisToEnd;
  private final int[] millisToStart;
  private final int[] firstOut;
  private final int[] headAndMillis;
  private final int[] arcStreet;
  private final int maxArcMillis;
  private volatile long[] blocks;

  private WalkGraph(StreetNetwork streets, Profile profile, int[] millisToEnd, int[] millisToStart) {
    this.streets = streets;
    this.profile = profile;
    this.millisToEnd = millisToEnd;
    this.millisToStart = millisToStart;
    int nodes = streets.nodeCount();
    firstOut = new int[nodes + 1];
    int longest = 0;
    for (var street : streets.streets()) {
      if (passable(street.id())) {
        firstOut[street.from() + 1]++;
        firstOut[street.to() + 1]++;
        longest = Math.max(longest, Math.max(millisToEnd[street.id()], millisToStart[street.id()]));
      }
    }
    for (int node = 0; node < nodes; node++) {
      firstOut[node + 1] += firstOut[node];
    }
    maxArcMillis = longest;
    headAndMillis = new int[2 * firstOut[nodes]];
    arcStreet = new int[firstOut[nodes]];
    var next = firstOut.clone();
    for (var street : streets.streets()) {
      if (passable(street.id())) {
        put(next[street.from()]++, street.to(), millisToStart[street.id()], 2 * street.id());
        put(next[street.to()]++, street.from(), millisToEnd[street.id()], 2 * street.id() + 1);
      }
    }
  }

  private void put(int arc, int head, int millis, int street) {
    headAndMillis[2 * arc] = head;
    headAndMillis[2 * arc + 1] = millis;
    arcStreet[arc] = street;
  }

  /**
   * @param unknowns how a street counts whose use by this group hangs on a fact that is not recorded
   * @throws IllegalArgumentException where a street takes longer than 24 days
   */
  public static WalkGraph of(StreetNetwork streets, Profile profile, Unknowns unknowns) {
    var toEnd = new int[streets.streets().size()];
    var toStart = new int[toEnd.length];
    for (var street : streets.streets()) {
      var passable = Passability.of(street, profile);
      if (passable == Passability.YES || passable == Passability.UNKNOWN && unknowns == Unknowns.OPTIMISTIC) {
        var pace = new StreetPace(street, profile);
        toEnd[street.id()] = pace.millisToEnd();
        toStart[street.id()] = pace.millisToStart();
      }
    }
    return new WalkGraph(streets, profile, toEnd, toStart);
  }

  /** The same streets with these in the way: closed ones are left out, slowed ones take longer. Nodes keep their numbers. */
  public WalkGraph under(Obstacles obstacles) {
    if (obstacles.none()) {
      return this;
    }
    var toEnd = new int[millisToEnd.length];
    var toStart = new int[toEnd.length];
    for (int street = 0; street < toEnd.length; street++) {
      toEnd[street] = obstacles.slowed(street, millisToEnd[street]);
      toStart[street] = obstacles.slowed(street, millisToStart[street]);
    }
    return withTimes(toEnd, toStart);
  }

  /** The same streets with other walking times, both {@link #CLOSED} where one cannot be used. Nodes keep their numbers. */
  WalkGraph withTimes(int[] toEnd, int[] toStart) {
    return new WalkGraph(streets, profile, toEnd, toStart);
  }

  /** Whether there is a street whose use by this group hangs on a fact that is not recorded. */
  public static boolean dependsOnUnknowns(StreetNetwork streets, Profile profile) {
    return profile.wheels()
        && streets.streets().stream().anyMatch(street -> Passability.of(street, profile) == Passability.UNKNOWN);
  }

  public StreetNetwork streets() {
    return streets;
  }

  public Profile profile() {
    return profile;
  }

  public int nodeCount() {
    return firstOut.length - 1;
  }

  /** Number of directed edges. */
  public int arcCount() {
    return arcStreet.length;
  }

  /** One entry per node, and one more; not to be changed. */
  int[] firstOut() {
    return firstOut;
  }

  /** Head of {@code arc} at {@code 2 * arc}, behind it the time of walking from there to its tail; not to be changed. */
  int[] headAndMillis() {
    return headAndMillis;
  }

  /** The arcs as a {@link Sweep} reads them, no node reached; not to be changed. Made when first asked for. */
  long[] blocks() {
    if (blocks == null) {
      blocks = Blocks.of(this, 1);
    }
    return blocks;
  }

  /** First of the arcs that leave a node. */
  public int firstArc(int node) {
    return firstOut[node];
  }

  /** The arc behind the last that leaves a node. */
  public int endArc(int node) {
    return firstOut[node + 1];
  }

  public int head(int arc) {
    return headAndMillis[2 * arc];
  }

  /** Time of walking from the arc's head to its tail, as a search from the shelters wants it; at least 1. */
  public int millis(int arc) {
    return headAndMillis[2 * arc + 1];
  }

  /** Time of walking from the arc's tail to its head, as a search from a person wants it; at least 1. */
  public int walkMillis(int arc) {
    int street = street(arc);
    return reversed(arc) ? millisToStart[street] : millisToEnd[street];
  }

  /** Index of the street an arc belongs to. */
  public int street(int arc) {
    return arcStreet[arc] >> 1;
  }

  /** Whether an arc runs from the street's last point to its first. */
  public boolean reversed(int arc) {
    return (arcStreet[arc] & 1) == 1;
  }

  /** The longest walking time of any arc; 0 where there is none. */
  public int maxArcMillis() {
    return maxArcMillis;
  }

  public boolean passable(int street) {
    return millisToEnd[street] != CLOSED;
  }

  /** Walking time along a whole street from its first point to its last; {@link #CLOSED} for one that cannot be used. */
  public int millisToEnd(int street) {
    return millisToEnd[street];
  }

  /** Walking time along a whole street from its last point to its first; {@link #CLOSED} for one that cannot be used. */
  public int millisToStart(int street) {
    return millisToStart[street];
  }

  /** Bytes for each directed edge: heads, times, streets, the share of the nodes' offsets, and once more as blocks. */
  public double bytesPerArc() {
    int ints = headAndMillis.length + arcStreet.length + firstOut.length;
    return arcCount() == 0 ? 0 : (4.0 * ints + 8.0 * (nodeCount() + arcCount())) / arcCount();
  }
}
