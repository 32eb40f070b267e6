package org.commonground.api;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commonground.city.Background;
import org.commonground.city.City;
import org.commonground.coverage.CoverState;
import org.commonground.coverage.CoverageResult;
import org.commonground.network.Street;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The layers of one city, indexed for tiles. What is too small to see at a zoom is left out of it, lines and outlines are
 * simplified to half a pixel. Immutable and safe for use by many threads.
 */
final class TileLayers {

  /** From here on single buildings and small ways are shown. */
  private static final int DETAIL_ZOOM = 14;
  private static final int PLACE_ZOOM = 12;
  private static final int PIXELS = 512;
  private static final double MARGIN = 0.02;
  private static final Set<String> SMALL_WAYS = Set.of("footway", "path", "steps", "service", "track", "cycleway", "corridor",
      "bridleway");
  private static final MvtLayerParams PARAMETERS = MvtLayerParams.DEFAULT;

  private final STRtree base = new STRtree();
  private final STRtree places = new STRtree();
  private final Map<String, STRtree> hazards = new HashMap<>();

  /** @param order place in the city's list: what is drawn first */
  private record Shape(String layer, int order, int fromZoom, Geometry geometry, Map<String, Object> attributes) {
  }

  TileLayers(City city) {
    for (int i = 0; i < city.background().size(); i++) {
      var background = city.background().get(i);
      add(background.kind() == Background.Kind.WATER ? "water" : "green", i, 0, background.geometry(), Map.of());
    }
    for (var space : city.spaces()) {
      if (space.geometry().getDimension() == 2) {
        add("space", space.id(), 0, space.geometry(), attributes("kind", space.kind().word(), "name", space.name()));
      }
    }
    for (var street : city.streets().streets()) {
      add("street", street.id(), SMALL_WAYS.contains(street.kind()) ? DETAIL_ZOOM : 0, street.line(), attributes(street));
    }
    for (var building : city.buildings()) {
      add("building", building.id(), DETAIL_ZOOM, building.geometry(), Map.of());
    }
    for (var district : city.districts()) {
      add("district", district.id(), 0, district.geometry().getBoundary(),
          attributes("id", (long) district.id(), "name", district.name()));
    }
    addPlaces(city);
    for (var zone : city.hazardZones()) {
      var geometry = Tile.project(zone.geometry());
      hazards.computeIfAbsent(zone.name(), fresh -> new STRtree()).insert(geometry.getEnvelopeInternal(), new Shape("hazard",
          zone.id(), 0, geometry, attributes("hazard", zone.hazard().word(), "depthM", zone.depthM())));
    }
    base.build();
    places.build();
    hazards.values().forEach(STRtree::build);
  }

  private void addPlaces(City city) {
    for (var point : city.demand()) {
      var geometry = point.building() < 0 ? new GeometryFactory().createPoint(Tile.project(point.lon(), point.lat()))
          : Tile.project(city.buildings().get(point.building()).geometry());
      places.insert(geometry.getEnvelopeInternal(),
          new Shape("place", point.id(), PLACE_ZOOM, geometry, Map.of("people", (long) point.people())));
    }
  }

  private static Map<String, Object> attributes(Street street) {
    var attributes = attributes("kind", street.kind(), "name", street.name());
    if (street.bridge()) {
      attributes.put("bridge", true);
    }
    if (street.tunnel()) {
      attributes.put("tunnel", true);
    }
    return attributes;
  }

  private static Map<String, Object> attributes(String first, Object value, String second, Object optional) {
    var attributes = new HashMap<String, Object>();
    attributes.put(first, value);
    if (optional != null) {
      attributes.put(second, optional);
    }
    return attributes;
  }

  private void add(String layer, int order, int fromZoom, Geometry degrees, Map<String, Object> attributes) {
    var geometry = Tile.project(degrees);
    base.insert(geometry.getEnvelopeInternal(), new Shape(layer, order, fromZoom, geometry, attributes));
  }

  byte[] base(Tile tile) {
    return encode(tile, base, Shape::attributes);
  }

  /** @param name of a layer that the city has */
  byte[] hazard(Tile tile, String name) {
    return encode(tile, hazards.get(name), Shape::attributes);
  }

  byte[] coverage(Tile tile, CoverageResult result) {
    return encode(tile, places, shape -> {
      int place = shape.order();
      var attributes = new HashMap<>(shape.attributes());
      attributes.put("id", (long) place);
      attributes.put("state", result.state()[place].word());
      putSeconds(attributes, "walkSeconds", result.millis()[place]);
      putSeconds(attributes, "optimisticWalkSeconds", result.optimisticMillis()[place]);
      if (result.shelter()[place] >= 0) {
        attributes.put("shelter", (long) result.shelter()[place]);
      }
      return attributes;
    });
  }

  /**
   * {@code gained} and {@code lost} are of people surely covered on one side and surely not on the other; {@code surer} and
   * {@code lessSure} of those whose answer is unknown on one side; {@code faster} and {@code slower} of all others.
   */
  byte[] difference(Tile tile, CoverageResult before, CoverageResult after) {
    return encode(tile, places, shape -> {
      int place = shape.order();
      var attributes = new HashMap<>(shape.attributes());
      attributes.put("id", (long) place);
      attributes.put("change", change(before, after, place));
      putSeconds(attributes, "beforeSeconds", before.millis()[place]);
      putSeconds(attributes, "afterSeconds", after.millis()[place]);
      return attributes;
    });
  }

  private static String change(CoverageResult before, CoverageResult after, int place) {
    int better = Integer.compare(certainty(after.state()[place]), certainty(before.state()[place]));
    if (better != 0) {
      boolean unknown = before.state()[place] == CoverState.UNKNOWN || after.state()[place] == CoverState.UNKNOWN;
      return better > 0 ? unknown ? "surer" : "gained" : unknown ? "lessSure" : "lost";
    }
    int sure = Integer.compare(before.millis()[place], after.millis()[place]);
    int saved = sure != 0 ? sure : Integer.compare(before.optimisticMillis()[place], after.optimisticMillis()[place]);
    return saved > 0 ? "faster" : saved < 0 ? "slower" : "same";
  }

  /** 0 where surely nobody is covered, 2 where surely everybody is. */
  private static int certainty(CoverState state) {
    return state == CoverState.COVERED ? 2 : state == CoverState.UNKNOWN ? 1 : 0;
  }

  /** Rounded up, so that nobody is shown in time who is not; left out where there is no way. */
  private static void putSeconds(Map<String, Object> attributes, String name, int millis) {
    if (millis != CoverageResult.NO_WAY) {
      attributes.put(name, (millis + 999L) / 1000);
    }
  }

  private static byte[] encode(Tile tile, STRtree index, Function<Shape, Map<String, Object>> attributes) {
    var extent = tile.extent();
    var clip = new Envelope(extent);
    clip.expandBy(MARGIN * tile.side());
    double pixel = tile.side() / PIXELS;
    var found = new ArrayList<Shape>();
    index.query(clip, item -> {
      var shape = (Shape) item;
      var size = shape.geometry().getEnvelopeInternal();
      boolean seen = shape.geometry().getDimension() == 0 || Math.max(size.getWidth(), size.getHeight()) >= pixel / 2;
      if (shape.fromZoom() <= tile.z() && seen) {
        found.add(shape);
      }
    });
    found.sort(Comparator.comparing(Shape::layer).thenComparingInt(Shape::order));
    var layers = new LinkedHashMap<String, List<Geometry>>();
    for (var shape : found) {
      var drawn = JtsAdapter.createTileGeom(simplified(shape.geometry(), pixel / 2), extent, clip, new GeometryFactory(),
          PARAMETERS, geometry -> true);
      var data = attributes.apply(shape);
      for (int part = 0; part < drawn.getNumGeometries(); part++) {
        var geometry = drawn.getGeometryN(part);
        if (!geometry.isEmpty()) {
          geometry.setUserData(data);
          layers.computeIfAbsent(shape.layer(), none -> new ArrayList<>()).add(geometry);
        }
      }
    }
    var tileLayers = layers.entrySet().stream().map(layer -> new JtsLayer(layer.getKey(), layer.getValue())).toList();
    return MvtEncoder.encode(new JtsMvt(tileLayers), PARAMETERS, new UserDataKeyValueMapConverter());
  }

  private static Geometry simplified(Geometry geometry, double tolerance) {
    return geometry.getDimension() == 0 ? geometry : DouglasPeuckerSimplifier.simplify(geometry, tolerance);
  }
}
