package org.commonground.siting;

/**
 * Raises the bound that holds for all sets, and decides candidates by it, before a {@link Search} branches.
 *
 * <ol>
 *   <li>By the prices of rows: {@link Ascent}. Whenever a good part is decided the demand is reduced to what is left, and the bound
 *       raised further, as long as that decides more.
 *   <li>To nearly that of the linear relaxation: {@link Saddle}.
 *   <li>By cells, which are joined whenever better prices would raise it little ({@link CellDemand}): the larger the cells, the nearer
 *       the bound is to the best set, and the longer their search takes.
 *   <li>Prices of cells also climb by the sets that cells were found to choose before, which promise at least what a search of the cells
 *       then finds (the cutting planes of Kelley, The cutting-plane method for solving convex programs, 1960, one bundle for each cell).
 * </ol>
 */
final class RootBound {

  private static final int STEPS = 800;
  private static final double PACE = 0.1;
  /** Of the free candidates: where no more are left, the demand is reduced before the climb goes on. */
  private static final double FEW = 0.6;
  /** Of the free candidates: so many have to be decided for a reduction to be worth its while. */
  private static final double MANY_LEFT = 0.8;
  private static final int STEPS_ON = 100;
  private static final double ROW_PACE = 0.02;
  private static final double CELL_PACE = 0.006;
  /** Of the gap, by so many steps: what is worth going on for. */
  private static final double LEAST_CLOSED_BY_ROWS = 0.01;
  private static final double LEAST_CLOSED_BY_CELLS = 0.02;
  private static final double LEAST_WORTH_CELLS = 0.03;
  private static final double LEAST_PROMISED = 0.01;
  private static final double LAST_PROMISED = 0.001;
  private static final int STEPS_OF_CELLS = 60;
  /** Of a climb by promises, in steps. */
  private static final double LENGTH = 40;
  /** Where even a climb so long promises little, the prices are as good as they get. */
  private static final double CONVERGED = 100;
  private static final double SHORTEST = 20;
  private static final double LONGEST = 200;
  private static final double LONGER = 1.3;
  private static final double SHORTER = 0.9;
  /** Promises in a row that were not kept. */
  private static final int IDLE = 10;
  /** Entries looked at by the search of one cell, for each second of the whole search. */
  private static final double LOOKED_AT_A_SECOND = 5e6;
  private static final double MOST_SECONDS = 600;
  private static final int SHAKES_BETWEEN = 100;
  private static final double MOST_RELAXING = 4_000;
  /** Steps times entries. */
  private static final double RELAXING = 2e9;
  /** Of the gap: how near the relaxation is enough. */
  private static final double RELAXED = 0.02;

  private final Search search;
  private final SiteChoice choice;
  private final Selection selection;
  private final Incumbent incumbent;
  private final byte[] root;
  private Demand demand;
  private double[] prices;
  private Ascent ascent;

  /** @param root what is decided, added to */
  RootBound(Search search, SiteChoice choice, Selection selection, Incumbent incumbent, byte[] root, Demand demand) {
    this.search = search;
    this.choice = choice;
    this.selection = selection;
    this.incumbent = incumbent;
    this.root = root;
    prices = new double[demand.rows()];
    demand.pricing(root).guess(incumbent.sites(), prices);
    use(demand);
  }

  /** What the prices are for: the demand without what is decided. */
  Demand demand() {
    return demand;
  }

  /** The best that were found. */
  double[] prices() {
    return prices.clone();
  }

  Ascent ascent() {
    return ascent;
  }

  void raiseByRows() {
    int steps = STEPS;
    double pace = PACE;
    for (boolean first = true; ; ) {
      int before = free();
      search.raised(ascent.climb(root, prices, steps, pace, (int) (FEW * before)));
      int free = free();
      boolean onTheWay = ascent.stepsLeft() > 0;
      if (search.ends() || free == 0 || free > MANY_LEFT * before && !first && !onTheWay) {
        return;
      }
      steps = onTheWay ? ascent.stepsLeft() : STEPS / 4;
      pace = onTheWay ? ascent.pace() : PACE / 2;
      reduce();
      if (free > MANY_LEFT * before && !onTheWay) {
        return;
      }
      first &= onTheWay;
    }
  }

  void raiseByRelaxation() {
    int before = free();
    var cover = (CoverDemand) demand;
    var saddle = new Saddle(cover, choice, root, prices, incumbent.sites());
    saddle.solve((int) Math.min(MOST_RELAXING, RELAXING / Math.max(1, cover.coverRows().site().length)),
        RELAXED * (search.best() - search.lowest()), search::stops);
    prices = saddle.prices();
    search.raised(ascent.climb(root, prices, 1, ROW_PACE));
    if (!search.ends() && free() <= MANY_LEFT * before) {
      reduce();
    }
  }

  /**
   * Keeps to the rows where cells raise the bound too little, and to cells that can be searched.
   *
   * @param seconds that the whole search may take
   */
  void raiseByCells(double seconds) {
    climbOnRows();
    double worthIt = search.lowest() + LEAST_WORTH_CELLS * (search.best() - search.lowest());
    var kept = new Demand.Reduced(demand, prices);
    long most = (long) (LOOKED_AT_A_SECOND * Math.min(MOST_SECONDS, seconds));
    var cells = CellDemand.of((CoverDemand) demand, incumbent.sites(), prices, most, search::stops);
    var next = new Demand.Reduced(cells, cells.prices());
    while (!search.ends() && next.demand().rows() > 0) {
      prices = next.prices();
      use(next.demand());
      var level = (CellDemand) demand;
      climbOnCells(level, LEAST_PROMISED);
      if (level.cutShort() || search.lowest() <= worthIt) {
        break;
      }
      reduce();
      if (incumbent.canAnneal()) {
        incumbent.anneal(1);
      }
      kept = new Demand.Reduced(demand, prices);
      next = ((CellDemand) demand).joined(prices);
      if (next.demand().rows() == demand.rows()) {
        break;
      }
    }
    prices = kept.prices();
    use(kept.demand());
    if (demand instanceof CellDemand last && !search.ends()) {
      climbOnCells(last, LAST_PROMISED);
    }
  }

  /** Climbs on from where the last climb ended, as long as that closes such a part of the gap. */
  private void climbOnRows() {
    double before = Double.NEGATIVE_INFINITY;
    double bound = ascent.climb(root, prices, 1, ROW_PACE);
    while (!search.ends() && bound - before > LEAST_CLOSED_BY_ROWS * (search.best() - bound)) {
      before = bound;
      bound = ascent.climb(root, prices, STEPS_ON, ROW_PACE);
      search.raised(bound);
    }
    search.raised(bound);
  }

  /**
   * Climbs by what the sets found promise, and by the slope where promises are not kept.
   *
   * @param cells the demand
   * @param least of the gap, to be promised; where less is, no prices of these cells are much better
   */
  private void climbOnCells(CellDemand cells, double least) {
    double bound = ascent.climb(root, prices, 1, CELL_PACE);
    search.raised(bound);
    boolean goesOn = !cells.cutShort();
    for (double length = LENGTH; goesOn && !search.ends(); ) {
      double before = bound;
      for (int idle = 0; goesOn && idle < IDLE && !search.ends(); ) {
        var tried = prices.clone();
        double promised = ascent.follow(cells.promises(root), root, tried, (int) length, CELL_PACE);
        double at = ascent.climb(root, tried, 1, CELL_PACE);
        idle = at > bound ? 0 : idle + 1;
        if (at > bound) {
          bound = at;
          prices = tried;
          search.raised(bound);
        }
        goesOn = length < CONVERGED || promised - bound > least * (search.best() - bound);
        length = Math.max(SHORTEST, Math.min(LONGEST, (at >= bound ? LONGER : SHORTER) * length));
      }
      if (goesOn && !search.ends() && !closes(before, bound)) {
        bound = ascent.climb(root, prices, STEPS_OF_CELLS, CELL_PACE);
        search.raised(bound);
        goesOn = closes(before, bound);
      }
      incumbent.shake(SHAKES_BETWEEN);
    }
  }

  private boolean closes(double before, double bound) {
    return bound - before > LEAST_CLOSED_BY_CELLS * (search.best() - bound);
  }

  private void reduce() {
    var reduced = demand.without(root, prices);
    prices = reduced.prices();
    use(reduced.demand());
    incumbent.use(demand instanceof CellDemand cells ? cells.cover() : demand, search.tooClose(), root);
  }

  private void use(Demand other) {
    demand = other;
    ascent = new Ascent(search, demand, choice, selection);
  }

  private int free() {
    return Fixed.sites(root, Fixed.FREE).length;
  }
}
