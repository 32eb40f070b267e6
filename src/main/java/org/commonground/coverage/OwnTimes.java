package org.commonground.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.commonground.network.Components;
import org.commonground.network.Sweep;
import org.commonground.network.WalkGraph;

/**
 * Walking times to the nearest among some of the shelters, asked for many such choices one after the other. Throw-away, for one
 * thread.
 *
 * <ol>
 *   <li>Every place is joined to its street once: the walks to both its ends, and those straight to shelters.
 *   <li>For each choice, one sweep from the entrances of the chosen shelters runs to the time limit.
 *   <li>Each place takes the best of both ends and of its walks straight to one of them.
 * </ol>
 */
final class OwnTimes {

  private final ReachLayer layer;
  private final WalkGraph graph;
  private final int shelters;
  private final Join[] joins;
  private final Sweep sweep;
  private Components parts;

  /**
   * How a place is joined to the streets.
   *
   * @param from     node at one end of its street; -1 where it is joined to none
   * @param to       node at the other end
   * @param direct   shelters reached without passing an end, with their times
   */
  private record Join(int from, int fromMillis, int to, int toMillis, List<Direct> direct) {
  }

  private record Direct(int shelter, long millis) {
  }

  OwnTimes(ReachLayer layer, CoverageProblem problem) {
    this.layer = layer;
    graph = layer.graph();
    shelters = problem.shelters().size();
    var places = problem.places();
    joins = new Join[places.count()];
    IntStream.range(0, joins.length).parallel()
        .forEach(place -> joins[place] = join(place, places.lon()[place], places.lat()[place]));
    sweep = new Sweep(graph);
  }

  private Join join(int place, double lon, double lat) {
    var direct = new ArrayList<Direct>();
    if (layer.traps(place)) {
      return new Join(-1, 0, -1, 0, direct);
    }
    layer.around(lon, lat).forEach(shelter -> direct.add(new Direct(shelter, 0)));
    var snap = layer.snap(place);
    if (snap == null) {
      return new Join(-1, 0, -1, 0, direct);
    }
    var street = graph.streets().street(snap.street());
    var walks = layer.walks(snap);
    int access = layer.straightMillis(snap.offsetMetres());
    for (var gates : List.of(layer.gatesOnStreet(snap.street()), layer.gatesAt(snap))) {
      gates.forEach(gate -> direct.add(
          new Direct(gate.shelter(), (long) access + walks.to(gate.walks()) + gate.offsetMillis())));
    }
    return new Join(street.from(), access + walks.toStart(), street.to(), access + walks.toEnd(), direct);
  }

  /**
   * @param chosen      whether a shelter may be used
   * @param limitMillis longest walking time looked for
   * @return one entry per place; {@link CoverageResult#NO_WAY} where none of them is reached within the limit
   */
  int[] millis(IntPredicate chosen, int limitMillis) {
    sweep.reset();
    enter(chosen, (node, millis, shelter) -> sweep.addSource(node, millis, 0));
    sweep.run(limitMillis);
    return IntStream.range(0, joins.length).parallel().map(place -> millis(joins[place], chosen, limitMillis)).toArray();
  }

  private int millis(Join join, IntPredicate chosen, int limitMillis) {
    long best = Long.MAX_VALUE;
    if (join.from() >= 0) {
      best = Math.min(viaNode(join.from(), join.fromMillis()), viaNode(join.to(), join.toMillis()));
    }
    for (var direct : join.direct()) {
      best = chosen.test(direct.shelter()) ? Math.min(best, direct.millis()) : best;
    }
    return best <= limitMillis ? (int) best : CoverageResult.NO_WAY;
  }

  private long viaNode(int node, int millis) {
    return sweep.source(node) < 0 ? Long.MAX_VALUE : (long) sweep.millis(node) + millis;
  }

  /** The places from which any of the chosen shelters can be walked to, in whatever time. */
  BitSet withWay(IntPredicate chosen) {
    if (parts == null) {
      parts = Components.of(graph);
    }
    var entered = new BitSet(parts.parts().size());
    var withWay = new BitSet(joins.length);
    enter(chosen, (node, millis, shelter) -> {
      if (parts.partOf(node) >= 0) {
        entered.set(parts.partOf(node));
      }
    });
    for (int place = 0; place < joins.length; place++) {
      var join = joins[place];
      withWay.set(place, join.from() >= 0 && entered.get(parts.partOf(join.from()))
          || join.direct().stream().anyMatch(direct -> chosen.test(direct.shelter())));
    }
    return withWay;
  }

  private void enter(IntPredicate chosen, ReachLayer.EntranceTaker taker) {
    IntStream.range(0, shelters).filter(chosen).forEach(shelter -> layer.enter(shelter, taker));
  }
}
