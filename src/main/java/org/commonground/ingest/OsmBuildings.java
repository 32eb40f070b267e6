package org.commonground.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.geo.LocalProjection;
import org.commonground.people.Building;
import org.commonground.people.BuildingUse;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Building outlines with what they are used for.
 *
 * <p>Use follows, in this order, from the value of {@code building}; from a shop, office, amenity, tourism, craft or healthcare
 * tag on it, which makes a home mixed and another building no home; and for a plain {@code building=yes} from the land use
 * around it. What is left is unknown. One that is mapped twice with the same outline is kept once.
 */
final class OsmBuildings {

  private static final Set<String> HOMES = Set.of("residential", "apartments", "house", "detached", "semidetached_house",
      "terrace", "bungalow", "dormitory", "farm", "cabin", "houseboat", "static_caravan", "villa", "allotment_house");
  private static final Set<String> MIXED = Set.of("mixed", "mixed_use", "mixd_use");
  private static final Set<String> NOT_SAYING = Set.of("yes", "unknown", "true", "1", "building");
  private static final List<String> USES = List.of("shop", "office", "amenity", "tourism", "craft", "healthcare", "leisure",
      "man_made", "railway", "aeroway", "power", "military");
  private static final Set<String> HOME_LAND = Set.of("residential");
  private static final Set<String> OTHER_LAND = Set.of("industrial", "commercial", "retail", "railway", "military", "port",
      "harbour", "farmyard", "allotments", "cemetery", "greenhouse_horticulture", "construction", "quarry", "garages");

  private final STRtree land = new STRtree();
  private final Issues issues;
  private final LocalProjection projection;
  private final List<Building> buildings = new ArrayList<>();

  private record Land(boolean home, PreparedGeometry area, double size) {
  }

  private OsmBuildings(LocalProjection projection, Issues issues) {
    this.projection = projection;
    this.issues = issues;
  }

  static List<Building> read(List<OsmAreas.Shape> shapes, LocalProjection projection, PreparedGeometry within, Issues issues) {
    var reader = new OsmBuildings(projection, issues);
    for (var shape : shapes) {
      var use = shape.tags().get("landuse");
      if (use != null && (HOME_LAND.contains(use) || OTHER_LAND.contains(use))) {
        reader.land.insert(shape.geometry().getEnvelopeInternal(), new Land(HOME_LAND.contains(use),
            PreparedGeometryFactory.prepare(shape.geometry()), shape.geometry().getArea()));
      }
    }
    reader.land.build();
    reader.mappedOnce(shapes.stream().filter(shape -> OsmTags.isYes(shape.tags().get("building"))
        && within.intersects(shape.geometry().getInteriorPoint())).toList()).forEach(reader::add);
    return reader.buildings;
  }

  /**
   * Of several with one outline, wherever they begin to draw it and on whatever layer, the one with most tags stays, else the first:
   * people would be put into it twice.
   */
  private List<OsmAreas.Shape> mappedOnce(List<OsmAreas.Shape> shapes) {
    var kept = new LinkedHashMap<Geometry, OsmAreas.Shape>();
    for (var shape : shapes) {
      var outline = shape.geometry().norm();
      var twin = kept.putIfAbsent(outline, shape);
      if (twin != null) {
        boolean more = shape.tags().size() > twin.tags().size();
        var left = more ? twin : shape;
        kept.put(outline, more ? shape : twin);
        issues.add("building", "building-twice", left.sourceId(), "The same building is mapped as " + kept.get(outline).sourceId()
            + " with the same outline; kept once.", left.geometry().getInteriorPoint());
      }
    }
    return List.copyOf(kept.values());
  }

  private void add(OsmAreas.Shape shape) {
    var tags = shape.tags();
    var levels = OsmTags.levels(tags.get("building:levels"));
    var height = OsmTags.metres(tags.get("height"));
    doubt(shape, "building:levels", tags, levels);
    doubt(shape, "height", tags, height);
    buildings.add(new Building(buildings.size(), shape.sourceId(), use(shape), tags.get("name"), levels, height,
        OsmShapes.areaM2(shape.geometry(), projection), shape.geometry(), tags));
  }

  private void doubt(OsmAreas.Shape shape, String key, Map<String, String> tags, Double read) {
    if (tags.get(key) != null && read == null) {
      issues.add("building", "height-unreadable", shape.sourceId(), key + " \"" + tags.get(key)
          + "\" cannot be read; taken as not recorded.", shape.geometry().getInteriorPoint());
    }
  }

  private BuildingUse use(OsmAreas.Shape shape) {
    var tags = shape.tags();
    var value = tags.get("building");
    boolean hasUse = USES.stream().anyMatch(key -> OsmTags.isYes(tags.get(key)));
    if (MIXED.contains(value) || HOMES.contains(value) && hasUse) {
      return BuildingUse.MIXED;
    }
    if (HOMES.contains(value)) {
      return BuildingUse.RESIDENTIAL;
    }
    if (hasUse || !NOT_SAYING.contains(value)) {
      return BuildingUse.OTHER;
    }
    return landAround(shape.geometry());
  }

  /** The smallest land use around decides; where none is recorded the use stays unknown. */
  private BuildingUse landAround(Geometry building) {
    var point = building.getInteriorPoint();
    Land smallest = null;
    for (var found : land.query(point.getEnvelopeInternal())) {
      var candidate = (Land) found;
      if ((smallest == null || candidate.size() < smallest.size()) && candidate.area().intersects(point)) {
        smallest = candidate;
      }
    }
    return smallest == null ? BuildingUse.UNKNOWN : smallest.home() ? BuildingUse.RESIDENTIAL : BuildingUse.OTHER;
  }
}
