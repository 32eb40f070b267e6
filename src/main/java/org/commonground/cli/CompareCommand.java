package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.CompareAnswer;
import org.commonground.plan.coverage.Coverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts two scenarios, or one and the area as it is, side by side. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Puts two scenarios, or one and the area as it is, side by side.")
final class CompareCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--from", paramLabel = "ID", description = "a scenario; the area as it is where left out")
  private String from;

  @Option(names = "--to", paramLabel = "ID", description = "a scenario; the area as it is where left out")
  private String to;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, Coverage.compare(Connection.planner(source), question.query(null, null), from, to), CompareCommand::text);
    }
  }

  private static String text(CompareAnswer compared) {
    var text = new StringBuilder(Answer.head(compared.about(), "people who reach a shelter in time"));
    compared.districts().forEach(part -> text.append(Answer.row(Answer.name(part.district()) + ", before", part.before()))
        .append(Answer.row(Answer.name(part.district()) + ", after", part.after())));
    text.append(Answer.row("all, before", compared.from().people())).append(Answer.row("all, after", compared.to().people()));
    text.append(String.format(Locale.ROOT, "%nCovered only after: %,d people; only before: %,d; walking time saved: %,d person minutes%n",
        compared.gained(), compared.lost(), compared.minutesSaved()));
    return text.append(Answer.foot(compared.about())).toString();
  }
}
