package org.commonground.plan.nearest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commonground.plan.form.RulesName;
import org.commonground.statement.Statement;

/**
 * The nearest shelters on foot and the way to each.
 *
 * @param at        the place asked for: lon, lat
 * @param inHazard  whether the place itself lies in closed ground, so that nobody knows whether one can walk from it at all
 * @param shelters  nearest first; empty only where the area has no shelter
 */
public record NearestAnswer(String area, LocalDate dataDate, String scenario, String hazard, boolean night, RulesName rules,
    String profile, int minutes, long seed, double[] at, boolean inHazard, List<ShelterWay> shelters, String shelterNote, String attribution, List<Statement> assumptions,
    long elapsedMillis) {

  /**
   * @param capacity              persons; null where not recorded
   * @param walkSeconds           rounded up; null where the way exists only if unrecorded facts are favourable
   * @param optimisticWalkSeconds if they are favourable
   * @param inTime                {@code yes}, {@code no}, or {@code unknown} where it hangs on unrecorded facts
   * @param straightLine          true where no way on streets is known: a line as the crow flies that nobody has checked
   */
  public record ShelterWay(int id, String name, Map<String, String> names, Integer capacity, boolean illustrative,
      double lon, double lat, Map<String, String> hazards, Integer walkSeconds, Integer optimisticWalkSeconds, String inTime,
      boolean straightLine, double metres, Line route, List<Step> steps) {
  }

  /** A GeoJSON LineString. */
  public record Line(String type, double[][] coordinates) {
  }

  /** One step of a way, along one street. */
  public record Step(String turn, String street, String kind, double metres, int seconds, double lon, double lat,
      boolean stairs, String text) {
  }
}
