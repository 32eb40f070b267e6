package org.commonground.coverage;

import java.util.TreeMap;
import org.commonground.rules.RulePack;

/**
 * How far rubble reaches, and what it must leave free.
 *
 * @param heightM     metres of height, ascending; not copied
 * @param share       share of the height that rubble reaches from the wall, at each of these heights; in between along a
 *                    straight line, before and behind as at the nearest. Not copied
 * @param freeMetres  a street is blocked where no gap is wider than this
 * @param leastWidthM width of a street where it is not recorded, at least, above 0
 * @param mostWidthM  the same, at most
 */
public record RubbleRules(double[] heightM, double[] share, double freeMetres, double leastWidthM, double mostWidthM) {

  private static final String AT_METRES = "blockage.rubble.atMetres";

  public RubbleRules {
    if (heightM.length == 0 || heightM.length != share.length) {
      throw new IllegalArgumentException(heightM.length + " heights but " + share.length + " shares; at least one is needed");
    }
    for (int i = 0; i < share.length; i++) {
      if (!(share[i] >= 0) || i > 0 && !(heightM[i] > heightM[i - 1])) {
        throw new IllegalArgumentException("rubble at " + heightM[i] + " m reaches " + share[i]
            + " of the height; heights must ascend and shares not be below 0");
      }
    }
    if (!(freeMetres >= 0) || !(leastWidthM > 0) || !(mostWidthM >= leastWidthM)) {
      throw new IllegalArgumentException("free width is " + freeMetres + " m, width where not recorded " + leastWidthM + " to "
          + mostWidthM + " m");
    }
  }

  /**
   * @param rules with {@code blockage.rubble.atMetresN} for some heights N, {@code blockage.rubble.freeMetres},
   *              {@code .leastWidthMetres} and {@code .mostWidthMetres}
   * @throws IllegalArgumentException where one is missing
   */
  public static RubbleRules of(RulePack rules) {
    var shares = new TreeMap<Integer, Double>();
    rules.figures().forEach((key, figure) -> {
      if (key.startsWith(AT_METRES)) {
        shares.put(Integer.valueOf(key.substring(AT_METRES.length())), figure.value());
      }
    });
    return new RubbleRules(shares.keySet().stream().mapToDouble(height -> height).toArray(),
        shares.values().stream().mapToDouble(share -> share).toArray(), rules.value("blockage.rubble.freeMetres"),
        rules.value("blockage.rubble.leastWidthMetres"), rules.value("blockage.rubble.mostWidthMetres"));
  }

  /** Metres that rubble reaches from the wall of a building. */
  double reachMetres(double height) {
    int above = 0;
    while (above < heightM.length && heightM[above] < height) {
      above++;
    }
    if (above == 0 || above == heightM.length) {
      return height * share[Math.min(above, heightM.length - 1)];
    }
    double part = (height - heightM[above - 1]) / (heightM[above] - heightM[above - 1]);
    return height * (share[above - 1] + part * (share[above] - share[above - 1]));
  }
}
