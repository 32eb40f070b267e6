package org.commonground.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The least that must change where so few sites cannot cover what they should: one of more sites, a longer reach, a smaller share. */
public final class LeastChange {

  private LeastChange() {
  }

  /**
   * @param problem  that has no answer
   * @param distance of everybody to every candidate, beyond the present reach too; null where it is not known
   * @param limits   of each search
   * @return a sentence for each change that would do, proven or with its bound; the others cannot do it alone
   */
  public static List<String> of(FewestProblem problem, MedianRows distance, SitingLimits limits) {
    var sentences = new ArrayList<String>();
    var choice = problem.choice();
    var all = choice.candidates() - choice.closed().length;
    var more = SitingSolver.solve(problem.with(choice.most(Math.max(choice.most(), all))), limits, SitingProgress.NONE);
    if (!Double.isNaN(more.value()) && more.value() > choice.most()) {
      sentences.add(String.format(Locale.ROOT, "With %.0f sites instead of %d it can be done%s.", more.value(), choice.most(),
          more.proven() ? ", with fewer it cannot" : String.format(Locale.ROOT, "; fewer than %.0f are refuted", more.bound())));
    }
    if (distance != null && problem.share() == 1) {
      var longer = SitingSolver.solve(new CenterProblem(choice, distance), limits, SitingProgress.NONE);
      if (!Double.isNaN(longer.value())) {
        sentences.add(String.format(Locale.ROOT, "With a reach of %s, %d sites cover everybody%s.", longer.value(), choice.most(),
            longer.proven() ? ", with a shorter one they cannot" : "; shorter than " + longer.bound() + " is refuted"));
      }
    }
    var fewer = SitingSolver.solve(new CoverProblem(choice, problem.rows()), limits, SitingProgress.NONE);
    double total = problem.rows().total();
    sentences.add(String.format(Locale.ROOT, "With a share of %.2f %% it can be done by %d sites%s.",
        Math.floor(1e4 * fewer.value() / total) / 100, choice.most(), fewer.proven() ? ", with a larger one it cannot"
            : String.format(Locale.ROOT, "; above %.2f %% is refuted", 100 * fewer.bound() / total)));
    return sentences;
  }
}
