package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import org.commonground.rules.RulePack;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A drawn place: an outline and what lies around it, in metres. */
final class Scene {

  static final GeometryFactory METRES = new GeometryFactory();

  final Geometry outline;
  final List<BuildingShape> buildings = new ArrayList<>();
  final List<GroundPatch> water = new ArrayList<>();
  final List<GroundPatch> trees = new ArrayList<>();
  SlopeGround slope;
  final List<HazardGround> hazards = new ArrayList<>();
  final List<AccessWay> ways = new ArrayList<>();
  final List<EdgeBarrier> barriers = new ArrayList<>();

  Scene(Geometry outline) {
    this.outline = outline;
  }

  /** A square of 100 m with its south-west corner at 0, 0. */
  static Scene square() {
    return new Scene(box(0, 0, 100, 100));
  }

  static Geometry box(double west, double south, double east, double north) {
    return wkt("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))".formatted(west, south, east, south, east, north, west, north, west,
        south));
  }

  static Geometry wkt(String text) {
    try {
      return new WKTReader(METRES).read(text);
    } catch (ParseException failure) {
      throw new IllegalArgumentException(failure);
    }
  }

  static LineString line(double... xy) {
    var points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return METRES.createLineString(points);
  }

  Scene way(String id, double... xy) {
    ways.add(new AccessWay(id, line(xy), null, null, false));
    return this;
  }

  Surroundings surroundings() {
    return new Surroundings(new SurroundingLayers(buildings, water, trees, slope, hazards, ways, barriers));
  }

  EffectiveAreaResult effective(RulePack rules) {
    return effective(rules, null);
  }

  EffectiveAreaResult effective(RulePack rules, Hazard hazard) {
    return EffectiveAreaSolver.solve(new EffectiveAreaProblem(outline, surroundings(), hazard, rules)).orElseThrow();
  }

  EntranceResult entrances(RulePack rules) {
    return EntranceSolver.solve(new EntranceProblem(outline, surroundings(), rules)).orElseThrow();
  }

  SuitabilityResult suitability(Hazard hazard, SpaceFacts facts, RulePack rules) {
    var surroundings = surroundings();
    return SuitabilitySolver.solve(new SuitabilityProblem(hazard,
        EffectiveAreaSolver.solve(new EffectiveAreaProblem(outline, surroundings, hazard, rules)).orElse(null),
        EntranceSolver.solve(new EntranceProblem(outline, surroundings, rules)).orElse(null),
        HazardExposure.of(outline, surroundings, hazard), facts, rules));
  }
}
