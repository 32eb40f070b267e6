package org.commonground.evacuation;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Cars that choose for themselves, each the quickest way to the nearest way out as the streets are when all drive: how long do they
 * take? Static: so many cars per hour, for as long as it lasts.
 *
 * <ol>
 *   <li>All take the quickest way on empty streets.
 *   <li>Seconds of the streets are found for that many cars, and what the quickest ways would be now.
 *   <li>As many change to those as makes the sum of all streets' areas under their curves least (Beckmann); again from 2.
 *   <li>It ends when all cars together could save no more than the share asked for, or after so many rounds.
 * </ol>
 *
 * <p>User equilibrium (Wardrop 1952) by Frank and Wolfe's method (1956). Streets may have more cars than can pass for long: then
 * they are slow, and what it says is how bad, not when.
 */
public final class TrafficAssignment {

  private final CarStreets streets;
  private final int[] from;
  private final double[] carsPerHour;
  private final int[] firstIn;
  private final int[] in;
  private final boolean[] exit;
  private final double[] toExit;
  private final int[] next;
  private final double[] seconds;

  /**
   * @param carsPerHour  on each arc
   * @param seconds      of each arc with them; infinite where no car may drive
   * @param tripSeconds  of the quickest way from each source; infinite where none leads out, and those cars are not on the streets
   * @param meanSeconds  of all cars that have a way
   * @param longest      of them
   * @param noWay        cars per hour without a way
   * @param gap          share of all time driven that all together could save by changing to their quickest way
   * @param mostOfLimit  cars per hour as a share of what can pass, of the fullest arc
   * @param rounds       that it took
   */
  public record Assigned(double[] carsPerHour, double[] seconds, double[] tripSeconds, double meanSeconds, double longest, double noWay,
      double gap, double mostOfLimit, int rounds) {
  }

  private TrafficAssignment(CarStreets streets, int[] from, double[] carsPerHour, int[] exits) {
    if (from.length != carsPerHour.length) {
      throw new IllegalArgumentException(from.length + " sources, but " + carsPerHour.length + " with cars");
    }
    this.streets = streets;
    this.from = from;
    this.carsPerHour = carsPerHour;
    firstIn = EvacuationNetwork.first(streets.head(), streets.nodeCount());
    in = EvacuationNetwork.sorted(streets.head(), firstIn);
    exit = new boolean[streets.nodeCount()];
    for (int node : exits) {
      exit[node] = true;
    }
    toExit = new double[streets.nodeCount()];
    next = new int[streets.nodeCount()];
    seconds = new double[streets.tail().length];
  }

  /**
   * @param from        node of each source
   * @param carsPerHour that set out there, at least 0
   * @param exits       nodes where a car is out
   * @param gap         above 0
   * @param rounds      at most
   */
  public static Assigned assign(CarStreets streets, int[] from, double[] carsPerHour, int[] exits, double gap, int rounds) {
    return new TrafficAssignment(streets, from, carsPerHour, exits).run(gap, rounds);
  }

  private Assigned run(double gap, int most) {
    var flow = new double[seconds.length];
    time(flow);
    search();
    flow = all();
    double share = 1;
    int round = 0;
    while (true) {
      time(flow);
      search();
      var quickest = all();
      share = saving(flow, quickest);
      if (share <= gap || round == most) {
        break;
      }
      move(flow, quickest);
      round++;
    }
    return result(flow, share, round);
  }

  private void time(double[] flow) {
    Arrays.setAll(seconds, arc -> streets.seconds(arc, flow[arc]));
  }

  /** The quickest way out from each node, backwards from all exits; ties go to the arc with the lower number. */
  private void search() {
    Arrays.fill(toExit, Double.POSITIVE_INFINITY);
    Arrays.fill(next, -1);
    record Reached(double seconds, int node) { }
    var heap = new PriorityQueue<Reached>((one, other) -> one.seconds != other.seconds ? Double.compare(one.seconds, other.seconds)
        : Integer.compare(one.node, other.node));
    for (int node = 0; node < exit.length; node++) {
      if (exit[node]) {
        toExit[node] = 0;
        heap.add(new Reached(0, node));
      }
    }
    while (!heap.isEmpty()) {
      var reached = heap.remove();
      if (reached.seconds == toExit[reached.node]) {
        for (int i = firstIn[reached.node]; i < firstIn[reached.node + 1]; i++) {
          int arc = in[i];
          double there = reached.seconds + seconds[arc];
          if (there < toExit[streets.tail()[arc]]) {
            toExit[streets.tail()[arc]] = there;
            next[streets.tail()[arc]] = arc;
            heap.add(new Reached(there, streets.tail()[arc]));
          }
        }
      }
    }
  }

  /** All cars on their quickest way. */
  private double[] all() {
    var flow = new double[seconds.length];
    for (int source = 0; source < from.length; source++) {
      for (int node = from[source]; next[node] >= 0; node = streets.head()[next[node]]) {
        flow[next[node]] += carsPerHour[source];
      }
    }
    return flow;
  }

  private double saving(double[] flow, double[] quickest) {
    double now = 0;
    double then = 0;
    for (int arc = 0; arc < flow.length; arc++) {
      if (flow[arc] > 0 || quickest[arc] > 0) {
        now += flow[arc] * seconds[arc];
        then += quickest[arc] * seconds[arc];
      }
    }
    return now == 0 ? 0 : Math.max(0, (now - then) / now);
  }

  /** Halves the interval of the part that changes, by the sign of the slope. */
  private void move(double[] flow, double[] quickest) {
    double low = 0;
    double high = 1;
    for (int halving = 0; halving < 50; halving++) {
      double part = (low + high) / 2;
      double slope = 0;
      for (int arc = 0; arc < flow.length; arc++) {
        if (flow[arc] != quickest[arc]) {
          slope += (quickest[arc] - flow[arc]) * streets.seconds(arc, flow[arc] + part * (quickest[arc] - flow[arc]));
        }
      }
      if (slope < 0) {
        low = part;
      } else {
        high = part;
      }
    }
    for (int arc = 0; arc < flow.length; arc++) {
      flow[arc] += (low + high) / 2 * (quickest[arc] - flow[arc]);
    }
  }

  private Assigned result(double[] flow, double gap, int rounds) {
    var trip = new double[from.length];
    double cars = 0;
    double noWay = 0;
    double longest = 0;
    for (int source = 0; source < from.length; source++) {
      trip[source] = toExit[from[source]];
      if (Double.isInfinite(trip[source])) {
        noWay += carsPerHour[source];
      } else {
        cars += carsPerHour[source];
        longest = carsPerHour[source] > 0 ? Math.max(longest, trip[source]) : longest;
      }
    }
    double all = 0;
    double most = 0;
    for (int arc = 0; arc < flow.length; arc++) {
      if (flow[arc] > 0) {
        all += flow[arc] * seconds[arc];
        most = Math.max(most, flow[arc] / streets.capacity(arc));
      }
    }
    return new Assigned(flow, seconds.clone(), trip, cars == 0 ? 0 : all / cars, longest, noWay, gap, most, rounds);
  }
}
