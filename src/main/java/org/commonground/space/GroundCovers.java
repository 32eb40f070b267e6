package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import org.commonground.rules.RulePack.Figure;
import org.commonground.space.Surroundings.Found;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * What covers the ground of one space, by cause and reading. Buffers have sixteen straight pieces to a quarter circle, so they
 * fall short of the circle by up to 0.12 % of its radius. JTS is told not to simplify a shape before it buffers it: by default it
 * does so by 1 % of the distance, which took 0.57 m² too much off 231 m² in Monaco.
 */
final class GroundCovers {

  private static final BufferParameters EXACT = new BufferParameters(16);

  static {
    EXACT.setSimplifyFactor(0);
  }

  private final Envelope extent;
  private final PreparedGeometry outline;
  private final IndexedFacetDistance edge;
  private final Surroundings surroundings;
  private final CitedFigures rules;
  private final List<String> heightsUnknown = new ArrayList<>();
  private final List<String> standingUnknown = new ArrayList<>();
  private boolean waterLines;

  GroundCovers(Geometry outline, Surroundings surroundings, CitedFigures rules) {
    this.outline = PreparedGeometryFactory.prepare(outline);
    edge = new IndexedFacetDistance(outline);
    this.surroundings = surroundings;
    this.rules = rules;
    extent = outline.getEnvelopeInternal();
  }

  List<String> heightsUnknown() {
    return heightsUnknown;
  }

  List<String> standingUnknown() {
    return standingUnknown;
  }

  /** Whether some water near is recorded as a line, without its width. */
  boolean waterLines() {
    return waterLines;
  }

  /** Water with its buffer. */
  List<Geometry> water() {
    double buffer = rules.valueOrZero("effective.waterBufferMetres");
    var covers = new ArrayList<Geometry>();
    for (var water : surroundings.water(extent, buffer)) {
      boolean touched = addBuffered(covers, water.shape(), buffer);
      waterLines |= touched && water.shape().getDimension() < 2;
    }
    return covers;
  }

  /** Buildings on its ground; one that may lie below it only if that is unfavourable. */
  Readings buildings() {
    var pessimistic = new ArrayList<Geometry>();
    var optimistic = new ArrayList<Geometry>();
    for (var building : surroundings.buildings(extent, 0)) {
      if (!Boolean.FALSE.equals(building.what().standing()) && outline.intersects(building.shape())) {
        pessimistic.add(building.shape());
        if (building.what().standing() == null) {
          standingUnknown.add(building.what().sourceId());
        } else {
          optimistic.add(building.shape());
        }
      }
    }
    return new Readings(pessimistic, optimistic);
  }

  /** Ground on which a building may fall: around each so far as a share of its height. */
  Readings collapse() {
    var pessimistic = new ArrayList<Geometry>();
    var optimistic = new ArrayList<Geometry>();
    double share = rules.valueOrZero("effective.collapseShare");
    double farthest = share == 0 ? 0 : share * surroundings.mostHeightM(rules);
    for (var building : share == 0 ? List.<Found<BuildingShape>>of() : surroundings.buildings(extent, farthest)) {
      if (Boolean.FALSE.equals(building.what().standing())) {
        continue;
      }
      var height = Storeys.heightM(building.what(), rules);
      boolean falls = addBuffered(pessimistic, building.shape(), share * height.pessimistic());
      boolean known = height.pessimistic() == height.optimistic();
      if (falls && !known) {
        heightsUnknown.add(building.what().sourceId());
      }
      if (falls && building.what().standing() != null) {
        if (known) {
          optimistic.add(pessimistic.get(pessimistic.size() - 1));
        } else {
          addBuffered(optimistic, building.shape(), share * height.optimistic());
        }
      }
    }
    return new Readings(pessimistic, optimistic);
  }

  /** Ground that is too steep; a class of slope on both sides of the limit is so only if it is unfavourable. */
  Readings steep() {
    var pessimistic = new ArrayList<Geometry>();
    var optimistic = new ArrayList<Geometry>();
    double limit = rules.find("effective.mostSlopePercent").map(Figure::value).orElse(Double.POSITIVE_INFINITY);
    for (var zone : surroundings.slopes(extent)) {
      if (zone.what().belowPercent() > limit) {
        pessimistic.add(zone.shape());
      }
      if (zone.what().leastPercent() >= limit) {
        optimistic.add(zone.shape());
      }
    }
    return new Readings(pessimistic, optimistic);
  }

  /** Zones of a hazard with their buffer; none for null. */
  List<Geometry> hazard(Hazard hazard) {
    var covers = new ArrayList<Geometry>();
    if (hazard != null && surroundings.maps(hazard)) {
      double buffer = rules.valueOrZero("effective.hazardBufferMetres." + hazard.word());
      surroundings.hazards(hazard, extent, buffer).forEach(zone -> addBuffered(covers, zone.shape(), buffer));
    }
    return covers;
  }

  List<Geometry> trees() {
    return surroundings.trees(extent).stream().map(Found::shape).filter(outline::intersects).toList();
  }

  /** Whether it reaches the space; only then it is added. Of a large shape only what can reach the space is buffered. */
  private boolean addBuffered(List<Geometry> covers, Geometry shape, double metres) {
    var near = shape;
    if (extent.distance(shape.getEnvelopeInternal()) > metres
        || !outline.intersects(shape) && !edge.isWithinDistance(shape, metres)) {
      return false;
    }
    if (metres > 0) {
      var wider = extent.copy();
      wider.expandBy(2 * metres + 1);
      near = MendedArea.clipped(shape, wider);
      near = BufferOp.bufferOp(near, metres, EXACT);
    }
    boolean touches = near.getDimension() == 2 && outline.intersects(near);
    if (touches) {
      covers.add(near);
    }
    return touches;
  }

  /** Covers if what is not recorded is unfavourable, and if it is favourable. */
  record Readings(List<Geometry> pessimistic, List<Geometry> optimistic) {
  }
}
