package org.commonground.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store on a real PostGIS. */
class PostgisCityStoreTest extends CityStoreTest {

  private static String url;

  @BeforeAll
  static void create() {
    url = PrivatePostgis.newDatabase();
  }

  @Override
  String url() {
    return url;
  }

  /** What QGIS reads to list layers: every column with its one reference system, and its type where all rows have it. */
  @Test
  void geometryColumnsAreListed() throws SQLException {
    Databases.open(url, null, null, folder).close();
    var types = new TreeMap<String, String>();
    try (var connection = DriverManager.getConnection(url); var select = connection.createStatement();
        var rows = select.executeQuery("select f_table_name, type, srid from geometry_columns where f_table_schema = 'commonground'")) {
      while (rows.next()) {
        types.put(rows.getString(1), rows.getString(2) + " " + rows.getInt(3));
      }
    }
    assertEquals("{area=MULTIPOLYGON 4326, background=GEOMETRY 4326, border_gain=GEOMETRY 4326, building=MULTIPOLYGON 4326, "
        + "coverage_result=GEOMETRY 4326, demand=POINT 4326, district=MULTIPOLYGON 4326, "
        + "district_fairness=GEOMETRY 4326, district_green=GEOMETRY 4326, district_profile=GEOMETRY 4326, "
        + "effective_area=GEOMETRY 4326, entrance=POINT 4326, evacuation_arrival=GEOMETRY 4326, evacuation_bottleneck=GEOMETRY 4326, "
        + "evacuation_route=GEOMETRY 4326, expected_result=GEOMETRY 4326, facility=GEOMETRY 4326, "
        + "fact=POINT 4326, gap=POINT 4326, hazard_zone=MULTIPOLYGON 4326, import_issue=GEOMETRY 4326, "
        + "judged_space=GEOMETRY 4326, room_result=GEOMETRY 4326, scenario_edit=GEOMETRY 4326, shelter=GEOMETRY 4326, "
        + "shelter_loss=POINT 4326, shelter_room=GEOMETRY 4326, siting_result=GEOMETRY 4326, slope=MULTIPOLYGON 4326, "
        + "space=GEOMETRY 4326, street=LINESTRING 4326, street_loss=LINESTRING 4326, survey=GEOMETRY 4326}", types.toString());
  }
}
