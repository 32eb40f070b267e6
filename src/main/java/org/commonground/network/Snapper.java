package org.commonground.network;

import java.util.List;
import java.util.Optional;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Geometry;

/** Finds the nearest place on a walkable street. Stub to be replaced. */
public final class Snapper {

  /** @param graph only its passable streets are snapped to */
  public Snapper(WalkGraph graph, LocalProjection projection) {
    throw new UnsupportedOperationException(graph + " " + projection);
  }

  /**
   * The nearest place on a street; an island is passed over where a main street is near.
   *
   * @param limitMetres longest straight line to it
   * @return empty where no passable street is within the limit
   */
  public Optional<Snap> snap(double lon, double lat, double limitMetres) {
    throw new UnsupportedOperationException(lon + " " + lat + " " + limitMetres);
  }

  /**
   * Where streets enter an area: the places where passable streets cross its edge. A point, or an area that no street crosses,
   * has the one place nearest to it.
   *
   * @return in order of street and fraction; empty where no passable street is within the limit
   */
  public List<Snap> gates(Geometry geometry, double limitMetres) {
    throw new UnsupportedOperationException(geometry + " " + limitMetres);
  }
}
