package org.commonground.coverage;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.commonground.network.LimitedSweep;

/**
 * Finds every shelter that each place reaches within a time limit, on one layer.
 *
 * <ol>
 *   <li>Each place joins the streets where the layer says; the ends of these streets are the only nodes that matter.
 *   <li>One search from each shelter, within the limit, gives its times at those nodes.
 *   <li>A node's times stand in a row, by shelter.
 *   <li>A place takes the better of the rows at both ends of its street, and the shelters on the street itself and around it;
 *       one where nobody can leave on foot takes none.
 * </ol>
 */
final class ReachBuilder {

  private final ReachLayer layer;
  private final DemandPlaces places;
  private final int limitMillis;
  /** By node, time below shelter in one long, ascending; null where no place needs the node. */
  private final long[][] atNode;

  private ReachBuilder(ReachLayer layer, DemandPlaces places, int limitMillis) {
    this.layer = layer;
    this.places = places;
    this.limitMillis = limitMillis;
    atNode = new long[layer.graph().nodeCount()][];
  }

  static ReachTable build(ReachLayer layer, DemandPlaces places, int limitMillis) {
    if (limitMillis < 0 || limitMillis == CoverageResult.NO_WAY) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms; that is none");
    }
    int shelterCount = layer.entrances().count();
    var builder = new ReachBuilder(layer, places, limitMillis);
    builder.meetStreets();
    builder.gather(builder.search(shelterCount));
    var rows = new long[places.count()][];
    IntStream.range(0, rows.length).parallel().forEach(place -> rows[place] = builder.row(place));
    return table(rows, shelterCount);
  }

  private void meetStreets() {
    for (int place = 0; place < places.count(); place++) {
      var snap = layer.snap(place);
      if (snap != null) {
        var street = layer.graph().streets().street(snap.street());
        atNode[street.from()] = new long[0];
        atNode[street.to()] = new long[0];
      }
    }
  }

  /** Per shelter, time below node for each node that matters, ascending. */
  private long[][] search(int shelterCount) {
    var found = new long[shelterCount][];
    var sweeps = ThreadLocal.withInitial(() -> new LimitedSweep(layer.graph()));
    IntStream.range(0, shelterCount).parallel().forEach(shelter -> {
      var sweep = sweeps.get();
      layer.enter(shelter, (node, millis, one) -> sweep.addSource(node, millis));
      sweep.run(limitMillis);
      found[shelter] = IntStream.range(0, sweep.reachedCount()).map(sweep::reached).filter(node -> atNode[node] != null)
          .mapToLong(node -> pack(node, sweep.millis(node))).sorted().toArray();
      sweep.reset();
    });
    return found;
  }

  private void gather(long[][] found) {
    var count = new int[atNode.length];
    for (var times : found) {
      for (long time : times) {
        count[high(time)]++;
      }
    }
    for (int node = 0; node < count.length; node++) {
      if (atNode[node] != null) {
        atNode[node] = new long[count[node]];
      }
    }
    Arrays.fill(count, 0);
    for (int shelter = 0; shelter < found.length; shelter++) {
      for (long time : found[shelter]) {
        int node = high(time);
        atNode[node][count[node]++] = pack(shelter, (int) time);
      }
    }
  }

  /** Time below shelter for each shelter in time, ascending. */
  private long[] row(int place) {
    if (layer.traps(place)) {
      return new long[0];
    }
    var inside = layer.around(places.lon()[place], places.lat()[place]).stream().mapToLong(shelter -> pack(shelter, 0));
    var snap = layer.snap(place);
    if (snap == null) {
      return inside.toArray();
    }
    var street = layer.graph().streets().street(snap.street());
    long access = layer.straightMillis(snap.offsetMetres());
    var walks = layer.walks(snap);
    var onStreet = LongStream.concat(
        layer.gatesOnStreet(snap.street()).stream().mapToLong(gate -> later(pack(gate.shelter(), gate.offsetMillis()),
            access + walks.to(gate.walks()))),
        layer.gatesAt(snap).stream().mapToLong(gate -> later(pack(gate.shelter(), 0), access)));
    var viaEnds = LongStream.concat(
        LongStream.of(atNode[street.from()]).map(time -> later(time, access + walks.toStart())),
        LongStream.of(atNode[street.to()]).map(time -> later(time, access + walks.toEnd())));
    var sorted = LongStream.concat(inside, LongStream.concat(onStreet, viaEnds)).filter(time -> time >= 0).sorted().toArray();
    int size = 0;
    for (long time : sorted) {
      if (size == 0 || high(sorted[size - 1]) != high(time)) {
        sorted[size++] = time;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** The same shelter after a longer walk; -1 where that is beyond the limit. */
  private long later(long time, long millis) {
    long all = (int) time + millis;
    return all > limitMillis ? -1 : pack(high(time), (int) all);
  }

  private static ReachTable table(long[][] rows, int shelterCount) {
    var first = new int[rows.length + 1];
    for (int place = 0; place < rows.length; place++) {
      first[place + 1] = Math.addExact(first[place], rows[place].length);
    }
    var shelter = new int[first[rows.length]];
    var millis = new int[shelter.length];
    for (int place = 0; place < rows.length; place++) {
      for (int i = 0; i < rows[place].length; i++) {
        shelter[first[place] + i] = high(rows[place][i]);
        millis[first[place] + i] = (int) rows[place][i];
      }
    }
    return new ReachTable(shelterCount, first, shelter, millis);
  }

  private static long pack(int above, int millis) {
    return (long) above << 32 | millis;
  }

  private static int high(long packed) {
    return (int) (packed >>> 32);
  }
}
