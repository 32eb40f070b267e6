package org.commonground.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * {@link SurroundingLayers}, mended and indexed once for all spaces of an area. Immutable and safe for use by many threads.
 */
public final class Surroundings {

  /** A row of a layer with what of its shape can be used. */
  record Found<T>(int row, T what, Geometry shape) {
  }

  private final SlopeGround slope;
  private final Geometry measured;
  private final Set<Hazard> mapped = EnumSet.noneOf(Hazard.class);
  private final List<HazardGround> hazardRows;
  private final List<String> leftOut = new ArrayList<>();
  private final double mostHeightM;
  private final double mostLevels;
  private final boolean heightsMissing;
  private final STRtree buildings;
  private final STRtree water;
  private final STRtree trees;
  private final STRtree slopes;
  private final STRtree hazards;
  private final STRtree ways;
  private final STRtree barriers;

  public Surroundings(SurroundingLayers layers) {
    buildings = indexed(layers.buildings(), BuildingShape::sourceId, row -> MendedArea.of(row.geometry()));
    mostHeightM = layers.buildings().stream().filter(row -> row.heightM() != null).mapToDouble(BuildingShape::heightM).max()
        .orElse(0);
    mostLevels = layers.buildings().stream().filter(row -> row.heightM() == null && row.levels() != null)
        .mapToDouble(BuildingShape::levels).max().orElse(0);
    heightsMissing = layers.buildings().stream().anyMatch(row -> row.heightM() == null && row.levels() == null);
    water = indexed(layers.water(), GroundPatch::sourceId, row -> MendedArea.mended(row.geometry()));
    trees = indexed(layers.trees(), GroundPatch::sourceId, row -> MendedArea.of(row.geometry()));
    slope = layers.slope();
    measured = slope == null ? null : MendedArea.of(slope.measured());
    slopes = indexed(slope == null ? List.<SlopeGround.Zone>of() : slope.zones(), SlopeGround.Zone::sourceId,
        row -> MendedArea.of(row.geometry()));
    hazards = indexed(layers.hazards(), HazardGround::sourceId, row -> MendedArea.of(row.geometry()));
    hazardRows = layers.hazards();
    hazardRows.forEach(row -> mapped.add(row.hazard()));
    ways = indexed(layers.ways(), AccessWay::sourceId, row -> MendedArea.mended(row.line()));
    barriers = indexed(layers.barriers(), EdgeBarrier::sourceId, row -> new GeometryFactory().createPoint(row.place()));
  }

  private <T> STRtree indexed(List<T> rows, Function<T, String> sourceId, Function<T, Geometry> shape) {
    var tree = new STRtree();
    for (int row = 0; row < rows.size(); row++) {
      var usable = shape.apply(rows.get(row));
      if (usable == null) {
        leftOut.add(sourceId.apply(rows.get(row)));
      } else {
        tree.insert(usable.getEnvelopeInternal(), new Found<>(row, rows.get(row), usable));
      }
    }
    tree.build();
    return tree;
  }

  /** Source ids of the rows whose shape cannot be used, in the order of the layers. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Whether anybody has mapped zones of this hazard; where not, no place is known to lie outside them. */
  public boolean maps(Hazard hazard) {
    return mapped.contains(hazard);
  }

  /** Buildings with some point inside that stand inside an outline, as far as such a point says. */
  public List<BuildingShape> buildingsInside(Geometry outline) {
    return buildings(outline.getEnvelopeInternal(), 0).stream()
        .filter(found -> outline.intersects(found.shape().getInteriorPoint())).map(Found::what).toList();
  }

  List<Found<BuildingShape>> buildings(Envelope extent, double metres) {
    return near(buildings, extent, metres);
  }

  /** No building of the area is higher. */
  double mostHeightM(CitedFigures rules) {
    double levels = heightsMissing ? Math.max(mostLevels, rules.value("effective.mostLevels")) : mostLevels;
    return levels == 0 ? mostHeightM : Math.max(mostHeightM, levels * Storeys.metresPerLevel(rules));
  }

  List<Found<GroundPatch>> water(Envelope extent, double metres) {
    return near(water, extent, metres);
  }

  List<Found<GroundPatch>> trees(Envelope extent) {
    return near(trees, extent, 0);
  }

  List<Found<SlopeGround.Zone>> slopes(Envelope extent) {
    return near(slopes, extent, 0);
  }

  List<Found<HazardGround>> hazards(Hazard hazard, Envelope extent, double metres) {
    return Surroundings.<HazardGround>near(hazards, extent, metres).stream().filter(found -> found.what().hazard() == hazard)
        .toList();
  }

  /** The least depth that any zone of this hazard states above a depth; infinity where none does. */
  double nextDepth(Hazard hazard, double depthM) {
    return hazardRows.stream().filter(row -> row.hazard() == hazard && row.depthM() != null && row.depthM() > depthM)
        .mapToDouble(HazardGround::depthM).min().orElse(Double.POSITIVE_INFINITY);
  }

  List<Found<AccessWay>> ways(Envelope extent, double metres) {
    return near(ways, extent, metres);
  }

  List<Found<EdgeBarrier>> barriers(Envelope extent, double metres) {
    return near(barriers, extent, metres);
  }

  /** Where the slope of the ground is known; null for nowhere. */
  Geometry measured() {
    return measured;
  }

  /** Measured ground in no slope zone is less steep than this. */
  double flatBelowPercent() {
    return slope.flatBelowPercent();
  }

  @SuppressWarnings("unchecked")
  private static <T> List<Found<T>> near(STRtree tree, Envelope extent, double metres) {
    var wider = extent.copy();
    wider.expandBy(metres);
    var found = new ArrayList<Found<T>>();
    for (var row : tree.query(wider)) {
      found.add((Found<T>) row);
    }
    found.sort(Comparator.comparingInt(Found::row));
    return found;
  }
}
