package org.commonground.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Rows that are covered or not, looked at in cells of rows that share their candidates.
 *
 * <p>Each cell chooses its own best set of sites at prices of its own, exactly; the prices of one candidate in all cells are what
 * choosing it is worth. A cell remembers its last search, from which the next at prices nearby begins. This is Lagrangian decomposition (Guignard and Kim 1987): as a cell cannot have a part of a site, the
 * bound is better than that of the linear relaxation, which is the same with cells of one row each.
 */
final class CellDemand implements Demand {

  /** To begin with, as a share of as many as the sites that could cover all without overlap. */
  private static final double CELLS = 0.6;

  private final CoverRows rows;
  private final CoverDemand demand;
  private final int[] cellOfRow;
  private final double[] asked;
  private final int cells;
  /** Where each cell's candidates begin in the array below: one price for each. */
  private final int[] firstOfCell;
  private final int[] siteOfPair;
  private final double[] weightOfPair;
  private final long most;
  private final BooleanSupplier stop;
  private final CellCover[] covers;
  private final int[] largestFirst;

  /**
   * @param cellOfRow from 0
   * @param asked     good prices of the rows
   * @param most      entries looked at by the search of one cell, about
   * @param stop      cuts the search of cells short
   */
  CellDemand(CoverDemand demand, int[] cellOfRow, double[] asked, long most, BooleanSupplier stop) {
    this.demand = demand;
    this.most = most;
    this.stop = stop;
    this.cellOfRow = cellOfRow;
    this.asked = asked;
    rows = demand.coverRows();
    cells = Arrays.stream(cellOfRow).max().orElse(-1) + 1;
    firstOfCell = new int[cells + 1];
    var rowsOfCell = Cells.members(cellOfRow);
    var sites = new int[1 << 12];
    var weights = new double[1 << 12];
    int size = 0;
    var at = new int[rows.candidates()];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(at, -1);
      for (int row : rowsOfCell[cell]) {
        for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
          int site = rows.site()[entry];
          if (at[site] < 0) {
            if (size == sites.length) {
              sites = Arrays.copyOf(sites, 2 * size);
              weights = Arrays.copyOf(weights, 2 * size);
            }
            sites[size] = site;
            at[site] = size++;
          }
          weights[at[site]] += rows.weight()[row];
        }
      }
      firstOfCell[cell + 1] = size;
    }
    siteOfPair = Arrays.copyOf(sites, size);
    weightOfPair = Arrays.copyOf(weights, size);
    covers = new CellCover[cells];
    Arrays.setAll(covers, cell -> cover(cell, rowsOfCell[cell]));
    largestFirst = IntStream.range(0, cells).boxed().sorted(Comparator.comparingInt(cell -> -rowsOfCell[cell].length))
        .mapToInt(cell -> cell).toArray();
  }

  private CellCover cover(int cell, int[] own) {
    int begin = firstOfCell[cell];
    var at = places(cell);
    var first = new int[own.length + 1];
    for (int i = 0; i < own.length; i++) {
      first[i + 1] = first[i] + rows.first()[own[i] + 1] - rows.first()[own[i]];
    }
    var site = new int[first[own.length]];
    for (int i = 0; i < own.length; i++) {
      for (int entry = first[i]; entry < first[i + 1]; entry++) {
        site[entry] = at[rows.site()[rows.first()[own[i]] + entry - first[i]]] - begin;
      }
    }
    return new CellCover(firstOfCell[cell + 1] - begin, first, site, IntStream.of(own).mapToDouble(row -> rows.weight()[row]).toArray(),
        IntStream.of(own).mapToDouble(row -> asked[row]).toArray());
  }

  /** In cells around the sites of a good set, about as large as what a site covers. */
  static CellDemand of(CoverDemand demand, int[] sites, double[] asked, long most, BooleanSupplier stop) {
    var rows = demand.coverRows();
    double sitesOfRow = rows.site().length / (double) Math.max(1, rows.count());
    var small = Cells.of(rows, demand, sites);
    return new CellDemand(demand, CellJoining.of(rows, small, (int) Math.max(1, CELLS * rows.candidates() / sitesOfRow)), asked, most, stop);
  }

  /** Whether the last search of a cell ended before it knew the best. */
  boolean cutShort() {
    return Arrays.stream(covers).anyMatch(CellCover::cutShort);
  }

  /** What prices are worth if cells chose the best of the sets that they chose before: mostly more than they are. */
  Pricing promises(byte[] fixed) {
    return new Promises(fixed);
  }

  CoverDemand cover() {
    return demand;
  }

  /** Whether a demand can be looked at so: covered is covered, once or more often. */
  static boolean suits(Demand demand) {
    return demand instanceof CoverDemand cover && cover.once();
  }

  /** The same in two thirds as many cells, with prices that say the same; in as many where no two cells meet. */
  Reduced joined(double[] prices) {
    var next = new CellDemand(demand, CellJoining.of(rows, cellOfRow, Math.max(1, 2 * cells / 3)), asked, most, stop);
    var cellNow = new int[cells];
    for (int row = 0; row < cellOfRow.length; row++) {
      cellNow[cellOfRow[row]] = next.cellOfRow[row];
    }
    var sum = new double[next.rows()];
    for (int cell = 0; cell < cells; cell++) {
      var at = next.places(cellNow[cell]);
      for (int pair = firstOfCell[cell]; pair < firstOfCell[cell + 1]; pair++) {
        sum[at[siteOfPair[pair]]] += prices[pair];
      }
    }
    return new Reduced(next, sum);
  }

  /** The prices that say the same as the rows' own. */
  double[] prices() {
    var prices = new double[rows()];
    var rowsOfCell = Cells.members(cellOfRow);
    for (int cell = 0; cell < cells; cell++) {
      var at = places(cell);
      for (int row : rowsOfCell[cell]) {
        for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
          prices[at[rows.site()[entry]]] += asked[row];
        }
      }
    }
    return prices;
  }

  /** By candidate, its price's place in a cell. */
  private int[] places(int cell) {
    var at = new int[rows.candidates()];
    for (int pair = firstOfCell[cell]; pair < firstOfCell[cell + 1]; pair++) {
      at[siteOfPair[pair]] = pair;
    }
    return at;
  }

  @Override
  public int candidates() {
    return rows.candidates();
  }

  @Override
  public int rows() {
    return siteOfPair.length;
  }

  @Override
  public boolean whole() {
    return demand.whole();
  }

  @Override
  public double loss(int[] sites) {
    return demand.loss(sites);
  }

  @Override
  public Opened opened() {
    return demand.opened();
  }

  @Override
  public Pricing pricing(byte[] fixed) {
    return new Offers(fixed);
  }

  /** Rows that become alike stay apart where they are in two cells, so that the bound stays the same. */
  @Override
  public Reduced without(byte[] fixed, double[] prices) {
    var rest = new CellsLeft(rows, asked, cells);
    var rowsOfCell = Cells.members(cellOfRow);
    for (int cell = 0; cell < cells; cell++) {
      rest.add(cell, rowsOfCell[cell], fixed);
    }
    var next = new CellDemand(rest.demand(), rest.cellOfRow(), rest.asked(), most, stop);
    var kept = new double[next.rows()];
    for (int cell = 0; cell < next.cells; cell++) {
      var at = places(rest.before(cell));
      for (int pair = next.firstOfCell[cell]; pair < next.firstOfCell[cell + 1]; pair++) {
        kept[pair] = prices[at[next.siteOfPair[pair]]];
      }
    }
    return new Reduced(next, kept);
  }

  private class Offers extends Pricing {

    final byte[][] decided = new byte[cells][];
    final boolean[] wanted = new boolean[rows()];

    Offers(byte[] fixed) {
      super(rows());
      System.arraycopy(weightOfPair, 0, ceiling, 0, ceiling.length);
      System.arraycopy(weightOfPair, 0, scale, 0, scale.length);
      for (int cell = 0; cell < cells; cell++) {
        decided[cell] = new byte[firstOfCell[cell + 1] - firstOfCell[cell]];
        for (int i = 0; i < decided[cell].length; i++) {
          decided[cell][i] = fixed[siteOfPair[firstOfCell[cell] + i]];
        }
      }
    }

    @Override
    double collect(double[] prices, double[] rate) {
      Arrays.fill(wanted, false);
      double sum = rows.total();
      for (double worth : chosen(prices)) {
        sum -= worth;
      }
      for (int pair = 0; pair < prices.length; pair++) {
        rate[siteOfPair[pair]] -= prices[pair];
      }
      return sum;
    }

    /** Marks what each cell wants at these prices. Returns what that is worth to it. */
    double[] chosen(double[] prices) {
      var worth = new double[cells];
      var next = new AtomicInteger();
      IntStream.range(0, cells).parallel().forEach(any -> {
        int cell = largestFirst[next.getAndIncrement()];
        worth[cell] = covers[cell].best(Arrays.copyOfRange(prices, firstOfCell[cell], firstOfCell[cell + 1]), decided[cell], most, stop);
        want(cell);
      });
      return worth;
    }

    final void want(int cell) {
      for (int site : covers[cell].sites()) {
        wanted[firstOfCell[cell] + site] = true;
      }
    }

    @Override
    void slope(double[] prices, int[] sites, int count, double[] share, double[] slope) {
      for (int pair = 0; pair < prices.length; pair++) {
        slope[pair] = (wanted[pair] ? 1 : 0) - share[siteOfPair[pair]];
      }
    }

    @Override
    void guess(int[] sites, double[] prices) {
      System.arraycopy(CellDemand.this.prices(), 0, prices, 0, prices.length);
    }
  }

  /** The same without a search. */
  private final class Promises extends Offers {

    Promises(byte[] fixed) {
      super(fixed);
      for (int cell = 0; cell < cells; cell++) {
        covers[cell].know(decided[cell]);
      }
    }

    @Override
    double[] chosen(double[] prices) {
      var worth = new double[cells];
      for (int cell = 0; cell < cells; cell++) {
        worth[cell] = covers[cell].known(prices, firstOfCell[cell]);
        want(cell);
      }
      return worth;
    }
  }
}
