package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.plan.form.Found;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.rules.Terms;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.siting.Alternatives;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProblem;
import org.commonground.siting.SitingProgress;
import org.commonground.siting.SitingResult;
import org.commonground.siting.SitingSolver;
import org.commonground.siting.Stopped;
import org.commonground.statement.Statement;

/**
 * One answer to a question of siting.
 *
 * <ol>
 *   <li>Walks become rows of people and sites.
 *   <li>The solver chooses, with value and bound.
 *   <li>The city's coverage is computed anew with the chosen sites, and held beside that of now.
 *   <li>Where asked for: other sets that are nearly as good, what fewer sites do, and what everyday worth costs. Each of these has the
 *       time of the search again.
 *   <li>Where nothing can be chosen: why, and what would have to change.
 * </ol>
 *
 * For one thread.
 */
final class SitingRun {

  private static final double NEARLY = 0.01;
  private static final int DEFAULT_NOT_CHOSEN = 20;

  private final SitingChoice question;
  private final JobWatch watch;
  private final SitingRows rows;
  private double factor = 1;

  SitingRun(SitingChoice question, JobWatch watch) {
    this(question, watch, SitingWalks.MOST);
  }

  /** @param mostWalks that may be held where the length of walks counts */
  SitingRun(SitingChoice question, JobWatch watch, long mostWalks) {
    this.question = question;
    this.watch = watch;
    rows = new SitingRows(question, false, mostWalks);
  }

  Found<SitingAnswer> find() {
    var problem = rows.problem();
    factor = switch (question.goal()) {
      case MEAN_WALK -> 1 / (1000.0 * Math.max(1, rows.countedPeople()));
      case WORST_WALK -> 1 / 1000.0;
      default -> 1;
    };
    var result = SitingSolver.solve(problem, question.limits(watch::cancelled),
        (value, bound) -> watch.at(shown(value), shown(bound)));
    if (question.goal().walks() && rows.walks().isCut()) {
      result = walked(result);
    }
    watch.at(shown(result.value()), shown(result.bound()));
    var parts = new SitingParts(question, result, factor);
    return new Found<>(answer(problem, result, parts), Map.of("siting_result", parts::layer));
  }

  /**
   * The same choice with its true value where not all walks are known: the value found is a bound for it. What single sites are worth
   * is then not known.
   */
  private SitingResult walked(SitingResult result) {
    if (question.goal() == SitingGoal.WORST_WALK) {
      if (Double.isNaN(result.value())) {
        throw rows.walks().tooMany();
      }
      return result;
    }
    double value = SitingEffect.of(question, result.chosen()).value(false, rows.counted()) / factor;
    double bound = Math.min(value, result.bound());
    boolean proven = value - bound <= 1e-9 * Math.max(1, value);
    var stopped = proven ? Stopped.OPTIMAL : result.stopped() == Stopped.OPTIMAL ? Stopped.GAP : result.stopped();
    return new SitingResult(value, proven ? value : bound, SitingResult.gap(value, proven ? value : bound), proven, stopped, result.chosen(),
        new double[0], new double[0], result.branches(), result.millis(), result.notes());
  }

  private SitingAnswer answer(SitingProblem problem, SitingResult result, SitingParts parts) {
    boolean found = !Double.isNaN(result.value());
    var before = SitingEffect.before(question);
    var after = found ? SitingEffect.of(question, result.chosen()) : before;
    var reasons = new SitingReasons(question, rows);
    boolean infeasible = result.stopped() == Stopped.INFEASIBLE;
    var ranked = found && alternatives() > 0
        ? Alternatives.of(problem, NEARLY, alternatives() + 1, again()) : null;
    var front = found && !question.everyday().isEmpty() ? SitingFront.of(question, (CoverProblem) problem, again()) : null;
    return new SitingAnswer(question.asked().provenance(0, assumptions()), question.goal().word(), question.goal().unit(),
        finite(shown(result.value())), finite(shown(result.bound())), found ? gap(result) : null, result.proven(),
        result.stopped().name().toLowerCase(Locale.ROOT),
        found ? finite(after.value(true, rows.counted())) : null, question.candidates().size(), question.kept(), parts.chosen(),
        parts.notChosen(count()), ranked == null ? alternatives() > 0 ? List.of() : null : sets(ranked, result, parts),
        ranked == null ? null : ranked.complete(), question.query().curve() ? curve((CoverProblem) problem) : null,
        front == null ? null : SitingFront.parts(question, front, parts), front == null ? null : front.complete(), after.people(),
        before.people(), after.districts(before), after.groups(before), reasons.of(problem, result),
        infeasible ? reasons.leastChange(again()) : List.of(),
        found ? Siting.edits(question, result.chosen()) : List.of());
  }

  private int alternatives() {
    return question.query().alternatives() == null ? 0 : question.query().alternatives();
  }

  private int count() {
    var count = question.query().coverage().count();
    return count == null ? DEFAULT_NOT_CHOSEN : count;
  }

  /** The same time once more for all further searches together. */
  private SitingLimits again() {
    long end = System.nanoTime() + Math.round(1e9 * question.seconds());
    return question.limits(() -> watch.cancelled() || System.nanoTime() >= end);
  }

  /** In the unit of the answer; kept shelters are no new sites. */
  private double shown(double value) {
    return question.goal() == SitingGoal.FEWEST ? value - question.kept() : value * factor;
  }

  private Double gap(SitingResult result) {
    return finite(SitingResult.gap(shown(result.value()), shown(result.bound())));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private List<SitingAnswer.SetPart> sets(Alternatives.Ranked ranked, SitingResult result, SitingParts parts) {
    return ranked.sets().stream().filter(set -> !Arrays.equals(set.chosen(), result.chosen())).limit(alternatives())
        .map(set -> new SitingAnswer.SetPart(shown(set.value()), finite(shown(set.bound())), parts.sites(set.chosen()))).toList();
  }

  private List<SitingAnswer.StepPart> curve(CoverProblem problem) {
    var steps = SitingSolver.curve(problem, again(), SitingProgress.NONE);
    int from = problem.choice().open().length - question.kept();
    return IntStream.range(0, steps.size()).mapToObj(i -> new SitingAnswer.StepPart(from + i, finite(steps.get(i).value()),
        finite(steps.get(i).bound()), steps.get(i).proven())).toList();
  }

  private List<Statement> assumptions() {
    var all = new ArrayList<>(question.assumptions());
    all.add(SitingWording.CHOICE_UNFAVOURABLE.with());
    int now = (int) question.asked().situation().shelters().stream().filter(ScenarioShelter::open).count();
    all.add((question.movable() ? SitingWording.SHELTERS_MOVABLE : question.kept() == now ? SitingWording.SHELTERS_STAY
        : SitingWording.SHELTERS_GIVEN_UP).with(now));
    if (question.goal().walks()) {
      long total = Arrays.stream(question.asked().snapshot().places().people()).asLongStream().sum();
      all.add(SitingWording.LONGEST_WALK.with(Terms.MINUTES.max(), total - rows.countedPeople()));
      if (rows.walks().isCut()) {
        all.add(SitingWording.WALKS_CUT.with(rows.walks().limitMillis() / 60_000));
      }
    }
    if (question.goal() == SitingGoal.ROOM) {
      all.add(SitingWording.CHOSEN_ROOM.with());
    }
    if (!question.everyday().isEmpty()) {
      all.add(SitingFront.ASSUMPTION);
    }
    if (question.query().apartMetres() != null) {
      all.add(SitingWording.STRAIGHT_APART.with());
    }
    return all;
  }
}
