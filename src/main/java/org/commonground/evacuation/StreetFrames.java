package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Who is where as time goes on, in pictures of equal distance: picture {@code f} is taken when {@code f * frameSteps} steps have
 * passed. The first is the start, with all at home, the last is the end. In each, {@code home + in + gone} and all who are on
 * streets are the people. Arrays are not to be changed.
 *
 * @param frameSteps steps between two pictures, at least 1
 * @param count      pictures, at least 1
 * @param streets    arcs on which a picture has anybody, in their order
 * @param home       people not left yet, or never
 * @param in         people in shelters
 * @param gone       people whom a simulation gave up: caught, without room, without way; of a plan 0
 * @param caught     those of {@code gone} whom the hazard caught
 * @param inShelter  by shelter and picture: people in it
 */
public record StreetFrames(int frameSteps, int count, List<OnStreet> streets, int[] home, int[] in, int[] gone, int[] caught,
    int[][] inShelter) {

  /**
   * People on one arc.
   *
   * @param from    first picture with anybody
   * @param on      people there from then on, the last entry not 0
   * @param waiting those of them who are at its end and wait to go on; as many entries
   */
  public record OnStreet(int arc, int from, int[] on, int[] waiting) {

    public int most() {
      return Arrays.stream(on).max().orElse(0);
    }
  }

  public StreetFrames {
    streets = List.copyOf(streets);
  }

  /** Steps between pictures so that so many steps need at most so many. */
  public static int stepsBetween(int steps, int mostFrames) {
    return Math.max(1, (steps + mostFrames - 2) / (mostFrames - 1));
  }

  /** A plan as it was made: who waits for the next street waits at the end of the one before. */
  public static StreetFrames ofPlan(EvacuationProblem problem, List<Route> routes, int frameSteps) {
    return new Plan(problem, routes, frameSteps).frames();
  }

  /** Cuts pictures without anybody off both ends; null where there is nobody. */
  static OnStreet cut(int arc, int[] on, int[] waiting) {
    int from = 0;
    int end = on.length;
    while (from < end && on[from] == 0) {
      from++;
    }
    while (end > from && on[end - 1] == 0) {
      end--;
    }
    return from == end ? null : new OnStreet(arc, from, Arrays.copyOfRange(on, from, end), Arrays.copyOfRange(waiting, from, end));
  }

  /** Adds people where they come and takes them off where they go; sums make pictures of that. */
  private static final class Plan {

    private final EvacuationProblem problem;
    private final List<Route> routes;
    private final int frameSteps;
    private final int count;
    private final TreeMap<Integer, int[][]> change = new TreeMap<>();

    Plan(EvacuationProblem problem, List<Route> routes, int frameSteps) {
      this.problem = problem;
      this.routes = routes;
      this.frameSteps = frameSteps;
      count = frame(Shortening.clearance(routes) - 1) + 1;
    }

    StreetFrames frames() {
      var left = new int[count + 1];
      var inShelter = new int[problem.shelters().size()][count + 1];
      for (var route : routes) {
        left[frame(route.arcs().length == 0 ? route.gateStep() : route.entrySteps()[0])] += route.people();
        inShelter[problem.gateShelter(route.gate())][frame(route.gateStep())] += route.people();
        walk(route);
      }
      var streets = new ArrayList<OnStreet>();
      change.forEach((arc, each) -> {
        var street = cut(arc, sums(each[0]), sums(each[1]));
        if (street != null) {
          streets.add(street);
        }
      });
      var away = sums(left);
      for (int shelter = 0; shelter < inShelter.length; shelter++) {
        inShelter[shelter] = sums(inShelter[shelter]);
      }
      var home = new int[count];
      var in = new int[count];
      for (int frame = 0; frame < count; frame++) {
        home[frame] = problem.totalPeople() - away[frame];
        for (var each : inShelter) {
          in[frame] += each[frame];
        }
      }
      return new StreetFrames(frameSteps, count, streets, home, in, new int[count], new int[count], inShelter);
    }

    private void walk(Route route) {
      for (int i = 0; i < route.arcs().length; i++) {
        int arc = route.arcs()[i];
        int entry = route.entrySteps()[i];
        int leave = i + 1 < route.arcs().length ? route.entrySteps()[i + 1] : route.gateStep();
        var each = change.computeIfAbsent(arc, key -> new int[2][count + 1]);
        add(each[0], entry, leave, route.people());
        add(each[1], entry + problem.travelSteps(route, arc), leave, route.people());
      }
    }

    private void add(int[] change, int from, int to, int people) {
      change[frame(from)] += people;
      change[frame(to)] -= people;
    }

    /** The first picture that shows what happens at this step. */
    private int frame(int step) {
      return Math.floorDiv(step, frameSteps) + 1;
    }

    private int[] sums(int[] change) {
      var sums = Arrays.copyOf(change, count);
      Arrays.parallelPrefix(sums, Integer::sum);
      return sums;
    }
  }
}
