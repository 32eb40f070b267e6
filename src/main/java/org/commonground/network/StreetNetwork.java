package org.commonground.network;

import java.util.List;

/**
 * The streets of an area as a graph: nodes are junctions and ends, edges are {@link Street}s. Immutable, shared by all
 * searches; what one group can walk, and how fast, is a {@code WalkGraph} made from it.
 */
public final class StreetNetwork {

  private final double[] nodeLon;
  private final double[] nodeLat;
  private final List<Street> streets;
  private StreetLines lines;

  /**
   * @param nodeLon degrees east, one entry per node
   * @param nodeLat degrees north, one entry per node
   * @param streets {@code streets.get(i).id() == i}; ends are nodes of the two arrays
   * @throws IllegalArgumentException where a street has another id or an end that is no node
   */
  public StreetNetwork(double[] nodeLon, double[] nodeLat, List<Street> streets) {
    if (nodeLon.length != nodeLat.length) {
      throw new IllegalArgumentException(nodeLon.length + " longitudes but " + nodeLat.length + " latitudes");
    }
    this.nodeLon = nodeLon.clone();
    this.nodeLat = nodeLat.clone();
    this.streets = List.copyOf(streets);
    for (int id = 0; id < this.streets.size(); id++) {
      var street = this.streets.get(id);
      if (street.id() != id) {
        throw new IllegalArgumentException("street at " + id + " has the id " + street.id());
      }
      if (street.from() < 0 || street.from() >= nodeLon.length || street.to() < 0 || street.to() >= nodeLon.length) {
        throw new IllegalArgumentException("street " + id + " ends at a node that does not exist");
      }
    }
  }

  public int nodeCount() {
    return nodeLon.length;
  }

  public double nodeLon(int node) {
    return nodeLon[node];
  }

  public double nodeLat(int node) {
    return nodeLat[node];
  }

  public List<Street> streets() {
    return streets;
  }

  public Street street(int street) {
    return streets.get(street);
  }

  /** The same streets' lines in flat arrays; made when first asked for. */
  public synchronized StreetLines lines() {
    if (lines == null) {
      lines = new StreetLines(streets);
    }
    return lines;
  }
}
