package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.network.RankSweep;

/**
 * The {@link #K} nearest different shelters of each place on one layer.
 *
 * <ol>
 *   <li>One search from all shelters gives each node its nearest ones.
 *   <li>A place takes the best of those at both ends of its street, those on the street itself, and those it lies in.
 * </ol>
 */
final class Ranks {

  /** How many shelters are told apart for each place. */
  static final int K = 3;

  private static final long NONE = Long.MAX_VALUE;

  /** Time above shelter, K for each place, ascending. */
  private final long[] best;

  private Ranks(long[] best) {
    this.best = best;
  }

  static Ranks of(ReachLayer layer, DemandPlaces places) {
    var sweep = new RankSweep(layer.graph(), K);
    layer.enter(sweep);
    sweep.run();
    var best = new long[K * places.count()];
    Arrays.fill(best, NONE);
    IntStream.range(0, places.count()).parallel()
        .filter(place -> !layer.traps(place))
        .forEach(place -> fill(layer, sweep, best, place, places.lon()[place], places.lat()[place]));
    return new Ranks(best);
  }

  private static void fill(ReachLayer layer, RankSweep sweep, long[] best, int place, double lon, double lat) {
    layer.around(lon, lat).forEach(shelter -> take(best, place, 0, shelter));
    var snap = layer.snap(place);
    if (snap == null) {
      return;
    }
    var graph = layer.graph();
    var street = graph.streets().street(snap.street());
    long access = layer.straightMillis(snap.offsetMetres());
    var walks = layer.walks(snap);
    for (int rank = 0; rank < K; rank++) {
      viaNode(sweep, best, place, street.from(), rank, access + walks.toStart());
      viaNode(sweep, best, place, street.to(), rank, access + walks.toEnd());
    }
    for (var gates : List.of(layer.gatesOnStreet(snap.street()), layer.gatesAt(snap))) {
      gates.forEach(gate -> take(best, place, access + walks.to(gate.walks()) + gate.offsetMillis(), gate.shelter()));
    }
  }

  private static void viaNode(RankSweep sweep, long[] best, int place, int node, int rank, long millis) {
    if (sweep.source(node, rank) >= 0) {
      take(best, place, millis + sweep.millis(node, rank), sweep.source(node, rank));
    }
  }

  /** Keeps a shelter where it is among the place's K best, once. */
  private static void take(long[] best, int place, long millis, int shelter) {
    int first = place * K;
    int at = first + K - 1;
    if (millis >= CoverageResult.NO_WAY || (millis << 32 | shelter) >= best[at]) {
      return;
    }
    long offered = millis << 32 | shelter;
    for (int rank = first; rank < first + K; rank++) {
      if (best[rank] != NONE && (int) best[rank] == shelter) {
        if (best[rank] <= offered) {
          return;
        }
        at = rank;
      }
    }
    for (; at > first && best[at - 1] > offered; at--) {
      best[at] = best[at - 1];
    }
    best[at] = offered;
  }

  /** These, and every shelter of the other layer that is nearer there: what can be walked there can be walked here too. */
  Ranks withShorterOf(Ranks other) {
    var both = best.clone();
    for (int slot = 0; slot < both.length; slot++) {
      if (other.best[slot] != NONE) {
        take(both, slot / K, other.best[slot] >>> 32, (int) other.best[slot]);
      }
    }
    return new Ranks(both);
  }

  /**
   * @param rank 0 for the nearest
   * @return {@link CoverageResult#NO_WAY} where fewer shelters can be reached
   */
  int millis(int place, int rank) {
    long found = best[place * K + rank];
    return found == NONE ? CoverageResult.NO_WAY : (int) (found >>> 32);
  }

  /** -1 where fewer shelters can be reached. */
  int shelter(int place, int rank) {
    long found = best[place * K + rank];
    return found == NONE ? -1 : (int) found;
  }
}
