package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.UnknownsAnswer;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which missing facts keep answers open, and where to survey first. */
@Command(name = "unknowns", mixinStandardHelpOptions = true,
    description = "Says which missing facts keep answers open, and where to survey first.")
final class UnknownsCommand implements Runnable {

  private static final int SHOWN = 20;

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--count", description = "how many streets and shelters to list, 1 to 1000")
  private Integer count;

  @Option(names = "--k", description = "how many different shelters one must reach, 1 to 3")
  private Integer k;

  @Mixin
  private CollapseOptions collapse;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = collapse.query(question.query(count, k));
    answer.print(spec, keeping.answer(spec, connection, ResultKind.UNKNOWNS, question.area, query, planner -> Coverage.unknowns(planner, query)),
        unknowns -> text(unknowns, count == null ? SHOWN : count));
  }

  private static String text(UnknownsAnswer unknowns, int shown) {
    var text = new StringBuilder(Answer.head(unknowns.about(), "people who reach " + (unknowns.k() == 1 ? "a shelter"
        : unknowns.k() + " shelters") + " in time"));
    text.append(Answer.row("all", unknowns.people())).append(collapse(unknowns.collapse()))
        .append(String.format(Locale.ROOT, "%nThe answers that are unknown hang on:%n"));
    unknowns.facts().forEach(fact -> text.append(String.format(Locale.ROOT, "  %10s people (%s on nothing else)  %s of %,d %ss%n",
        persons(fact.people()), persons(fact.alone()), fact.fact(), fact.count(), fact.layer())));
    text.append(String.format(Locale.ROOT, "%nWhat to survey first, of %,d places:%n", unknowns.placeCount()));
    unknowns.places().stream().limit(shown).forEach(place -> text.append(String.format(Locale.ROOT, "  %10s people  %.6f,%.6f  %s%s: %s%n",
        persons(place.people()), place.lon(), place.lat(), place.layer(), place.name() == null ? "" : " " + place.name(),
        String.join(", ", place.facts()))));
    if (unknowns.levels() != null) {
      text.append(String.format(Locale.ROOT, "%nStoreys that are not recorded leave open whether %,d or %,d people live in time.%n",
          unknowns.levels().coveredLow(), unknowns.levels().coveredHigh()));
    }
    return text.append(Answer.foot(unknowns.about())).toString();
  }

  private static String collapse(UnknownsAnswer.CollapsePart collapse) {
    return collapse == null ? "" : String.format(Locale.ROOT, "%nWith %.0f of 100 buildings collapsed (model %s, mean of %d samples) %,.1f "
        + "to %,.1f people are covered.%n", collapse.damage(), collapse.model(), collapse.samples(), collapse.expected(),
        collapse.mostExpected());
  }

  /** A mean over samples has decimals. */
  private static String persons(double people) {
    return people == Math.rint(people) ? String.format(Locale.ROOT, "%,.0f", people) : String.format(Locale.ROOT, "%,.2f", people);
  }
}
