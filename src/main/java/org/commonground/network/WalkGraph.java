package org.commonground.network;

/**
 * What one group can walk, and how fast, as arrays. Stub to be replaced.
 *
 * <p>Arcs are sorted by tail: those leaving {@code node} are {@code firstOut[node]} to {@code firstOut[node + 1]}, without it.
 * Every passable street is two arcs, one each way; {@code arcStreet} is {@code 2 * street}, plus 1 for the arc from the
 * street's {@code to} to its {@code from}.
 */
public final class WalkGraph {

  private final StreetNetwork streets;

  private WalkGraph(StreetNetwork streets) {
    this.streets = streets;
  }

  public static WalkGraph of(StreetNetwork streets, Profile profile, Unknowns unknowns) {
    throw new UnsupportedOperationException(streets + " " + profile + " " + unknowns);
  }

  /** Whether the graph of this profile is the same whatever the unrecorded facts are. */
  public static boolean dependsOnUnknowns(StreetNetwork streets, Profile profile) {
    throw new UnsupportedOperationException(streets + " " + profile);
  }

  public StreetNetwork streets() {
    return streets;
  }

  public int nodeCount() {
    return streets.nodeCount();
  }

  public int arcCount() {
    throw new UnsupportedOperationException();
  }

  /** One entry per node, and one more; not to be changed. */
  public int[] firstOut() {
    throw new UnsupportedOperationException();
  }

  /** One entry per arc; not to be changed. */
  public int[] head() {
    throw new UnsupportedOperationException();
  }

  /** Walking time, one entry per arc, at least 1; not to be changed. */
  public int[] arcMillis() {
    throw new UnsupportedOperationException();
  }

  /** One entry per arc; not to be changed. */
  public int[] arcStreet() {
    throw new UnsupportedOperationException();
  }

  public boolean passable(int street) {
    throw new UnsupportedOperationException("" + street);
  }

  /** Walking time along a whole passable street from {@code from} to {@code to}. */
  public int streetMillis(int street) {
    throw new UnsupportedOperationException("" + street);
  }
}
