package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonground.geo.CellGrid;
import org.commonground.geo.CellPatches;
import org.commonground.geo.LocalProjection;
import org.commonground.geo.Raster;
import org.commonground.geo.SurfaceSlope;
import org.commonground.space.SlopeZone;
import org.commonground.space.Space;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * How steep the ground of spaces is, as zones along the cells of the rasters of heights.
 *
 * <ol>
 *   <li>The slope of each cell follows from the heights around it ({@link SurfaceSlope}).
 *   <li>Only cells that touch the outline of a space, or lie at most {@link #MARGIN_METRES} beside one, are kept; of several files the
 *       first that knows the slope of a place counts.
 *   <li>A cell belongs to the class of the greatest limit that its slope reaches; cells of one class that hang together are one zone.
 *   <li>Spaces of which some ground lies in no zone are counted: nothing is known there, which is not flat.
 * </ol>
 */
final class SpaceSlopes {

  /** So far around its outline the ground of a space is looked at. */
  static final double MARGIN_METRES = 20;
  private static final int NONE = -1;
  private static final int EXAMPLES = 3;

  private final List<RasterFile> files;
  private final List<Raster> slopes;
  private final LocalProjection projection;
  private final List<Space> outlined;

  private SpaceSlopes(List<RasterFile> files, List<Space> spaces, LocalProjection projection) {
    this.files = files;
    this.projection = projection;
    outlined = spaces.stream().filter(space -> space.geometry().getDimension() == 2).toList();
    slopes = files.stream()
        .map(file -> SurfaceSlope.percent(file.raster().within(-StreetHeights.MOST_METRES, StreetHeights.MOST_METRES))).toList();
  }

  /** @param files of heights; where there are none there are no zones, and nothing is known */
  static List<SlopeZone> read(List<RasterFile> files, List<Space> spaces, LocalProjection projection, Issues issues,
      List<Statement> notes) {
    if (files.isEmpty()) {
      return List.of();
    }
    var reader = new SpaceSlopes(files, spaces, projection);
    var zones = reader.zones();
    reader.tellUnknown(issues, notes);
    return zones;
  }

  private List<SlopeZone> zones() {
    var zones = new ArrayList<SlopeZone>();
    for (int file = 0; file < files.size(); file++) {
      var grid = slopes.get(file).grid();
      var name = files.get(file).file().getFileName() + ": ";
      for (var patch : CellPatches.of(grid, classes(file))) {
        zones.add(new SlopeZone(zones.size(), SlopeZone.CLASSES.get(patch.kind()), name + HazardDepths.sourceId(patch),
            patch.outline()));
      }
    }
    return zones;
  }

  private int[] classes(int file) {
    var grid = slopes.get(file).grid();
    var classes = new int[grid.columns() * grid.rows()];
    Arrays.fill(classes, NONE);
    for (var space : outlined) {
      forCells(grid, space, cell -> {
        float percent = slopes.get(file).at(cell % grid.columns(), cell / grid.columns());
        classes[cell] = isKnownBefore(file, cell) ? NONE : classOf(percent);
      });
    }
    return classes;
  }

  private static int classOf(float percent) {
    int reached = NONE;
    while (reached + 1 < SlopeZone.CLASSES.size() && percent >= SlopeZone.CLASSES.get(reached + 1)) {
      reached++;
    }
    return reached;
  }

  private boolean isKnownBefore(int file, int cell) {
    var grid = slopes.get(file).grid();
    var middle = grid.place(cell % grid.columns() + 0.5, cell / grid.columns() + 0.5);
    return slopes.subList(0, file).stream().anyMatch(earlier -> !Float.isNaN(earlier.nearest(middle.x, middle.y)));
  }

  /** Every cell that may touch the ground of a space or its margin: its middle is no farther away than half its diagonal. */
  private void forCells(CellGrid grid, Space space, java.util.function.IntConsumer user) {
    var size = grid.cellMetres();
    var around = projection.toMetres(space.geometry()).buffer(MARGIN_METRES + Math.hypot(size.x, size.y) / 2);
    var window = grid.window(projection.toDegrees(around).getEnvelopeInternal());
    if (window == null) {
      return;
    }
    var ground = PreparedGeometryFactory.prepare(around);
    for (int row = window.y; row < window.y + window.height; row++) {
      for (int column = window.x; column < window.x + window.width; column++) {
        var middle = grid.place(column + 0.5, row + 0.5);
        if (ground.contains(around.getFactory().createPoint(projection.toMetres(middle.x, middle.y)))) {
          user.accept(row * grid.columns() + column);
        }
      }
    }
  }

  private void tellUnknown(Issues issues, List<Statement> notes) {
    var unknown = outlined.stream().filter(this::isPartlyUnknown).toList();
    var names = String.join(" and ", files());
    if (!unknown.isEmpty()) {
      var such = String.join(", ", unknown.stream().limit(EXAMPLES).map(Space::sourceId).toList());
      var words = String.format(Locale.ROOT, "%,d of %,d spaces with an outline lie wholly or partly where %s has no heights",
          unknown.size(), outlined.size(), names);
      var places = unknown.stream().map(space -> (Geometry) space.geometry().getInteriorPoint()).toList();
      issues.add("slope", "slope-unknown", unknown.get(0).sourceId(), words + ", such as " + such + "; that is unknown, not flat.",
          OsmShapes.LON_LAT.buildGeometry(places));
      notes.add(ImportWording.SLOPES_MISSING.with(unknown.size(), outlined.size(), files(),
          unknown.stream().limit(EXAMPLES).map(Space::sourceId).toList()));
    }
    notes.add(ImportWording.SLOPES_FROM.with(files(), SlopeZone.CLASSES));
  }

  private List<String> files() {
    return files.stream().map(file -> file.file().getFileName().toString()).toList();
  }

  /** Whether there is a cell on its ground whose slope no file knows. */
  private boolean isPartlyUnknown(Space space) {
    var ground = PreparedGeometryFactory.prepare(space.geometry());
    var middle = space.geometry().getInteriorPoint();
    if (isUnknown(middle.getX(), middle.getY())) {
      return true;
    }
    var grid = slopes.get(0).grid();
    var found = new boolean[1];
    forCells(grid, space, cell -> {
      var at = grid.place(cell % grid.columns() + 0.5, cell / grid.columns() + 0.5);
      found[0] |= ground.contains(OsmShapes.LON_LAT.createPoint(at)) && isUnknown(at.x, at.y);
    });
    return found[0];
  }

  private boolean isUnknown(double lon, double lat) {
    return slopes.stream().allMatch(slope -> Float.isNaN(slope.nearest(lon, lat)));
  }
}
