package org.commonground.cli;

import java.util.Arrays;
import java.util.List;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.siting.SiteChoice;
import picocli.CommandLine.Option;

/** Which sets of candidates may be chosen, as options. */
final class SolveSites {

  @Option(names = "--p", description = "number of sites; orlib-pmed files name it themselves")
  private Integer p;

  @Option(names = "--budget", description = "that the column cost of the chosen candidates may reach")
  private Double budget;

  @Option(names = "--apart", paramLabel = "DISTANCE", description = "that two chosen sites must have at least (points-csv)")
  private Double apart;

  @Option(names = "--open", split = ",", paramLabel = "ID", description = "candidates that are chosen in any case, counted in --p")
  private List<String> open = List.of();

  @Option(names = "--closed", split = ",", paramLabel = "ID", description = "candidates that are never chosen")
  private List<String> closed = List.of();

  /**
   * @param mayLackP whether any number of sites will do where none is given
   * @param priced   whether the costs are needed even without a budget
   */
  SiteChoice choice(SolveFile given, boolean mayLackP, boolean priced) {
    int all = given.candidates().size();
    boolean limited = !mayLackP && budget == null;
    var choice = SiteChoice.atMost(p == null && given.most() == null && !limited ? all : sites(given), all);
    if (budget != null && !(budget >= 0 && budget < Double.POSITIVE_INFINITY)) {
      throw new InvalidInput(Code.OPTION, "--budget", "--budget is " + budget + ", but must be 0 or more.");
    }
    if (apart != null && !(apart >= 0 && apart < Double.POSITIVE_INFINITY && given.candidateX() != null)) {
      throw new InvalidInput(Code.OPTION, "--apart", "--apart is " + apart + ", but must be 0 or more, and needs --format points-csv.");
    }
    choice = budget != null || priced ? choice.within(budget == null ? Double.POSITIVE_INFINITY : budget,
        given.numbers(true, "cost")) : choice;
    try {
      choice = choice.closing(numbers(given, "--closed", closed)).opening(numbers(given, "--open", open));
      return apart == null ? choice : choice.apart(given.candidateX(), given.candidateY(), apart);
    } catch (IllegalArgumentException contradiction) {
      throw new InvalidInput(Code.OPTION, "--open", "The options contradict each other: " + contradiction.getMessage() + ".");
    }
  }

  /** Between the sites of each pair that is too close. */
  static double[] metres(SolveFile given, SiteChoice choice) {
    return Arrays.stream(choice.tooClose()).mapToDouble(pair -> Math.hypot(given.candidateX()[pair[0]] - given.candidateX()[pair[1]],
        given.candidateY()[pair[0]] - given.candidateY()[pair[1]])).toArray();
  }

  Integer count(SolveFile given) {
    return p == null ? given.most() : p;
  }

  private int sites(SolveFile given) {
    var most = count(given);
    if (most == null) {
      throw new InvalidInput(Code.OPTION, "--p", "--p is missing: how many sites?");
    }
    if (most < 1 || most > given.candidates().size()) {
      throw new InvalidInput(Code.OPTION, "--p", "--p is " + most + ", but must be 1 to " + given.candidates().size()
          + ", the number of candidates.");
    }
    return most;
  }

  private static int[] numbers(SolveFile given, String option, List<String> ids) {
    return ids.stream().mapToInt(id -> {
      int site = given.candidates().indexOf(id.strip());
      if (site < 0) {
        throw new InvalidInput(Code.OPTION, option, option + " names " + id + ", but no candidate has this id.");
      }
      return site;
    }).toArray();
  }
}
