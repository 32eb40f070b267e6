package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.network.RankSweep;
import org.commonground.network.Snap;

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

  static final long NONE = Long.MAX_VALUE;

  /** Time above shelter, K for each place, ascending. */
  private final long[] best;

  private final NearestTrees trees;

  private Ranks(long[] best, NearestTrees trees) {
    this.best = best;
    this.trees = trees;
  }

  static Ranks of(ReachLayer layer, DemandPlaces places) {
    var sweep = new RankSweep(layer.graph(), K);
    layer.enter(sweep);
    sweep.run();
    var best = new long[K * places.count()];
    Arrays.fill(best, NONE);
    IntStream.range(0, places.count()).parallel().filter(place -> !layer.traps(place)).forEach(place -> {
      layer.around(places.lon()[place], places.lat()[place]).forEach(shelter -> take(best, place * K, 0, shelter));
      if (layer.snap(place) != null) {
        offer(layer, sweep, layer.snap(place), best, place * K);
      }
    });
    return new Ranks(best, new NearestTrees(layer.graph(), sweep));
  }

  /**
   * Keeps the nearest shelters that are reached from a place on a street.
   *
   * @param best  time above shelter, ascending, {@link #NONE} where there are fewer
   * @param first index of the first of K entries in it
   */
  static void offer(ReachLayer layer, RankSweep sweep, Snap snap, long[] best, int first) {
    var street = layer.graph().streets().street(snap.street());
    long access = layer.straightMillis(snap.offsetMetres());
    var walks = layer.walks(snap);
    for (int rank = 0; rank < K; rank++) {
      viaNode(sweep, best, first, street.from(), rank, access + walks.toStart());
      viaNode(sweep, best, first, street.to(), rank, access + walks.toEnd());
    }
    for (var gates : List.of(layer.gatesOnStreet(snap.street()), layer.gatesAt(snap))) {
      gates.forEach(gate -> take(best, first, access + walks.to(gate.walks()) + gate.offsetMillis(), gate.shelter()));
    }
  }

  private static void viaNode(RankSweep sweep, long[] best, int first, int node, int rank, long millis) {
    if (sweep.source(node, rank) >= 0) {
      take(best, first, millis + sweep.millis(node, rank), sweep.source(node, rank));
    }
  }

  /** Keeps a shelter where it is among the K best, once. */
  private static void take(long[] best, int first, long millis, int shelter) {
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
        take(both, slot / K * K, other.best[slot] >>> 32, (int) other.best[slot]);
      }
    }
    return new Ranks(both, trees);
  }

  /** The ways to the nearest shelters on this layer. */
  NearestTrees trees() {
    return trees;
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
