package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.ExpectedAnswer;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says who stays covered when collapsing buildings block streets by chance. */
@Command(name = "expected", mixinStandardHelpOptions = true, description = "Says who stays covered when collapsing buildings block streets by chance.")
final class ExpectedCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

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
    var query = collapse.query(question.query(null, null));
    answer.print(spec, keeping.answer(spec, connection, ResultKind.EXPECTED, question.area, query, planner -> Coverage.expected(planner, query)),
        ExpectedCommand::text);
  }

  private static String text(ExpectedAnswer expected) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%s, %.0f of 100 buildings collapsed, %d samples, "
        + "model %s:%n%n  %-36s %10s %10s %10s %23s %10s %14s%n", Answer.within(expected.about()), expected.damage(),
        expected.samples(), expected.model(), "people covered", "total", "undamaged", "expected", "95 % of the mean", "1 in 20", "if favourable"));
    expected.districts().forEach(part -> text.append(row(Answer.name(part.district()), part.people())));
    text.append(row("all", expected.people())).append(String.format(Locale.ROOT, "%nStreet sections blocked, on average: %.0f to %.0f%n",
        expected.blockedStreets().least(), expected.blockedStreets().most()));
    return text.append(Answer.foot(expected.about())).toString();
  }

  private static String row(String name, ExpectedAnswer.Part part) {
    return String.format(Locale.ROOT, "  %-36s %,10d %,10d %,10.0f %,11.1f to %,8.1f %,10d %,14.0f%n", name, part.total(), part.covered(),
        part.expected(), part.low(), part.high(), part.bad(), part.mostExpected());
  }
}
