package org.commonground.network;

/**
 * A place on a street.
 *
 * @param street       index of the street
 * @param fraction     share of its length from its first point, 0 to 1
 * @param lon          degrees east of the place on the street
 * @param lat          degrees north
 * @param offsetMetres distance in a straight line from the point that was asked for, at least 0
 */
public record Snap(int street, double fraction, double lon, double lat, double offsetMetres) {

  /**
   * The four walks between a place on a street and the street's two ends, in milliseconds. Each way is rounded once, from the end
   * where it begins; the rest is the whole minus that, so that the parts of a walk along the street add up exactly.
   *
   * @param fraction  of the place
   * @param fromStart from the street's first point to the place
   * @param toEnd     from the place to the last point
   * @param fromEnd   from the last point to the place
   * @param toStart   from the place to the first point
   */
  public record Walks(double fraction, int fromStart, int toEnd, int fromEnd, int toStart) {

    /** The walk from this place to another on the same street. */
    public int to(Walks other) {
      return other.fraction >= fraction ? other.fromStart - fromStart : other.fromEnd - fromEnd;
    }
  }

  /** @param graph one on which the street is passable */
  public Walks walks(WalkGraph graph) {
    return walks(graph, Obstacles.NONE);
  }

  /** The same with these in the way, on a graph that does not know of them; the street must not be closed. */
  public Walks walks(WalkGraph graph, Obstacles obstacles) {
    int ahead = obstacles.slowed(street, graph.millisToEnd(street));
    int back = obstacles.slowed(street, graph.millisToStart(street));
    int fromStart = (int) Math.round(fraction * ahead);
    int toStart = (int) Math.round(fraction * back);
    return new Walks(fraction, fromStart, ahead - fromStart, back - toStart, toStart);
  }
}
