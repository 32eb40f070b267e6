package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.CellPatches;
import org.commonground.geo.Raster;
import org.commonground.ingest.GroundFiles.HazardFile;
import org.commonground.space.HazardZone;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A raster of depths becomes zones.
 *
 * <ol>
 *   <li>Depths that no water has are taken as not recorded, and counted.
 *   <li>A cell belongs to the class of the greatest limit that its depth reaches; below the least limit it is dry.
 *   <li>Cells of one class that hang together are one zone, exactly along the cells' edges; its depth is the class's limit.
 *   <li>Ground of the area without data is not dry: its share is told, and kept as an issue with its outline.
 * </ol>
 */
final class HazardDepths {

  /** No water is deeper over ground that people live on; what is more is a file's undeclared word for no data. */
  static final float MOST_METRES = 1_000;
  private static final int DRY = -1;
  private static final int NO_DATA = 0;
  /** Shares below this are the area's rim, cut by the raster's last cells. */
  private static final double LEAST_SHARE = 0.0005;

  private final HazardFile asked;
  private final RasterFile file;
  private final Raster depths;
  private final List<Double> limits;
  private final Geometry area;
  private final Issues issues;

  private HazardDepths(HazardFile asked, RasterFile file, List<Double> limits, Geometry area, Issues issues) {
    this.asked = asked;
    this.file = file;
    depths = file.raster().within(0, MOST_METRES);
    this.limits = limits;
    this.area = area;
    this.issues = issues;
  }

  /**
   * @param limits       least depth of each class, rising
   * @param area         the area's ground, whose share without data is told
   * @param surroundings beyond which nothing is kept
   * @param firstId      number of the first zone
   * @throws InvalidInput where the file covers nothing, knows nothing or is dry everywhere
   */
  static List<HazardZone> read(HazardFile asked, RasterFile.Format format, List<Double> limits, Geometry area,
      Envelope surroundings, int firstId, Issues issues, List<Statement> notes) {
    var file = RasterFile.read(asked.file(), format, "--hazard", surroundings);
    var reader = new HazardDepths(asked, file, limits, area, issues);
    reader.countImpossible();
    var zones = reader.zones(firstId);
    notes.add(ImportWording.DEPTHS_FROM.with(asked.name(), file.source(), limits));
    reader.tellNoData(notes);
    notes.addAll(file.notes());
    return zones;
  }

  private static String metres(double depth) {
    return depth == Math.rint(depth) ? Long.toString((long) depth) : Double.toString(depth);
  }

  private void countImpossible() {
    var grid = depths.grid();
    int count = 0;
    float example = 0;
    for (int cell = 0; cell < grid.columns() * grid.rows(); cell++) {
      float found = file.raster().at(cell % grid.columns(), cell / grid.columns());
      if (!Float.isNaN(found) && Float.isNaN(depths.at(cell % grid.columns(), cell / grid.columns()))) {
        example = count++ == 0 ? found : example;
      }
    }
    if (count > 0) {
      issues.add("hazard_zone", "depth-impossible", asked.file().getFileName().toString(), String.format(Locale.ROOT,
          "%,d cell%s a depth below 0 or above %,.0f m, such as %s; taken as not recorded.", count, count == 1 ? " has" : "s have",
          MOST_METRES, example), null);
    }
  }

  private List<HazardZone> zones(int firstId) {
    var grid = depths.grid();
    var classes = new int[grid.columns() * grid.rows()];
    float deepest = Float.NaN;
    for (int cell = 0; cell < classes.length; cell++) {
      float depth = depths.at(cell % grid.columns(), cell / grid.columns());
      classes[cell] = classOf(depth);
      deepest = Float.isNaN(depth) || deepest > depth ? deepest : depth;
    }
    if (Float.isNaN(deepest)) {
      throw new InvalidInput(Code.FILE_CONTENT, "--hazard", asked.file() + " has no data anywhere in the area.");
    }
    var zones = new ArrayList<HazardZone>();
    for (var patch : CellPatches.of(grid, classes)) {
      zones.add(new HazardZone(firstId + zones.size(), asked.name(), asked.hazard(), limits.get(patch.kind()),
          sourceId(patch), patch.outline()));
    }
    if (zones.isEmpty()) {
      throw new InvalidInput(Code.FILE_CONTENT, "--hazard", asked.file() + " is dry everywhere in the area: its deepest place has "
          + deepest + " m, and the least class begins at " + metres(limits.get(0)) + " m.");
    }
    return zones;
  }

  /** The cells of a patch, in words. */
  static String sourceId(CellPatches.Patch patch) {
    return patch.cells() + (patch.cells() == 1 ? " cell" : " cells") + " from column " + (patch.column() + 1) + ", row "
        + (patch.row() + 1);
  }

  /** Depths are floats: one that is written 0.3 reaches the limit 0.3. */
  private int classOf(float depth) {
    int reached = DRY;
    while (reached + 1 < limits.size() && depth >= limits.get(reached + 1).floatValue()) {
      reached++;
    }
    return reached;
  }

  private void tellNoData(List<Statement> notes) {
    var unknown = unknown();
    double share = unknown.getArea() / area.getArea();
    if (share >= LEAST_SHARE) {
      var words = String.format(Locale.ROOT, "%.1f %% of the area has no depth in %s", 100 * share, asked.file().getFileName());
      issues.add("hazard_zone", "hazard-nodata", asked.file().getFileName().toString(), words + "; that is unknown, not dry.",
          unknown);
      notes.add(ImportWording.DEPTHS_MISSING.with(Math.round(1000 * share) / 10.0, asked.file().getFileName().toString(), asked.name()));
    }
  }

  /** Ground of the area in cells without data, and outside all cells. */
  private Geometry unknown() {
    var grid = depths.grid();
    var noData = new int[grid.columns() * grid.rows()];
    for (int cell = 0; cell < noData.length; cell++) {
      noData[cell] = Float.isNaN(depths.at(cell % grid.columns(), cell / grid.columns())) ? NO_DATA : DRY;
    }
    var ground = PreparedGeometryFactory.prepare(area);
    var pieces = new ArrayList<Geometry>();
    for (var patch : CellPatches.of(grid, noData)) {
      if (ground.intersects(patch.outline())) {
        pieces.addAll(HazardPolygons.polygons(OverlayNGRobust.overlay(area, patch.outline(), OverlayNG.INTERSECTION)));
      }
    }
    var all = CellPatches.of(grid, new int[noData.length]).get(0).outline();
    pieces.addAll(HazardPolygons.polygons(OverlayNGRobust.overlay(area, all, OverlayNG.DIFFERENCE)));
    return OsmShapes.LON_LAT.buildGeometry(pieces);
  }
}
