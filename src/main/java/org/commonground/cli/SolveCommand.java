package org.commonground.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.cli.SolveAnswer.Alternative;
import org.commonground.cli.SolveAnswer.Compromise;
import org.commonground.cli.SolveAnswer.Ranked;
import org.commonground.cli.SolveAnswer.Site;
import org.commonground.cli.SolveAnswer.Step;
import org.commonground.siting.Alternatives;
import org.commonground.siting.CenterProblem;
import org.commonground.siting.CheapestProblem;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.FewestProblem;
import org.commonground.siting.Front;
import org.commonground.siting.LeastChange;
import org.commonground.siting.MedianProblem;
import org.commonground.siting.MedianRows;
import org.commonground.siting.RoomProblem;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProblem;
import org.commonground.siting.SitingProgress;
import org.commonground.siting.SitingResult;
import org.commonground.siting.SitingSolver;
import org.commonground.siting.Stopped;
import org.commonground.siting.WorstServedProblem;
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
  private static final int MOST_OF_FRONT = 50;
  private static final int MOST_PAIRS_FOR_REACH = 2_000_000;

  enum Format { ORLIB_PMED, COST_CSV, POINTS_CSV }

  enum Objective { P_MEDIAN, MCLP, LSCP, P_CENTER, LEAST_COST, ROOM, WORST_DISTRICT }

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the problem")
  private Path file;

  @Option(names = "--format", required = true, description = "orlib-pmed (nodes, edges and p, then edges), cost-csv (columns "
      + "point, candidate, distance, weight, or a row a point with weight and a column a candidate), points-csv (id,x,y,weight)")
  private String format;

  @Option(names = "--objective", defaultValue = "p-median", description = "p-median, mclp, lscp, p-center, least-cost "
      + "(column cost of the candidates), room (column capacity) or worst-district (column district of the points); default p-median")
  private String objective;

  @Mixin
  private SolveSites sites;

  @Mixin
  private SolveCover cover;

  @Option(names = "--candidates", paramLabel = "FILE", description = "id,x,y of the candidates, and cost, capacity or "
      + "hazards where they are asked for (points-csv; default all points)")
  private Path candidates;

  @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "60", description = "1 or more (default 60)")
  private double seconds;

  @Option(names = "--gap", paramLabel = "PERCENT", defaultValue = "0", description = "that is good enough (default 0)")
  private double gapPercent;

  @Option(names = "--alternatives", paramLabel = "N", defaultValue = "0", description = "further sets that lose 1 percent or less, "
      + "the best first, at most so many")
  private int further;

  @Option(names = "--curve", description = "also what 1, 2, … sites cover (mclp)")
  private boolean curve;

  @Option(names = "--front", paramLabel = "COLUMN", description = "also what the weight and another column cost each other (mclp)")
  private String front;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var wanted = named(Objective.values(), "--objective", objective);
    if (!(seconds >= 1 && seconds <= 1e6)) {
      throw mistake("--time-limit", seconds, "must be 1 second or more");
    }
    if (!(gapPercent >= 0 && gapPercent < 100)) {
      throw mistake("--gap", gapPercent, "must be from 0 to below 100 percent");
    }
    if (further < 0 || further > 1_000) {
      throw mistake("--alternatives", further, "must be 0 to 1000");
    }
    if ((curve || front != null) && wanted != Objective.MCLP) {
      throw new InvalidInput(Code.OPTION, "--objective", "--curve and --front need --objective mclp.");
    }
    if (front != null && cover.lost().length > 2) {
      throw new InvalidInput(Code.OPTION, "--front", "--front counts who is covered once; leave out --k and --backup.");
    }
    var given = read(named(Format.values(), "--format", format));
    var progress = new SearchProgress(spec.commandLine().getErr(), (value, bound) -> String.format(Locale.ROOT,
        "value %,.2f, bound %,.2f, gap %.3f %%", value, bound, 100 * SitingResult.gap(value, bound)));
    var limits = SitingLimits.seconds(seconds).gap(gapPercent / 100);
    var problem = problem(wanted, given);
    var result = SitingSolver.solve(problem, limits, progress);
    answer.print(spec, solved(wanted, given, problem, result, limits), SolveAnswer::text);
  }

  private SolveFile read(Format kind) {
    return switch (kind) {
      case ORLIB_PMED -> SolveFile.orlib(file);
      case COST_CSV -> SolveFile.costs(file);
      case POINTS_CSV -> SolveFile.points(file, candidates);
    };
  }

  private SitingProblem problem(Objective wanted, SolveFile given) {
    var choice = sites.choice(given, wanted == Objective.LSCP || wanted == Objective.LEAST_COST, wanted == Objective.LEAST_COST);
    return switch (wanted) {
      case P_MEDIAN -> new MedianProblem(choice, costs(given, cover.weights(given)));
      case P_CENTER -> new CenterProblem(choice, costs(given, ones(given.points().size())));
      case MCLP -> new CoverProblem(choice, cover.rows(given), cover.lost());
      case LSCP -> new FewestProblem(choice, cover.rows(given), cover.share());
      case LEAST_COST -> new CheapestProblem(choice, cover.rows(given), cover.share());
      case ROOM -> new RoomProblem(choice, cover.rows(given), given.numbers(true, "capacity"));
      case WORST_DISTRICT -> new WorstServedProblem(choice, cover.districts(given));
    };
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

  private SolveAnswer solved(Objective wanted, SolveFile given, SitingProblem problem, SitingResult result, SitingLimits limits) {
    var names = given.candidates();
    var chosen = IntStream.range(0, result.chosen().length).mapToObj(i -> new Site(names.get(result.chosen()[i]),
        result.alone().length == 0 ? null : result.alone()[i])).toList();
    var others = Arrays.stream(result.nearlyAsGood(NEARLY))
        .mapToObj(site -> new Alternative(names.get(site), result.instead()[site]))
        .sorted((a, b) -> Double.compare(a.loses(), b.loses())).toList();
    var notes = new ArrayList<>(result.notes());
    boolean covers = wanted == Objective.LSCP || wanted == Objective.LEAST_COST;
    if (result.stopped() == Stopped.INFEASIBLE) {
      var distance = covers && cover.isPlain() ? far(given) : null;
      LeastChange.of(problem, new LeastChange.Given(distance, cover.weights(given), SolveSites.metres(given, problem.choice()),
          problem.choice().closed(), problem.choice().open()), limits)
          .forEach(change -> notes.add(SolveChanges.sentence(change, problem.choice(), names)));
    }
    return new SolveAnswer(word(wanted), given.points().size(), names.size(), sites.count(given), cover.radius(),
        finite(result.value()), finite(result.bound()), finite(result.gap()), result.proven(), word(result.stopped()),
        chosen, others, further == 0 ? null : ranked(given, problem, limits, notes), curve ? curve(problem, limits) : null,
        front == null ? null : front(given, (CoverProblem) problem, limits),
        covers && result.stopped() == Stopped.INFEASIBLE ? cover.beyondReach(given) : null,
        result.branches(), notes, result.millis());
  }

  /** Distances beyond the radius; null where somebody has no way to some candidate, or there are too many. */
  private static MedianRows far(SolveFile given) {
    if ((long) given.points().size() * given.candidates().size() > MOST_PAIRS_FOR_REACH) {
      return null;
    }
    return MedianRows.of(given.distances(), ones(given.points().size()), Double.POSITIVE_INFINITY);
  }

  private List<Ranked> ranked(SolveFile given, SitingProblem problem, SitingLimits limits, List<String> notes) {
    var ranked = Alternatives.of(problem, NEARLY, further + 1, limits);
    notes.add(ranked.complete() ? "No other set loses 1 % or less." : "There may be further sets that lose 1 % or less.");
    return ranked.sets().stream().skip(1).map(set -> new Ranked(set.value(), ids(given, set.chosen()))).toList();
  }

  private static List<Step> curve(SitingProblem problem, SitingLimits limits) {
    var curve = SitingSolver.curve((CoverProblem) problem, limits, SitingProgress.NONE);
    int from = problem.choice().open().length;
    return IntStream.range(0, curve.size()).mapToObj(i -> new Step(from + i, finite(curve.get(i).value()),
        finite(curve.get(i).bound()))).toList();
  }

  private List<Compromise> front(SolveFile given, CoverProblem problem, SitingLimits limits) {
    return Front.of(problem, new CoverProblem(problem.choice(), cover.rows(given, front)), MOST_OF_FRONT, limits)
        .points().stream()
        .map(point -> new Compromise(point.first(), finite(point.bound()), point.second(), ids(given, point.chosen()), point.proven())).toList();
  }

  private static List<String> ids(SolveFile given, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(given.candidates()::get).toList();
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
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
}
