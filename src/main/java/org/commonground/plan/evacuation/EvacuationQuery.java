package org.commonground.plan.evacuation;

import static org.commonground.plan.form.Checked.refused;
import static org.commonground.plan.form.Checked.shown;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.commonground.plan.Conditions;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.form.Fields;

/**
 * When is everybody in a shelter, if all set out? What is null has its default; limits are those of {@link EvacuationChoice}.
 *
 * @param coverage      who walks, and under what; its minutes, count and k are not used, and room always counts
 * @param seconds       after which a search stops; null for 60
 * @param stepSeconds   length of a step of time; null for the rules' figure
 * @param seed          of all that is left to chance; null for 1
 * @param gates         design or physical: what a gate lets through; null for physical
 * @param departure     when people set out; null for at once
 * @param stages        districts that set out later
 * @param hazardMinutes when the hazard's zones come, after the start; null for from the start
 * @param zones         those that come at another time
 * @param loss          shelters and streets that are lost on the way; all at the same time
 * @param staging       whether to look for waits of districts that help
 * @param samples       of streets blocked by buildings that collapse; null or 0 for none
 * @param damage        percent of buildings that collapse; null for the rules' figure
 * @param model         tokyo or rubble; null for tokyo
 * @param carPercent    of people who drive; null for 0
 * @param contraflow    whether to look for streets that cars should drive in one direction only
 * @param exits         where cars are out; empty for where streets cross the boundary
 */
public record EvacuationQuery(CoverageQuery coverage, Double seconds, Integer stepSeconds, Integer seed, String gates, Curve departure,
    List<Stage> stages, Double hazardMinutes, List<ZoneTime> zones, List<Lost> loss, boolean staging,
    Integer samples, Double damage, String model, Integer carPercent, boolean contraflow, List<Exit> exits) {

  /**
   * @param curve          immediate, logistic or rayleigh
   * @param minutes        half-time, or the time at which most set out; null for the rules' figure
   * @param slopePerMinute of the logistic curve; null for the rules' figure
   */
  public record Curve(String curve, Double minutes, Double slopePerMinute) {
  }

  public record Stage(int district, double minutes) {
  }

  /** @param minutes after the start; 0 for from the start */
  public record ZoneTime(int zone, double minutes) {
  }

  /** One of shelter and street is not null. */
  public record Lost(Integer shelter, Integer street, double minutes) {
  }

  public record Exit(double lon, double lat) {
  }

  public EvacuationQuery {
    Objects.requireNonNull(coverage, "coverage");
    stages = List.copyOf(stages);
    zones = List.copyOf(zones);
    loss = List.copyOf(loss);
    exits = List.copyOf(exits);
  }

  /**
   * As a caller gives it.
   *
   * @throws org.commonground.city.InvalidInput where a field is not of its type
   */
  public static EvacuationQuery of(String area, Fields fields) {
    var conditions = new Conditions(fields.text("hazard"), Boolean.TRUE.equals(fields.yesNo("night")), true, fields.text("scenario"),
        fields.text("rules"));
    return new EvacuationQuery(new CoverageQuery(area, fields.text("profile"), null, null, null, conditions), fields.number("seconds"),
        fields.integer("stepSeconds"), fields.integer("seed"), fields.text("gates"), curve(fields.object("departure")),
        objects(fields, "stages", each -> new Stage(whole(each, "district"), real(each, "minutes"))), fields.number("hazardMinutes"),
        objects(fields, "zones", each -> new ZoneTime(whole(each, "zone"), real(each, "minutes"))),
        objects(fields, "loss", each -> lost(each.integer("shelter"), each.integer("street"), real(each, "minutes"))),
        Boolean.TRUE.equals(fields.yesNo("staging")), fields.integer("samples"), fields.number("damage"), fields.text("model"),
        fields.integer("carPercent"), Boolean.TRUE.equals(fields.yesNo("contraflow")),
        objects(fields, "exits", each -> new Exit(real(each, "lon"), real(each, "lat"))));
  }

  private static Curve curve(Map<String, Object> given) {
    if (given == null) {
      return null;
    }
    var fields = new Fields(given);
    var curve = new Curve(fields.text("curve"), fields.number("minutes"), fields.number("slopePerMinute"));
    fields.end();
    return curve;
  }

  private static Lost lost(Integer shelter, Integer street, double minutes) {
    if ((shelter == null) == (street == null)) {
      throw refused("loss", "loss has an entry with " + (shelter == null ? "neither shelter nor street" : "both shelter and street")
          + ", but each must have one of them.");
    }
    return new Lost(shelter, street, minutes);
  }

  private static int whole(Fields fields, String name) {
    return Fields.needed(name, fields.integer(name));
  }

  private static double real(Fields fields, String name) {
    return Fields.needed(name, fields.number(name));
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> objects(Fields fields, String name, Function<Fields, T> reader) {
    var list = fields.list(name);
    return list == null ? List.of() : list.stream().map(entry -> {
      if (!(entry instanceof Map<?, ?>)) {
        throw refused(name, name + " has " + shown(entry) + ", but each must be an object.");
      }
      var each = new Fields((Map<String, ?>) entry);
      var read = reader.apply(each);
      each.end();
      return read;
    }).toList();
  }
}
