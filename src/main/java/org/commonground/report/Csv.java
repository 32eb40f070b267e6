package org.commonground.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.plan.form.FeatureLayer;
import org.locationtech.jts.io.WKTWriter;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Comma separated values in UTF-8, one feature a line: its columns, a point on it as {@code lon} and {@code lat}, and its shape
 * as {@code wkt}. What is not recorded is empty; what holds several values is JSON.
 */
final class Csv {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Csv() {
  }

  static void write(FeatureLayer layer, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var csv = CsvWriter.builder().build(writer);
    var line = new ArrayList<String>();
    layer.columns().forEach(column -> line.add(column.name()));
    line.add("lon");
    line.add("lat");
    line.add("wkt");
    csv.writeRecord(line);
    var wkt = new WKTWriter();
    for (var row : layer.rows()) {
      line.clear();
      for (var value : row.values()) {
        line.add(text(value));
      }
      var inside = row.geometry() == null ? null : row.geometry().getInteriorPoint();
      line.add(inside == null ? "" : Double.toString(inside.getX()));
      line.add(inside == null ? "" : Double.toString(inside.getY()));
      line.add(row.geometry() == null ? "" : wkt.write(row.geometry()));
      csv.writeRecord(line);
    }
    csv.flush();
    writer.flush();
  }

  /** Also how the formats without objects hold one. */
  static String text(Object value) {
    return value == null ? "" : value instanceof Map<?, ?> map ? MAPPER.writeValueAsString(new TreeMap<>(map)) : value.toString();
  }
}
