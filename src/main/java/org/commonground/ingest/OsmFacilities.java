package org.commonground.ingest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.geo.LocalProjection;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.commonground.space.Space;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Facilities of the map, in the area and so far around it that a space at its border is judged by them too.
 *
 * <ol>
 *   <li>Areas come first, then lines, then points, each in the order of the file or of their ids.
 *   <li>Tree rows, power lines and pipelines are lines even where they close.
 *   <li>A point of a kind that an area around it has already is the same thing mapped twice, and kept once.
 *   <li>A gate or bollard counts only on the outline of a space.
 * </ol>
 */
final class OsmFacilities {

  /** So far around the area's ground facilities are kept. */
  static final double AROUND_METRES = 500;
  /** A gate is on an outline where it is so near to it. */
  private static final double ON_OUTLINE_METRES = 2;

  /** Kinds of which many may well lie in an area of the same kind. */
  private static final Set<FacilityKind> MANY = EnumSet.of(FacilityKind.SEAT, FacilityKind.SHADE, FacilityKind.SPORT,
      FacilityKind.BARRIER_GATE, FacilityKind.DRINKING_WATER, FacilityKind.WATER, FacilityKind.CHEMICAL, FacilityKind.GAS);

  private final OsmShapes shapes;
  private final LocalProjection projection;
  private final PreparedGeometry within;
  private final Issues issues;
  private final STRtree outlines = new STRtree();
  private final STRtree areas = new STRtree();
  private final List<Facility> facilities = new ArrayList<>();

  private record Mapped(Facility facility, PreparedGeometry area) {
  }

  private OsmFacilities(OsmShapes shapes, LocalProjection projection, Geometry ground, List<Space> spaces, Issues issues) {
    this.shapes = shapes;
    this.projection = projection;
    this.issues = issues;
    within = PreparedGeometryFactory.prepare(projection.toDegrees(projection.toMetres(ground).buffer(AROUND_METRES)));
    for (var space : spaces) {
      if (space.geometry().getDimension() == 2) {
        var outline = projection.toMetres(space.geometry()).getBoundary();
        outlines.insert(outline.getEnvelopeInternal(), outline);
      }
    }
    outlines.build();
  }

  /**
   * @param ground  of the area
   * @param spaces  whose outlines gates may be on
   */
  static List<Facility> read(OsmFile file, OsmShapes shapes, List<OsmAreas.Shape> areas, LocalProjection projection, Geometry ground,
      List<Space> spaces, Issues issues) {
    var reader = new OsmFacilities(shapes, projection, ground, spaces, issues);
    areas.stream().filter(shape -> !isLine(shape.tags()))
        .forEach(shape -> reader.add(shape.sourceId(), shape.tags(), shape.geometry()));
    reader.areas.build();
    file.ways().stream().filter(way -> !way.closed() || isLine(way.tags())).forEach(reader::addLine);
    file.nodeTags().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(node -> reader.add("node/" + node.getKey(),
        node.getValue(), OsmShapes.LON_LAT.createPoint(file.place(node.getKey()))));
    return reader.facilities;
  }

  private static boolean isLine(Map<String, String> tags) {
    return "tree_row".equals(tags.get("natural")) || "line".equals(tags.get("power")) || "pipeline".equals(tags.get("man_made"));
  }

  private void addLine(OsmFile.Way way) {
    if (!OsmFacilityKinds.of(way.tags()).kinds().isEmpty()) {
      var line = shapes.line(way);
      if (line == null) {
        issues.add("facility", "line-missing", "way/" + way.id(), "Fewer than two of its nodes are in the file; left out.", null);
      } else {
        add("way/" + way.id(), way.tags(), line);
      }
    }
  }

  private void add(String sourceId, Map<String, String> tags, Geometry geometry) {
    var found = OsmFacilityKinds.of(tags);
    for (var kind : found.kinds()) {
      if (!within.intersects(geometry) || kind == FacilityKind.BARRIER_GATE && !isOnOutline(geometry)
          || isTwice(sourceId, kind, geometry)) {
        continue;
      }
      boolean certain = !found.uncertain().contains(kind);
      var facility = new Facility(facilities.size(), sourceId, kind, certain, tags.get("name"), OsmTags.names(tags), tags, geometry);
      facilities.add(facility);
      if (geometry.getDimension() == 2) {
        areas.insert(geometry.getEnvelopeInternal(), new Mapped(facility, PreparedGeometryFactory.prepare(geometry)));
      }
      if (!certain) {
        tellDoubt(sourceId, kind, tags, geometry);
      }
    }
  }

  private void tellDoubt(String sourceId, FacilityKind kind, Map<String, String> tags, Geometry geometry) {
    if (kind == FacilityKind.HIGH_VOLTAGE) {
      var voltage = tags.get("voltage");
      issues.add("facility", "voltage-unrecorded", sourceId, (voltage == null ? "The voltage of this power line is not recorded"
          : "The voltage \"" + voltage + "\" of this power line cannot be read") + "; kept as one that may be high.", geometry);
    } else {
      issues.add("facility", "content-unrecorded", sourceId,
          "What this tank holds is not recorded; kept as one that may be dangerous.", geometry);
    }
  }

  private boolean isOnOutline(Geometry geometry) {
    var place = projection.toMetres(geometry);
    var near = place.getEnvelopeInternal();
    near.expandBy(ON_OUTLINE_METRES);
    for (var outline : outlines.query(near)) {
      if (((Geometry) outline).isWithinDistance(place, ON_OUTLINE_METRES)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTwice(String sourceId, FacilityKind kind, Geometry place) {
    if (place.getDimension() > 0 || MANY.contains(kind)) {
      return false;
    }
    for (var found : areas.query(place.getEnvelopeInternal())) {
      var mapped = (Mapped) found;
      if (mapped.facility.kind() == kind && mapped.area.covers(place)) {
        issues.add("facility", "facility-twice", sourceId, "The same " + kind.word() + " is mapped as "
            + mapped.facility.sourceId() + " around it; kept once.", place);
        return true;
      }
    }
    return false;
  }
}
