package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.city.ImportIssue;
import org.commonground.geo.LocalProjection;
import org.commonground.space.Space;
import org.commonground.space.SpaceKind;
import org.locationtech.jts.geom.Envelope;

/** Public spaces from CSV (points) or GeoJSON (points and polygons), added to those of the map. */
final class SpaceTable {

  private SpaceTable() {
  }

  /**
   * @param area    rows elsewhere are left out
   * @param firstId number of the first space read
   */
  static Rows<Space> read(Table table, Map<String, String> mapping, Envelope area, int firstId) {
    var columns = Columns.of(table, mapping);
    columns.needCoordinates(table);
    var issues = new ArrayList<ImportIssue>();
    var places = new Places("space", table, columns, area, issues);
    var projection = LocalProjection.around(area);
    List<Space> spaces = new ArrayList<>();
    for (var row : table.rows()) {
      var geometry = places.place(row);
      var name = columns.get(row, "name");
      if (geometry != null && !places.isTwice(row, name, geometry)) {
        var id = columns.get(row, "id");
        var word = columns.get(row, "kind");
        var kind = kind(word);
        if (kind == SpaceKind.OTHER) {
          places.issue("kind-unknown", row, word == null ? "Its kind is not recorded; kept as other."
              : "Kind \"" + word + "\" is none that is known here; kept as other.", geometry);
        }
        spaces.add(new Space(firstId + spaces.size(), id == null ? row.id() : id, kind, name, Map.of(), row.values(), geometry,
            OsmShapes.areaM2(geometry, projection)));
      }
    }
    return new Rows<>(spaces, issues, table.notes());
  }

  private static SpaceKind kind(String word) {
    var plain = word == null ? "" : word.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    return Arrays.stream(SpaceKind.values()).filter(kind -> kind.word().equals(plain)).findFirst().orElse(SpaceKind.OTHER);
  }
}
