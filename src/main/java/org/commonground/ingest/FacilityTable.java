package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.city.ImportIssue;
import org.commonground.geo.LocalProjection;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.locationtech.jts.geom.Geometry;

/**
 * Facilities from CSV (points) or GeoJSON (points and polygons), added to those of the map. A row of no known kind is left out, with
 * an issue.
 */
final class FacilityTable {

  private FacilityTable() {
  }

  /**
   * @param area    rows farther from it than {@link OsmFacilities#AROUND_METRES} are left out
   * @param firstId number of the first facility read
   */
  static Rows<Facility> read(Table table, Map<String, String> mapping, Geometry area, int firstId) {
    var columns = Columns.of(table, mapping);
    columns.needCoordinates(table);
    var issues = new ArrayList<ImportIssue>();
    var projection = LocalProjection.around(area.getEnvelopeInternal());
    var around = projection.toDegrees(projection.toMetres(area).buffer(OsmFacilities.AROUND_METRES));
    var places = new Places("facility", table, columns, around, issues);
    List<Facility> facilities = new ArrayList<>();
    for (var row : table.rows()) {
      var geometry = places.place(row);
      if (geometry == null) {
        continue;
      }
      var word = columns.get(row, "kind");
      var kind = kind(word);
      var name = columns.get(row, "name");
      if (kind == null) {
        places.issue("kind-unknown", row, word == null ? "Its kind is not recorded; left out."
            : "Kind \"" + word + "\" is none that is known here; left out.", geometry);
      } else if (!places.isTwice(row, name == null ? null : kind.word() + " " + name, geometry)) {
        var id = columns.get(row, "id");
        facilities.add(new Facility(firstId + facilities.size(), id == null ? row.id() : id, kind, true, name, Map.of(),
            row.values(), geometry));
      }
    }
    return new Rows<>(facilities, issues, table.notes());
  }

  /** Null where it is none. */
  private static FacilityKind kind(String word) {
    var plain = word == null ? "" : word.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    return Arrays.stream(FacilityKind.values()).filter(kind -> kind.word().equals(plain)).findFirst().orElse(null);
  }
}
