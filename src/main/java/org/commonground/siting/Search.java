package org.commonground.siting;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Finds the set of sites with the least loss, and a bound that no set can pass.
 *
 * <ol>
 *   <li>A good set to begin with: {@link Incumbent}.
 *   <li>A bound by prices, which decides most candidates: {@link Ascent}. Whenever a good part is decided the demand is reduced to what
 *       is left, and the bound raised further, as long as that decides more.
 *   <li>What remains is branched on, the lowest bound first, each branch with prices of its own that begin at its parent's.
 *   <li>Where a few branches do not end it and covered is covered once or more often, the bound is raised to that of the linear
 *       relaxation ({@link Saddle}), the set is made better by annealing ({@link Annealing}), and the bound is raised by cells
 *       ({@link CellDemand}) before branching goes on with these.
 *   <li>The search ends when no branch can be better, or when it is told to.
 * </ol>
 */
final class Search {

  private static final int ROOT_STEPS = 800;
  /** Of the free candidates: where no more are left, the demand is reduced before the climb goes on. */
  private static final double FEW = 0.6;
  private static final int NODE_STEPS = 100;
  private static final double PACE = 0.1;
  private static final int LOOK_EVERY = 10;
  private static final int NODES_LOOKED_AT = 60;
  private static final int NODES_BEFORE_CELLS = 20;
  private static final int CELL_STEPS = 200;
  private static final double PACE_AGAIN = 0.02;
  private static final double LEAST_CLOSED_BY_ROWS = 0.002;
  private static final double LEAST_CLOSED_BY_CELLS = 0.005;
  private static final double LEAST_WORTH_CELLS = 0.03;
  private static final double MOST_RELAXING = 4_000;
  /** Steps times entries. */
  private static final double RELAXING = 2e9;
  /** Of the gap: how near the relaxation is enough. */
  private static final double RELAXED = 0.02;
  private static final int IDLE_ROUNDS = 4;
  private static final int NODES_BETWEEN_ROUNDS = 500;
  private static final int IDLE_SHAKES = 200;
  private static final int SHAKES_BETWEEN = 10;

  private final SiteChoice choice;
  private final int[][] tooClose;
  private final Goal goal;
  private final boolean whole;
  private final SitingClock clock;
  private final SitingProgress progress;
  private final Selection selection;
  private final Incumbent incumbent;

  private Demand demand;
  private Ascent ascent;
  private byte[] root;
  /** The lowest bound of what was left unsearched because it is near enough. */
  private double leftOut = Double.POSITIVE_INFINITY;
  private double lowest = Double.NEGATIVE_INFINITY;
  private int nodes;
  private boolean atRoot = true;

  /**
   * @param enough   a loss that ends the search
   * @param hopeless a bound above it ends the search
   * @param scale    the loss of no site at all where the answer is what is served, that is this less the loss; else not a number
   */
  record Goal(double enough, double hopeless, double scale) {

    static final Goal LEAST = new Goal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN);
  }

  /** @param bound not above the loss */
  record Found(double loss, double bound, int[] sites, Stopped stopped, int nodes) {
  }

  /** @param node what is decided; the prices belong to both children of a parent */
  private record Node(double bound, int number, byte[] fixed, float[] prices) {
  }

  Search(Demand demand, SiteChoice choice, Goal goal, SitingClock clock, SitingProgress progress) {
    this.demand = demand;
    this.choice = choice;
    this.goal = goal;
    this.clock = clock;
    this.progress = progress;
    whole = demand.whole() && Arrays.stream(choice.worth()).allMatch(worth -> worth == Math.rint(worth));
    tooClose = SiteSet.neighbours(choice);
    selection = new Selection(choice, tooClose);
    root = Fixed.of(choice);
    incumbent = new Incumbent(choice, whole, () -> stops() || lowest >= cutoff());
  }

  /** @param branching else the bound alone is raised */
  Found run(int[] start, boolean branching) {
    Fixed.settle(root, choice, tooClose);
    begin(start);
    if (!stops() && lowest < cutoff()) {
      var prices = new double[demand.rows()];
      demand.pricing(root).guess(incumbent.sites(), prices);
      prices = raiseRoot(prices);
      if (branching && !stops() && lowest < cutoff()) {
        boolean cells = CellDemand.suits(demand);
        branch(prices.clone(), cells ? NODES_BEFORE_CELLS : Integer.MAX_VALUE);
        if (cells && !stops() && lowest < cutoff()) {
          leftOut = Double.POSITIVE_INFINITY;
          if (incumbent.canAnneal()) {
            incumbent.anneal(1);
            prices = relaxed(prices);
            incumbent.anneal(IDLE_ROUNDS);
          } else {
            incumbent.shake(IDLE_SHAKES);
          }
          if (lowest < cutoff()) {
            branch(raiseByCells(prices), Integer.MAX_VALUE);
          }
        }
      }
    }
    return found();
  }

  private void begin(int[] start) {
    var all = IntStream.range(0, root.length).filter(site -> root[site] != Fixed.OUT).toArray();
    lowest = demand.loss(all) - Arrays.stream(all).mapToDouble(choice::worth).sum();
    incumbent.use(demand, tooClose, root);
    incumbent.begin(start);
  }

  /** Returns the best prices for the demand as it then is. */
  private double[] raiseRoot(double[] guessed) {
    var prices = guessed;
    int steps = ROOT_STEPS;
    double pace = PACE;
    for (boolean first = true; ; ) {
      int before = Fixed.sites(root, Fixed.FREE).length;
      ascent = new Ascent(this, demand, choice, selection);
      lowest = Math.max(lowest, ascent.climb(root, prices, steps, pace, (int) (FEW * before)));
      int free = Fixed.sites(root, Fixed.FREE).length;
      boolean onTheWay = ascent.stepsLeft() > 0;
      if (stops() || lowest >= cutoff() || free == 0 || free > 0.8 * before && !first && !onTheWay) {
        return prices;
      }
      var reduced = demand.without(root, prices);
      demand = reduced.demand();
      prices = reduced.prices();
      incumbent.use(demand, tooClose, root);
      steps = onTheWay ? ascent.stepsLeft() : ROOT_STEPS / 4;
      pace = onTheWay ? ascent.pace() : PACE / 2;
      ascent = new Ascent(this, demand, choice, selection);
      if (free > 0.8 * before && !onTheWay) {
        return prices;
      }
      first &= onTheWay;
    }
  }

  /** Raises the bound to nearly that of the linear relaxation. Returns prices for the demand as it then is. */
  private double[] relaxed(double[] prices) {
    int before = Fixed.sites(root, Fixed.FREE).length;
    var saddle = new Saddle((CoverDemand) demand, choice, root, prices, incumbent.sites());
    int steps = (int) Math.min(MOST_RELAXING, RELAXING / Math.max(1, ((CoverDemand) demand).coverRows().site().length));
    saddle.solve(steps, RELAXED * (best() - lowest), this::stops);
    lowest = Math.max(lowest, ascent.climb(root, saddle.prices(), 1, PACE_AGAIN));
    if (stops() || lowest >= cutoff() || Fixed.sites(root, Fixed.FREE).length > 0.8 * before) {
      return saddle.prices();
    }
    var reduced = demand.without(root, saddle.prices());
    use(reduced.demand());
    incumbent.use(demand, tooClose, root);
    return reduced.prices();
  }

  /** Begins with small cells and joins them as long as that raises the bound; keeps to the rows where it raises it too little. */
  private double[] raiseByCells(double[] rowPrices) {
    double highest = climbOn(rowPrices, ROOT_STEPS, LEAST_CLOSED_BY_ROWS);
    double worthIt = highest + LEAST_WORTH_CELLS * (best() - highest);
    var kept = new Demand.Reduced(demand, rowPrices);
    var cells = CellDemand.of((CoverDemand) demand, incumbent.sites(), rowPrices);
    var next = new Demand.Reduced(cells, cells.prices());
    while (!stops() && lowest < cutoff() && next.demand().rows() > 0) {
      use(next.demand());
      double bound = climbOn(next.prices(), CELL_STEPS, LEAST_CLOSED_BY_CELLS);
      if (bound <= Math.max(highest, kept.demand() instanceof CellDemand ? highest : worthIt)) {
        break;
      }
      highest = bound;
      kept = next;
      var joined = ((CellDemand) kept.demand()).joined(kept.prices());
      if (joined.demand().rows() == kept.demand().rows()) {
        break;
      }
      next = joined;
    }
    use(kept.demand());
    return kept.prices();
  }

  private void use(Demand other) {
    demand = other;
    ascent = new Ascent(this, demand, choice, selection);
  }

  /** Climbs anew from where the last climb ended, as long as that closes such a part of the gap. Returns the bound. */
  private double climbOn(double[] prices, int steps, double least) {
    atRoot = true;
    double before = Double.NEGATIVE_INFINITY;
    double bound = ascent.climb(root, prices, 1, PACE_AGAIN);
    while (!stops() && bound < cutoff() && bound - before > least * (best() - bound)) {
      before = bound;
      bound = ascent.climb(root, prices, steps, PACE_AGAIN);
      lowest = Math.max(lowest, bound);
    }
    lowest = Math.max(lowest, bound);
    return bound;
  }

  /** @param most branches; what is open then is left to somebody else */
  private void branch(double[] prices, int most) {
    var open = new PriorityQueue<Node>((a, b) -> a.bound != b.bound ? Double.compare(a.bound, b.bound)
        : Integer.compare(b.number, a.number));
    open.add(new Node(lowest, 0, root.clone(), floats(prices)));
    atRoot = false;
    while (!open.isEmpty() && nodes < most) {
      var node = open.poll();
      lowest = node.bound;
      if (node.bound >= cutoff()) {
        leftOut = Math.min(leftOut, node.bound);
        break;
      }
      nodes++;
      for (int row = 0; row < prices.length; row++) {
        prices[row] = node.prices[row];
      }
      double bound = Math.max(node.bound, ascent.climb(node.fixed, prices, NODE_STEPS, PACE));
      if (stops()) {
        leftOut = Math.min(leftOut, bound);
        break;
      }
      if (bound >= cutoff()) {
        leftOut = Math.min(leftOut, bound);
        continue;
      }
      int site = branching(node.fixed);
      if (site < 0 || nodes <= NODES_LOOKED_AT || nodes % NODES_LOOKED_AT == 0) {
        incumbent.look(site < 0 ? Fixed.sites(node.fixed, Fixed.IN) : Arrays.copyOf(selection.taken(), selection.count()));
      }
      if (site < 0) {
        continue;
      }
      if (nodes % NODES_BETWEEN_ROUNDS == 0 && incumbent.canAnneal()) {
        incumbent.anneal(1);
      }
      var shared = floats(prices);
      for (byte state : new byte[] {Fixed.OUT, Fixed.IN}) {
        var fixed = node.fixed.clone();
        fixed[site] = state;
        if (Fixed.settle(fixed, choice, tooClose)) {
          open.add(new Node(bound, 2 * nodes + state, fixed, shared));
        }
      }
      progress.at(best(), sure(Math.min(open.isEmpty() ? best() : open.peek().bound, leftOut)));
    }
    lowest = open.isEmpty() ? best() : nodes < most ? lowest : open.peek().bound;
  }

  /** The free candidate whose share is nearest to a half; -1 where none is free. */
  private int branching(byte[] fixed) {
    int chosen = -1;
    for (int site = 0; site < fixed.length; site++) {
      if (fixed[site] == Fixed.FREE && (chosen < 0
          || Math.abs(ascent.often()[site] - 0.5) < Math.abs(ascent.often()[chosen] - 0.5))) {
        chosen = site;
      }
    }
    return chosen;
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Told of every step of an ascent. */
  void meets(Selection met, double bound, int step) {
    if (atRoot) {
      lowest = Math.max(lowest, bound);
      if (step % LOOK_EVERY == LOOK_EVERY - 1) {
        incumbent.look(Arrays.copyOf(met.taken(), met.count()));
        if (demand instanceof CellDemand) {
          incumbent.shake(SHAKES_BETWEEN);
        }
        progress.at(best(), sure(lowest));
      }
    }
  }

  double best() {
    return incumbent.best();
  }

  int[][] tooClose() {
    return tooClose;
  }

  /** A branch whose bound reaches it need not be searched. */
  double cutoff() {
    double exact = whole ? best() - 1 + 1e-6 : best() - 1e-9 * Math.max(1, Math.abs(best()));
    return Math.min(Math.min(exact, nearEnough()), whole ? goal.hopeless + 2e-6 : Math.nextUp(goal.hopeless));
  }

  /** A loss that is within the gap asked for. */
  private double nearEnough() {
    return best() - clock.limits().gap() * (Double.isNaN(goal.scale) ? Math.abs(best()) : Math.abs(goal.scale - best()));
  }

  /** A bound that holds for all sets, those included that were set aside as near enough. */
  private double sure(double bound) {
    double least = Math.min(bound, nearEnough());
    return whole && Math.abs(least) < 1e15 ? Math.min(best(), Math.ceil(least - 1e-6)) : least;
  }

  boolean stops() {
    return best() <= goal.enough || clock.over();
  }

  private Found found() {
    double bound = sure(Math.min(lowest, leftOut));
    boolean proven = best() - bound <= 1e-9 * Math.max(1, Math.abs(best()));
    var stopped = proven ? Stopped.OPTIMAL : clock.over() ? clock.early() : Stopped.GAP;
    return new Found(best(), proven ? best() : bound, incumbent.sites(), stopped, nodes);
  }
}
