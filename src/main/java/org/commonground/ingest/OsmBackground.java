package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.city.Background;
import org.commonground.city.Background.Kind;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/** Water and green to be drawn under the map: areas, and rivers and streams as lines. */
final class OsmBackground {

  private static final Set<String> GREEN_LAND = Set.of("forest", "grass", "meadow", "orchard", "vineyard", "cemetery",
      "village_green", "recreation_ground", "allotments", "flowerbed");
  private static final Set<String> GREEN_NATURE = Set.of("wood", "scrub", "grassland", "heath", "wetland");
  private static final Set<String> GREEN_LEISURE = Set.of("park", "garden", "nature_reserve", "pitch", "golf_course", "common");
  private static final Set<String> WATER_LINES = Set.of("river", "stream", "canal");

  private OsmBackground() {
  }

  static List<Background> read(OsmFile file, OsmShapes shapes, List<OsmAreas.Shape> areas, PreparedGeometry within) {
    var background = new ArrayList<Background>();
    for (var area : areas) {
      var kind = kind(area.tags());
      if (kind != null && within.intersects(area.geometry())) {
        background.add(new Background(kind, area.sourceId(), area.tags().get("name"), area.geometry()));
      }
    }
    for (var way : file.ways()) {
      if (WATER_LINES.contains(way.tags().getOrDefault("waterway", "")) && !OsmTags.isYes(way.tags().get("tunnel"))) {
        var line = shapes.line(way);
        if (line != null && within.intersects(line)) {
          background.add(new Background(Kind.WATER, "way/" + way.id(), way.tags().get("name"), line));
        }
      }
    }
    return background;
  }

  private static Kind kind(Map<String, String> tags) {
    if ("water".equals(tags.get("natural")) || "riverbank".equals(tags.get("waterway"))
        || "reservoir".equals(tags.get("landuse")) || "basin".equals(tags.get("landuse"))) {
      return Kind.WATER;
    }
    boolean green = GREEN_LAND.contains(tags.getOrDefault("landuse", "")) || GREEN_NATURE.contains(tags.getOrDefault("natural", ""))
        || GREEN_LEISURE.contains(tags.getOrDefault("leisure", ""));
    return green ? Kind.GREEN : null;
  }
}
