package org.commonground.plan.district;

import java.util.List;
import java.util.Map;
import org.commonground.plan.Planner;
import org.commonground.plan.fact.Fact;
import org.commonground.plan.fact.Facts;
import org.commonground.plan.form.Found;

/** Judges districts by measured figures and by what people have entered about them. */
public final class DistrictProfiles {

  private DistrictProfiles() {
  }

  /**
   * Who has a shelter some hours after the alarm.
   *
   * @throws org.commonground.city.InvalidInput as {@link Planner#ask}, and where the date is none
   */
  public static MobilizationAnswer mobilization(Planner planner, ProfilesQuery query) {
    return MobilizationAnswer.of(planner.ask(query.coverage()), facts(planner, query));
  }

  /** The four characters of each district; throws as above. */
  public static DistrictProfileAnswer profile(Planner planner, ProfilesQuery query) {
    return find(planner, query).answer();
  }

  /** The same with its layer. */
  public static Found<DistrictProfileAnswer> find(Planner planner, ProfilesQuery query) {
    var asked = planner.ask(query.coverage());
    var answer = DistrictProfile.of(asked, facts(planner, query), layer -> planner.ask(query.coverage().under(layer)));
    return new Found<>(answer, Map.of("district_profile", () -> ProfileLayer.of(asked.city(), answer)));
  }

  private static List<Fact> facts(Planner planner, ProfilesQuery query) {
    return planner.facts().current(query.coverage().area(), Facts.date("asOf", query.asOf()));
  }
}
