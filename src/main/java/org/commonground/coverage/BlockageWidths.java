package org.commonground.coverage;

import java.util.ArrayList;
import java.util.List;
import org.commonground.rules.RulePack;

/**
 * How likely a street is to be blocked by collapsed buildings, by its width: a straight line in the damage rate for each class
 * of widths, as in the damage estimates of Tokyo (2022, after Ieda's survey of Kobe, 1997).
 *
 * @param classes narrowest first; wider streets are not blocked
 */
public record BlockageWidths(List<WidthClass> classes) {

  /**
   * @param belowMetres     streets narrower than this, and not in the class before
   * @param perPercent      percent of streets blocked for each percent of damage
   * @param constantPercent percent blocked besides
   */
  public record WidthClass(double belowMetres, double perPercent, double constantPercent) {
  }

  public BlockageWidths {
    classes = List.copyOf(classes);
    double last = 0;
    for (var one : classes) {
      if (!(one.belowMetres() > last) || !Double.isFinite(one.perPercent()) || !Double.isFinite(one.constantPercent())) {
        throw new IllegalArgumentException("class of streets below " + one.belowMetres() + " m is not wider than " + last
            + " m, or its figures are none");
      }
      last = one.belowMetres();
    }
  }

  /**
   * @param rules with {@code blockage.width1.belowMetres}, {@code .perPercent} and {@code .constantPercent}, then 2, 3 …
   * @throws IllegalArgumentException where a class lacks a figure, or there is none
   */
  public static BlockageWidths of(RulePack rules) {
    var classes = new ArrayList<WidthClass>();
    for (int i = 1; classes.isEmpty() || rules.figures().containsKey("blockage.width" + i + ".belowMetres"); i++) {
      var key = "blockage.width" + i;
      classes.add(new WidthClass(rules.value(key + ".belowMetres"), rules.value(key + ".perPercent"),
          rules.value(key + ".constantPercent")));
    }
    return new BlockageWidths(classes);
  }

  /**
   * @param damagePercent buildings fully collapsed, and half of those half collapsed, of 100; 0 to 100
   * @return 0 to 1; 0 where there is no damage
   */
  double probability(double widthM, double damagePercent) {
    for (var one : classes) {
      if (widthM < one.belowMetres()) {
        return probability(one, damagePercent);
      }
    }
    return 0;
  }

  /** The highest of any width. */
  double highest(double damagePercent) {
    return classes.stream().mapToDouble(one -> probability(one, damagePercent)).max().orElse(0);
  }

  private static double probability(WidthClass one, double damagePercent) {
    double percent = damagePercent == 0 ? 0 : one.perPercent() * damagePercent + one.constantPercent();
    return Math.max(0, Math.min(100, percent)) / 100;
  }
}
