package org.commonground.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one standard family. Where it has nothing to say, those of the pack that it extends hold, and each figure tells
 * whose it is.
 *
 * @param name      word that names it in requests, such as {@code default}
 * @param version   as in its file
 * @param title     for people, in English
 * @param titles    for people, by language, where there are others
 * @param family    whose standards they are, such as {@code China}
 * @param parent    name of the pack it extends; null where it stands alone
 * @param standards what it cites
 * @param figures   by key, such as {@code coverage.minutes}: its parent's first, in the order of the files
 * @param movements how each group moves, by profile name, in the same order
 */
public record RulePack(String name, String version, String title, Map<String, String> titles, String family, String parent,
    List<Standard> standards, Map<String, Figure> figures, Map<String, Movement> movements) {

  /** What a space becomes that fails a test. */
  public static final String UNSUITABLE = "unsuitable";
  public static final String CONDITIONAL = "conditional";

  public RulePack {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    standards = List.copyOf(standards);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    movements = Collections.unmodifiableMap(new LinkedHashMap<>(movements));
  }

  /**
   * A document that a pack cites.
   *
   * @param name  such as {@code GB 51143-2015}
   * @param title in its own language or in English
   * @param year  of the edition cited, with its amendments; null where it is not known
   */
  public record Standard(String name, String title, Integer year) {
  }

  /**
   * One figure.
   *
   * @param value    in {@code unit}
   * @param unit     such as {@code min}, {@code m2/person}
   * @param clause   where in the standard; null where it is no standard
   * @param source   document or address
   * @param verified whether somebody compared it with the primary text
   * @param fails    of a test of suitability: what a space becomes that fails it, {@code unsuitable} or {@code conditional}; else null
   * @param pack     name of the pack that says so
   */
  public record Figure(double value, String unit, String clause, String source, boolean verified, String fails, String pack) {
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
   * @param closedWaterMetres     depth of water from which it cannot walk, not below {@code slowWaterMetres}
   * @param pack                  name of the pack that says so
   */
  public record Movement(double speedMetresPerSecond, double stairsMetresPerSecond, boolean wheels, double maxGradePercent,
      double slopeDecay, double slopeShift, double slowWaterMetres, double slowWaterFactor, double closedWaterMetres, String source,
      boolean verified, String pack) {
  }

  /** @throws IllegalArgumentException where the pack has no such figure */
  public double value(String key) {
    return get(key).value();
  }

  /** Throws as {@link #value}. */
  public Figure get(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("rule pack " + name + " has no figure " + key));
  }

  /** Empty where the pack says nothing of it. */
  public Optional<Figure> find(String key) {
    return Optional.ofNullable(figures.get(key));
  }
}
