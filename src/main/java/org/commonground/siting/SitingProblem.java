package org.commonground.siting;

/** A question about where to put sites. */
public sealed interface SitingProblem permits MedianProblem, CoverProblem, FewestProblem,
    CheapestProblem, CenterProblem, RoomProblem, WorstServedProblem {

  /** What may be chosen. */
  SiteChoice choice();

  /** The same where other sets may be chosen. */
  SitingProblem with(SiteChoice other);
}
