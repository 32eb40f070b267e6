package org.commonground.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonground.geo.LocalProjection;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;

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
public final class BlockageByRubble {

  private final RubbleRules rules;
  private final double damagePercent;
  private final int streets;
  private final int buildings;
  private final long unknownHeights;
  private final long unknownWidths;
  private final RubbleSections most;
  private final RubbleSections least;

  private BlockageByRubble(StreetNetwork streets, LocalProjection projection, List<BlockageBuilding> buildings,
      RubbleRules rules, double damagePercent) {
    this.rules = rules;
    this.damagePercent = damagePercent;
    this.streets = streets.streets().size();
    this.buildings = buildings.size();
    unknownHeights = buildings.stream().filter(one -> one.leastHeightM() < one.mostHeightM()).count();
    unknownWidths = streets.streets().stream().filter(street -> street.widthM() == null).count();
    var shapes = buildings.stream().map(one -> new RubbleShape(projection.toMetres(one.geometry()))).toArray(RubbleShape[]::new);
    most = new RubbleSections(streets, projection, shapes,
        buildings.stream().mapToDouble(one -> rules.reachMetres(one.mostHeightM())).toArray(), rules, Unknowns.PESSIMISTIC);
    boolean range = unknownHeights > 0 || unknownWidths > 0;
    least = range ? new RubbleSections(streets, projection, shapes,
        buildings.stream().mapToDouble(one -> rules.reachMetres(one.leastHeightM())).toArray(), rules, Unknowns.OPTIMISTIC) : most;
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

  /** The streets blocked in one sample. What is blocked by the favourable reading is blocked by the other one too. */
  public BitSet blocked(Unknowns reading, long seed, int sample) {
    var collapsed = new BitSet(buildings);
    for (int building = 0; building < buildings; building++) {
      collapsed.set(building, 100 * Chance.of(seed, sample, building) < damagePercent);
    }
    var blocked = new BitSet(streets);
    for (int street = 0; street < streets; street++) {
      blocked.set(street, least.blocked(street, collapsed)
          || reading == Unknowns.PESSIMISTIC && most != least && most.blocked(street, collapsed));
    }
    return blocked;
  }

  /** Whether rubble could lie on each street at all. */
  public boolean[] beside() {
    var beside = new boolean[streets];
    for (int street = 0; street < streets; street++) {
      beside[street] = most.touched(street) || least.touched(street);
    }
    return beside;
  }

  /** What was assumed, one sentence each. */
  public List<String> assumptions() {
    var always = Stream.of(
        String.format(Locale.ROOT, "Each building collapses by its own chance of %.1f %%, whatever its neighbours do.",
            damagePercent),
        "Rubble lies all around a collapsed building, as far from its walls as a share of its height: on every side the share for a "
            + "long side along the street, which is the larger one.",
        String.format(Locale.ROOT, "A section of a street is blocked where rubble lies on it and no gap is wider than %.2g m, looked "
            + "at every %.0f m along it. Bridges and tunnels are not blocked.", rules.freeMetres(), RubbleSections.STEP_METRES));
    var widths = unknownWidths == 0 ? Stream.<String>of() : Stream.of(String.format(Locale.ROOT,
        "Streets with no width recorded (%d) are %.3g m wide for the lower figure and %.3g m for the higher one.", unknownWidths,
        rules.leastWidthM(), rules.mostWidthM()));
    var heights = unknownHeights == 0 ? Stream.<String>of() : Stream.of("Buildings with neither height nor storeys recorded ("
        + unknownHeights + ") are as high as is assumed at most for the lower figure, and at least for the higher one.");
    return Stream.of(always, widths, heights).flatMap(told -> told).toList();
  }
}
