package org.commonground.siting;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Finds the set of sites with the least loss, and a bound that no set can pass.
 *
 * <ol>
 *   <li>A good set to begin with: {@link Incumbent}.
 *   <li>A bound by prices, which decides most candidates: {@link RootBound}.
 *   <li>What remains is branched on, the lowest bound first, each branch with prices of its own that begin at its parent's.
 *   <li>Where a few branches do not end it and covered is covered once or more often, the bound is raised to that of the linear
 *       relaxation ({@link Saddle}), the set is made better by annealing ({@link Annealing}), and the bound is raised by cells
 *       ({@link CellDemand}) before branching goes on with these.
 *   <li>The search ends when no branch can be better, or when it is told to.
 * </ol>
 */
final class Search {

  private static final int NODE_STEPS = 100;
  private static final double PACE = 0.1;
  private static final int LOOK_EVERY = 10;
  private static final int NODES_LOOKED_AT = 60;
  private static final int NODES_BEFORE_CELLS = 20;
  private static final int IDLE_ROUNDS = 4;
  private static final int NODES_BETWEEN_ROUNDS = 500;
  private static final int IDLE_SHAKES = 200;

  private final SiteChoice choice;
  private final int[][] tooClose;
  private final Goal goal;
  private final boolean whole;
  private final SitingClock clock;
  private final SitingProgress progress;
  private final Selection selection;
  private final Incumbent incumbent;

  private final Demand demand;
  private final byte[] root;
  private Ascent ascent;
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
    return run(start, branching, NODES_BEFORE_CELLS);
  }

  /** @param most branches before cells are tried */
  Found run(int[] start, boolean branching, int most) {
    Fixed.settle(root, choice, tooClose);
    begin(start);
    if (!ends()) {
      var bound = new RootBound(this, choice, selection, incumbent, root, demand);
      bound.raiseByRows();
      if (branching && !ends()) {
        boolean cells = CellDemand.suits(bound.demand());
        branch(bound, cells ? most : Integer.MAX_VALUE);
        if (cells && !ends()) {
          leftOut = Double.POSITIVE_INFINITY;
          atRoot = true;
          raise(bound);
          if (lowest < cutoff()) {
            branch(bound, Integer.MAX_VALUE);
          }
        }
      }
    }
    return found();
  }

  private void raise(RootBound bound) {
    if (incumbent.canAnneal()) {
      incumbent.anneal(1);
      bound.raiseByRelaxation();
      incumbent.anneal(IDLE_ROUNDS);
    } else {
      incumbent.shake(IDLE_SHAKES);
    }
    if (lowest < cutoff()) {
      bound.raiseByCells(clock.limits().millis() / 1e3);
    }
  }

  private void begin(int[] start) {
    var all = IntStream.range(0, root.length).filter(site -> root[site] != Fixed.OUT).toArray();
    lowest = demand.loss(all) - Arrays.stream(all).mapToDouble(choice::worth).sum();
    incumbent.use(demand, tooClose, root);
    incumbent.begin(start);
  }

  /** @param most branches; what is open then is left to somebody else */
  private void branch(RootBound from, int most) {
    ascent = from.ascent();
    var prices = from.prices();
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
        progress.at(best(), sure(lowest));
      }
    }
  }

  /** A bound that holds for all sets. */
  void raised(double bound) {
    lowest = Math.max(lowest, bound);
    progress.at(best(), sure(lowest));
  }

  double lowest() {
    return lowest;
  }

  /** Whether nothing is left to be done. */
  boolean ends() {
    return stops() || lowest >= cutoff();
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
