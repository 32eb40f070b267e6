package org.commonground.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.plan.form.FeatureLayer;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** GeoJSON as RFC 7946 has it: lon, lat with seven decimals, outer rings counterclockwise. */
public final class GeoJson {

  private static final double DECIMALS = 1e7;
  private static final ObjectMapper MAPPER = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private GeoJson() {
  }

  /** A feature collection; attribution and note are members of it. The stream is not closed. */
  public static void write(FeatureLayer layer, String attribution, String note, OutputStream out) {
    try (var json = MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("name", layer.name());
      json.writeStringProperty("attribution", attribution);
      if (note != null) {
        json.writeStringProperty("shelterNote", note);
      }
      json.writeArrayPropertyStart("features");
      for (var row : layer.rows()) {
        feature(layer, row, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void feature(FeatureLayer layer, FeatureLayer.Row row, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("id");
    json.writePOJO(row.values()[0]);
    json.writeName("geometry");
    geometry(row.geometry(), json);
    json.writeObjectPropertyStart("properties");
    for (int column = 0; column < layer.columns().size(); column++) {
      json.writeName(layer.columns().get(column).name());
      var value = row.values()[column];
      json.writePOJO(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void geometry(Geometry geometry, JsonGenerator json) {
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    json.writeName("coordinates");
    coordinates(geometry, json);
    json.writeEndObject();
  }

  private static void coordinates(Geometry geometry, JsonGenerator json) {
    if (geometry instanceof Point point) {
      position(point.getCoordinate(), json);
    } else if (geometry instanceof LineString line) {
      positions(List.of(line.getCoordinates()), json);
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      ring(polygon.getExteriorRing(), true, json);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(polygon.getInteriorRingN(hole), false, json);
      }
      json.writeEndArray();
    } else if (geometry instanceof GeometryCollection parts) {
      json.writeStartArray();
      for (int part = 0; part < parts.getNumGeometries(); part++) {
        coordinates(parts.getGeometryN(part), json);
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("no GeoJSON geometry: " + geometry.getGeometryType());
    }
  }

  private static void ring(LinearRing ring, boolean counterclockwise, JsonGenerator json) {
    // A copy: the array that JTS gives is the ring's own.
    var corners = ring.getCoordinates().clone();
    if (Orientation.isCCW(corners) != counterclockwise) {
      CoordinateArrays.reverse(corners);
    }
    positions(List.of(corners), json);
  }

  private static void positions(List<Coordinate> line, JsonGenerator json) {
    json.writeStartArray();
    line.forEach(corner -> position(corner, json));
    json.writeEndArray();
  }

  private static void position(Coordinate at, JsonGenerator json) {
    json.writeStartArray();
    json.writeNumber(Math.round(at.x * DECIMALS) / DECIMALS);
    json.writeNumber(Math.round(at.y * DECIMALS) / DECIMALS);
    json.writeEndArray();
  }
}
