package org.commonground.evacuation;

import java.util.List;

/**
 * Who comes in where and when, in order of time. Arrays are not to be changed.
 *
 * @param source where they come from
 * @param people at least 1
 */
public record Arrivals(int[] step, int[] source, int[] shelter, int[] people) {

  /** Those of a plan. */
  public static Arrivals of(EvacuationProblem problem, List<Route> routes) {
    var list = new ArrivalList();
    routes.stream().sorted((one, other) -> Integer.compare(one.gateStep(), other.gateStep()))
        .forEach(route -> list.add(route.gateStep(), route.source(), problem.gateShelter(route.gate()), route.people()));
    return list.all();
  }
}
