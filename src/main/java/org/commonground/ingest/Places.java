package org.commonground.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.city.ImportIssue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts rows of a table on the map, and says which cannot be: no or impossible coordinates, outside the area, the same place twice.
 */
final class Places {

  /** Same name and nearer than this is the same place; some 25 m. */
  private static final double SAME_PLACE_DEGREES = 0.00025;

  private final String layer;
  private final Table table;
  private final Columns columns;
  private final Envelope area;
  private final List<ImportIssue> issues;
  private final Map<String, List<Coordinate>> seen = new HashMap<>();

  Places(String layer, Table table, Columns columns, Envelope area, List<ImportIssue> issues) {
    this.layer = layer;
    this.table = table;
    this.columns = columns;
    this.area = area;
    this.issues = issues;
  }

  List<Table.Row> rows() {
    return table.rows();
  }

  void issue(String kind, Table.Row row, String message, Geometry at) {
    issues.add(new ImportIssue(layer, kind, row.id(), message, at));
  }

  /** Where a row is; null, with an issue, where it has no possible place in the area. */
  Geometry place(Table.Row row) {
    var geometry = row.geometry() != null ? row.geometry() : point(row);
    if (geometry == null) {
      return null;
    }
    var at = geometry.getEnvelopeInternal();
    if (at.getMinX() < -180 || at.getMaxX() > 180 || at.getMinY() < -90 || at.getMaxY() > 90
        || (at.getMinX() == 0 || at.getMinY() == 0) && !area.intersects(at)) {
      impossible(row, at.getMinX() + ", " + at.getMinY(), at.getMinY(), at.getMinX());
      return null;
    }
    if (!area.intersects(at)) {
      var hint = area.contains(at.getMinY(), at.getMinX()) ? " Longitude and latitude look swapped." : "";
      issue("outside-area", row, "Its place " + at.getMinX() + ", " + at.getMinY() + " is outside the area; left out." + hint,
          geometry);
      return null;
    }
    return geometry;
  }

  private Geometry point(Table.Row row) {
    var lon = columns.get(row, "lon");
    var lat = columns.get(row, "lat");
    if (lon == null || lat == null) {
      issue("place-missing", row, "It has no coordinates; left out.", null);
      return null;
    }
    try {
      double x = degrees(lon);
      double y = degrees(lat);
      if (!(Math.abs(x) <= 180) || !(Math.abs(y) <= 90)) {
        impossible(row, lon + ", " + lat, y, x);
        return null;
      }
      return OsmShapes.LON_LAT.createPoint(new Coordinate(x, y));
    } catch (NumberFormatException unreadable) {
      impossible(row, lon + ", " + lat, Double.NaN, Double.NaN);
      return null;
    }
  }

  /** With a decimal point, or with the decimal comma of many European tables. */
  private static double degrees(String text) {
    return Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
  }

  private void impossible(Table.Row row, String found, double swappedLon, double swappedLat) {
    var hint = Math.abs(swappedLon) <= 180 && Math.abs(swappedLat) <= 90 && swappedLon != 0 && swappedLat != 0
        ? " Longitude and latitude look swapped." : "";
    issue("coordinates-impossible", row, "Its coordinates " + found + " are no possible place; left out." + hint, null);
  }

  /** Whether a place of this name was there already, with an issue if so. */
  boolean isTwice(Table.Row row, String name, Geometry geometry) {
    if (name == null) {
      return false;
    }
    var at = geometry.getInteriorPoint().getCoordinate();
    var same = seen.computeIfAbsent(name, none -> new ArrayList<>());
    if (same.stream().anyMatch(other -> other.distance(at) < SAME_PLACE_DEGREES)) {
      issue("twice", row, "\"" + name + "\" is there already at this place; kept once.", geometry);
      return true;
    }
    same.add(at);
    return false;
  }
}
