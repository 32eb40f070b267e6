package org.commonground.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.statement.Statement;

/**
 * Streets blocked by collapsed buildings where only the streets' widths are looked at. Immutable and safe for use by many
 * threads.
 *
 * <ol>
 *   <li>Each street has the probability of its width; one of unrecorded width the highest of any width, and at best none.
 *   <li>In each sample each street is blocked or not by its own chance, the same for both readings of what is not recorded.
 * </ol>
 */
public final class BlockageByWidth implements Blockage {

  private final double[] least;
  private final double[] most;
  private final double damagePercent;
  private final int unknownWidths;

  private BlockageByWidth(double[] least, double[] most, double damagePercent, int unknownWidths) {
    this.least = least;
    this.most = most;
    this.damagePercent = damagePercent;
    this.unknownWidths = unknownWidths;
  }

  /**
   * @param damagePercent buildings fully collapsed, and half of those half collapsed, of 100; 0 to 100
   * @param beside        whether any building stands beside a street; one without is not blocked. Null where that is not known:
   *                      then all count as having one
   * @throws IllegalArgumentException outside these limits
   */
  public static BlockageByWidth of(StreetNetwork streets, BlockageWidths widths, double damagePercent, boolean[] beside) {
    if (!(damagePercent >= 0 && damagePercent <= 100)) {
      throw new IllegalArgumentException("damage is " + damagePercent + " %, but must be 0 to 100");
    }
    int count = streets.streets().size();
    if (beside != null && beside.length != count) {
      throw new IllegalArgumentException(beside.length + " entries of buildings beside streets for " + count + " streets");
    }
    var least = new double[count];
    var most = new double[count];
    int unknown = 0;
    for (var street : streets.streets()) {
      if (street.bridge() || street.tunnel() || beside != null && !beside[street.id()]) {
        continue;
      }
      if (street.widthM() == null) {
        unknown++;
        most[street.id()] = widths.highest(damagePercent);
      } else {
        most[street.id()] = widths.probability(street.widthM(), damagePercent);
        least[street.id()] = most[street.id()];
      }
    }
    return new BlockageByWidth(least, most, damagePercent, unknown);
  }

  /** Probability of each street being blocked. */
  public double[] probabilities(Unknowns reading) {
    return (reading == Unknowns.PESSIMISTIC ? most : least).clone();
  }

  @Override
  public BitSet blocked(Unknowns reading, long seed, int sample) {
    var probability = reading == Unknowns.PESSIMISTIC ? most : least;
    var blocked = new BitSet(probability.length);
    for (int street = 0; street < probability.length; street++) {
      blocked.set(street, probability[street] > 0 && Chance.of(seed, sample, street) < probability[street]);
    }
    return blocked;
  }

  @Override
  public Set<SurveyFact> hangsOn(int street, long seed, int sample) {
    return Set.of(SurveyFact.WIDTH);
  }

  @Override
  public List<Statement> assumptions() {
    return List.of(CoverageWording.COLLAPSE_BY_WIDTH.with(damagePercent), CoverageWording.BLOCKED_FOR_VEHICLES.with(),
        CoverageWording.SECTIONS_BLOCKED_ALONE.with(), CoverageWording.WIDTHS_UNKNOWN_BLOCKED.with(unknownWidths));
  }
}
