package org.commonground.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonground.siting.CheapestProblem;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.CoverRows;
import org.commonground.siting.FewestProblem;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProblem;
import org.commonground.siting.SitingProgress;
import org.commonground.siting.SitingResult;
import org.commonground.siting.SitingSolver;
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

  /** One of more sites, more money, no least distance, longer walks and a smaller share; what cannot do it alone is left out. */
  List<String> leastChange(SitingProblem problem, SitingLimits limits) {
    var changes = new ArrayList<String>();
    var cover = cover(problem);
    if (cover == null) {
      return changes;
    }
    var choice = question.choice();
    int all = choice.candidates() - choice.closed().length;
    if (question.query().p() != null && choice.most() < all) {
      more(solved(problem.with(choice.most(all)), limits), changes);
    }
    if (question.query().budget() != null) {
      dearer(solved(new CheapestProblem(choice.within(Double.POSITIVE_INFINITY, choice.cost()), cover, rows.share()), limits), changes);
    }
    if (choice.tooClose().length > 0 && !Double.isNaN(solved(problem.with(choice.apart(new int[0][])), limits).value())) {
      changes.add("Without a least distance between sites it can be done.");
    }
    if (rows.share() == 1) {
      longer(solved(rows.worstWalk(), limits), changes);
    }
    var most = solved(new CoverProblem(choice, cover), limits);
    if (!Double.isNaN(most.value())) {
      changes.add(String.format(Locale.ROOT, "With a share of %.2f %% it can be done%s.", floor(100 * most.value() / cover.total()),
          most.proven() ? ", with a larger one it cannot"
              : String.format(Locale.ROOT, "; above %.2f %% it cannot", 100 * most.bound() / cover.total())));
    }
    return changes;
  }

  private static SitingResult solved(SitingProblem problem, SitingLimits limits) {
    return SitingSolver.solve(problem, limits, SitingProgress.NONE);
  }

  private void more(SitingResult more, List<String> changes) {
    int p = more.chosen().length - question.kept();
    if (Double.isNaN(more.value())) {
      return;
    }
    boolean counted = question.goal() == SitingGoal.FEWEST && more.proven();
    changes.add(String.format(Locale.ROOT, "With %d new shelters instead of %d it can be done%s.", p, question.query().p(),
        counted ? ", with fewer it cannot" : ""));
  }

  private void dearer(SitingResult dearer, List<String> changes) {
    if (!Double.isNaN(dearer.value())) {
      changes.add("With a budget of " + shown(dearer.value()) + " instead of " + shown(question.query().budget()) + " it can be done"
          + (dearer.proven() ? ", with less it cannot." : "."));
    }
  }

  private void longer(SitingResult longer, List<String> changes) {
    long people = rows.countedPeople();
    int everybody = question.asked().coverage(1).total().total();
    if (!Double.isNaN(longer.value()) && people == everybody) {
      int seconds = (int) Math.ceil(longer.value() / 1000);
      changes.add(String.format(Locale.ROOT, "If people may walk %d min %02d s, everybody can be in time%s.", seconds / 60, seconds % 60,
          longer.proven() ? ", with shorter walks not" : ""));
    } else if (people < everybody) {
      changes.add(String.format(Locale.ROOT, "Longer walks alone do not do it: %,d people reach no candidate within %d minutes.",
          everybody - people, Terms.MINUTES.max()));
    }
  }

  /** As it was asked, without a decimal point that says nothing. */
  private static String shown(double number) {
    return new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static double floor(double percent) {
    return Math.floor(100 * percent) / 100;
  }
}
