package org.commonground.plan.siting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonground.plan.rules.Terms;
import org.commonground.siting.CenterProblem;
import org.commonground.siting.CheapestProblem;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.CoverRows;
import org.commonground.siting.FewestProblem;
import org.commonground.siting.LeastChange;
import org.commonground.siting.LeastChange.Change;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProblem;
import org.commonground.siting.SitingResult;
import org.commonground.siting.Stopped;

/** Why no set of sites does what is asked, and the least that would have to change, in sentences for people. */
record SitingReasons(SitingChoice question, SitingRows rows) {

  List<String> of(SitingProblem problem, SitingResult result) {
    var cover = cover(problem);
    var reasons = new ArrayList<String>();
    if (cover != null && cover.alone() > 0) {
      reasons.add(String.format(Locale.ROOT, "%,.0f of %,.0f people reach no candidate%s within %d minutes.", cover.alone(), cover.total(),
          question.kept() > 0 ? " and no shelter" : "", question.asked().minutes()));
    }
    if (result.stopped() == Stopped.INFEASIBLE) {
      if (cover == null) {
        reasons.addAll(result.notes());
      } else if (cover.alone() <= (1 - rows.share()) * cover.total()) {
        reasons.add("No choice of " + limits() + " has " + shown(100 * rows.share()) + " % of the people in time.");
      }
    } else if (result.chosen().length <= question.choice().open().length && question.query().budget() != null) {
      IntStream.range(0, question.candidates().size()).filter(i -> !question.query().closed().contains(question.candidates().get(i).number()))
          .mapToDouble(i -> question.candidates().get(i).cost()).min().ifPresent(least -> {
            if (least > question.query().budget()) {
              reasons.add("Nothing can be chosen for " + shown(question.query().budget()) + ": the cheapest candidate costs " + shown(least) + ".");
            }
          });
    }
    return reasons;
  }

  private String limits() {
    var query = question.query();
    return sites(query.p()) + (query.budget() == null ? "" : " for at most " + shown(query.budget()))
        + (query.apartMetres() == null ? "" : String.format(Locale.ROOT, ", %.0f m apart", query.apartMetres()));
  }

  private static String sites(Integer p) {
    return p == null ? "candidates" : p == 1 ? "1 candidate" : "at most " + p + " candidates";
  }

  private static CoverRows cover(SitingProblem problem) {
    return problem instanceof FewestProblem fewest ? fewest.rows() : problem instanceof CheapestProblem cheapest ? cheapest.rows()
        : problem instanceof CoverProblem cover ? cover.rows() : null;
  }

  /** More sites, more money, a closed one let in, a fixed one let go, less distance, longer walks, a smaller share: those that do. */
  List<String> leastChange(SitingLimits limits) {
    boolean mustCover = question.goal().mustCover();
    var all = new SitingRows(question, true, SitingWalks.MOST);
    var problem = all.problem();
    var walks = mustCover || problem instanceof CenterProblem ? all.worstWalk().rows() : null;
    long everybody = IntStream.of(question.asked().snapshot().places().people()).asLongStream().sum();
    boolean canWalk = all.countedPeople() == everybody || all.share() < 1;
    var given = new LeastChange.Given(mustCover && canWalk && !all.walks().isCut() ? walks : null, walks == null ? new double[0] : all.countedWeights(), metres(),
        question.forbidden(), question.required());
    var changes = new ArrayList<String>();
    for (var change : LeastChange.of(problem, given, limits)) {
      sentence(change).ifPresent(changes::add);
    }
    if (mustCover && !canWalk) {
      changes.add(String.format(Locale.ROOT, "Longer walks alone do not do it: %,d people reach no candidate within %d minutes.",
          everybody - all.countedPeople(), Terms.MINUTES.max()));
    }
    return changes;
  }

  /** Between the sites of each pair that is too close. */
  private double[] metres() {
    var projection = question.asked().snapshot().projection();
    return Arrays.stream(question.choice().tooClose()).mapToDouble(pair -> {
      var ends = IntStream.of(pair).mapToObj(site -> question.shelters().get(site).shelter().geometry().getInteriorPoint())
          .map(middle -> projection.toMetres(middle.getX(), middle.getY())).toList();
      return ends.get(0).distance(ends.get(1));
    }).toArray();
  }

  private Optional<String> sentence(Change change) {
    var query = question.query();
    var most = shown(query.p() == null ? question.candidates().size() : query.p());
    return switch (change.kind()) {
      case SITES -> query.p() == null ? Optional.empty() : told(change, "With " + shown(change.value() - question.kept())
          + " new shelters instead of " + most + " it can be done", ", with fewer it cannot");
      case BUDGET -> query.budget() == null ? Optional.empty() : told(change, "With a budget of " + shown(change.value()) + " instead of "
          + shown(query.budget()) + " it can be done", ", with less it cannot");
      case CLOSED -> told(change, "If " + names(change) + " may be chosen it can be done",
          change.sites().length > 1 ? ", with fewer of the forbidden ones it cannot" : "");
      case OPEN -> told(change, "If " + names(change) + " need not be chosen it can be done", "");
      case APART -> told(change, String.format(Locale.ROOT, "If sites may be %.0f m apart instead of %.0f m it can be done",
          Math.floor(change.value()), query.apartMetres()), ", farther apart it cannot");
      case REACH -> told(change, String.format(Locale.ROOT, "If people may walk %d min %02d s, %s can be in time", seconds(change) / 60,
          seconds(change) % 60, rows.share() == 1 ? "everybody" : shown(100 * rows.share()) + " %"), ", with shorter walks not");
      case SHARE -> Optional.of(String.format(Locale.ROOT, "With a share of %.2f %% it can be done%s.", floor(100 * change.value()),
          change.proven() ? ", with a larger one it cannot" : String.format(Locale.ROOT, "; above %.2f %% it cannot", 100 * change.bound())));
    };
  }

  private static Optional<String> told(Change change, String done, String proven) {
    return Optional.of(done + (change.proven() ? proven : "") + ".");
  }

  private static int seconds(Change change) {
    return (int) Math.ceil(change.value() / 1000);
  }

  private String names(Change change) {
    return Arrays.stream(change.sites()).mapToObj(site -> "space " + question.candidates().get(site - question.before()).number() + ", \""
        + question.shelters().get(site).shelter().name() + "\",").collect(Collectors.joining(" and "));
  }

  /** As it was asked, without a decimal point that says nothing. */
  private static String shown(double number) {
    return new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static double floor(double percent) {
    return Math.floor(100 * percent) / 100;
  }
}
