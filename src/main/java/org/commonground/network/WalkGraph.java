package org.commonground.network;

/**
 * What one group can walk of a {@link StreetNetwork}, and how fast, as arrays.
 *
 * <p>Arcs are sorted by tail: those leaving {@code node} are {@code firstOut[node]} to {@code firstOut[node + 1]}, without it.
 * Every passable street is two arcs, one each way, with the same walking time. Heads and times stand side by side in one array,
 * because a search always wants both: 8 bytes an arc, and 4 more for its street.
 */
public final class WalkGraph {

  private static final int CLOSED = 0;

  private final StreetNetwork streets;
  private final Profile profile;
  private final int[] streetMillis;
  private final int[] firstOut;
  private final int[] headAndMillis;
  private final int[] arcStreet;
  private final int maxArcMillis;

  private WalkGraph(StreetNetwork streets, Profile profile, int[] streetMillis) {
    this.streets = streets;
    this.profile = profile;
    this.streetMillis = streetMillis;
    int nodes = streets.nodeCount();
    firstOut = new int[nodes + 1];
    int longest = 0;
    for (var street : streets.streets()) {
      if (streetMillis[street.id()] != CLOSED) {
        firstOut[street.from() + 1]++;
        firstOut[street.to() + 1]++;
        longest = Math.max(longest, streetMillis[street.id()]);
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
      int millis = streetMillis[street.id()];
      if (millis != CLOSED) {
        put(next[street.from()]++, street.to(), millis, 2 * street.id());
        put(next[street.to()]++, street.from(), millis, 2 * street.id() + 1);
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
    var millis = new int[streets.streets().size()];
    for (var street : streets.streets()) {
      var passable = Passability.of(street, profile);
      if (passable == Passability.YES || passable == Passability.UNKNOWN && unknowns == Unknowns.OPTIMISTIC) {
        millis[street.id()] = walkMillis(street, profile);
      }
    }
    return new WalkGraph(streets, profile, millis);
  }

  private static int walkMillis(Street street, Profile profile) {
    double metresPerSecond = street.steps() ? profile.stairsMetresPerSecond() : profile.speedMetresPerSecond();
    double millis = street.lengthMm() / metresPerSecond;
    if (millis > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException("street " + street.id() + " of " + street.lengthMm() + " mm takes too long to walk");
    }
    return Math.max(1, (int) Math.round(millis));
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

  /** Head of {@code arc} at {@code 2 * arc}, its walking time behind it; not to be changed. */
  int[] headAndMillis() {
    return headAndMillis;
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

  /** Walking time, at least 1. */
  public int millis(int arc) {
    return headAndMillis[2 * arc + 1];
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
    return streetMillis[street] != CLOSED;
  }

  /** Walking time along a whole passable street, either way; 0 for one that cannot be used. */
  public int streetMillis(int street) {
    return streetMillis[street];
  }

  /** Walking time from a street's first point to a place on it; to its last point it is the rest of the whole. */
  public int millisFromStart(Snap snap) {
    return (int) Math.round(snap.fraction() * streetMillis[snap.street()]);
  }

  /** Bytes that a search reads, for each directed edge: heads, times, streets, and the share of the nodes' offsets. */
  public double bytesPerArc() {
    return arcCount() == 0 ? 0 : 4.0 * (headAndMillis.length + arcStreet.length + firstOut.length) / arcCount();
  }
}
