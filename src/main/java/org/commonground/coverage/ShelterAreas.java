package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Answers which shelters with an outline a place lies in, from a tree of their extents. Immutable once made and safe for use by
 * many threads.
 */
final class ShelterAreas {

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final Area[] byShelter;
  private final STRtree areas = new STRtree();

  private record Area(int shelter, PreparedGeometry outline) {
  }

  /**
   * @param counts whether a shelter counts; one that does not is left out
   * @param before the areas of other shelters, of which those that are the same are taken over; null where there are none
   */
  ShelterAreas(List<ShelterSite> shelters, boolean[] counts, ShelterAreas before) {
    byShelter = new Area[shelters.size()];
    for (int shelter = 0; shelter < byShelter.length; shelter++) {
      var geometry = shelters.get(shelter).geometry();
      if (counts[shelter] && geometry.getDimension() == 2) {
        var known = before == null || shelter >= before.byShelter.length ? null : before.byShelter[shelter];
        byShelter[shelter] = known != null && known.outline().getGeometry() == geometry ? known
            : new Area(shelter, PreparedGeometryFactory.prepare(geometry));
        // Its own index is made when it is first asked: now, and not by whichever of many threads comes first.
        byShelter[shelter].outline().covers(POINTS.createPoint(geometry.getCoordinate()));
        areas.insert(geometry.getEnvelopeInternal(), byShelter[shelter]);
      }
    }
    areas.build();
  }

  /** Indexes of the shelters whose outline a place lies in or on, ascending. */
  List<Integer> around(double lon, double lat) {
    var point = POINTS.createPoint(new Coordinate(lon, lat));
    var around = new ArrayList<Integer>();
    for (var found : areas.query(point.getEnvelopeInternal())) {
      var area = (Area) found;
      if (area.outline().covers(point)) {
        around.add(area.shelter());
      }
    }
    Collections.sort(around);
    return around;
  }
}
