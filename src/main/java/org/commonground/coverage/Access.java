package org.commonground.coverage;

import java.util.List;
import org.commonground.network.Snap;
import org.commonground.network.WalkGraph;

/**
 * Where people and shelters join the streets, by one reading of what is not recorded: what the walking times of a {@link Reach} stand
 * on, so that whoever looks at the same people otherwise finds them at the same doors. Immutable and safe for use by many threads.
 */
public final class Access {

  private final ReachLayer layer;
  private final int shelters;

  Access(ReachLayer layer, int shelters) {
    this.layer = layer;
    this.shelters = shelters;
  }

  /**
   * A place where a shelter is entered.
   *
   * @param snap         the place on a street
   * @param offsetMillis walking time between it and the shelter, in a straight line
   */
  public record Entry(Snap snap, int offsetMillis) {
  }

  /** The streets that are open, at the speed that what is in the way leaves. */
  public WalkGraph graph() {
    return layer.graph();
  }

  /** Where a place joins the streets; null where no street is near enough. */
  public Snap place(int place) {
    return layer.snap(place);
  }

  /** Walking time from a place's door to its street. */
  public int doorMillis(Snap snap) {
    return layer.straightMillis(snap.offsetMetres());
  }

  /** Whether a place lies in closed ground, so that nobody can leave it on foot. */
  public boolean traps(int place) {
    return layer.traps(place);
  }

  public int shelterCount() {
    return shelters;
  }

  /** Where streets enter a shelter; empty for one that does not count, and for one that no street is near enough to. */
  public List<Entry> entries(int shelter) {
    return layer.entrances().ofShelter(shelter).stream().filter(gate -> gate.snap() != null)
        .map(gate -> new Entry(gate.snap(), gate.offsetMillis())).toList();
  }

  /** Whether a shelter counts. */
  public boolean counts(int shelter) {
    return layer.entrances().counts(shelter);
  }

  /** The shelters that count and whose outline a point lies in, ascending. */
  public List<Integer> around(double lon, double lat) {
    return layer.around(lon, lat);
  }
}
