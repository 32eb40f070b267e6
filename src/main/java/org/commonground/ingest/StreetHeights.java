package org.commonground.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.LocalProjection;
import org.commonground.geo.Raster;
import org.commonground.network.HeightProfile;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/**
 * Puts heights of the ground on streets.
 *
 * <ol>
 *   <li>The height of a place is that of the first raster which knows it, between the middles of its cells.
 *   <li>Nodes on bridges and in tunnels get the height of what is walked on ({@link DeckHeights}).
 *   <li>A street on the ground is cut into pieces of one length, at most 30 m, and gets the height at each of their ends.
 *   <li>Bridges, tunnels, and stairs up to one run straight between their two ends.
 *   <li>A street of which one height is not known keeps none; these are counted in one issue.
 * </ol>
 */
final class StreetHeights {

  private static final int PIECE_MM = 30_000;
  /** No ground is lower or higher than this; it is what a file without a word for no data has in such cells. */
  static final float MOST_METRES = 9_000;
  private static final int EXAMPLES = 3;

  private final StreetNetwork streets;
  private final List<Raster> rasters;
  private final LocalProjection projection;
  private final double[] nodeHeight;
  private final boolean[] offGround;

  private StreetHeights(StreetNetwork streets, List<RasterFile> files, LocalProjection projection) {
    this.streets = streets;
    rasters = files.stream().map(file -> file.raster().within(-MOST_METRES, MOST_METRES)).toList();
    this.projection = projection;
    var ground = new double[streets.nodeCount()];
    Arrays.setAll(ground, node -> ground(streets.nodeLon(node), streets.nodeLat(node)));
    nodeHeight = DeckHeights.of(streets, ground);
    offGround = DeckHeights.offGround(streets);
  }

  /**
   * @param files at least one
   * @throws InvalidInput where none of them has a height for any street
   */
  static StreetNetwork on(StreetNetwork streets, List<RasterFile> files, LocalProjection projection, Issues issues,
      List<Statement> notes) {
    var heights = new StreetHeights(streets, files, projection);
    var draped = streets.streets().stream().map(street -> street.withHeights(heights.along(street))).toList();
    var missing = draped.stream().filter(street -> street.heights() == null).toList();
    if (missing.size() == draped.size()) {
      throw new InvalidInput(Code.FILE_CONTENT, "--elevation", names(files) + " has no height for any street of the area.");
    }
    if (!missing.isEmpty()) {
      issues.add("street", "elevation-missing", "way/" + missing.get(0).osmId(), missing(missing, draped.size(), files),
          lines(missing));
      notes.add(ImportWording.HEIGHTS_MISSING.with(missing.size(), draped.size()));
    }
    notes.add(ImportWording.HEIGHTS_FROM.with(files.stream().map(RasterFile::source).toList()));
    notes.add(ImportWording.BRIDGES_STRAIGHT.with());
    files.forEach(file -> notes.addAll(file.notes()));
    return new StreetNetwork(nodes(streets, true), nodes(streets, false), draped);
  }

  private static String names(List<RasterFile> files) {
    return files.stream().map(file -> file.file().toString()).collect(Collectors.joining(" and "));
  }

  private static String missing(List<Street> missing, int all, List<RasterFile> files) {
    var ways = missing.stream().map(street -> "way/" + street.osmId()).distinct().limit(EXAMPLES).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%,d of %,d street sections have no height in %s, such as %s; they keep none.", missing.size(),
        all, files.stream().map(file -> file.file().getFileName().toString()).collect(Collectors.joining(" and ")), ways);
  }

  private static MultiLineString lines(List<Street> streets) {
    return OsmShapes.LON_LAT.createMultiLineString(streets.stream().map(Street::line).toArray(LineString[]::new));
  }

  private static double[] nodes(StreetNetwork streets, boolean lon) {
    var degrees = new double[streets.nodeCount()];
    Arrays.setAll(degrees, node -> lon ? streets.nodeLon(node) : streets.nodeLat(node));
    return degrees;
  }

  /** NaN where no file knows it. */
  private double ground(double lon, double lat) {
    for (var raster : rasters) {
      double height = raster.bilinear(lon, lat);
      if (!Double.isNaN(height)) {
        return height;
      }
    }
    return Double.NaN;
  }

  /** Null where one of them is not known. */
  private HeightProfile along(Street street) {
    boolean straight = DeckHeights.isLifted(street) || offGround[street.from()] || offGround[street.to()];
    int pieces = straight ? 1 : Math.max(1, (street.lengthMm() + PIECE_MM - 1) / PIECE_MM);
    var metres = new float[pieces + 1];
    metres[0] = decimetres(nodeHeight[street.from()]);
    metres[pieces] = decimetres(nodeHeight[street.to()]);
    if (pieces > 1) {
      inBetween(street.line(), metres);
    }
    for (float height : metres) {
      if (Float.isNaN(height)) {
        return null;
      }
    }
    return new HeightProfile(metres);
  }

  /** As finely as a street keeps it. */
  private static float decimetres(double metres) {
    return Double.isNaN(metres) ? Float.NaN : Math.round(10 * metres) / 10f;
  }

  private void inBetween(LineString line, float[] metres) {
    var degrees = line.getCoordinates();
    var places = projection.toMetres(line).getCoordinates();
    double all = 0;
    for (int i = 1; i < places.length; i++) {
      all += places[i].distance(places[i - 1]);
    }
    int pieces = metres.length - 1;
    int next = 1;
    double walked = 0;
    for (int i = 1; i < places.length; i++) {
      double step = places[i].distance(places[i - 1]);
      while (next < pieces && all * next / pieces <= walked + step) {
        double share = (all * next / pieces - walked) / step;
        metres[next++] = decimetres(ground(degrees[i - 1].x + share * (degrees[i].x - degrees[i - 1].x),
            degrees[i - 1].y + share * (degrees[i].y - degrees[i - 1].y)));
      }
      walked += step;
    }
  }
}
