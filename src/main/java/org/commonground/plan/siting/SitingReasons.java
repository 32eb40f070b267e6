package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.commonground.statement.Statement;

/** Why no set of sites does what is asked, and the least that would have to change, for people. */
record SitingReasons(SitingChoice question, SitingRows rows) {

  List<Statement> of(SitingProblem problem, SitingResult result) {
    var cover = cover(problem);
    var reasons = new ArrayList<Statement>();
    if (cover != null && cover.alone() > 0) {
      var whom = question.kept() > 0 ? SitingReasonWording.REACH_NO_SITE : SitingReasonWording.REACH_NO_CANDIDATE;
      reasons.add(whom.with(Math.round(cover.alone()), Math.round(cover.total()), question.asked().minutes()));
    }
    if (result.stopped() == Stopped.INFEASIBLE) {
      if (cover == null) {
        result.notes().stream().map(Statement::verbatim).forEach(reasons::add);
      } else if (cover.alone() <= (1 - rows.share()) * cover.total()) {
        noChoice(reasons);
      }
    } else if (result.chosen().length <= question.choice().open().length && question.query().budget() != null) {
      IntStream.range(0, question.candidates().size()).filter(i -> !question.query().closed().contains(question.candidates().get(i).number()))
          .mapToDouble(i -> question.candidates().get(i).cost()).min().ifPresent(least -> {
            if (least > question.query().budget()) {
              reasons.add(SitingReasonWording.BUDGET_BELOW_CHEAPEST.with(question.query().budget(), least));
            }
          });
    }
    return reasons;
  }

  private void noChoice(List<Statement> reasons) {
    var query = question.query();
    double percent = 100 * rows.share();
    if (query.p() == null) {
      reasons.add(query.budget() == null ? SitingReasonWording.NO_CHOICE.with(percent) : SitingReasonWording.NO_CHOICE_FOR.with(query.budget(), percent));
    } else {
      reasons.add(query.budget() == null ? SitingReasonWording.NO_CHOICE_OF.with(query.p(), percent)
          : SitingReasonWording.NO_CHOICE_OF_FOR.with(query.p(), query.budget(), percent));
    }
    if (query.apartMetres() != null) {
      reasons.add(SitingReasonWording.SITES_KEPT_APART.with(query.apartMetres()));
    }
  }

  private static CoverRows cover(SitingProblem problem) {
    return problem instanceof FewestProblem fewest ? fewest.rows() : problem instanceof CheapestProblem cheapest ? cheapest.rows()
        : problem instanceof CoverProblem cover ? cover.rows() : null;
  }

  /** More sites, more money, a closed one let in, a fixed one let go, less distance, longer walks, a smaller share: those that do. */
  List<Statement> leastChange(SitingLimits limits) {
    boolean mustCover = question.goal().mustCover();
    var all = new SitingRows(question, true, SitingWalks.MOST);
    var problem = all.problem();
    var walks = mustCover || problem instanceof CenterProblem ? all.worstWalk().rows() : null;
    long everybody = IntStream.of(question.asked().snapshot().places().people()).asLongStream().sum();
    boolean canWalk = all.countedPeople() == everybody || all.share() < 1;
    var given = new LeastChange.Given(mustCover && canWalk && !all.walks().isCut() ? walks : null, walks == null ? new double[0] : all.countedWeights(), metres(),
        question.forbidden(), question.required());
    var changes = new ArrayList<Statement>();
    for (var change : LeastChange.of(problem, given, limits)) {
      told(change).ifPresent(changes::add);
    }
    if (mustCover && !canWalk) {
      changes.add(SitingReasonWording.LONGER_WALKS_IN_VAIN.with(everybody - all.countedPeople(), Terms.MINUTES.max()));
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

  /** None where what would change was not asked for. */
  private Optional<Statement> told(Change change) {
    var query = question.query();
    int most = query.p() == null ? question.candidates().size() : query.p();
    boolean proven = change.proven();
    return switch (change.kind()) {
      case SITES -> query.p() == null ? Optional.empty() : Optional.of((proven ? SitingReasonWording.MORE_SITES_PROVEN : SitingReasonWording.MORE_SITES)
          .with(change.value() - question.kept(), most));
      case BUDGET -> query.budget() == null ? Optional.empty() : Optional.of((proven ? SitingReasonWording.MORE_MONEY_PROVEN
          : SitingReasonWording.MORE_MONEY).with(change.value(), query.budget()));
      case CLOSED -> Optional.of((proven && change.sites().length > 1 ? SitingReasonWording.LET_IN_PROVEN : SitingReasonWording.LET_IN)
          .with(names(change)));
      case OPEN -> Optional.of(SitingReasonWording.LET_GO.with(names(change)));
      case APART -> Optional.of((proven ? SitingReasonWording.CLOSER_PROVEN : SitingReasonWording.CLOSER)
          .with(Math.floor(change.value()), query.apartMetres()));
      case REACH -> Optional.of((proven ? SitingReasonWording.LONGER_WALKS_PROVEN : SitingReasonWording.LONGER_WALKS)
          .with(seconds(change) / 60, seconds(change) % 60, 100 * rows.share()));
      case SHARE -> Optional.of(proven ? SitingReasonWording.SMALLER_SHARE_PROVEN.with(floor(100 * change.value()))
          : SitingReasonWording.SMALLER_SHARE.with(floor(100 * change.value()), floor(100 * change.bound())));
    };
  }

  private static int seconds(Change change) {
    return (int) Math.ceil(change.value() / 1000);
  }

  /** Each with the number of its space; a drawn place has none. */
  private List<String> names(Change change) {
    return Arrays.stream(change.sites()).mapToObj(site -> {
      var name = question.shelters().get(site).shelter().name();
      var number = question.candidates().get(site - question.before()).number();
      return number == null ? name : name + " (" + number + ")";
    }).toList();
  }

  private static double floor(double percent) {
    return Math.floor(100 * percent) / 100;
  }
}
