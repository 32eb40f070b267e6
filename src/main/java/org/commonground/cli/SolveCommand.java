package org.commonground.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.siting.CenterProblem;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.CoverRows;
import org.commonground.siting.FewestProblem;
import org.commonground.siting.MedianProblem;
import org.commonground.siting.MedianRows;
import org.commonground.siting.SiteChoice;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProblem;
import org.commonground.siting.SitingProgress;
import org.commonground.siting.SitingResult;
import org.commonground.siting.SitingSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves a siting problem of the field's own files, so that anybody can check the solver. */
@Command(name = "solve", mixinStandardHelpOptions = true,
    description = "Chooses sites for a benchmark file, with value, proven bound and gap.")
final class SolveCommand implements Runnable {

  private static final double NEARLY = 0.01;
  private static final int ALTERNATIVES_SHOWN = 20;

  enum Format { ORLIB_PMED, COST_CSV, POINTS_CSV }

  enum Objective { P_MEDIAN, MCLP, LSCP, P_CENTER }

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the problem")
  private Path file;

  @Option(names = "--format", required = true, description = "orlib-pmed (nodes, edges and p, then edges), cost-csv (columns "
      + "point, candidate, distance, weight, or a row a point with weight and a column a candidate), points-csv (id,x,y,weight)")
  private String format;

  @Option(names = "--objective", defaultValue = "p-median", description = "p-median, mclp, lscp or p-center (default p-median)")
  private String objective;

  @Option(names = "--p", description = "number of sites; orlib-pmed files name it themselves")
  private Integer p;

  @Option(names = "--radius", description = "what a site covers, in the file's own unit (mclp and lscp)")
  private Double radius;

  @Option(names = "--share", defaultValue = "100", description = "percent of the weight to be covered (lscp; default 100)")
  private double sharePercent;

  @Option(names = "--candidates", paramLabel = "FILE", description = "id,x,y of the candidates (points-csv; default all points)")
  private Path candidates;

  @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "60", description = "1 or more (default 60)")
  private double seconds;

  @Option(names = "--gap", paramLabel = "PERCENT", defaultValue = "0", description = "that is good enough (default 0)")
  private double gapPercent;

  @Mixin
  private Answer answer;

  /** @param loses of the value, when it takes the place of a chosen site */
  record Alternative(String id, double loses) {
  }

  /** @param adds to the value; null where that is not computed */
  record Site(String id, Double adds) {
  }

  /** A siting result with the file's own names; null for what is not known. */
  record Solved(String objective, int points, int candidates, Integer p, Double radius, Double value, Double bound, Double gap,
      boolean proven, String stopped, List<Site> chosen, List<Alternative> alternatives, int branches, List<String> notes,
      long elapsedMillis) {
  }

  @Override
  public void run() {
    var wanted = named(Objective.values(), "--objective", objective);
    if (!(seconds >= 1 && seconds <= 1e6)) {
      throw mistake("--time-limit", seconds, "must be 1 second or more");
    }
    if (!(gapPercent >= 0 && gapPercent < 100)) {
      throw mistake("--gap", gapPercent, "must be from 0 to below 100 percent");
    }
    var problem = read(named(Format.values(), "--format", format));
    var progress = new Progress(spec.commandLine().getErr());
    var limits = SitingLimits.seconds(seconds).gap(gapPercent / 100);
    var result = SitingSolver.solve(problem(wanted, problem), limits, progress);
    answer.print(spec, solved(wanted, problem, result), SolveCommand::text);
  }

  private SolveFile read(Format kind) {
    return switch (kind) {
      case ORLIB_PMED -> SolveFile.orlib(file);
      case COST_CSV -> SolveFile.costs(file);
      case POINTS_CSV -> SolveFile.points(file, candidates);
    };
  }

  private SitingProblem problem(Objective wanted, SolveFile given) {
    int all = given.candidates().size();
    var choice = SiteChoice.atMost(wanted == Objective.LSCP && p == null ? all : sites(given), all);
    return switch (wanted) {
      case P_MEDIAN -> new MedianProblem(choice, costs(given, given.weight()));
      case P_CENTER -> new CenterProblem(choice, costs(given, ones(given.points().size())));
      case MCLP -> new CoverProblem(choice, within(given));
      case LSCP -> new FewestProblem(choice, within(given), share());
    };
  }

  private int sites(SolveFile given) {
    var most = p == null ? given.most() : p;
    if (most == null) {
      throw new InvalidInput(Code.OPTION, "--p", "--p is missing: how many sites?");
    }
    if (most < 1 || most > given.candidates().size()) {
      throw mistake("--p", most, "must be 1 to " + given.candidates().size() + ", the number of candidates");
    }
    return most;
  }

  private double share() {
    if (!(sharePercent > 0 && sharePercent <= 100)) {
      throw mistake("--share", sharePercent, "must be above 0 to 100 percent");
    }
    return sharePercent / 100;
  }

  private static double[] ones(int count) {
    var ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private MedianRows costs(SolveFile given, double[] weight) {
    var distance = given.distances();
    for (int point = 0; point < distance.length; point++) {
      for (int site = 0; site < distance[point].length; site++) {
        if (distance[point][site] == Double.POSITIVE_INFINITY) {
          throw new InvalidInput(Code.FILE_CONTENT, "FILE", file + " has no way from point " + given.points().get(point)
              + " to candidate " + given.candidates().get(site) + "; p-median and p-center need all of them.");
        }
      }
    }
    return MedianRows.of(distance, weight, Double.POSITIVE_INFINITY);
  }

  private CoverRows within(SolveFile given) {
    if (radius == null) {
      throw new InvalidInput(Code.OPTION, "--radius", "--radius is missing: how far does a site cover?");
    }
    if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
      throw mistake("--radius", radius, "must be 0 or more");
    }
    var rows = given.within(radius);
    if (rows.weight().length == 0) {
      throw mistake("--radius", radius, "reaches nobody from any candidate; choose a larger one");
    }
    return rows;
  }

  private Solved solved(Objective wanted, SolveFile given, SitingResult result) {
    var names = given.candidates();
    var chosen = IntStream.range(0, result.chosen().length).mapToObj(i -> new Site(names.get(result.chosen()[i]),
        result.alone().length == 0 ? null : result.alone()[i])).toList();
    var others = Arrays.stream(result.nearlyAsGood(NEARLY))
        .mapToObj(site -> new Alternative(names.get(site), result.instead()[site]))
        .sorted((a, b) -> Double.compare(a.loses, b.loses)).toList();
    return new Solved(word(wanted), given.points().size(), names.size(), p == null ? given.most() : p, radius,
        finite(result.value()), finite(result.bound()), finite(result.gap()), result.proven(), word(result.stopped()),
        chosen, others, result.branches(), result.notes(), result.millis());
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String text(Solved solved) {
    var text = new StringBuilder();
    if (solved.value == null) {
      text.append(solved.objective).append(": ").append(solved.stopped).append(".\n");
    } else {
      text.append(String.format(Locale.ROOT, "%s: value %,.2f, bound %,.2f, gap %.4f %%, %s after %.1f s.%n", solved.objective,
          solved.value, solved.bound, 100 * (solved.gap == null ? Double.NaN : solved.gap),
          solved.proven ? "proven optimal" : "stopped by " + solved.stopped, solved.elapsedMillis / 1e3));
      text.append(String.format(Locale.ROOT, "%n  %d of %d candidates%n", solved.chosen.size(), solved.candidates));
      solved.chosen.forEach(site -> text.append("  ").append(site.id).append(site.adds == null ? ""
          : String.format(Locale.ROOT, "  adds %,.2f", site.adds)).append('\n'));
      if (!solved.alternatives.isEmpty()) {
        text.append(String.format(Locale.ROOT, "%n  %d others could take a chosen one's place for 1 %% or less%n",
            solved.alternatives.size()));
        solved.alternatives.stream().limit(ALTERNATIVES_SHOWN).forEach(other -> text.append(String.format(Locale.ROOT,
            "  %s  loses %,.2f%n", other.id, other.loses)));
      }
    }
    solved.notes.forEach(note -> text.append(note).append('\n'));
    return text.toString().stripTrailing();
  }

  private static <E extends Enum<E>> E named(E[] all, String option, String word) {
    return Arrays.stream(all).filter(one -> word(one).equals(word)).findFirst().orElseThrow(() -> mistake(option, word,
        "must be one of " + Arrays.stream(all).map(SolveCommand::word).toList()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static InvalidInput mistake(String option, Object value, String limit) {
    return new InvalidInput(Code.OPTION, option, option + " is " + value + ", but " + limit + ".");
  }

  /** A line on standard error each few seconds. */
  private static final class Progress implements SitingProgress {

    private static final long EVERY = 2_000_000_000L;

    private final PrintWriter err;
    private final long start = System.nanoTime();
    private long shown = start;

    Progress(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void at(double value, double bound) {
      if (System.nanoTime() - shown > EVERY) {
        shown = System.nanoTime();
        err.printf(Locale.ROOT, "%6.1f s  value %,.2f, bound %,.2f, gap %.3f %%%n", (shown - start) / 1e9, value, bound,
            100 * Math.abs(bound - value) / Math.abs(value));
        err.flush();
      }
    }
  }
}
