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

  private final STRtree areas = new STRtree();

  private record Area(int shelter, PreparedGeometry outline) {
  }

  /** @param counts whether a shelter counts; one that does not is left out */
  ShelterAreas(List<ShelterSite> shelters, boolean[] counts) {
    for (int shelter = 0; shelter < shelters.size(); shelter++) {
      var geometry = shelters.get(shelter).geometry();
      if (counts[shelter] && geometry.getDimension() == 2) {
        var outline = PreparedGeometryFactory.prepare(geometry);
        // Its own index is made when it is first asked: now, and not by whichever of many threads comes first.
        outline.covers(new GeometryFactory().createPoint(geometry.getCoordinate()));
        areas.insert(geometry.getEnvelopeInternal(), new Area(shelter, outline));
      }
    }
    areas.build();
  }

  /** Indexes of the shelters whose outline a place lies in or on, ascending. */
  List<Integer> around(double lon, double lat) {
    var point = new GeometryFactory().createPoint(new Coordinate(lon, lat));
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
