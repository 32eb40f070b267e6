package org.commonground.cli;

import org.commonground.plan.Conditions;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.EvacuationQuery;
import picocli.CommandLine.Option;

/** What a question of evacuation says. */
final class EvacuateOptions {

  @Option(names = "--profile", description = "how people move: adult, elderly, child or wheelchair")
  private String profile;

  @Option(names = "--hazard", paramLabel = "NAME", description = "a hazard layer of the area, or a hazard's word: streets in it are "
      + "closed or slow, only shelters that serve it count")
  private String hazard;

  @Option(names = "--night", description = "people walk by night")
  private boolean night;

  @Option(names = "--scenario", paramLabel = "ID", description = "ask in a scenario instead of the area as it is")
  private String scenario;

  @Option(names = "--rules", paramLabel = "PACK", description = "the rule pack that is judged by: ./run rules lists them")
  private String rules;

  @Option(names = "--seconds", description = "after which the search stops, up to 3600 (default 60)")
  private Double seconds;

  @Option(names = "--step-seconds", description = "length of a step of time, 1 to 300; the rule pack's where left out")
  private Integer stepSeconds;

  @Option(names = "--seed", description = "of the simulations (default 1)")
  private Integer seed;

  @Option(names = "--gates", description = "what a gate lets through: physical (default) or design")
  private String gates;

  EvacuationQuery query(String area) {
    return new EvacuationQuery(new CoverageQuery(area, profile, null, null, null, new Conditions(hazard, night, true, scenario, rules)),
        seconds, stepSeconds, seed, gates);
  }
}
