package org.commonground.space;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.rules.RulePack.Figure;
import org.commonground.space.EffectiveAreaResult.Reading;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes off a space's outline what people cannot use.
 *
 * <ol>
 *   <li>The outline is mended.
 *   <li>What covers it is gathered by cause: water, buildings, where buildings may fall, steep ground, zones of a hazard, trees.
 *   <li>It is taken off in this order, once if what is not recorded is unfavourable and once if it is favourable.
 *   <li>Of ground under trees a share counts; it is cut only where that share is 0.
 *   <li>The largest circle is fitted into what is left.
 *   <li>The mean slope is bounded by the classes of slope.
 * </ol>
 */
public final class EffectiveAreaSolver {

  private EffectiveAreaSolver() {
  }

  /** Empty where the space has no outline: nothing is known of its area then. */
  public static Optional<EffectiveAreaResult> solve(EffectiveAreaProblem problem) {
    var outline = MendedArea.of(problem.outline());
    if (outline == null) {
      return Optional.empty();
    }
    var rules = new CitedFigures(problem.rules());
    var covers = new GroundCovers(outline, problem.surroundings(), rules);
    var pessimistic = new EnumMap<TakenOff, List<Geometry>>(TakenOff.class);
    pessimistic.put(TakenOff.WATER, covers.water());
    pessimistic.put(TakenOff.HAZARD, covers.hazard(problem.hazard()));
    pessimistic.put(TakenOff.TREES, covers.trees());
    var optimistic = new EnumMap<>(pessimistic);
    var buildings = covers.buildings();
    pessimistic.put(TakenOff.BUILDING, buildings.pessimistic());
    optimistic.put(TakenOff.BUILDING, buildings.optimistic());
    var collapse = covers.collapse();
    var steep = covers.steep();
    pessimistic.put(TakenOff.COLLAPSE, collapse.pessimistic());
    optimistic.put(TakenOff.COLLAPSE, collapse.optimistic());
    pessimistic.put(TakenOff.STEEP, steep.pessimistic());
    optimistic.put(TakenOff.STEEP, steep.optimistic());
    double treeShare = pessimistic.get(TakenOff.TREES).isEmpty() ? 1
        : rules.find("effective.treeShare").map(Figure::value).orElse(1.0);
    var worst = taken(outline, pessimistic, treeShare);
    var best = pessimistic.equals(optimistic) ? worst : taken(outline, optimistic, treeShare);
    var slope = new MeanSlope(outline, problem.surroundings());
    return Optional.of(new EffectiveAreaResult(outline.getArea(), worst, best, slope.percent(), slope.unmeasuredM2(),
        covers.heightsUnknown(), covers.standingUnknown(), rules.cited(), assumptions(covers, slope, treeShare)));
  }

  private static Reading taken(Geometry outline, Map<TakenOff, List<Geometry>> covers, double treeShare) {
    var left = outline;
    var takenOff = new EnumMap<TakenOff, Double>(TakenOff.class);
    double before = outline.getArea();
    for (var cause : TakenOff.values()) {
      var cover = MendedArea.union(covers.get(cause));
      boolean cut = cause != TakenOff.TREES || treeShare == 0;
      double counted = 0;
      if (cut) {
        left = MendedArea.difference(left, cover);
      } else {
        counted = (1 - treeShare) * MendedArea.intersection(left, cover).getArea();
      }
      double after = Math.min(before, left.getArea() - counted);
      takenOff.put(cause, before - after);
      before = after;
    }
    return new Reading(left, before, takenOff, InscribedCircle.of(left));
  }

  private static List<String> assumptions(GroundCovers covers, MeanSlope slope, double treeShare) {
    var told = new ArrayList<String>();
    told.add("Ground covered by two things is taken off once, for the first of water, building, collapse, slope, hazard, trees.");
    told.add("The width of a space is the diameter of the largest circle that fits on its effective ground.");
    if (!covers.heightsUnknown().isEmpty()) {
      told.add("Buildings without a recorded height are taken for as low and as high as the rule pack says.");
    }
    if (!covers.standingUnknown().isEmpty()) {
      told.add("A building that may lie below the ground takes the ground above it at worst, none at best.");
    }
    if (covers.waterLines()) {
      told.add("Water recorded as a line is as wide as its buffer.");
    }
    if (slope.unmeasuredM2() > 0) {
      told.add("Where no heights are recorded, no ground is taken off for its slope.");
    }
    if (treeShare > 0 && treeShare < 1) {
      told.add("Ground under trees is counted by share, not cut out of the outline.");
    }
    return told;
  }
}
