package org.commonground.plan;

/** Judges districts by measured figures and by what people have entered about them. For many threads. */
public final class DistrictProfiles {

  private final Planner planner;
  private final Facts facts;

  public DistrictProfiles(Planner planner, Facts facts) {
    this.planner = planner;
    this.facts = facts;
  }

  /**
   * Who has a shelter some hours after the alarm.
   *
   * @param asOf date whose entered facts count, year-month-day; null for today's
   * @throws org.commonground.city.InvalidInput as {@link Planner#ask}
   */
  public MobilizationAnswer mobilization(CoverageQuery query, String asOf) {
    return MobilizationAnswer.of(planner.ask(query), facts.current(query.area(), Facts.date("asOf", asOf)));
  }

  /** The four characters of each district; throws as above. */
  public DistrictProfileAnswer profile(CoverageQuery query, String asOf) {
    return DistrictProfile.of(planner.ask(query), facts.current(query.area(), Facts.date("asOf", asOf)), layer -> planner.ask(query.under(layer)));
  }
}
