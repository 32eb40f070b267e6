package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.RedundancyAnswer;
import org.commonground.plan.result.ResultKind;
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
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = question.query(null, null);
    answer.print(spec, keeping.answer(spec, connection, ResultKind.REDUNDANCY, question.area, query,
        planner -> Coverage.redundancy(planner, query)), redundancy -> text(redundancy, question.conditions().capacity()));
  }

  /** @param room whether that was asked for, which this answer does not look at */
  private static String text(RedundancyAnswer redundancy, boolean room) {
    var text = new StringBuilder(String.format(Locale.ROOT, "Within %d minutes (%s%s):%n%n", redundancy.minutes(), Answer.conditions(
        redundancy.profile(), redundancy.hazard(), redundancy.night(), redundancy.scenario()), room ? ", whatever room there is" : ""))
        .append(Answer.columns("people who reach at least"));
    redundancy.coverage().forEach(part -> text.append(Answer.row(part.k() == 1 ? "1 shelter" : part.k() + " shelters",
        part.people())));
    text.append(String.format(Locale.ROOT,
        "%nIf one shelter is lost, so many people reach no other in time, and the others walk longer:%n"));
    redundancy.losses().forEach(loss -> text.append(String.format(Locale.ROOT, "  %,8d of %,8d, %,8d person minutes more  %s%n",
        loss.uncovered(), loss.people(), loss.personMinutes(), Answer.shelter(loss.shelter(), loss.name()))));
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
