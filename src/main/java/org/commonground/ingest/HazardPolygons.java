package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.GroundFiles.HazardFile;
import org.commonground.space.HazardZone;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Polygons of a GeoJSON file become zones, clipped to the surroundings of the area. What is no polygon is left out and counted. */
final class HazardPolygons {

  /** Where a feature gives the depth of its water, in metres. */
  private static final List<String> DEPTHS = List.of("depthM", "depth_m", "depth");

  private final HazardFile asked;
  private final Geometry surroundings;
  private final Issues issues;
  private final List<HazardZone> zones = new ArrayList<>();
  private final Envelope found = new Envelope();

  private HazardPolygons(HazardFile asked, Envelope surroundings, Issues issues) {
    this.asked = asked;
    this.surroundings = OsmShapes.LON_LAT.toGeometry(surroundings);
    this.issues = issues;
  }

  /**
   * @param surroundings beyond which nothing is kept
   * @param firstId      number of the first zone
   * @throws InvalidInput where the file holds no polygon, or none near the area
   */
  static List<HazardZone> read(HazardFile asked, Envelope surroundings, int firstId, Issues issues, List<Statement> notes) {
    var reader = new HazardPolygons(asked, surroundings, issues);
    var table = Table.read(asked.file(), "--hazard");
    notes.addAll(table.notes());
    table.rows().forEach(row -> reader.add(row, firstId));
    if (reader.found.isNull()) {
      throw new InvalidInput(Code.FILE_CONTENT, "--hazard", asked.file() + " holds no polygon: zones of a hazard are polygons or "
          + "multipolygons.");
    }
    if (reader.zones.isEmpty()) {
      var swapped = new Envelope(reader.found.getMinY(), reader.found.getMaxY(), reader.found.getMinX(), reader.found.getMaxX());
      throw RasterFile.coversNothing(asked.file(), "--hazard",
          swapped.intersects(surroundings) ? "; longitude and latitude look swapped" : "");
    }
    notes.add(ImportWording.ZONES_FROM.with(asked.name(), asked.file().getFileName().toString()));
    return reader.zones;
  }

  private void add(Table.Row row, int firstId) {
    var geometry = row.geometry();
    if (geometry == null || geometry.getDimension() < 2) {
      issues.add("hazard_zone", "no-polygon", row.id(), "It has no polygon that can be read; left out.", geometry);
      return;
    }
    found.expandToInclude(geometry.getEnvelopeInternal());
    if (!surroundings.intersects(geometry)) {
      return;
    }
    if (row.mended()) {
      issues.add("hazard_zone", "shape-mended", row.id(), "Its outline crosses itself; mended.", geometry);
    }
    var near = surroundings.covers(geometry) ? geometry : OverlayNGRobust.overlay(surroundings, geometry, OverlayNG.INTERSECTION);
    var parts = polygons(near);
    if (!parts.isEmpty()) {
      zones.add(new HazardZone(firstId + zones.size(), asked.name(), asked.hazard(), depth(row, geometry), row.id(),
          OsmShapes.LON_LAT.buildGeometry(parts)));
    }
  }

  private Double depth(Table.Row row, Geometry at) {
    var text = DEPTHS.stream().map(row.values()::get).filter(value -> value != null).findFirst().orElse(null);
    if (text == null) {
      return null;
    }
    double depth = number(text);
    if (depth >= 0 && depth <= HazardDepths.MOST_METRES) {
      return depth;
    }
    boolean impossible = !Double.isNaN(depth);
    issues.add("hazard_zone", impossible ? "depth-impossible" : "depth-unreadable", row.id(), "Depth \"" + text + "\" is no "
        + (impossible ? String.format(Locale.ROOT, "depth of 0 to %,.0f m", HazardDepths.MOST_METRES) : "number")
        + "; taken as not recorded.", at);
    return null;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException unreadable) {
      return Double.NaN;
    }
  }

  /** The polygons that an overlay gave, without the lines and points where shapes only touch. */
  static List<Polygon> polygons(Geometry geometry) {
    var polygons = new ArrayList<Polygon>();
    geometry.apply(new PolygonExtracter(polygons));
    return polygons;
  }
}
