package org.commonground.report;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonground.plan.form.FeatureLayer;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.PackedRTree.FeatureItem;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/** FlatGeobuf with its spatial index, so that a viewer reads only the window it shows. Features are in Hilbert order. */
final class FlatGeobuf {

  private static final int NODE_SIZE = 16;

  private FlatGeobuf() {
  }

  static void write(FeatureLayer layer, OutputStream out) throws IOException {
    var header = header(layer);
    var items = new ArrayList<Encoded>();
    for (var row : layer.rows()) {
      if (row.geometry() != null) {
        items.add(new Encoded(row, encode(layer, row, header.geometryType)));
      }
    }
    header.featuresCount = items.size();
    if (items.isEmpty()) {
      header.indexNodeSize = 0;
    }
    out.write(Constants.MAGIC_BYTES);
    HeaderMeta.write(header, out, new FlatBufferBuilder());
    if (items.isEmpty()) {
      return;
    }
    var sorted = inHilbertOrder(items);
    long offset = 0;
    for (var item : sorted) {
      item.offset = offset;
      item.nodeItem.offset = offset;
      offset += item.bytes.length;
    }
    new PackedRTree(sorted, (short) NODE_SIZE).write(out);
    for (var item : sorted) {
      out.write(item.bytes);
    }
  }

  private static final class Encoded extends FeatureItem {

    private final byte[] bytes;

    private Encoded(FeatureLayer.Row row, byte[] bytes) {
      this.bytes = bytes;
      size = bytes.length;
      var extent = row.geometry().getEnvelopeInternal();
      nodeItem = new NodeItem(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
    }
  }

  private static List<Encoded> inHilbertOrder(List<Encoded> items) {
    return PackedRTree.hilbertSort(items, PackedRTree.calcExtent(items)).stream().map(Encoded.class::cast).toList();
  }

  private static HeaderMeta header(FeatureLayer layer) {
    var header = new HeaderMeta();
    header.name = layer.name();
    header.srid = 4326;
    header.indexNodeSize = NODE_SIZE;
    header.geometryType = geometryType(layer);
    header.envelope = new Envelope();
    layer.rows().stream().filter(row -> row.geometry() != null)
        .forEach(row -> header.envelope.expandToInclude(row.geometry().getEnvelopeInternal()));
    header.columns = layer.columns().stream().map(column -> {
      var meta = new ColumnMeta();
      meta.name = column.name();
      meta.nullable = true;
      meta.width = -1;
      meta.precision = -1;
      meta.scale = -1;
      meta.type = switch (column.type()) {
        case TEXT -> ColumnType.String;
        case OBJECT -> ColumnType.Json;
        case INTEGER -> ColumnType.Long;
        case REAL -> ColumnType.Double;
        case YES_NO -> ColumnType.Bool;
      };
      return meta;
    }).toList();
    return header;
  }

  /** The type all geometries have; unknown, which stands for any, where they differ. */
  private static byte geometryType(FeatureLayer layer) {
    var types = layer.rows().stream().filter(row -> row.geometry() != null)
        .map(row -> row.geometry().getClass()).distinct().toList();
    return types.size() == 1 ? GeometryConversions.toGeometryType(types.get(0)) : GeometryType.Unknown;
  }

  private static byte[] encode(FeatureLayer layer, FeatureLayer.Row row, byte layerType) throws IOException {
    var builder = new FlatBufferBuilder(1024);
    int geometry = GeometryConversions.serialize(builder, row.geometry(), layerType);
    int properties = Feature.createPropertiesVector(builder, properties(layer, row));
    builder.finishSizePrefixed(Feature.createFeature(builder, geometry, properties, 0));
    return builder.sizedByteArray();
  }

  /** Column number, then value, for every value that is recorded; little endian. */
  private static byte[] properties(FeatureLayer layer, FeatureLayer.Row row) throws IOException {
    var out = new ByteArrayOutputStream();
    for (int column = 0; column < layer.columns().size(); column++) {
      var value = row.values()[column];
      if (value == null) {
        continue;
      }
      out.write(bytes(2).putShort((short) column).array());
      switch (layer.columns().get(column).type()) {
        case INTEGER -> out.write(bytes(8).putLong(((Number) value).longValue()).array());
        case REAL -> out.write(bytes(8).putDouble(((Number) value).doubleValue()).array());
        case YES_NO -> out.write((Boolean) value ? 1 : 0);
        case TEXT, OBJECT -> {
          var text = Csv.text(value).getBytes(StandardCharsets.UTF_8);
          out.write(bytes(4).putInt(text.length).array());
          out.write(text);
        }
      }
    }
    return out.toByteArray();
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }
}
