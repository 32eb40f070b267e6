package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.commonground.evacuation.EvacuationResult.Narrow;
import org.commonground.evacuation.EvacuationResult.NarrowKind;

/**
 * What would widening each part of the bottleneck save?
 *
 * <ol>
 *   <li>The parts are those of the plan's cut, the arcs of one street together, with the people who pass them, most first.
 *   <li>Each part alone is made wider by what the caller says. How long the people on the near side of the cut need at least to get
 *       across it now is found from static flows ({@link ClearanceBound}): more cannot be saved.
 *   <li>Where that leaves anything, the evacuation is searched again, beginning with the plan there is ({@link Shortening}; {@link
 *       EvacuationSolver} where people of several paces walk, or somebody has no place). Every part gets an equal share of the time
 *       that is left.
 *   <li>Where the plan there was is the shortest, and the one found too, the saving is proven. Otherwise the plan found says what is
 *       saved at least if the first plan stays as it is, and the bound what could be saved at most.
 *   <li>They are ranked by people who find a place beyond those before, then by what they save, then by what they may save.
 * </ol>
 *
 * <p>Where several parts are narrow side by side, widening one of them may save nothing: that is an answer too.
 */
public final class Widening {

  private final EvacuationProblem problem;
  private final EvacuationResult result;
  private final Wider wider;
  private final EvacuationLimits limits;
  private final EvacuationLimits.Clock clock;
  /** The near side of the cut of the plan; null where there is none. */
  private boolean[] near;
  private boolean[] nearRoom;

  /**
   * What wider means. Arrays are not copied.
   *
   * @param street        number of the street that an arc is part of, at least 0, one entry per arc; arcs of one street are widened
   *                      together
   * @param peoplePerStep of each arc when it is wider, at least as many as now
   * @param throughGate   people per step through each gate when it is wider, at least as many as now
   * @param morePlaces    in a shelter, at least 0
   */
  public record Wider(int[] street, int[] peoplePerStep, int[] throughGate, int morePlaces) {
  }

  /**
   * One part of the bottleneck. Steps from {@code firstStep} to {@code lastStep} have people in it.
   *
   * @param index          of the street, gate or shelter
   * @param people         who pass it in the plan
   * @param narrowSteps    for how many steps it is used up in the cut; of a street, of its arc with the most
   * @param savedSteps     fewer than the plan needs; below 0 never
   * @param savedAtMost    no plan with the wider part saves more
   * @param morePlaced     people placed beyond those of the plan; then steps are not to be compared
   * @param proven         {@code savedSteps} is exactly what it saves
   */
  public record Saving(NarrowKind kind, int index, int people, int firstStep, int lastStep, int narrowSteps, int savedSteps,
      int savedAtMost, int morePlaced, boolean proven) {
  }

  private record Part(NarrowKind kind, int index, int narrowSteps, int people, int firstStep, int lastStep) {
  }

  private Widening(EvacuationProblem problem, EvacuationResult result, Wider wider, EvacuationLimits limits) {
    this.problem = problem;
    this.result = result;
    this.wider = wider;
    this.limits = limits;
    clock = limits.start();
    int arcs = problem.network().arcCount();
    if (wider.street.length != arcs || wider.peoplePerStep.length != arcs || wider.throughGate.length != problem.gateCount()) {
      throw new IllegalArgumentException(arcs + " arcs and " + problem.gateCount() + " gates, but " + wider.street.length + " streets, "
          + wider.peoplePerStep.length + " wider arcs and " + wider.throughGate.length + " wider gates");
    }
  }

  /**
   * @param most parts looked at; the others are left out
   * @return ranked; fewer where the time is over
   */
  public static List<Saving> rank(EvacuationProblem problem, EvacuationResult result, Wider wider, int most, EvacuationLimits limits) {
    return new Widening(problem, result, wider, limits).rank(most);
  }

  private List<Saving> rank(int most) {
    var parts = parts();
    parts.sort(Comparator.comparingInt((Part part) -> -part.people).thenComparing(Part::kind).thenComparingInt(Part::index));
    findCut();
    var savings = new ArrayList<Saving>();
    int count = Math.min(most, parts.size());
    for (int i = 0; i < count && !clock.over(); i++) {
      savings.add(saving(parts.get(i), clock.share(count - i)));
    }
    savings.sort(Comparator.comparingInt((Saving saving) -> -saving.morePlaced).thenComparingInt(saving -> -saving.savedSteps)
        .thenComparingInt(saving -> -saving.savedAtMost).thenComparingInt(saving -> -saving.people)
        .thenComparing(Saving::kind).thenComparingInt(Saving::index));
    return savings;
  }

  private List<Part> parts() {
    var parts = new ArrayList<Part>();
    var seen = new TreeMap<Integer, Integer>();
    for (var narrow : result.bottleneck()) {
      if (narrow.kind() == NarrowKind.ARC) {
        seen.merge(wider.street[narrow.index()], narrow.steps(), Math::max);
      } else {
        parts.add(part(narrow));
      }
    }
    seen.forEach((street, steps) -> parts.add(passing(NarrowKind.ARC, street, steps, result.arcFlows(),
        arc -> wider.street[arc] == street)));
    return parts;
  }

  private Part part(Narrow narrow) {
    return passing(narrow.kind(), narrow.index(), narrow.steps(), result.gateFlows(), gate -> narrow.kind() == NarrowKind.GATE
        ? gate == narrow.index() : problem.gateShelter(gate) == narrow.index());
  }

  private static Part passing(NarrowKind kind, int index, int narrowSteps, Flows flows, IntPredicate of) {
    int people = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < flows.thing().length; i++) {
      if (of.test(flows.thing()[i])) {
        people += flows.people()[i];
        first = first < 0 ? flows.step()[i] : first;
        last = flows.step()[i];
      }
    }
    return new Part(kind, index, narrowSteps, people, first, last);
  }

  private boolean simple() {
    return problem.paces().length == 1 && result.notPlaced().total() == 0;
  }

  private void findCut() {
    if (simple() && result.stopped() == Stopped.OPTIMAL) {
      var whole = new Shortening(atOnePace(problem), result.routes(), limits.bytes(), limits.start());
      whole.shorten(result.lowerBoundSteps());
      near = whole.near();
      nearRoom = whole.nearRoom();
    }
  }

  private EvacuationProblem atOnePace(EvacuationProblem each) {
    return each.atPace(each.paces()[0]);
  }

  private Saving saving(Part part, long millis) {
    var share = new EvacuationLimits(millis, limits.bytes(), limits.cancelled());
    if (simple()) {
      return simpleSaving(part, share);
    }
    var again = EvacuationSolver.solve(widened(part), result.routes(), share);
    boolean proven = result.stopped() == Stopped.OPTIMAL && again.stopped() == Stopped.OPTIMAL;
    return saving(part, again.clearanceSteps(), again.lowerBoundSteps(), again.placed() - result.placed(), proven);
  }

  private Saving simpleSaving(Part part, EvacuationLimits share) {
    var wide = atOnePace(widened(part));
    var start = share.start();
    var bound = new ClearanceBound(wide);
    int lower = bound.steps(result.placed(), start);
    if (near != null) {
      lower = Math.max(lower, bound.steps(result.placed(), near, nearRoom, start));
    }
    var again = new Shortening(wide, result.routes(), limits.bytes(), start);
    again.shorten(Math.min(lower, result.clearanceSteps()));
    return saving(part, Shortening.clearance(again.routes()), again.lower(), 0, again.complete() && result.stopped() == Stopped.OPTIMAL);
  }

  private Saving saving(Part part, int clearance, int lower, int morePlaced, boolean proven) {
    return new Saving(part.kind, part.index, part.people, part.firstStep, part.lastStep, part.narrowSteps,
        Math.max(0, result.clearanceSteps() - clearance), Math.max(0, result.clearanceSteps() - lower), morePlaced, proven);
  }

  private EvacuationProblem widened(Part part) {
    var network = problem.network();
    if (part.kind == NarrowKind.ARC) {
      var people = new int[network.arcCount()];
      Arrays.setAll(people, arc -> wider.street[arc] == part.index ? wider.peoplePerStep[arc] : network.peoplePerStep(arc));
      return new EvacuationProblem(problem.stepSeconds(), network.with(people), problem.sources(), problem.shelters());
    }
    var shelters = new ArrayList<EvacuationProblem.Shelter>();
    for (int shelter = 0; shelter < problem.shelters().size(); shelter++) {
      var gates = new ArrayList<EvacuationProblem.Gate>();
      for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
        boolean wide = part.kind == NarrowKind.GATE && gate == part.index;
        gates.add(new EvacuationProblem.Gate(problem.gateNode(gate), wide ? wider.throughGate[gate] : problem.gatePeoplePerStep(gate)));
      }
      int room = problem.shelters().get(shelter).room();
      boolean larger = part.kind == NarrowKind.ROOM && shelter == part.index;
      shelters.add(new EvacuationProblem.Shelter(larger ? room + wider.morePlaces : room, gates));
    }
    return new EvacuationProblem(problem.stepSeconds(), network, problem.sources(), shelters);
  }
}
