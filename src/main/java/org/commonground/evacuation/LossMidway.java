package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;

/**
 * A street or a shelter is lost while people are under way by a plan: where is everybody, and how does it go on?
 *
 * <ol>
 *   <li>Everybody is found at the beginning of that step: in a shelter, on a street, at a junction or at home.
 *   <li>Who is in a lost shelter comes out by the gate they went in by, as many at each step as the gate lets through. Who is on a
 *       lost street is caught, or goes back as long as they have walked, as asked. All others walk their street to its end.
 *   <li>That is an evacuation of its own, which begins at that step; hazards come so much sooner.
 *   <li>Kept: whose way and shelter are still there goes on as planned; the others, and those who had no place, are sent anew after
 *       them ({@link RoutePlanner}).
 *   <li>Anew: all are planned anew from where they are ({@link EvacuationSolver}, beginning with the kept plan).
 * </ol>
 */
public final class LossMidway {

  private final EvacuationProblem problem;
  private final Loss loss;
  private final boolean[] arcLost;
  private final boolean[] shelterLost;
  private final int[] in;
  private final TreeMap<Group, Integer> number = new TreeMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<TreeMap<Integer, Integer>> ready = new ArrayList<>();
  private final List<Route> kept = new ArrayList<>();
  /** People who come out of each gate of a lost shelter, by where they came from. */
  private final TreeMap<Integer, TreeMap<Integer, Integer>> out = new TreeMap<>();
  private int placedBefore;
  private int clearanceBefore;
  private int cameOut;
  private int turnedBack;
  private int caught;

  /**
   * What is lost at the beginning of a step. Arrays are not copied.
   *
   * @param step     at least 0
   * @param arcs     in both directions where the whole street is lost
   * @param shelters with all their gates
   * @param caught   who is on a lost street is lost with it (a bridge); otherwise they turn back (rubble, water at its other end)
   */
  public record Loss(int step, int[] arcs, int[] shelters, boolean caught) {
  }

  /**
   * How it goes on. {@code placedBefore + caught} and all people of {@code rest} are the people.
   *
   * @param rest         the evacuation from that step on; its steps are counted from there, shelters, gates, arcs and nodes are
   *                     numbered as before
   * @param origin       source of the whole evacuation from which each source of the rest comes
   * @param kept         who can keeps to the plan; its bound is for as many people as it places
   * @param anew         all are planned anew
   * @param placedBefore people in shelters that are not lost
   * @param cameOut      people who had been in a lost shelter
   * @param turnedBack   people who turned back on a lost street
   * @param caught       people lost with a street
   * @param affected     people who cannot go on as planned, with those who came out or turned back, but without those caught
   * @param before       steps after which the last of {@code placedBefore} was in
   */
  public record Outcome(Loss loss, EvacuationProblem rest, int[] origin, EvacuationResult kept, EvacuationResult anew, int placedBefore,
      int cameOut, int turnedBack, int caught, int affected, int before) {

    /** Steps from the very beginning, of one of the two. */
    public int clearanceSteps(EvacuationResult result) {
      return result.placed() == 0 ? before : loss.step + result.clearanceSteps();
    }

    /** Steps from the very beginning that no plan for the rest can beat that places as many. */
    public int lowerBoundSteps() {
      return anew.placed() == 0 ? before : loss.step + anew.lowerBoundSteps();
    }

    public int placed(EvacuationResult result) {
      return placedBefore + result.placed();
    }
  }

  private record Group(int origin, int node) implements Comparable<Group> {

    @Override
    public int compareTo(Group other) {
      return origin != other.origin ? Integer.compare(origin, other.origin) : Integer.compare(node, other.node);
    }
  }

  private LossMidway(EvacuationProblem problem, Loss loss) {
    this.problem = problem;
    this.loss = loss;
    if (loss.step < 0 || loss.step > EvacuationNetwork.LIMIT) {
      throw new IllegalArgumentException("the loss is at step " + loss.step + ", not from 0 to " + EvacuationNetwork.LIMIT);
    }
    arcLost = marked("arc", loss.arcs, problem.network().arcCount());
    shelterLost = marked("shelter", loss.shelters, problem.shelters().size());
    in = new int[shelterLost.length];
  }

  private static boolean[] marked(String what, int[] lost, int count) {
    var marked = new boolean[count];
    for (int each : lost) {
      if (each < 0 || each >= count) {
        throw new IllegalArgumentException("lost " + what + " " + each + " is not from 0 to " + (count - 1));
      }
      marked[each] = true;
    }
    return marked;
  }

  /** @param plan of the whole evacuation, as it was before anybody knew */
  public static Outcome of(EvacuationProblem problem, List<Route> plan, Loss loss, EvacuationLimits limits) {
    return new LossMidway(problem, loss).run(plan, limits);
  }

  private Outcome run(List<Route> plan, EvacuationLimits limits) {
    var left = problem.batches().stream().mapToInt(EvacuationProblem.Batch::people).toArray();
    for (var route : plan) {
      left[problem.batch(route)] -= route.people();
      find(route);
    }
    for (int batch = 0; batch < left.length; batch++) {
      if (left[batch] > 0) {
        var each = problem.batches().get(batch);
        add(each.source(), each.node(), each.readyStep() - loss.step, left[batch]);
      }
    }
    comeOut();
    var order = renumber();
    var rest = rest(order);
    var routes = kept.stream().map(route -> withSource(route, order[route.source()])).toList();
    int affected = rest.totalPeople() - routes.stream().mapToInt(Route::people).sum() - Arrays.stream(left).sum();
    var planner = new RoutePlanner(rest);
    planner.keep(routes);
    var keptRoutes = List.copyOf(planner.plan(limits.start()));
    var anew = EvacuationSolver.solve(rest, keptRoutes, limits);
    return new Outcome(loss, rest, number.keySet().stream().mapToInt(Group::origin).toArray(),
        EvacuationSolver.judge(rest, keptRoutes, limits), anew, placedBefore, cameOut, turnedBack, caught, affected, clearanceBefore);
  }

  /** Where the people of this route are, and whether they can go on. */
  private void find(Route route) {
    int step = loss.step;
    int shelter = problem.gateShelter(route.gate());
    if (route.gateStep() < step) {
      if (shelterLost[shelter]) {
        out.computeIfAbsent(route.gate(), key -> new TreeMap<>()).merge(route.source(), route.people(), Integer::sum);
        cameOut += route.people();
      } else {
        in[shelter] += route.people();
        placedBefore += route.people();
        clearanceBefore = Math.max(clearanceBefore, route.gateStep() + 1);
      }
      return;
    }
    int next = 0;
    while (next < route.arcs().length && route.entrySteps()[next] < step) {
      next++;
    }
    if (next == 0) {
      goOn(route, 0, problem.sources().get(route.source()).node(), route.readyStep());
      return;
    }
    int arc = route.arcs()[next - 1];
    int there = route.entrySteps()[next - 1] + problem.travelSteps(route, arc);
    if (!arcLost[arc] || there <= step) {
      goOn(route, next, problem.network().head(arc), there);
    } else if (loss.caught) {
      caught += route.people();
    } else {
      turnedBack += route.people();
      add(route.source(), problem.network().tail(arc), step - route.entrySteps()[next - 1], route.people());
    }
  }

  private void goOn(Route route, int next, int node, int there) {
    int group = add(route.source(), node, there - loss.step, route.people());
    var arcs = Arrays.copyOfRange(route.arcs(), next, route.arcs().length);
    if (!shelterLost[problem.gateShelter(route.gate())] && Arrays.stream(arcs).noneMatch(arc -> arcLost[arc])) {
      var entries = Arrays.stream(route.entrySteps(), next, arcs.length + next).map(entry -> entry - loss.step).toArray();
      kept.add(new Route(group, Math.max(0, there - loss.step), route.people(), arcs, entries, route.gate(),
          route.gateStep() - loss.step));
    }
  }

  private int add(int origin, int node, int step, int people) {
    int group = number.computeIfAbsent(new Group(origin, node), key -> {
      groups.add(key);
      ready.add(new TreeMap<>());
      return groups.size() - 1;
    });
    ready.get(group).merge(Math.max(0, step), people, Integer::sum);
    return group;
  }

  private void comeOut() {
    out.forEach((gate, people) -> {
      int step = 0;
      int free = problem.gatePeoplePerStep(gate);
      for (var each : people.entrySet()) {
        for (int still = each.getValue(); still > 0;) {
          int some = Math.min(still, free);
          add(each.getKey(), problem.gateNode(gate), step, some);
          still -= some;
          free -= some;
          if (free == 0) {
            step++;
            free = problem.gatePeoplePerStep(gate);
          }
        }
      }
    });
  }

  /** Sources are in order of where people come from; the place in that order of each group. */
  private int[] renumber() {
    var order = new int[groups.size()];
    int next = 0;
    for (int group : number.values()) {
      order[group] = next++;
    }
    return order;
  }

  private static Route withSource(Route route, int source) {
    return new Route(source, route.readyStep(), route.people(), route.arcs(), route.entrySteps(), route.gate(), route.gateStep());
  }

  private EvacuationProblem rest(int[] order) {
    var sources = new Source[order.length];
    for (int group = 0; group < order.length; group++) {
      var steps = ready.get(group);
      var readyAtStep = new int[steps.lastKey() + 1];
      steps.forEach((step, people) -> readyAtStep[step] = people);
      var each = groups.get(group);
      sources[order[group]] = new Source(each.node, readyAtStep, problem.sources().get(each.origin).pace());
    }
    var shelters = new ArrayList<Shelter>();
    for (int shelter = 0; shelter < in.length; shelter++) {
      var whole = problem.shelters().get(shelter);
      boolean lost = shelterLost[shelter];
      shelters.add(new Shelter(lost ? 0 : whole.room() - in[shelter],
          whole.gates().stream().map(gate -> new Gate(gate.node(), lost ? 0 : gate.peoplePerStep())).toList()));
    }
    return new EvacuationProblem(problem.stepSeconds(), problem.network().from(loss.step, arcLost), List.of(sources), shelters);
  }
}
