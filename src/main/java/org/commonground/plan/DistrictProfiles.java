package org.commonground.plan;

/** Judges districts by measured figures and by what people have entered about them. For many threads. */
public final class DistrictProfiles {

  private final Planner planner;
  private final Facts facts;

  public DistrictProfiles(Planner planner, Facts facts) {
    this.planner = planner;
    this.facts = facts;
  }

  /** Who has a shelter some hours after the alarm. @throws org.commonground.city.InvalidInput as {@link Planner#ask} */
  public MobilizationAnswer mobilization(CoverageQuery query) {
    return MobilizationAnswer.of(planner.ask(query), facts.current(query.area()));
  }

  /** The four characters of each district; throws as above. */
  public DistrictProfileAnswer profile(CoverageQuery query) {
    return DistrictProfile.of(planner.ask(query), facts.current(query.area()), layer -> planner.ask(query.under(layer)));
  }
}
