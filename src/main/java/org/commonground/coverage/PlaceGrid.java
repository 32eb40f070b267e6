package org.commonground.coverage;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.commonground.geo.LocalProjection;

/** Demand places in metres, and in the order of the square cells of a grid. Made once for all questions. Immutable. */
final class PlaceGrid {

  private final double[] x;
  private final double[] y;
  private final int[] inOrder;
  private final long[] cell;

  /** @param cellMetres side of a cell */
  PlaceGrid(DemandPlaces places, LocalProjection projection, double cellMetres) {
    x = new double[places.count()];
    y = new double[x.length];
    IntStream.range(0, x.length).parallel().forEach(place -> {
      var at = projection.toMetres(places.lon()[place], places.lat()[place]);
      x[place] = at.x;
      y[place] = at.y;
    });
    cell = IntStream.range(0, x.length).mapToLong(place -> cell(place, cellMetres)).toArray();
    inOrder = IntStream.range(0, x.length).boxed()
        .sorted(Comparator.comparingLong((Integer place) -> cell[place]).thenComparing(place -> place)).mapToInt(Integer::intValue).toArray();
  }

  /** Metres east of the middle of the area. */
  double x(int place) {
    return x[place];
  }

  /** Metres north of it. */
  double y(int place) {
    return y[place];
  }

  int count() {
    return x.length;
  }

  /** Every place, those of one cell together, ascending there. */
  IntStream inOrder() {
    return IntStream.of(inOrder);
  }

  /** The cell of a place; cells east and north of it have this plus {@link #EAST} and plus {@link #NORTH}. */
  long cell(int place) {
    return cell[place];
  }

  static final long EAST = 1;
  static final long NORTH = 1L << 32;

  /** The cell of a place in a grid of another size. */
  long cell(int place, double metres) {
    return (long) Math.floor(y[place] / metres) * NORTH + (long) Math.floor(x[place] / metres) * EAST;
  }
}
