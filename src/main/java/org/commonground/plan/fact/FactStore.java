package org.commonground.plan.fact;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Keeps what people have entered about an area. A fact is kept whole or not at all and never changed. */
public interface FactStore {

  /** In the order they were entered; none where there is no such area. */
  List<Fact> list(String area);

  /**
   * @param place of its subject, lon/lat, for desktop GIS
   * @return the fact with the id it was given
   */
  Fact add(Fact fact, Geometry place);

  /** @return false where the area has no fact of this id */
  boolean delete(String area, String id);
}
