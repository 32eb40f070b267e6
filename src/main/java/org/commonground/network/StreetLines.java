package org.commonground.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * What drawing a way wants of each street, side by side: a way of 5 km passes a hundred of them, and each look at one that lies elsewhere
 * in memory takes longer than all that is done with it. Immutable.
 */
public final class StreetLines {

  /** The points of street i are firstPoint[i] to firstPoint[i + 1], without it. */
  private final int[] firstPoint;
  private final double[] lonLat;
  private final int[] lengthMm;
  private final int[] road;

  /** What a walker tells streets apart by: the kind only where there is no name. */
  private record Road(String name, String kind, boolean stairs) {
  }

  StreetLines(List<Street> streets) {
    firstPoint = new int[streets.size() + 1];
    lengthMm = new int[streets.size()];
    road = new int[streets.size()];
    var roads = new HashMap<Road, Integer>();
    var points = new double[2 * streets.stream().mapToInt(street -> street.line().getNumPoints()).sum()];
    for (var street : streets) {
      int id = street.id();
      var line = street.line().getCoordinateSequence();
      for (int i = 0; i < line.size(); i++) {
        points[2 * (firstPoint[id] + i)] = line.getX(i);
        points[2 * (firstPoint[id] + i) + 1] = line.getY(i);
      }
      firstPoint[id + 1] = firstPoint[id] + line.size();
      lengthMm[id] = street.lengthMm();
      var key = new Road(street.name(), street.name() == null ? street.kind() : null, street.steps());
      road[id] = roads.computeIfAbsent(key, none -> roads.size());
    }
    lonLat = Arrays.copyOf(points, 2 * firstPoint[streets.size()]);
  }

  public int count() {
    return lengthMm.length;
  }

  /** Index of a street's first point; the one behind its last is that of the next street. */
  public int firstPoint(int street) {
    return firstPoint[street];
  }

  public double lon(int point) {
    return lonLat[2 * point];
  }

  public double lat(int point) {
    return lonLat[2 * point + 1];
  }

  /** Millimetres on the ground. */
  public int lengthMm(int street) {
    return lengthMm[street];
  }

  /** Streets of the same number are one to a walker: of the same name, or both without and of one kind, and both stairs or not. */
  public int road(int street) {
    return road[street];
  }
}
