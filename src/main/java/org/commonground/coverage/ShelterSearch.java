package org.commonground.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.commonground.network.Snap;

/**
 * One person's shelters on one layer: the nearest are read from what is known at the nodes, and only for others is searched.
 * Throw-away.
 */
final class ShelterSearch {

  private final ReachLayer layer;
  private final Snap start;
  private final TreeSearch tree;
  private PersonSearch search;

  /**
   * A shelter with a way along streets.
   *
   * @param start where the person comes to the streets
   * @param trail the way, made when asked for
   */
  record Found(ReachLayer layer, Snap start, int shelter, int millis, Supplier<Trail> trail) {
  }

  ShelterSearch(ReachLayer layer, NearestTrees trees, double lon, double lat) {
    this.layer = layer;
    start = layer.snap(lon, lat);
    tree = start == null ? null : new TreeSearch(layer, trees, start);
  }

  /** The nearest shelters, the lower index first where equally near; up to {@link Ranks#K} more than asked for. */
  List<Found> nearest(int count) {
    var all = new ArrayList<Found>();
    if (tree == null) {
      return all;
    }
    for (int shelter : tree.shelters()) {
      all.add(new Found(layer, start, shelter, tree.millis(shelter), () -> tree.trail(shelter)));
    }
    if (count > all.size() && tree.isFull()) {
      search().nearest(count).stream().skip(all.size()).forEach(arrival -> all.add(
          new Found(layer, start, arrival.gate().shelter(), arrival.millis(), () -> search().trail(arrival))));
    }
    return all;
  }

  /** Walking time to one shelter, or {@code latestMillis} where it is reached no earlier. */
  int millis(int shelter, int latestMillis) {
    if (tree == null) {
      return latestMillis;
    }
    int known = tree.millis(shelter);
    return known != CoverageResult.NO_WAY || !tree.isFull() ? Math.min(known, latestMillis)
        : search().millis(shelter, latestMillis);
  }

  private PersonSearch search() {
    if (search == null) {
      search = new PersonSearch(layer, start);
    }
    return search;
  }
}
