package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.RedundancyAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says who has a second and a third shelter, and what the loss of each one means. */
@Command(name = "redundancy", mixinStandardHelpOptions = true,
    description = "Says who has a second and a third shelter in time, and who would be left if one were lost.")
final class RedundancyCommand implements Runnable {

  private static final int STREETS_SHOWN = 20;

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    try (var source = connection.open()) {
      var query = question.query(null, null);
      answer.print(spec, Connection.planner(source).redundancy(query), RedundancyCommand::text);
    }
  }

  private static String text(RedundancyAnswer redundancy) {
    var text = new StringBuilder(String.format(Locale.ROOT, "Within %d minutes (profile %s):%n%n",
        redundancy.minutes(), redundancy.profile())).append(Answer.columns("people who reach at least"));
    redundancy.coverage().forEach(part -> text.append(Answer.row(part.k() == 1 ? "1 shelter" : part.k() + " shelters",
        part.people())));
    text.append(String.format(Locale.ROOT, "%nIf one shelter is lost, so many people reach no other in time:%n"));
    redundancy.losses().forEach(loss -> text.append(String.format(Locale.ROOT, "  %,8d of %,8d  %s%n", loss.uncovered(),
        loss.people(), Answer.shelter(loss.shelter(), loss.name()))));
    text.append(String.format(Locale.ROOT, "%n%,d street sections leave somebody without a shelter in time if they are lost:%n",
        redundancy.streetCount()));
    redundancy.streets().stream().limit(STREETS_SHOWN).forEach(street -> text.append(String.format(Locale.ROOT,
        "  %,8d  %.6f,%.6f  %s%s%n", street.uncovered(), street.lon(), street.lat(),
        street.name() == null ? "(" + street.kind() + ", no name recorded)" : street.name(),
        street.bridge() ? ", bridge" : street.tunnel() ? ", tunnel" : street.steps() ? ", steps" : "")));
    return text.append(Answer.foot(redundancy.rules(), redundancy.shelterNote(), redundancy.assumptions(),
        redundancy.attribution())).toString();
  }
}
