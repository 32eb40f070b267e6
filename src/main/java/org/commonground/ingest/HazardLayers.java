package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.GroundFiles.HazardFile;
import org.commonground.network.StreetNetwork;
import org.commonground.space.HazardZone;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Zones of all hazards, from polygons and from rasters of depths, as far as they lie near the area. */
final class HazardLayers {

  /** So far around the area's ground and streets zones are kept, in degrees of latitude; some 500 m. */
  private static final double AROUND_DEGREES = 0.0045;

  private HazardLayers() {
  }

  /** @throws InvalidInput where a file is of no known kind, or has nothing for the area */
  static List<HazardZone> read(GroundFiles files, StreetNetwork streets, Geometry area, Issues issues, List<Statement> notes) {
    var surroundings = surroundings(streets, area);
    var zones = new ArrayList<HazardZone>();
    for (var asked : files.hazards()) {
      var format = RasterFile.formatOf(asked.file(), "--hazard");
      if (format == RasterFile.Format.GEOTIFF || format == RasterFile.Format.ARCGRID) {
        zones.addAll(HazardDepths.read(asked, format, files.depths(), area, surroundings, zones.size(), issues, notes));
      } else if (format == null && mayBeGeoJson(asked)) {
        zones.addAll(HazardPolygons.read(asked, surroundings, zones.size(), issues, notes));
      } else {
        throw new InvalidInput(Code.FILE_CONTENT, "--hazard", asked.file() + " is neither GeoJSON nor a raster of depths as "
            + "GeoTIFF or ArcGrid.");
      }
    }
    return zones;
  }

  /** By its ending, or its first sign whatever the encoding. */
  private static boolean mayBeGeoJson(HazardFile asked) {
    var name = asked.file().getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".geojson") || name.endsWith(".json")
        || RasterFile.begin(asked.file(), "--hazard").replaceAll("[^\\p{Graph}]", "").startsWith("{");
  }

  /** The extent of the ground and of all streets, and a little around it. */
  static Envelope surroundings(StreetNetwork streets, Geometry area) {
    var extent = new Envelope(area.getEnvelopeInternal());
    streets.streets().forEach(street -> extent.expandToInclude(street.line().getEnvelopeInternal()));
    extent.expandBy(AROUND_DEGREES / Math.cos(Math.toRadians(extent.centre().y)), AROUND_DEGREES);
    return extent;
  }
}
