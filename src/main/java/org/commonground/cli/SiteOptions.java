package org.commonground.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.siting.SitingQuery;
import org.commonground.plan.siting.SitingQuery.DrawnPlace;
import picocli.CommandLine.Option;

/** What a question of siting says beside who walks. */
final class SiteOptions {

  @Option(names = "--goal", description = "cover (default), fewest, mean-walk, worst-walk, room, worst-district or least-cost")
  private String goal;

  @Option(names = "--p", paramLabel = "N", description = "new shelters at most; of all shelters with --existing movable")
  private Integer p;

  @Option(names = "--budget", description = "that their costs may reach")
  private Double budget;

  @Option(names = "--share-percent", paramLabel = "PERCENT", description = "of the people that fewest or least-cost must cover "
      + "(default 100)")
  private Double sharePercent;

  @Option(names = "--backup-percent", paramLabel = "PERCENT", description = "of a person's weight that only a second shelter earns, "
      + "0 to 50 (cover)")
  private Double backupPercent;

  @Option(names = "--candidates", paramLabel = "WORD|ID,ID…", description = "spaces that may have room, suitable ones for the hazard, or "
      + "numbers of spaces (default suitable under a hazard, else spaces)")
  private String candidates;

  @Option(names = "--place", paramLabel = "LON,LAT[,COST[,CAPACITY]]", description = "a drawn place as a candidate; may be repeated; "
      + "without --candidates there are only these")
  private List<String> places = List.of();

  @Option(names = "--open-place", paramLabel = "LON,LAT[,COST[,CAPACITY]]", description = "the same, chosen in any case")
  private List<String> openPlaces = List.of();

  @Option(names = "--open", split = ",", paramLabel = "ID", description = "spaces that are chosen in any case")
  private List<Integer> open = List.of();

  @Option(names = "--closed", split = ",", paramLabel = "ID", description = "spaces that are never chosen")
  private List<Integer> closed = List.of();

  @Option(names = "--existing", description = "what becomes of the shelters of now: kept (default), closed or movable")
  private String existing;

  @Option(names = "--apart-metres", paramLabel = "METRES", description = "least distance between two chosen places")
  private Double apartMetres;

  @Option(names = "--costs", split = ",", paramLabel = "ID=COST", description = "of spaces; 1 where nothing is said")
  private Map<Integer, Double> costs = new LinkedHashMap<>();

  @Option(names = "--stay", description = "emergency, short, medium or long: says how much room a space has (default the shortest)")
  private String stay;

  @Option(names = "--seconds", description = "after which the search stops, up to 3600 (default 60)")
  private Double seconds;

  @Option(names = "--gap-percent", paramLabel = "PERCENT", description = "that is good enough (default 0)")
  private Double gapPercent;

  @Option(names = "--alternatives", paramLabel = "N", description = "further sets that lose 1 percent or less, 0 to 100 (default 0)")
  private Integer alternatives;

  @Option(names = "--curve", description = "also what fewer shelters cover (cover)")
  private boolean curve;

  @Option(names = "--front", paramLabel = "N", description = "also N choices between most people in time and most everyday worth, 0 to 50 "
      + "(cover)")
  private Integer front;

  SitingQuery query(CoverageQuery coverage) {
    boolean word = candidates != null && candidates.matches("[a-z-]+");
    return new SitingQuery(coverage, goal, p, budget, sharePercent, backupPercent, word ? candidates : null,
        word || candidates == null ? null : numbers(candidates), places(), open, closed, existing,
        apartMetres, new TreeMap<>(costs), stay, seconds, gapPercent, alternatives, curve, front);
  }

  private static List<Integer> numbers(String text) {
    try {
      return Stream.of(text.split(",", -1)).map(number -> Integer.valueOf(number.strip())).toList();
    } catch (NumberFormatException mistake) {
      throw new InvalidInput(Code.OPTION, "--candidates",
          "--candidates is \"" + text + "\", but must be spaces, suitable, or numbers of spaces with commas between.");
    }
  }

  private List<DrawnPlace> places() {
    return Stream.concat(places.stream().map(text -> place("--place", text, false)),
        openPlaces.stream().map(text -> place("--open-place", text, true))).toList();
  }

  private static DrawnPlace place(String option, String text, boolean open) {
    var numbers = new ArrayList<Double>();
    try {
      for (var number : text.split(",", -1)) {
        numbers.add(Double.valueOf(number.strip()));
      }
    } catch (NumberFormatException mistake) {
      numbers.clear();
    }
    boolean whole = numbers.size() < 4 || numbers.get(3) == Math.rint(numbers.get(3)) && Math.abs(numbers.get(3)) <= Integer.MAX_VALUE;
    if (numbers.size() < 2 || numbers.size() > 4 || !whole) {
      throw new InvalidInput(Code.OPTION, option, option + " is \"" + text
          + "\", but must be two to four numbers with commas: longitude,latitude,cost,capacity.");
    }
    return new DrawnPlace(numbers.get(0), numbers.get(1), null, numbers.size() < 4 ? null : numbers.get(3).intValue(),
        numbers.size() < 3 ? null : numbers.get(2), open);
  }
}
