package org.commonground.siting;

/**
 * Raises the bound that holds for all sets, and decides candidates by it, before a {@link Search} branches.
 *
 * <ol>
 *   <li>By the prices of rows: {@link Ascent}. Whenever a good part is decided the demand is reduced to what is left, and the bound
 *       raised further, as long as that decides more.
 *   <li>To nearly that of the linear relaxation: {@link Saddle}.
 *   <li>By cells, which are joined in pairs whenever a few more steps raise it little ({@link CellDemand}): the larger the cells, the
 *       nearer the bound is to the best set, and the longer a step takes.
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
  private static final double LEAST_CLOSED_BY_CELLS = 0.03;
  private static final double LEAST_WORTH_CELLS = 0.03;
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

  /** Keeps to the rows where cells raise the bound too little. */
  void raiseByCells() {
    double highest = climbOn(ROW_PACE, LEAST_CLOSED_BY_ROWS);
    double worthIt = highest + LEAST_WORTH_CELLS * (search.best() - highest);
    var kept = new Demand.Reduced(demand, prices);
    var cells = CellDemand.of((CoverDemand) demand, incumbent.sites(), prices, search::stops);
    var next = new Demand.Reduced(cells, cells.prices());
    while (!search.ends() && next.demand().rows() > 0) {
      prices = next.prices();
      use(next.demand());
      double bound = climbOn(CELL_PACE, LEAST_CLOSED_BY_CELLS);
      if (bound <= Math.max(highest, kept.demand() instanceof CellDemand ? highest : worthIt)) {
        break;
      }
      highest = bound;
      kept = new Demand.Reduced(demand, prices);
      next = ((CellDemand) demand).joined(prices);
      if (next.demand().rows() == demand.rows()) {
        break;
      }
    }
    prices = kept.prices();
    use(kept.demand());
  }

  /** Climbs on from where the last climb ended, as long as that closes such a part of the gap. Returns the bound. */
  private double climbOn(double pace, double least) {
    double before = Double.NEGATIVE_INFINITY;
    double bound = ascent.climb(root, prices, 1, pace);
    int free = free();
    while (!search.ends() && bound < search.cutoff() && bound - before > least * (search.best() - bound)) {
      before = bound;
      bound = ascent.climbOn(root, prices, STEPS_ON, pace);
      search.raised(bound);
      if (demand instanceof CellDemand) {
        incumbent.shake(SHAKES_BETWEEN);
      }
      if (!search.ends() && free() < MANY_LEFT * free) {
        free = free();
        reduce();
        bound = Math.max(bound, ascent.climb(root, prices, 1, pace));
      }
    }
    search.raised(bound);
    return bound;
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
