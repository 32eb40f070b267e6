package org.commonground.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.commonground.network.StreetFact;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;

/**
 * Which missing facts keep it open whether a street, or a shelter, can be used; sets of facts are kept as the bits of an
 * int. For one thread.
 */
final class SurveyDoubts {

  private final CoverageProblem problem;
  private final WalkGraph sure;
  private final WalkGraph hoped;
  private final Damage damage;
  /** By street; -1 where not asked yet. */
  private final int[] known;

  /**
   * Streets that are blocked in one sample.
   *
   * @param most  by the unfavourable reading
   * @param least by the favourable one
   */
  record Damage(Blockage blockage, long seed, int sample, BitSet most, BitSet least) {

    static Damage of(Blockage blockage, long seed, int sample) {
      return new Damage(blockage, seed, sample, blockage.blocked(Unknowns.PESSIMISTIC, seed, sample),
          blockage.blocked(Unknowns.OPTIMISTIC, seed, sample));
    }
  }

  /**
   * @param before the city while every street stands, for what a hazard leaves open
   * @param now    what is asked about
   * @param damage that makes {@code now} of it; null where nothing has collapsed
   */
  SurveyDoubts(Reach before, Reach now, Damage damage) {
    problem = before.problem();
    sure = now.pessimistic().graph();
    hoped = now.optimistic().graph();
    this.damage = damage;
    known = new int[problem.streets().streets().size()];
    Arrays.fill(known, -1);
  }

  int ofShelter(int shelter) {
    return shelter >= 0 && problem.shelters().get(shelter).standing() == Standing.IN_DOUBT ? SurveyFact.SUITABILITY.bit() : 0;
  }

  /** What keeps it open whether a street can be used, or how fast. */
  int ofStreet(int index) {
    if (index >= 0 && known[index] < 0) {
      known[index] = missing(index);
    }
    return index < 0 ? 0 : known[index];
  }

  private int missing(int index) {
    if (sure.millisToEnd(index) == hoped.millisToEnd(index) && sure.millisToStart(index) == hoped.millisToStart(index)) {
      return 0;
    }
    int missing = StreetFact.missing(problem.streets().street(index), problem.profile()).stream()
        .mapToInt(fact -> SurveyFact.of(fact).bit()).sum();
    boolean doubtfulHazard = ReachLayer.obstacles(problem, Unknowns.PESSIMISTIC).speedLeft(index)
        != ReachLayer.obstacles(problem, Unknowns.OPTIMISTIC).speedLeft(index);
    return missing | (doubtfulHazard ? SurveyFact.HAZARD.bit() : 0) | ofDamage(index);
  }

  private int ofDamage(int index) {
    boolean open = damage != null && damage.most().get(index) && !damage.least().get(index);
    return open ? bits(damage.blockage().hangsOn(index, damage.seed(), damage.sample())) : 0;
  }

  private static int bits(Set<SurveyFact> facts) {
    return facts.stream().mapToInt(SurveyFact::bit).sum();
  }
}
