package org.commonground.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.siting.CoverRows;
import org.commonground.siting.HazardRows;
import picocli.CommandLine.Option;

/** Who covers whom and who counts how much, as options. */
final class SolveCover {

  @Option(names = "--radius", description = "what a site covers, in the file's own unit (all objectives but p-median and p-center)")
  private Double radius;

  @Option(names = "--share", defaultValue = "100", description = "percent of the weight to be covered (lscp and least-cost; "
      + "default 100)")
  private double sharePercent;

  @Option(names = "--k", defaultValue = "1", description = "sites that must cover a point before it counts (mclp; default 1)")
  private int k;

  @Option(names = "--backup", paramLabel = "PERCENT", description = "part of a point's weight that only a second site earns (mclp)")
  private Double backupPercent;

  @Option(names = "--hazards", split = ",", paramLabel = "NAME", description = "hazards that count, each by itself: the weight is "
      + "the points' column of that name, or weight; a candidate serves those in its column hazards, parted by ;")
  private List<String> hazards = List.of();

  @Option(names = "--weights", split = ",", paramLabel = "COLUMN=FACTOR", description = "what a point weighs: the sum of these "
      + "columns, each times its factor (elderly=2,adult=1)")
  private Map<String, Double> weights = new LinkedHashMap<>();

  Double radius() {
    return radius;
  }

  double share() {
    if (!(sharePercent > 0 && sharePercent <= 100)) {
      throw mistake("--share", sharePercent, "must be above 0 to 100 percent");
    }
    return sharePercent / 100;
  }

  /** The part of a point's weight that is lost with 0, 1, … covering sites. */
  double[] lost() {
    if (k < 1 || k > 10) {
      throw mistake("--k", k, "must be 1 to 10");
    }
    if (backupPercent != null) {
      if (k > 1 || !(backupPercent >= 0 && backupPercent <= 50)) {
        throw mistake("--backup", backupPercent, "must be 0 to 50 percent, and without --k");
      }
      return new double[] {1, backupPercent / 100, 0};
    }
    var lost = new double[k + 1];
    Arrays.fill(lost, 0, k, 1);
    return lost;
  }

  /** Whether candidates serve everybody in reach, whatever the hazard. */
  boolean isPlain() {
    return hazards.isEmpty();
  }

  double[] weights(SolveFile given) {
    if (weights.isEmpty()) {
      return given.weight();
    }
    var sum = new double[given.points().size()];
    new TreeMap<>(weights).forEach((column, factor) -> {
      if (factor == null || !(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw mistake("--weights", column + "=" + factor, "must have a factor of 0 or more");
      }
      var own = given.numbers(false, column);
      for (int point = 0; point < sum.length; point++) {
        sum[point] += factor * own[point];
      }
    });
    return sum;
  }

  CoverRows rows(SolveFile given) {
    double reach = checkedRadius();
    var rows = hazards.isEmpty() ? given.within(reach, weights(given)) : byHazard(given, reach);
    if (rows.weight().length == 0) {
      throw mistake("--radius", radius, "reaches nobody from any candidate; choose a larger one");
    }
    return rows;
  }

  /** With the weights of a column instead. */
  CoverRows rows(SolveFile given, String column) {
    return given.within(checkedRadius(), given.numbers(false, column));
  }

  private double checkedRadius() {
    if (radius == null) {
      throw new InvalidInput(Code.OPTION, "--radius", "--radius is missing: how far does a site cover?");
    }
    if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
      throw mistake("--radius", radius, "must be 0 or more");
    }
    return radius;
  }

  private CoverRows byHazard(SolveFile given, double reach) {
    var serves = given.words(true, "hazards").stream().map(words -> Arrays.stream(words.split(";")).map(String::strip).toList())
        .toList();
    var suitable = new boolean[hazards.size()][serves.size()];
    var weight = new double[hazards.size()][];
    for (int hazard = 0; hazard < hazards.size(); hazard++) {
      var name = hazards.get(hazard);
      for (int site = 0; site < serves.size(); site++) {
        suitable[hazard][site] = serves.get(site).contains(name);
      }
      weight[hazard] = given.pointColumns().containsKey(name) ? given.numbers(false, name) : weights(given);
    }
    var rows = new HazardRows(suitable);
    for (int point = 0; point < given.points().size(); point++) {
      var near = given.near(point, reach);
      int at = point;
      rows.add(near, near.length, Arrays.stream(weight).mapToDouble(own -> own[at]).toArray());
    }
    return rows.build();
  }

  /** Rows of each district, those without people left out. */
  List<CoverRows> districts(SolveFile given) {
    var names = given.words(false, "district");
    var weight = weights(given);
    double reach = checkedRadius();
    var districts = names.stream().distinct().sorted().map(name -> {
      var builder = new CoverRows.Builder(given.candidates().size());
      IntStream.range(0, names.size()).filter(point -> names.get(point).equals(name)).forEach(point -> {
        var near = given.near(point, reach);
        builder.add(near, near.length, weight[point]);
      });
      return builder.build();
    }).filter(rows -> rows.total() > 0).toList();
    if (districts.isEmpty()) {
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", "No district has anybody to cover: all weights are 0.");
    }
    return districts;
  }

  /** Points that no candidate covers. */
  List<String> beyondReach(SolveFile given) {
    var weight = weights(given);
    return IntStream.range(0, given.points().size()).filter(point -> weight[point] > 0 && given.near(point, radius).length == 0)
        .mapToObj(given.points()::get).toList();
  }

  private static InvalidInput mistake(String option, Object value, String limit) {
    return new InvalidInput(Code.OPTION, option, option + " is " + value + ", but " + limit + ".");
  }
}
