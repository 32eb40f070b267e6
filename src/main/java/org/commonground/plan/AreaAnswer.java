package org.commonground.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commonground.city.CityStore;
import org.commonground.plan.form.Limit;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.RulesName;
import org.commonground.plan.rules.ProfileAnswer;
import org.commonground.statement.Statement;

/**
 * One area: what is known of it, and what can be asked.
 *
 * @param bounds       west, south, east, north in degrees
 * @param counts       rows by layer
 * @param issues       problems in the source data by kind, most first
 * @param profiles     how people may move, the first is the default
 * @param minutes      default time limit
 * @param minutesLimit what may be asked for
 * @param assumptions  what the import assumed
 * @param hazards      layers that can be switched on by their name
 * @param elevation    whether heights are known along its streets
 */
public record AreaAnswer(String name, String title, Map<String, String> titles, LocalDate dataDate, Instant importedAt,
    double[] bounds, int people, String peopleSource, String attribution, String shelterNote, Map<String, Integer> counts,
    Map<String, Integer> issues, List<ProfileAnswer> profiles, RulesName rules, int minutes, Limit minutesLimit,
    List<Statement> assumptions, List<HazardPart> hazards, boolean elevation) {

  /**
   * A hazard layer.
   *
   * @param hazard   word of its kind
   * @param zones    how many
   * @param deepestM least depth in its deepest zone; null where none has one
   */
  public record HazardPart(String name, String hazard, int zones, Double deepestM) {
  }

  static AreaAnswer of(CityStore.Entry entry, List<ProfileAnswer> profiles, RulesName rules, int minutes, Limit limit) {
    var area = entry.area();
    return new AreaAnswer(area.name(), area.title(), area.titles(), area.dataDate(), area.importedAt(),
        Places.bounds(area.boundary()), area.people(), area.peopleSource(), area.attribution(), area.shelterNote(),
        entry.counts(), entry.issues(), profiles, rules, minutes, limit, area.assumptions(),
        entry.hazards().stream().map(layer -> new HazardPart(layer.name(), layer.hazard().word(), layer.zones(), layer.deepestM()))
            .toList(), entry.elevation());
  }
}
