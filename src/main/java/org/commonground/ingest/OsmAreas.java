package org.commonground.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * Every tagged area of a file as a polygon: closed ways, and multipolygon relations put together. Where a relation and its outer way
 * are the same area, the relation counts, because it knows the holes.
 */
final class OsmAreas {

  /** What makes a way or relation an area worth building. */
  private static final Set<String> KEYS = Set.of("building", "leisure", "amenity", "landuse", "natural", "place", "highway",
      "waterway", "tourism", "sport", "man_made", "healthcare", "emergency");

  private OsmAreas() {
  }

  /** An area with its tags; {@code sourceId} is {@code way/1} or {@code relation/2}. */
  record Shape(String sourceId, Map<String, String> tags, Geometry geometry) {
  }

  static List<Shape> read(OsmFile file, OsmShapes shapes, Issues issues) {
    var relations = new ArrayList<Shape>();
    var told = new HashSet<Long>();
    readRelations(file, shapes, issues, relations, told);
    var areas = new ArrayList<Shape>();
    for (var way : file.ways()) {
      if (way.closed() && hasKey(way.tags()) && isArea(way.tags()) && !told.contains(way.id())) {
        var area = shapes.area(way);
        if (area == null) {
          issues.add("area", "area-unclosed", "way/" + way.id(), "Its outline encloses nothing or misses nodes; left out.",
              shapes.line(way));
        } else {
          areas.add(new Shape("way/" + way.id(), way.tags(), area));
        }
      }
    }
    areas.addAll(relations);
    return areas;
  }

  /** @param told gets the closed ways that a relation already tells of */
  private static void readRelations(OsmFile file, OsmShapes shapes, Issues issues, List<Shape> areas, Set<Long> told) {
    for (var relation : file.relations()) {
      if ("multipolygon".equals(relation.tags().get("type"))) {
        var tags = hasKey(relation.tags()) ? relation.tags() : tagsOfOuter(file, relation);
        var area = hasKey(tags) ? shapes.area(relation) : null;
        if (area != null) {
          areas.add(new Shape("relation/" + relation.id(), tags, area));
          outers(file, relation).filter(way -> way.closed() && saysTheSame(way.tags(), tags)).forEach(way -> told.add(way.id()));
        } else if (hasKey(tags)) {
          issues.add("area", "area-unclosed", "relation/" + relation.id(),
              "Its lines do not close or are not all in the file; left out.", null);
        }
      }
    }
  }

  /** Old style: the relation has no tags of its own, its outer ways have; where they are different areas, each stays its own. */
  private static Map<String, String> tagsOfOuter(OsmFile file, OsmFile.Relation relation) {
    var tags = new HashMap<String, String>();
    outers(file, relation).forEach(way -> tags.putAll(way.tags()));
    boolean one = outers(file, relation).allMatch(way -> way.tags().isEmpty() || saysTheSame(way.tags(), tags));
    return one ? tags : Map.of();
  }

  private static Stream<OsmFile.Way> outers(OsmFile file, OsmFile.Relation relation) {
    return relation.members().stream().filter(member -> member.type() == 'w' && member.role().equals("outer"))
        .map(member -> file.way(member.id())).filter(Objects::nonNull);
  }

  /** Whether all that makes a way an area is said of the relation too. */
  private static boolean saysTheSame(Map<String, String> way, Map<String, String> relation) {
    return KEYS.stream().allMatch(key -> !way.containsKey(key) || way.get(key).equals(relation.get(key)));
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
