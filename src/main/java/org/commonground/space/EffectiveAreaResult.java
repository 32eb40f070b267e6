package org.commonground.space;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Figure;
import org.locationtech.jts.geom.Geometry;

/**
 * What of a space people can use.
 *
 * @param outlineM2        square metres inside the outline
 * @param pessimistic      if what is not recorded is unfavourable
 * @param optimistic       if it is favourable
 * @param meanSlopePercent of the ground inside the outline
 * @param unmeasuredM2     square metres inside the outline whose slope nobody knows; they are not taken off
 * @param heightsUnknown   near buildings without a recorded height on which the result depends
 * @param standingUnknown  buildings inside of which nobody knows whether they stand on the ground or lie below it
 * @param figures          that it rests on, by key
 * @param assumptions      sentences to print with it
 */
public record EffectiveAreaResult(double outlineM2, Reading pessimistic, Reading optimistic, Range meanSlopePercent,
    double unmeasuredM2, List<String> heightsUnknown, List<String> standingUnknown, Map<String, Figure> figures,
    List<String> assumptions) {

  public EffectiveAreaResult {
    heightsUnknown = List.copyOf(heightsUnknown);
    standingUnknown = List.copyOf(standingUnknown);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * One reading. {@code outlineM2} = {@code effectiveM2} + everything in {@code takenOffM2}.
   *
   * @param geometry    the ground that can be used, metres; polygon, multipolygon or empty. Where a share of tree-covered ground
   *                    counts, that ground is in it whole, so it is then larger than {@code effectiveM2}
   * @param effectiveM2 square metres
   * @param takenOffM2  square metres by cause, all causes, each at least 0
   * @param circle      the largest that fits into {@code geometry}
   */
  public record Reading(Geometry geometry, double effectiveM2, Map<TakenOff, Double> takenOffM2, InscribedCircle circle) {

    public Reading {
      takenOffM2 = Collections.unmodifiableMap(new EnumMap<>(takenOffM2));
    }
  }

  /** Square metres. */
  public Range effectiveM2() {
    return new Range(pessimistic.effectiveM2, optimistic.effectiveM2);
  }

  /** Metres of {@link InscribedCircle}'s diameter. */
  public Range widthM() {
    return new Range(2 * pessimistic.circle.radiusM(), 2 * (optimistic.circle.radiusM() + optimistic.circle.toleranceM()));
  }
}
