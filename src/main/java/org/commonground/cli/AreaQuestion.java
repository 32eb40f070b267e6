package org.commonground.cli;

import org.commonground.plan.Conditions;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every question about an area says, whatever is asked: where, how people move, and what is the case there. */
abstract class AreaQuestion {

  @Parameters(paramLabel = "AREA", description = "name of the area")
  String area;

  @Option(names = "--profile", description = "how people move: adult, elderly, child or wheelchair")
  String profile;

  @Option(names = "--hazard", paramLabel = "NAME", description = "a hazard layer of the area, or a hazard's word: streets in it are "
      + "closed or slow, only shelters that serve it count")
  private String hazard;

  @Option(names = "--night", description = "people walk by night")
  private boolean night;

  @Option(names = "--scenario", paramLabel = "ID", description = "ask in a scenario instead of the area as it is")
  private String scenario;

  @Option(names = "--rules", paramLabel = "PACK", description = "the rule pack that is judged by: ./run rules lists them")
  private String rules;

  /** @param capacity whether a shelter counts only while it has room */
  final Conditions conditions(boolean capacity) {
    return new Conditions(hazard, night, capacity, scenario, rules);
  }
}
