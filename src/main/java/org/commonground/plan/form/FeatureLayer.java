package org.commonground.plan.form;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer as any format and a table can hold it.
 *
 * @param name    of the layer
 * @param columns of every feature, {@code id} first
 * @param rows    features in order of their id
 */
public record FeatureLayer(String name, List<Column> columns, List<Row> rows) {

  /** What a column holds; {@link #OBJECT} is a map of texts or numbers. */
  public enum Type { TEXT, INTEGER, REAL, YES_NO, OBJECT }

  /** @param name in camel case, with the unit */
  public record Column(String name, Type type) {
  }

  /**
   * @param geometry lon/lat; null where the record has no place
   * @param values   one per column; null where not recorded
   */
  public record Row(Geometry geometry, Object[] values) {
  }

  public static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  public static Column integer(String name) {
    return new Column(name, Type.INTEGER);
  }

  public static Column real(String name) {
    return new Column(name, Type.REAL);
  }

  public static Column yesNo(String name) {
    return new Column(name, Type.YES_NO);
  }

  public static Column object(String name) {
    return new Column(name, Type.OBJECT);
  }
}
