package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Streets where a plan has people walk against each other at the same time.
 *
 * <ol>
 *   <li>For each arc that somebody walks, people on it at each step are counted: from entering it to being at its head. Who waits
 *       there is no longer in the way.
 *   <li>An arc and its opposite are in conflict at each step that has people on both.
 * </ol>
 *
 * <p>A plan does not slow them down for it; where the two streams are large, one of them needs another way or a warden.
 */
public final class StreetConflicts {

  private StreetConflicts() {
  }

  /**
   * One street, once.
   *
   * @param arc       the lower of its two arcs
   * @param opposite  the other one
   * @param forward   people who are on the arc while others are on the opposite
   * @param backward  people who are on the opposite meanwhile
   * @param firstStep with people on both
   * @param steps     with people on both
   * @param most      people of the smaller stream at the worst step
   */
  public record Conflict(int arc, int opposite, int forward, int backward, int firstStep, int lastStep, int steps, int most) {
  }

  /**
   * @param opposite the arc that leads back along the same street, one entry per arc; -1 where there is none
   * @return those with the most people in the smaller stream first, then by arc
   */
  public static List<Conflict> of(EvacuationProblem problem, List<Route> routes, int[] opposite) {
    int steps = Shortening.clearance(routes);
    var onArc = new int[opposite.length][];
    for (var route : routes) {
      for (int i = 0; i < route.arcs().length; i++) {
        int arc = route.arcs()[i];
        if (onArc[arc] == null) {
          onArc[arc] = new int[steps + 1];
        }
        onArc[arc][route.entrySteps()[i]] += route.people();
        onArc[arc][route.entrySteps()[i] + problem.travelSteps(route, arc)] -= route.people();
      }
    }
    for (var each : onArc) {
      if (each != null) {
        Arrays.parallelPrefix(each, Integer::sum);
      }
    }
    var conflicts = new ArrayList<Conflict>();
    var people = people(problem, routes, onArc, opposite);
    for (int arc = 0; arc < opposite.length; arc++) {
      int back = opposite[arc];
      if (arc < back && people[arc] > 0) {
        conflicts.add(conflict(arc, back, onArc[arc], onArc[back], people));
      }
    }
    conflicts.sort(Comparator.comparingInt((Conflict each) -> -Math.min(each.forward(), each.backward()))
        .thenComparingInt(Conflict::arc));
    return conflicts;
  }

  /** People of each arc who meet anybody on the opposite one. */
  private static int[] people(EvacuationProblem problem, List<Route> routes, int[][] onArc, int[] opposite) {
    var people = new int[opposite.length];
    for (var route : routes) {
      for (int i = 0; i < route.arcs().length; i++) {
        int arc = route.arcs()[i];
        var against = opposite[arc] < 0 ? null : onArc[opposite[arc]];
        int end = route.entrySteps()[i] + problem.travelSteps(route, arc);
        for (int step = route.entrySteps()[i]; against != null && step < end; step++) {
          if (against[step] > 0) {
            people[arc] += route.people();
            break;
          }
        }
      }
    }
    return people;
  }

  private static Conflict conflict(int arc, int back, int[] forward, int[] backward, int[] people) {
    int first = -1;
    int last = -1;
    int steps = 0;
    int most = 0;
    for (int step = 0; step < forward.length; step++) {
      int smaller = Math.min(forward[step], backward[step]);
      if (smaller > 0) {
        first = first < 0 ? step : first;
        last = step;
        steps++;
        most = Math.max(most, smaller);
      }
    }
    return new Conflict(arc, back, people[arc], people[back], first, last, steps, most);
  }
}
