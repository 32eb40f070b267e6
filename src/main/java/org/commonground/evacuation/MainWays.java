package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The few ways by which a plan leads people, so that they can be printed and marked with signs.
 *
 * <ol>
 *   <li>The gate by which most people arrive is where a way ends.
 *   <li>From there the way is followed backwards, each time over the arc that brings most of those people, until none brings any.
 *   <li>Those who walk it for at least half of their time are led by it; each joins it where the rest of their route is the rest of
 *       the way.
 *   <li>The same again for all who are left, until nine tenths are led or there are as many ways as were asked for.
 * </ol>
 *
 * <p>Ties go to the lower number. One thread.
 */
public final class MainWays {

  private static final double ENOUGH = 0.9;

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private List<Route> left;

  /**
   * One of the ways.
   *
   * @param arcs    in order of walking; none where people live at the gate
   * @param gate    where it ends
   * @param joining people who join it before each arc, and at last those who are at the gate
   * @param people  all of them
   */
  public record MainWay(int[] arcs, int gate, int[] joining, int people) {
  }

  /**
   * @param ways      those that lead most people first
   * @param otherwise people whom none of them leads
   */
  public record Led(List<MainWay> ways, int otherwise) {
  }

  private MainWays(EvacuationProblem problem, List<Route> routes) {
    this.problem = problem;
    network = problem.network();
    left = routes;
  }

  /**
   * @param routes of the people the ways are for, such as those of one district to one shelter
   * @param most   ways, above 0
   */
  public static Led of(EvacuationProblem problem, List<Route> routes, int most) {
    return new MainWays(problem, routes).find(most);
  }

  private Led find(int most) {
    int all = people(left);
    int aside = 0;
    var ways = new ArrayList<MainWay>();
    while (ways.size() < most && people(left) > (1 - ENOUGH) * all) {
      int gate = mostUsedGate();
      var way = lead(gate);
      if (way.people() > 0) {
        ways.add(way);
      } else {
        aside += people(left.stream().filter(route -> route.gate() == gate).toList());
        left = left.stream().filter(route -> route.gate() != gate).toList();
      }
    }
    ways.sort((one, other) -> Integer.compare(other.people(), one.people()));
    return new Led(List.copyOf(ways), aside + people(left));
  }

  private static int people(List<Route> routes) {
    return routes.stream().mapToInt(Route::people).sum();
  }

  private int mostUsedGate() {
    var arrivals = new int[problem.gateCount()];
    left.forEach(route -> arrivals[route.gate()] += route.people());
    int best = 0;
    for (int gate = 1; gate < arrivals.length; gate++) {
      best = arrivals[gate] > arrivals[best] ? gate : best;
    }
    return best;
  }

  private MainWay lead(int gate) {
    var arcs = backwards(gate);
    var joining = new int[arcs.length + 1];
    var others = new ArrayList<Route>();
    for (var route : left) {
      int shared = route.gate() == gate ? shared(route.arcs(), arcs) : 0;
      if (route.gate() == gate && 2 * steps(route.arcs(), shared) >= steps(route.arcs(), route.arcs().length)) {
        joining[arcs.length - shared] += route.people();
      } else {
        others.add(route);
      }
    }
    left = others;
    return new MainWay(arcs, gate, joining, Arrays.stream(joining).sum());
  }

  private int[] backwards(int gate) {
    var brought = new int[network.arcCount()];
    for (var route : left) {
      if (route.gate() == gate) {
        Arrays.stream(route.arcs()).forEach(arc -> brought[arc] += route.people());
      }
    }
    var passed = new boolean[network.nodeCount()];
    var way = new ArrayList<Integer>();
    int node = problem.gateNode(gate);
    for (int arc = best(node, brought, passed); arc >= 0; arc = best(node, brought, passed)) {
      passed[node] = true;
      way.add(arc);
      node = network.tail(arc);
    }
    Collections.reverse(way);
    return way.stream().mapToInt(arc -> arc).toArray();
  }

  private int best(int node, int[] brought, boolean[] passed) {
    int best = -1;
    for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
      int arc = network.in(i);
      if (brought[arc] > (best < 0 ? 0 : brought[best]) && !passed[network.tail(arc)] && network.tail(arc) != node) {
        best = arc;
      }
    }
    return best;
  }

  /** Arcs at the end that both have in common. */
  private static int shared(int[] route, int[] way) {
    int shared = 0;
    while (shared < route.length && shared < way.length && route[route.length - 1 - shared] == way[way.length - 1 - shared]) {
      shared++;
    }
    return shared;
  }

  /** Steps to walk so many arcs at the end. */
  private long steps(int[] arcs, int last) {
    return Arrays.stream(arcs, arcs.length - last, arcs.length).mapToLong(network::travelSteps).sum();
  }
}
