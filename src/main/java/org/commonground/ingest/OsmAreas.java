package org.commonground.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Every tagged area of a file as a polygon: closed ways, and multipolygon relations put together. */
final class OsmAreas {

  /** What makes a way or relation an area worth building. */
  private static final Set<String> KEYS = Set.of("building", "leisure", "amenity", "landuse", "natural", "place", "highway",
      "waterway", "tourism", "sport");

  private OsmAreas() {
  }

  /** An area with its tags; {@code sourceId} is {@code way/1} or {@code relation/2}. */
  record Shape(String sourceId, Map<String, String> tags, Geometry geometry) {
  }

  static List<Shape> read(OsmFile file, OsmShapes shapes, Issues issues) {
    var areas = new ArrayList<Shape>();
    for (var way : file.ways()) {
      if (way.closed() && hasKey(way.tags()) && isArea(way.tags())) {
        var area = shapes.area(way);
        if (area == null) {
          issues.add("area", "area-unclosed", "way/" + way.id(), "Its outline encloses nothing or misses nodes; left out.",
              shapes.line(way));
        } else {
          areas.add(new Shape("way/" + way.id(), way.tags(), area));
        }
      }
    }
    for (var relation : file.relations()) {
      if ("multipolygon".equals(relation.tags().get("type"))) {
        var tags = hasKey(relation.tags()) ? relation.tags() : tagsOfOuter(file, relation);
        if (hasKey(tags)) {
          add(relation, tags, shapes, issues, areas);
        }
      }
    }
    return areas;
  }

  private static void add(OsmFile.Relation relation, Map<String, String> tags, OsmShapes shapes, Issues issues,
      List<Shape> areas) {
    var area = shapes.area(relation);
    if (area == null) {
      issues.add("area", "area-unclosed", "relation/" + relation.id(),
          "Its lines do not close or are not all in the file; left out.", null);
    } else {
      areas.add(new Shape("relation/" + relation.id(), tags, area));
    }
  }

  /** Old style: the relation has no tags of its own, its outer way has. */
  private static Map<String, String> tagsOfOuter(OsmFile file, OsmFile.Relation relation) {
    var tags = new HashMap<String, String>();
    for (var member : relation.members()) {
      var way = member.type() == 'w' && member.role().equals("outer") ? file.way(member.id()) : null;
      if (way != null && !way.closed()) {
        tags.putAll(way.tags());
      }
    }
    return tags;
  }

  private static boolean hasKey(Map<String, String> tags) {
    return tags.keySet().stream().anyMatch(KEYS::contains);
  }

  /** A closed street is a ring to walk around, unless it says that it is an area. */
  private static boolean isArea(Map<String, String> tags) {
    if ("no".equals(tags.get("area"))) {
      return false;
    }
    boolean line = tags.containsKey("highway") && !tags.containsKey("building");
    return !line || "yes".equals(tags.get("area"));
  }
}
