package org.commonground.coverage;

import java.util.stream.IntStream;
import org.commonground.geo.LocalProjection;

/** Demand places in metres, and in the order of the square cells of a grid. Made once for all questions. Immutable. */
final class PlaceGrid {

  private final double[] x;
  private final double[] y;
  private final int[] inOrder;
  private final double cellMetres;

  /** @param cellMetres side of a cell */
  PlaceGrid(DemandPlaces places, LocalProjection projection, double cellMetres) {
    this.cellMetres = cellMetres;
    x = new double[places.count()];
    y = new double[x.length];
    IntStream.range(0, x.length).parallel().forEach(place -> {
      var at = projection.toMetres(places.lon()[place], places.lat()[place]);
      x[place] = at.x;
      y[place] = at.y;
    });
    inOrder = sorted(IntStream.range(0, x.length).toArray(), cellMetres);
  }

  /** Metres east of the middle of the area. */
  double x(int place) {
    return x[place];
  }

  /** Metres north of it. */
  double y(int place) {
    return y[place];
  }

  double distance(int place, int other) {
    return Math.hypot(x[place] - x[other], y[place] - y[other]);
  }

  /** Every place, those of one cell together, ascending there. */
  IntStream inOrder() {
    return IntStream.of(inOrder);
  }

  /** The cell of a place; cells east and north of it have this plus {@link #EAST} and plus {@link #NORTH}. */
  long cell(int place) {
    return cell(place, cellMetres);
  }

  static final long EAST = 1;
  static final long NORTH = 1L << 32;

  long cell(int place, double metres) {
    return (long) Math.floor(y[place] / metres) * NORTH + (long) Math.floor(x[place] / metres) * EAST;
  }

  /** These places, those of one cell of another size together, ascending there. */
  int[] sorted(int[] places, double metres) {
    return IntStream.of(places).boxed()
        .sorted(java.util.Comparator.comparingLong((Integer place) -> cell(place, metres)).thenComparing(place -> place))
        .mapToInt(Integer::intValue).toArray();
  }
}
