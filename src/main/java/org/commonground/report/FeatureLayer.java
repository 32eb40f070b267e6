package org.commonground.report;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer as any format can hold it.
 *
 * @param name    of the layer
 * @param columns of every feature, {@code id} first
 * @param rows    features in order of their id
 */
public record FeatureLayer(String name, List<Column> columns, List<Row> rows) {

  /** What a column holds; {@link #OBJECT} is a map of texts or numbers. */
  public enum Type { TEXT, INTEGER, REAL, YES_NO, OBJECT }

  public record Column(String name, Type type) {
  }

  /**
   * @param geometry lon/lat; null where the record has no place
   * @param values   one per column; null where not recorded
   */
  public record Row(Geometry geometry, Object[] values) {
  }

  static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  static Column integer(String name) {
    return new Column(name, Type.INTEGER);
  }

  static Column real(String name) {
    return new Column(name, Type.REAL);
  }

  static Column yesNo(String name) {
    return new Column(name, Type.YES_NO);
  }

  static Column object(String name) {
    return new Column(name, Type.OBJECT);
  }
}
