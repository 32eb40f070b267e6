package org.commonground.rules;

import java.util.Map;
import java.util.Optional;

/**
 * The figures of one standard family.
 *
 * @param name      word that names it in requests, such as {@code default}
 * @param version   as in its file
 * @param title     for people
 * @param figures   by key, such as {@code coverage.minutes}
 * @param movements how each group moves, by profile name, in the order of the file
 */
public record RulePack(String name, String version, String title, Map<String, Figure> figures,
    Map<String, Movement> movements) {

  /**
   * One figure.
   *
   * @param value    in {@code unit}
   * @param unit     such as {@code min}, {@code m2/person}
   * @param clause   where in the standard; null where it is no standard
   * @param source   document or address
   * @param verified whether somebody compared it with the primary text
   * @param fails    what a space becomes that fails it, {@code unsuitable} or {@code conditional}; null where it does not say
   */
  public record Figure(double value, String unit, String clause, String source, boolean verified, String fails) {
  }

  /**
   * How a group moves.
   *
   * @param speedMetresPerSecond  on the level
   * @param stairsMetresPerSecond on stairs; 0 where it cannot use them
   * @param wheels                whether kerbs and surface decide
   * @param maxGradePercent       steepest grade it can use; 100 where any
   * @param slopeDecay            how strongly grade slows, see Tobler's hiking function; 0 where not at all
   * @param slopeShift            grade down at which walking is fastest, as a share
   * @param slowWaterMetres       depth of water from which it slows down
   * @param slowWaterFactor       share of the speed that is left in such water
   * @param closedWaterMetres     depth of water from which it cannot walk
   */
  public record Movement(double speedMetresPerSecond, double stairsMetresPerSecond, boolean wheels, double maxGradePercent,
      double slopeDecay, double slopeShift, double slowWaterMetres, double slowWaterFactor, double closedWaterMetres, String source, boolean verified) {
  }

  /** Empty where the standard is silent. */
  public Optional<Figure> find(String key) {
    return Optional.ofNullable(figures.get(key));
  }

  /** @throws IllegalArgumentException where the pack has no such figure */
  public double value(String key) {
    var figure = figures.get(key);
    if (figure == null) {
      throw new IllegalArgumentException("rule pack " + name + " has no figure " + key);
    }
    return figure.value();
  }
}
