package org.commonground.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of a CSV or GeoJSON file, as text by column.
 *
 * @param columns in the order of the file
 * @param notes   what a reader of the result should know, such as an encoding other than UTF-8
 */
record Table(Path file, String option, List<String> columns, List<Row> rows, List<Statement> notes) {

  private static final String SEPARATORS = ",;\t|";

  /**
   * @param id       {@code row 2} (the line it begins at) or {@code feature 0}
   * @param values   text by column; a column without a value is left out
   * @param geometry of a GeoJSON feature, valid; null for a CSV row or where the feature has none that can be read
   * @param mended   whether the file's own shape was not valid
   */
  record Row(String id, Map<String, String> values, Geometry geometry, boolean mended) {
  }

  /** @throws InvalidInput where the file is neither */
  static Table read(Path file, String option) {
    var text = TextFile.read(file, option);
    var notes = new ArrayList<Statement>();
    if (!text.charset().equals(StandardCharsets.UTF_8)) {
      notes.add(ImportWording.READ_AS.with(file.getFileName().toString(), text.charset().displayName()));
    }
    var name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
    boolean json = text.text().stripLeading().startsWith("{") || name.endsWith(".geojson") || name.endsWith(".json");
    return json ? geoJson(file, option, text, notes) : csv(file, option, text, notes);
  }

  private static Table csv(Path file, String option, TextFile text, List<Statement> notes) {
    var firstLine = text.text().lines().findFirst().orElse("");
    if (firstLine.stripLeading().startsWith("<")) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is a web page or XML, not CSV or GeoJSON.");
    }
    char separator = separator(firstLine);
    var rows = new ArrayList<Row>();
    List<String> header = null;
    CsvRecord last = null;
    try (var reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
        .ignoreDifferentFieldCount(true).ofCsvRecord(text.text())) {
      for (CsvRecord record : reader) {
        last = record;
        checkQuotes(file, option, text.text(), last);
    if (header == null || header.stream().allMatch(String::isEmpty)) {
          header = record.getFields().stream().map(String::strip).toList();
        } else {
          rows.add(row("row " + record.getStartingLineNumber(), header, record.getFields()));
        }
      }
    } catch (CsvParseException | java.io.IOException failure) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is no CSV that can be read: " + failure.getMessage() + ".");
    }
    checkQuotes(file, option, text.text(), last);
    if (header == null || header.stream().allMatch(String::isEmpty)) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is empty.");
    }
    return new Table(file, option, header, rows, notes);
  }

  /** The reader takes all that follows an opening quotation mark without a partner for one value: rows would be lost unseen. */
  private static void checkQuotes(Path file, String option, String text, CsvRecord last) {
    var end = last == null ? "" : last.getField(last.getFieldCount() - 1);
    if (end.indexOf('\n') >= 0 && !text.stripTrailing().endsWith("\"")) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " opens a quotation in row " + last.getStartingLineNumber()
          + " that is never closed.");
    }
  }

  private static char separator(String header) {
    return (char) SEPARATORS.chars().boxed()
        .max(java.util.Comparator.comparingLong(wanted -> header.chars().filter(c -> c == wanted).count())).orElse((int) ',')
        .intValue();
  }

  private static Row row(String id, List<String> header, List<String> fields) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
      if (!fields.get(i).isBlank()) {
        values.put(header.get(i), fields.get(i).strip());
      }
    }
    return new Row(id, values, null, false);
  }

  private static Table geoJson(Path file, String option, TextFile text, List<Statement> notes) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(text.text());
    } catch (JacksonException failure) {
      var at = failure.getLocation();
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is not GeoJSON: it breaks off or is malformed"
          + (at == null ? "." : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
    }
    var features = root.path("features");
    if (!"FeatureCollection".equals(root.path("type").stringValue("")) || !features.isArray()) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is not GeoJSON: it is no FeatureCollection.");
    }
    Set<String> columns = new LinkedHashSet<>();
    var rows = new ArrayList<Row>();
    for (var feature : features) {
      var values = new LinkedHashMap<String, String>();
      feature.path("properties").propertyStream().forEach(property -> {
        columns.add(property.getKey());
        var value = property.getValue();
        var plain = value.isNull() ? "" : value.isContainer() ? value.toString() : value.asString();
        if (!plain.isBlank()) {
          values.put(property.getKey(), plain.strip());
        }
      });
      var geometry = geometry(feature.path("geometry"));
      boolean mended = geometry != null && !geometry.isValid();
      rows.add(new Row("feature " + rows.size(), values, mended ? mended(geometry) : geometry, mended));
    }
    return new Table(file, option, List.copyOf(columns), rows, notes);
  }

  /** Point, Polygon or MultiPolygon; null for anything else or anything malformed. */
  private static Geometry geometry(JsonNode node) {
    try {
      var coordinates = node.path("coordinates");
      Geometry geometry = switch (node.path("type").stringValue("")) {
        case "Point" -> OsmShapes.LON_LAT.createPoint(coordinate(coordinates));
        case "Polygon" -> polygon(coordinates);
        case "MultiPolygon" -> OsmShapes.LON_LAT.createMultiPolygon(
            coordinates.valueStream().map(Table::polygon).toArray(Polygon[]::new));
        default -> null;
      };
      return geometry == null || geometry.isEmpty() ? null : geometry;
    } catch (IllegalArgumentException | JacksonException malformed) {
      return null;
    }
  }

  /** Null where nothing is left. */
  private static Geometry mended(Geometry geometry) {
    var fixed = GeometryFixer.fix(geometry);
    return fixed.isEmpty() ? null : fixed;
  }

  private static Polygon polygon(JsonNode rings) {
    var built = rings.valueStream().map(ring -> OsmShapes.LON_LAT.createLinearRing(
        ring.valueStream().map(Table::coordinate).toArray(Coordinate[]::new))).toList();
    if (built.isEmpty()) {
      throw new IllegalArgumentException("a polygon without rings");
    }
    return OsmShapes.LON_LAT.createPolygon(built.get(0), built.stream().skip(1).toArray(LinearRing[]::new));
  }

  private static Coordinate coordinate(JsonNode pair) {
    if (pair.size() < 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
      throw new IllegalArgumentException("no pair of numbers");
    }
    return new Coordinate(pair.get(0).doubleValue(), pair.get(1).doubleValue());
  }
}
