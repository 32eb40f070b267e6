package org.commonground.plan;

import java.util.Objects;

/**
 * When is everybody in a shelter, if all leave at once? What is null has its default; limits are those of {@link EvacuationChoice}.
 *
 * @param coverage    who walks, and under what; its minutes, count and k are not used, and room always counts
 * @param seconds     after which the search stops; null for 60
 * @param stepSeconds length of a step of time; null for the rules' figure
 * @param seed        of the simulations; null for 1
 * @param gates       design or physical: what a gate lets through; null for physical
 */
public record EvacuationQuery(CoverageQuery coverage, Double seconds, Integer stepSeconds, Integer seed, String gates) {

  public EvacuationQuery {
    Objects.requireNonNull(coverage, "coverage");
  }

  /**
   * As a caller gives it.
   *
   * @throws org.commonground.city.InvalidInput where a field is not of its type
   */
  static EvacuationQuery of(String area, Fields fields) {
    var conditions = new Conditions(fields.text("hazard"), Boolean.TRUE.equals(fields.yesNo("night")), true, fields.text("scenario"),
        fields.text("rules"));
    return new EvacuationQuery(new CoverageQuery(area, fields.text("profile"), null, null, null, conditions), fields.number("seconds"),
        fields.integer("stepSeconds"), fields.integer("seed"), fields.text("gates"));
  }
}
