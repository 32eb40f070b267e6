package org.commonground.evacuation;

import java.util.Arrays;

/**
 * Streets for cars: how long a drive takes, by how many drive. Arrays are not copied.
 *
 * <p>Seconds of a street are those of the Bureau of Public Roads (Traffic Assignment Manual, 1964), {@code free * (1 + share * (v /
 * c) ^ power)} for {@code v} cars per hour where {@code c} can pass. Lanes are those of the arc's direction.
 *
 * @param freeSeconds        of an empty street, above 0, one entry per arc, as in all arrays
 * @param lanes              0 where no car may drive; parts of a lane are allowed
 * @param carsPerHourPerLane that can pass, above 0
 * @param share              usually 0.15
 * @param power              usually 4
 */
public record CarStreets(int nodeCount, int[] tail, int[] head, double[] freeSeconds, double[] lanes, double carsPerHourPerLane,
    double share, double power) {

  /** Paces of the network below. */
  public static final int FREE = 0;
  public static final int FULL = 1;

  /** @throws IllegalArgumentException where lengths differ or a number is out of its range */
  public CarStreets {
    if (head.length != tail.length || freeSeconds.length != tail.length || lanes.length != tail.length) {
      throw new IllegalArgumentException("arcs have " + tail.length + " tails, " + head.length + " heads, " + freeSeconds.length
          + " times and " + lanes.length + " lanes");
    }
    for (int arc = 0; arc < tail.length; arc++) {
      if (!(freeSeconds[arc] > 0) || !(lanes[arc] >= 0)) {
        throw new IllegalArgumentException("arc " + arc + " takes " + freeSeconds[arc] + " s on " + lanes[arc]
            + " lanes; the time must be above 0, lanes at least 0");
      }
    }
    if (!(carsPerHourPerLane > 0) || !(share >= 0) || !(power >= 1)) {
      throw new IllegalArgumentException(carsPerHourPerLane + " cars per hour and lane must be above 0, the share " + share
          + " at least 0, the power " + power + " at least 1");
    }
  }

  /** Cars per hour that can pass. */
  public double capacity(int arc) {
    return lanes[arc] * carsPerHourPerLane;
  }

  /** Of one car, where so many per hour drive; infinite where none may. */
  public double seconds(int arc, double carsPerHour) {
    return lanes[arc] == 0 ? Double.POSITIVE_INFINITY
        : freeSeconds[arc] * (1 + share * Math.pow(carsPerHour / capacity(arc), power));
  }

  /**
   * For flows over time. Never more than {@link #capacity} pass, so a drive takes between the free time and {@code 1 + share} times
   * as long: a plan at pace {@link #FULL} can be driven, and nothing is sooner than at pace {@link #FREE}. Steps are rounded, at least
   * 1; cars per step are rounded down.
   */
  public EvacuationNetwork network(int stepSeconds, int[] arcCloses, int[] nodeCloses) {
    var free = Arrays.stream(freeSeconds).mapToInt(seconds -> steps(seconds, stepSeconds)).toArray();
    var full = Arrays.stream(freeSeconds).mapToInt(seconds -> steps(seconds * (1 + share), stepSeconds)).toArray();
    var cars = new int[tail.length];
    Arrays.setAll(cars, arc -> (int) Math.floor(capacity(arc) * stepSeconds / 3_600 + 1e-9));
    return new EvacuationNetwork(nodeCount, tail, head, new int[][] {free, full}, cars, arcCloses, nodeCloses);
  }

  private static int steps(double seconds, int stepSeconds) {
    return (int) Math.max(1, Math.min(EvacuationNetwork.LIMIT, Math.round(seconds / stepSeconds)));
  }
}
