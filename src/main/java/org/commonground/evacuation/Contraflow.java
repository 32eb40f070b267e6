package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which streets should be driven in one direction only, so that the other direction's lanes help?
 *
 * <ol>
 *   <li>The plan is made as the streets are. Its bottleneck is the cut ({@link EvacuationSolver}); where none is known, those arcs
 *       that are full at most steps.
 *   <li>Arcs of the cut whose street has an opposite direction are turned: all of them together, and each alone. The best change is
 *       kept: more cars placed, or as many sooner. Again from the new cut, until nothing helps.
 *   <li>Each street turned is turned back where that costs nothing.
 * </ol>
 *
 * <p>A greedy search led by minimum cuts (in the manner of Kim, Shekhar and Min, Contraflow transportation network reconfiguration for
 * evacuation route planning, 2008); other choices may be better. No choice is better than if both directions had all lanes of the
 * street at once: that is the bound. A street turned is closed to its other direction, for helpers too.
 */
public final class Contraflow {

  private static final int FULLEST = 12;

  private final EvacuationProblem problem;
  private final int[] opposite;
  private final int most;
  private final EvacuationLimits limits;
  private final EvacuationLimits.Clock clock;
  private final TreeSet<Integer> turned = new TreeSet<>();
  private EvacuationResult best;
  /** Cars per step of each arc for which the best plan was made. */
  private int[] bestLimits;

  /**
   * @param before          plan as the streets are
   * @param after           plan with the streets turned; never worse
   * @param gains           arcs that have the lanes of their opposite, in their order
   * @param lowerBoundSteps no choice of streets to turn places as many people as {@code after} in fewer
   * @param settled         nothing more helped; otherwise the time ended it, or as many are turned as allowed
   */
  public record Turned(EvacuationResult before, EvacuationResult after, List<Integer> gains, int lowerBoundSteps, boolean settled) {
  }

  private Contraflow(EvacuationProblem problem, int[] opposite, int most, EvacuationLimits limits) {
    this.problem = problem;
    this.opposite = opposite;
    this.most = most;
    this.limits = limits;
    clock = limits.start();
    if (opposite.length != problem.network().arcCount()) {
      throw new IllegalArgumentException(problem.network().arcCount() + " arcs, but " + opposite.length + " with an opposite");
    }
  }

  /**
   * @param problem  cars, all at one pace
   * @param opposite the arc that leads back along the same street, one entry per arc; -1 where there is none
   * @param most     streets turned at most
   */
  public static Turned solve(EvacuationProblem problem, int[] opposite, int most, EvacuationLimits limits) {
    return new Contraflow(problem, opposite, most, limits).run();
  }

  private Turned run() {
    var before = EvacuationSolver.solve(problem, new EvacuationLimits(clock.share(4), limits.bytes(), limits.cancelled()));
    best = before;
    bestLimits = limits(turned);
    boolean settled = false;
    while (!settled && turned.size() < most && !clock.over()) {
      settled = !turnOnce();
    }
    turnBack();
    return new Turned(before, best, List.copyOf(turned), bound(), settled && !clock.over());
  }

  private boolean turnOnce() {
    var candidates = narrow().stream().filter(this::canTurn).toList();
    var together = new TreeSet<Integer>();
    candidates.stream().filter(arc -> !candidates.contains(opposite[arc])).forEach(together::add);
    var choices = new ArrayList<TreeSet<Integer>>();
    if (together.size() > 1) {
      choices.add(together);
    }
    candidates.forEach(arc -> choices.add(new TreeSet<>(List.of(arc))));
    TreeSet<Integer> chosen = null;
    for (var choice : choices) {
      var all = new TreeSet<>(turned);
      all.addAll(choice);
      if (all.size() <= most && !clock.over()) {
        var trial = plan(all);
        if (better(trial, best)) {
          best = trial;
          bestLimits = limits(all);
          chosen = all;
        }
      }
    }
    if (chosen == null) {
      return false;
    }
    turned.addAll(chosen);
    return true;
  }

  private List<Integer> narrow() {
    var cut = best.bottleneck().stream().filter(narrow -> narrow.kind() == EvacuationResult.NarrowKind.ARC)
        .map(EvacuationResult.Narrow::index).toList();
    if (best.stopped() == Stopped.OPTIMAL || !cut.isEmpty()) {
      return cut;
    }
    var fullSteps = new int[bestLimits.length];
    var flows = best.arcFlows();
    for (int i = 0; i < flows.thing().length; i++) {
      fullSteps[flows.thing()[i]] += flows.people()[i] == bestLimits[flows.thing()[i]] ? 1 : 0;
    }
    return IntStream.range(0, fullSteps.length).filter(arc -> fullSteps[arc] > 0).boxed()
        .sorted(Comparator.comparingInt((Integer arc) -> -fullSteps[arc]).thenComparing(arc -> arc)).limit(FULLEST).toList();
  }

  private boolean canTurn(int arc) {
    int back = opposite[arc];
    return back >= 0 && problem.network().peoplePerStep(back) > 0 && !turned.contains(arc) && !turned.contains(back);
  }

  private void turnBack() {
    for (int arc : List.copyOf(turned)) {
      var fewer = new TreeSet<>(turned);
      fewer.remove(arc);
      var trial = clock.over() ? null : plan(fewer);
      if (trial != null && !better(best, trial)) {
        turned.remove(arc);
        best = trial;
        bestLimits = limits(turned);
      }
    }
  }

  private static boolean better(EvacuationResult one, EvacuationResult other) {
    return one.placed() != other.placed() ? one.placed() > other.placed() : one.clearanceSteps() < other.clearanceSteps();
  }

  /** Begins with those ways of the best plan that are still open. */
  private EvacuationResult plan(TreeSet<Integer> gains) {
    var changed = with(limits(gains));
    var limited = new EvacuationLimits(clock.share(4), limits.bytes(), limits.cancelled());
    var planner = new RoutePlanner(changed);
    planner.keep(best.routes().stream()
        .filter(route -> Arrays.stream(route.arcs()).allMatch(arc -> changed.network().peoplePerStep(arc) >= bestLimits[arc])).toList());
    return EvacuationSolver.solve(changed, List.copyOf(planner.plan(limited.start())), limited);
  }

  /** Cars per step of each arc with these turned. */
  private int[] limits(TreeSet<Integer> gains) {
    var network = problem.network();
    var people = new int[network.arcCount()];
    Arrays.setAll(people, network::peoplePerStep);
    for (int arc : gains) {
      people[arc] += people[opposite[arc]];
      people[opposite[arc]] = 0;
    }
    return people;
  }

  private EvacuationProblem with(int[] people) {
    return new EvacuationProblem(problem.stepSeconds(), problem.network().with(people), problem.sources(), problem.shelters());
  }

  private int bound() {
    var network = problem.network();
    var people = new int[network.arcCount()];
    Arrays.setAll(people, arc -> network.peoplePerStep(arc) + (opposite[arc] < 0 ? 0 : network.peoplePerStep(opposite[arc])));
    var both = with(people);
    var all = both.atPace(both.paces().length == 0 ? 0 : both.paces()[0]);
    var shortening = new Shortening(all, best.routes(), limits.bytes(), clock);
    shortening.shorten(new ClearanceBound(all).steps(best.placed(), clock));
    return shortening.lower();
  }
}
