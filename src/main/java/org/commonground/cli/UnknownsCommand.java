package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.UnknownsAnswer;
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

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, Connection.planner(source).unknowns(question.query(count, null)),
          unknowns -> text(unknowns, count == null ? SHOWN : count));
    }
  }

  private static String text(UnknownsAnswer unknowns, int shown) {
    var text = new StringBuilder(Answer.head(unknowns.about(), "people who reach a shelter in time"));
    text.append(Answer.row("all", unknowns.people())).append(String.format(Locale.ROOT, "%nThe answers that are unknown hang on:%n"));
    unknowns.facts().forEach(fact -> text.append(String.format(Locale.ROOT, "  %,8d people (%,d on nothing else)  %s of %,d %ss%n",
        fact.people(), fact.alone(), fact.fact(), fact.count(), fact.layer())));
    text.append(String.format(Locale.ROOT, "%nWhat to survey first, of %,d places:%n", unknowns.placeCount()));
    unknowns.places().stream().limit(shown).forEach(place -> text.append(String.format(Locale.ROOT, "  %,8d people  %.6f,%.6f  %s%s: %s%n", place.people(),
        place.lon(), place.lat(), place.layer(), place.name() == null ? "" : " " + place.name(), String.join(", ", place.facts()))));
    if (unknowns.levels() != null) {
      text.append(String.format(Locale.ROOT, "%nStoreys that are not recorded leave open whether %,d or %,d people live in time.%n",
          unknowns.levels().coveredLow(), unknowns.levels().coveredHigh()));
    }
    return text.append(Answer.foot(unknowns.about())).toString();
  }
}
