package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonground.geo.LocalProjection;
import org.commonground.space.Space;
import org.commonground.space.SpaceKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Public spaces and public buildings. One mapped both as an area and as a point inside it is kept once, as the area; and so is one mapped
 * as two areas that are nearly the same, such as a relation highway=pedestrian and its outer way place=square.
 */
final class OsmSpaces {

  /** Least share of the larger of two areas that both have in common, where they are the same space. */
  private static final double SAME_GROUND = 0.9;

  private OsmSpaces() {
  }

  static List<Space> read(OsmFile file, List<OsmAreas.Shape> shapes, LocalProjection projection, PreparedGeometry within,
      Issues issues) {
    var spaces = new ArrayList<Space>();
    var areas = new STRtree();
    for (var area : mappedOnce(shapes.stream().filter(shape -> kind(shape.tags()) != null && within.intersects(shape.geometry())).toList(),
        issues)) {
      var space = space(spaces.size(), area.sourceId(), kind(area.tags()), area.tags(), area.geometry(), projection);
      spaces.add(space);
      areas.insert(area.geometry().getEnvelopeInternal(), new Mapped(space, PreparedGeometryFactory.prepare(area.geometry())));
    }
    areas.build();
    file.nodeTags().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(node -> {
      var kind = kind(node.getValue());
      var place = kind == null ? null : OsmShapes.LON_LAT.createPoint(file.place(node.getKey()));
      if (place != null && within.intersects(place)) {
        var area = areaOf(areas, kind, place);
        if (area == null) {
          spaces.add(space(spaces.size(), "node/" + node.getKey(), kind, node.getValue(), place, projection));
        } else {
          issues.add("space", "space-twice", "node/" + node.getKey(), "The same " + kind.word() + " is mapped as "
              + area.sourceId() + " around it; kept once.", place);
        }
      }
    });
    return spaces;
  }

  /** Of two areas that are the same space the relation stays, as it knows the holes; else the one with a name; else the first. */
  private static List<OsmAreas.Shape> mappedOnce(List<OsmAreas.Shape> areas, Issues issues) {
    var best = new ArrayList<>(areas);
    best.sort(Comparator.comparing((OsmAreas.Shape area) -> !area.sourceId().startsWith("relation"))
        .thenComparing(area -> !area.tags().containsKey("name")));
    var index = new Quadtree();
    var left = new HashSet<String>();
    for (var area : best) {
      var extent = area.geometry().getEnvelopeInternal();
      var twin = ((List<?>) index.query(extent)).stream().map(OsmAreas.Shape.class::cast).filter(other -> isSame(area, other)).findFirst();
      if (twin.isEmpty()) {
        index.insert(extent, area);
        left.add(area.sourceId());
      } else {
        issues.add("space", "space-twice", area.sourceId(), "The same " + kind(area.tags()).word() + " is mapped as "
            + twin.get().sourceId() + " on the same ground; kept once.", area.geometry().getInteriorPoint());
      }
    }
    return areas.stream().filter(area -> left.contains(area.sourceId())).toList();
  }

  private static boolean isSame(OsmAreas.Shape one, OsmAreas.Shape other) {
    var names = Stream.of(one, other).map(area -> area.tags().get("name")).filter(Objects::nonNull).distinct().count();
    double larger = Math.max(one.geometry().getArea(), other.geometry().getArea());
    double smaller = Math.min(one.geometry().getArea(), other.geometry().getArea());
    return kind(one.tags()) == kind(other.tags()) && names < 2 && smaller >= SAME_GROUND * larger
        && OsmShapes.intersection(one.geometry(), other.geometry()).getArea() >= SAME_GROUND * larger;
  }

  private record Mapped(Space space, PreparedGeometry area) {
  }

  private static Space areaOf(STRtree areas, SpaceKind kind, Geometry place) {
    for (var found : areas.query(place.getEnvelopeInternal())) {
      var mapped = (Mapped) found;
      if (mapped.space().kind() == kind && mapped.area().covers(place)) {
        return mapped.space();
      }
    }
    return null;
  }

  private static Space space(int id, String sourceId, SpaceKind kind, Map<String, String> tags, Geometry geometry,
      LocalProjection projection) {
    return new Space(id, sourceId, kind, tags.get("name"), OsmTags.names(tags), tags, geometry,
        OsmShapes.areaM2(geometry, projection));
  }

  /** Null for what is no public space. */
  static SpaceKind kind(Map<String, String> tags) {
    var byLeisure = switch (tags.getOrDefault("leisure", "")) {
      case "park", "nature_reserve", "common" -> SpaceKind.PARK;
      case "garden" -> SpaceKind.GARDEN;
      case "playground" -> SpaceKind.PLAYGROUND;
      case "pitch", "track" -> SpaceKind.PITCH;
      case "sports_centre", "stadium" -> tags.containsKey("building") || "yes".equals(tags.get("indoor"))
          ? SpaceKind.SPORTS_HALL : SpaceKind.SPORTS_GROUND;
      case "sports_hall" -> SpaceKind.SPORTS_HALL;
      case "recreation_ground" -> SpaceKind.RECREATION_GROUND;
      default -> null;
    };
    if (byLeisure != null) {
      return "private".equals(tags.get("access")) && byLeisure == SpaceKind.GARDEN ? null : byLeisure;
    }
    var byAmenity = switch (tags.getOrDefault("amenity", "")) {
      case "school", "kindergarten" -> SpaceKind.SCHOOL;
      case "university", "college" -> SpaceKind.UNIVERSITY;
      case "community_centre", "social_centre", "arts_centre", "events_venue" -> SpaceKind.COMMUNITY_CENTRE;
      case "library" -> SpaceKind.LIBRARY;
      case "townhall" -> SpaceKind.TOWN_HALL;
      case "place_of_worship" -> SpaceKind.PLACE_OF_WORSHIP;
      case "parking" -> SpaceKind.CAR_PARK;
      case "marketplace" -> SpaceKind.SQUARE;
      default -> null;
    };
    if (byAmenity != null) {
      return byAmenity;
    }
    if ("recreation_ground".equals(tags.get("landuse"))) {
      return SpaceKind.RECREATION_GROUND;
    }
    if ("village_green".equals(tags.get("landuse"))) {
      return SpaceKind.PARK;
    }
    boolean square = "square".equals(tags.get("place"))
        || "pedestrian".equals(tags.get("highway")) && "yes".equals(tags.get("area"));
    if (square || "pedestrian".equals(tags.get("highway")) && "multipolygon".equals(tags.get("type"))) {
      return SpaceKind.SQUARE;
    }
    return "sports_hall".equals(tags.get("building")) ? SpaceKind.SPORTS_HALL : null;
  }
}
