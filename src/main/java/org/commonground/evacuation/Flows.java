package org.commonground.evacuation;

import java.util.Arrays;
import java.util.List;

/**
 * People by thing and step, only where there are any; in order of step, then of thing. Arrays are not to be changed.
 *
 * @param thing  an arc or a gate
 * @param people at least 1
 */
public record Flows(int[] thing, int[] step, int[] people) {

  /** Who enters which arc when. */
  static Flows ofArcs(List<Route> routes) {
    int count = routes.stream().mapToInt(route -> route.arcs().length).sum();
    var key = new long[count];
    var people = new int[count];
    int next = 0;
    for (var route : routes) {
      for (int i = 0; i < route.arcs().length; i++) {
        key[next] = (long) route.entrySteps()[i] << 32 | route.arcs()[i];
        people[next++] = route.people();
      }
    }
    return added(key, people);
  }

  /** Who passes which gate when. */
  static Flows ofGates(List<Route> routes) {
    var key = routes.stream().mapToLong(route -> (long) route.gateStep() << 32 | route.gate()).toArray();
    return added(key, routes.stream().mapToInt(Route::people).toArray());
  }

  private static Flows added(long[] key, int[] people) {
    var distinct = Arrays.stream(key).sorted().distinct().toArray();
    var sum = new int[distinct.length];
    for (int i = 0; i < key.length; i++) {
      sum[Arrays.binarySearch(distinct, key[i])] += people[i];
    }
    return new Flows(Arrays.stream(distinct).mapToInt(each -> (int) each).toArray(),
        Arrays.stream(distinct).mapToInt(each -> (int) (each >> 32)).toArray(), sum);
  }
}
