package org.commonground.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commonground.geo.LocalProjection;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.statement.Statement;

/**
 * Streets blocked by the rubble of the buildings beside them. Immutable and safe for use by many threads.
 *
 * <ol>
 *   <li>Each building's rubble reaches as far from its walls as its height says.
 *   <li>Which part of each street's width it would cover is found once, along every street.
 *   <li>In each sample each building collapses or not by its own chance; a street is blocked where the rubble of those that do
 *       leaves no gap that is wide enough. The chances are the same for both readings of what is not recorded.
 * </ol>
 */
public final class BlockageByRubble implements Blockage {

  private final RubbleRules rules;
  private final double damagePercent;
  private final int streets;
  private final int buildings;
  private final long unknownHeights;
  private final long unknownWidths;
  private final RubbleSections most;
  private final RubbleSections least;
  private final Supplier<RubbleSections> narrowAndLow;
  private final Supplier<RubbleSections> wideAndHigh;
  /** Made when first asked what an answer hangs on. */
  private RubbleSections onlyNarrow;
  private RubbleSections onlyHigh;

  private BlockageByRubble(StreetNetwork streets, LocalProjection projection, List<BlockageBuilding> buildings,
      RubbleRules rules, double damagePercent) {
    this.rules = rules;
    this.damagePercent = damagePercent;
    this.streets = streets.streets().size();
    this.buildings = buildings.size();
    unknownHeights = buildings.stream().filter(one -> one.leastHeightM() < one.mostHeightM()).count();
    unknownWidths = streets.streets().stream().filter(street -> street.widthM() == null).count();
    var shapes = buildings.stream().map(one -> new RubbleShape(projection.toMetres(one.geometry()))).toArray(RubbleShape[]::new);
    var low = buildings.stream().mapToDouble(one -> rules.reachMetres(one.leastHeightM())).toArray();
    var high = buildings.stream().mapToDouble(one -> rules.reachMetres(one.mostHeightM())).toArray();
    most = new RubbleSections(streets, projection, shapes, high, rules, Unknowns.PESSIMISTIC);
    boolean range = unknownHeights > 0 || unknownWidths > 0;
    least = range ? new RubbleSections(streets, projection, shapes, low, rules, Unknowns.OPTIMISTIC) : most;
    boolean both = unknownHeights > 0 && unknownWidths > 0;
    narrowAndLow = () -> both ? new RubbleSections(streets, projection, shapes, low, rules, Unknowns.PESSIMISTIC)
        : unknownHeights > 0 ? least : most;
    wideAndHigh = () -> both ? new RubbleSections(streets, projection, shapes, high, rules, Unknowns.OPTIMISTIC)
        : unknownHeights > 0 ? most : least;
  }

  /**
   * @param damagePercent each building's chance of collapsing, of 100; 0 to 100
   * @throws IllegalArgumentException outside these limits
   */
  public static BlockageByRubble of(StreetNetwork streets, LocalProjection projection, List<BlockageBuilding> buildings,
      RubbleRules rules, double damagePercent) {
    if (!(damagePercent >= 0 && damagePercent <= 100)) {
      throw new IllegalArgumentException("damage is " + damagePercent + " %, but must be 0 to 100");
    }
    return new BlockageByRubble(streets, projection, buildings, rules, damagePercent);
  }

  @Override
  public BitSet blocked(Unknowns reading, long seed, int sample) {
    var collapsed = collapsed(IntStream.range(0, buildings), seed, sample);
    var blocked = new BitSet(streets);
    for (int street = 0; street < streets; street++) {
      blocked.set(street, least.blocked(street, collapsed)
          || reading == Unknowns.PESSIMISTIC && most != least && most.blocked(street, collapsed));
    }
    return blocked;
  }

  private BitSet collapsed(IntStream some, long seed, int sample) {
    var collapsed = new BitSet(buildings);
    some.filter(building -> 100 * Chance.of(seed, sample, building) < damagePercent).forEach(collapsed::set);
    return collapsed;
  }

  /**
   * Blocked is the street if it is as narrow, and the buildings as high, as may be; and not if it is as wide and they as low. In
   * between, the width decides where it is blocked if only the width is unfavourable, or open if only the width is favourable; and so
   * do the heights.
   */
  @Override
  public Set<SurveyFact> hangsOn(int street, long seed, int sample) {
    meetMixed();
    var collapsed = collapsed(IntStream.concat(most.buildings(street), IntStream.concat(onlyNarrow.buildings(street),
        onlyHigh.buildings(street))), seed, sample);
    boolean ifOnlyNarrow = onlyNarrow.blocked(street, collapsed);
    boolean ifOnlyHigh = onlyHigh.blocked(street, collapsed);
    var facts = EnumSet.noneOf(SurveyFact.class);
    if (ifOnlyNarrow || !ifOnlyHigh) {
      facts.add(SurveyFact.WIDTH);
    }
    if (ifOnlyHigh || !ifOnlyNarrow) {
      facts.add(SurveyFact.HEIGHTS);
    }
    return facts;
  }

  private synchronized void meetMixed() {
    if (onlyNarrow == null) {
      onlyNarrow = narrowAndLow.get();
      onlyHigh = wideAndHigh.get();
    }
  }

  /** Whether rubble could lie on each street at all. */
  public boolean[] beside() {
    var beside = new boolean[streets];
    for (int street = 0; street < streets; street++) {
      beside[street] = most.touched(street) || least.touched(street);
    }
    return beside;
  }

  @Override
  public List<Statement> assumptions() {
    var told = new ArrayList<>(List.of(CoverageWording.COLLAPSE_BY_CHANCE.with(damagePercent), CoverageWording.RUBBLE_AROUND.with(),
        CoverageWording.RUBBLE_GAP.with(rules.freeMetres(), RubbleSections.STEP_METRES)));
    if (unknownWidths > 0) {
      told.add(CoverageWording.WIDTHS_UNKNOWN.with(unknownWidths, rules.leastWidthM(), rules.mostWidthM()));
    }
    if (unknownHeights > 0) {
      told.add(CoverageWording.HEIGHTS_UNKNOWN.with(unknownHeights));
    }
    return told;
  }
}
