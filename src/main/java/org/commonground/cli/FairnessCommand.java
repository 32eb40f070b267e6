package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.FairnessAnswer;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how evenly walks to shelters, and room in them, are shared out. */
@Command(name = "fairness", mixinStandardHelpOptions = true, description = "Says how evenly walks to shelters, and room in them, are shared out.")
final class FairnessCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = question.query(null, null);
    answer.print(spec, keeping.answer(spec, connection, ResultKind.FAIRNESS, question.area, query, planner -> Coverage.fairness(planner, query)),
        FairnessCommand::text);
  }

  private static String text(FairnessAnswer fairness) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%s:%n%n  %-36s %10s %8s %12s %12s %7s %7s %11s%n",
        Answer.within(fairness.about()), "people", "total", "covered", "median", "worst tenth", "Gini", "Palma",
        "room/person"));
    fairness.districts().forEach(part -> text.append(row(Answer.name(part.district()), part.share())));
    fairness.groups().forEach(part -> text.append(row(part.name(), part.share())));
    return text.append(row("all", fairness.all())).append(Answer.foot(fairness.about())).toString();
  }

  private static String row(String name, FairnessAnswer.Share share) {
    var room = share.accessibility() == null ? "-" : share.accessibility().equals(share.accessibilityMost())
        ? String.format(Locale.ROOT, "%.2f", share.accessibility())
        : String.format(Locale.ROOT, "%.2f to %.2f", share.accessibility(), share.accessibilityMost());
    return String.format(Locale.ROOT, "  %-36s %,10d %8s %12s %12s %7s %7s %11s%n", name, share.people(),
        Answer.share((int) share.covered(), (int) share.people()), Answer.minutes(share.walkSeconds().median()),
        share.noWay() > 0 ? "some no way" : Answer.minutes(share.worstTenthSeconds()), number(share.gini()), number(share.palma()), room);
  }

  private static String number(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
