package org.commonground.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The table of one layer: how its records become rows and back. Every such table begins with {@code id, area_id, no} and ends
 * with {@code geom}; {@code no} is the place in the city's list.
 *
 * @param name     of the table
 * @param columns  between {@code no} and {@code geom}
 * @param values   of these columns, in their order
 * @param geometry of a record; may give null where the column allows it
 * @param reader   makes a record of a row
 */
record LayerTable<T>(String name, List<String> columns, Function<T, Object[]> values, Function<T, Geometry> geometry,
    Reader<T> reader) {

  private static final int SRID = 4326;
  private static final int BATCH = 1_000;
  private static final int FETCH = 5_000;
  /** Rows an area may have in one layer; keys are the area's number times this plus the row's. */
  private static final long ROWS = 1_000_000_000L;

  @FunctionalInterface
  interface Reader<T> {

    T read(Row row) throws SQLException;
  }

  void insert(Connection connection, int areaId, List<T> records) throws SQLException {
    var names = "id, area_id, no, " + String.join("", columns.stream().map(column -> column + ", ").toList()) + "geom";
    var marks = String.join(", ", Collections.nCopies(columns.size() + 4, "?"));
    try (var insert = connection.prepareStatement("insert into " + name + " (" + names + ") values (" + marks + ")")) {
      for (int no = 0; no < records.size(); no++) {
        bind(insert, areaId, no, records.get(no));
        insert.addBatch();
        if ((no + 1) % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void bind(PreparedStatement insert, int areaId, int no, T row) throws SQLException {
    insert.setLong(1, areaId * ROWS + no);
    insert.setInt(2, areaId);
    insert.setInt(3, no);
    int at = 4;
    for (var value : values.apply(row)) {
      insert.setObject(at++, value);
    }
    bindGeometry(insert, at, geometry.apply(row), name);
  }

  /** All rows of an area in the order of its list. */
  List<T> select(Connection connection, int areaId) throws SQLException {
    var sql = "select no, " + String.join("", columns.stream().map(column -> column + ", ").toList())
        + "st_asbinary(geom) as wkb from " + name + " where area_id = ? order by no";
    try (var select = connection.prepareStatement(sql)) {
      select.setFetchSize(FETCH);
      select.setInt(1, areaId);
      var found = new ArrayList<T>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(new Row(rows)));
        }
      }
      return found;
    }
  }

  /** Outlines go in as multipolygons where the column holds nothing else. */
  static void bindGeometry(PreparedStatement statement, int at, Geometry geometry, String table) throws SQLException {
    if (geometry == null) {
      statement.setObject(at, null);
      return;
    }
    boolean many = switch (table) {
      case "area", "district", "building", "hazard_zone", "slope" -> true;
      default -> false;
    };
    var stored = many && geometry instanceof Polygon one
        ? geometry.getFactory().createMultiPolygon(new Polygon[] {one}) : geometry.copy();
    stored.setSRID(SRID);
    statement.setBytes(at, new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(stored));
  }

  /** One row that was read. */
  record Row(ResultSet rows) {

    int no() throws SQLException {
      return rows.getInt("no");
    }

    String text(String column) throws SQLException {
      return rows.getString(column);
    }

    /** For words that many rows share. */
    String word(String column) throws SQLException {
      var found = rows.getString(column);
      return found == null ? null : found.intern();
    }

    int integer(String column) throws SQLException {
      return rows.getInt(column);
    }

    Integer optionalInteger(String column) throws SQLException {
      int found = rows.getInt(column);
      return rows.wasNull() ? null : Integer.valueOf(found);
    }

    long big(String column) throws SQLException {
      return rows.getLong(column);
    }

    double number(String column) throws SQLException {
      return rows.getDouble(column);
    }

    Double optionalNumber(String column) throws SQLException {
      double found = rows.getDouble(column);
      return rows.wasNull() ? null : Double.valueOf(found);
    }

    boolean yes(String column) throws SQLException {
      return rows.getBoolean(column);
    }

    Boolean optionalYes(String column) throws SQLException {
      boolean found = rows.getBoolean(column);
      return rows.wasNull() ? null : Boolean.valueOf(found);
    }

    /** A multipolygon of one part is given as a polygon. */
    Geometry geometry() throws SQLException {
      var bytes = rows.getBytes("wkb");
      if (bytes == null) {
        return null;
      }
      try {
        var geometry = new WKBReader().read(bytes);
        geometry.setSRID(0);
        return geometry instanceof MultiPolygon many && many.getNumGeometries() == 1 ? many.getGeometryN(0) : geometry;
      } catch (ParseException failure) {
        throw new SQLException("geometry cannot be read", failure);
      }
    }
  }
}
