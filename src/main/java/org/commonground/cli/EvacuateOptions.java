package org.commonground.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.evacuation.EvacuationQuery;
import picocli.CommandLine.Option;

/** What a question of evacuation says. */
final class EvacuateOptions extends AreaQuestion {

  @Option(names = "--seconds", description = "after which the search stops, up to 3600 (default 60)")
  private Double seconds;

  @Option(names = "--step-seconds", description = "length of a step of time, 1 to 300; the rule pack's where left out")
  private Integer stepSeconds;

  @Option(names = "--seed", description = "of the simulations (default 1)")
  private Integer seed;

  @Option(names = "--gates", description = "what a gate lets through: physical (default) or design")
  private String gates;

  @Option(names = "--departure", paramLabel = "CURVE[,MINUTES[,SLOPE]]", description = "when people set out: immediate (default), "
      + "logistic with half-time and slope per minute, or rayleigh with the time at which most do; the rule pack's figures where left out")
  private String departure;

  @Option(names = "--stage", paramLabel = "DISTRICT=MINUTES", description = "a district that sets out so much later; may be repeated")
  private Map<Integer, Double> stages = new LinkedHashMap<>();

  @Option(names = "--hazard-minutes", paramLabel = "MINUTES", description = "when the hazard's zones come (default from the start)")
  private Double hazardMinutes;

  @Option(names = "--zone", paramLabel = "ZONE=MINUTES", description = "a zone that comes at another time; may be repeated")
  private Map<Integer, Double> zones = new LinkedHashMap<>();

  @Option(names = "--lose-shelter", paramLabel = "ID=MINUTES", description = "a shelter that is lost on the way; may be repeated")
  private Map<Integer, Double> shelters = new LinkedHashMap<>();

  @Option(names = "--lose-street", paramLabel = "ID=MINUTES", description = "a street that is lost on the way; may be repeated")
  private Map<Integer, Double> streets = new LinkedHashMap<>();

  @Option(names = "--staging", description = "also which district should wait how long, where people have no plan")
  private boolean staging;

  @Option(names = "--samples", description = "also the clearance over so many samples of streets blocked by collapse, 0 to 200 (default 0)")
  private Integer samples;

  @Option(names = "--damage", paramLabel = "PERCENT", description = "of buildings that collapse; the rule pack's figure where left out")
  private Double damage;

  @Option(names = "--model", description = "how streets are blocked: tokyo (default) or rubble")
  private String model;

  @Option(names = "--car-percent", paramLabel = "PERCENT", description = "of the people of each place who drive out of the area, 0 to 100 (default 0)")
  private Integer carPercent;

  @Option(names = "--contraflow", description = "also which streets cars should drive in one direction only")
  private boolean contraflow;

  @Option(names = "--exit", paramLabel = "LON,LAT", description = "where cars are out; may be repeated; where streets cross the boundary if left out")
  private List<String> exits = new ArrayList<>();

  EvacuationQuery query() {
    var lost = new ArrayList<EvacuationQuery.Lost>();
    shelters.forEach((shelter, minutes) -> lost.add(new EvacuationQuery.Lost(shelter, null, minutes)));
    streets.forEach((street, minutes) -> lost.add(new EvacuationQuery.Lost(null, street, minutes)));
    return new EvacuationQuery(new CoverageQuery(area, profile, null, null, null, conditions(true)),
        seconds, stepSeconds, seed, gates, curve(), stages.entrySet().stream().map(each -> new EvacuationQuery.Stage(each.getKey(),
            each.getValue())).toList(), hazardMinutes, zones.entrySet().stream().map(each -> new EvacuationQuery.ZoneTime(each.getKey(),
            each.getValue())).toList(), lost, staging, samples, damage, model, carPercent, contraflow,
        exits.stream().map(EvacuateOptions::exit).toList());
  }

  private static EvacuationQuery.Exit exit(String text) {
    var parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        return new EvacuationQuery.Exit(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
      }
    } catch (NumberFormatException mistake) {
      // Said below.
    }
    throw new InvalidInput(Code.OPTION, "--exit", "--exit is \"" + text + "\", but must be two numbers with a comma: longitude,latitude.");
  }

  private EvacuationQuery.Curve curve() {
    if (departure == null) {
      return null;
    }
    var parts = departure.split(",", -1);
    try {
      if (parts.length <= 3) {
        return new EvacuationQuery.Curve(parts[0].strip(), parts.length < 2 ? null : Double.valueOf(parts[1].strip()),
            parts.length < 3 ? null : Double.valueOf(parts[2].strip()));
      }
    } catch (NumberFormatException mistake) {
      // Said below.
    }
    throw new InvalidInput(Code.OPTION, "--departure",
        "--departure is \"" + departure + "\", but must be a curve and up to two numbers with commas: curve,minutes,slope.");
  }
}
