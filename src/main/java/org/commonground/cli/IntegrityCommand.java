package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.IntegrityAnswer;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what boundaries between districts cost, and which agreements help most. */
@Command(name = "integrity", mixinStandardHelpOptions = true, description = "Says what boundaries between districts cost, and which agreements help most.")
final class IntegrityCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--count", description = "how many pairs of districts to list, 1 to 1000")
  private Integer count;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = question.query(count, null);
    answer.print(spec, keeping.answer(spec, connection, ResultKind.INTEGRITY, question.area, query, planner -> Coverage.integrity(planner, query)),
        IntegrityCommand::text);
  }

  private static String text(IntegrityAnswer integrity) {
    var text = new StringBuilder(Answer.head(integrity.about(), "people who reach a shelter in time"));
    text.append(Answer.row("the city as one", integrity.together())).append(Answer.row("each district alone", integrity.alone()));
    text.append(String.format(Locale.ROOT, "%nEach district with its own shelters only:%n"));
    integrity.districts().forEach(part -> text.append(Answer.row(Answer.name(part.district()), part.alone())));
    text.append(String.format(Locale.ROOT, "%n%d pairs of districts gain from using each other's shelters%n", integrity.pairCount()));
    integrity.pairs().forEach(pair -> text.append(String.format(Locale.ROOT, "  %,8d people more, %,8d person minutes saved  %s and %s%n",
        pair.people(), pair.personMinutes(), Answer.name(pair.first()), Answer.name(pair.second()))));
    return text.append(Answer.foot(integrity.about())).toString();
  }
}
