package org.commonground.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.db.GeoPackageDataType;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.sf.GeometryType;
import org.commonground.plan.form.FeatureLayer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** OGC GeoPackage: one feature table, {@code fid} as key, geometries in EPSG:4326. */
final class GeoPackageFile {

  private static final long SRS = 4326;

  private GeoPackageFile() {
  }

  static void write(FeatureLayer layer, String attribution, OutputStream out) throws IOException {
    var folder = Files.createTempDirectory("export");
    var file = folder.resolve(layer.name() + ".gpkg");
    try {
      GeoPackageManager.create(file.toFile());
      try (var gpkg = GeoPackageManager.open(true, file.toFile())) {
        fill(gpkg, layer, attribution);
      }
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void fill(GeoPackage gpkg, FeatureLayer layer, String attribution) throws IOException {
    var geometryColumns = new GeometryColumns();
    geometryColumns.setTableName(layer.name());
    geometryColumns.setColumnName("geom");
    geometryColumns.setGeometryType(geometryType(layer));
    geometryColumns.setSrsId(SRS);
    var columns = new ArrayList<FeatureColumn>();
    layer.columns().forEach(column -> columns.add(FeatureColumn.createColumn(column.name(), switch (column.type()) {
      case TEXT, OBJECT -> GeoPackageDataType.TEXT;
      case INTEGER -> GeoPackageDataType.INTEGER;
      case REAL -> GeoPackageDataType.DOUBLE;
      case YES_NO -> GeoPackageDataType.BOOLEAN;
    })));
    var metadata = FeatureTableMetadata.create(geometryColumns, "fid", columns, extent(layer));
    metadata.setDescription(attribution);
    gpkg.createFeatureTable(metadata);
    var table = gpkg.getFeatureDao(layer.name());
    gpkg.beginTransaction();
    boolean done = false;
    try {
      for (var row : layer.rows()) {
        var feature = table.newRow();
        for (int column = 0; column < columns.size(); column++) {
          feature.setValue(columns.get(column).getName(), value(row.values()[column], layer.columns().get(column)));
        }
        if (row.geometry() != null) {
          feature.setGeometry(GeoPackageGeometryData.createFromWkbBuildEnvelopeAndWrite(SRS,
              new WKBWriter().write(row.geometry())));
        }
        table.insert(feature);
      }
      done = true;
    } finally {
      gpkg.endTransaction(done);
    }
  }

  private static Object value(Object value, FeatureLayer.Column column) {
    if (value == null) {
      return null;
    }
    return switch (column.type()) {
      case OBJECT -> Csv.text(value);
      case INTEGER -> ((Number) value).longValue();
      default -> value;
    };
  }

  /** The type all geometries have; any where they differ. */
  private static GeometryType geometryType(FeatureLayer layer) {
    var types = layer.rows().stream().filter(row -> row.geometry() != null)
        .map(row -> row.geometry().getGeometryType()).distinct().toList();
    return types.size() == 1 ? GeometryType.fromName(types.get(0).toUpperCase(java.util.Locale.ROOT)) : GeometryType.GEOMETRY;
  }

  private static BoundingBox extent(FeatureLayer layer) {
    var extent = new Envelope();
    layer.rows().stream().map(FeatureLayer.Row::geometry).filter(geometry -> geometry != null)
        .map(Geometry::getEnvelopeInternal).forEach(extent::expandToInclude);
    return extent.isNull() ? new BoundingBox()
        : new BoundingBox(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
  }
}
