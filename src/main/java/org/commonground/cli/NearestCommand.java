package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.nearest.Nearest;
import org.commonground.plan.nearest.NearestAnswer;
import org.commonground.plan.nearest.NearestQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which shelters are nearest and how to walk there. */
@Command(name = "nearest", mixinStandardHelpOptions = true,
    description = "Says which shelters are nearest on foot, and the way to each.")
final class NearestCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--at", paramLabel = "LON,LAT", required = true, description = "where you are, in degrees")
  private String at;

  @Option(names = "--count", description = "how many shelters, 1 to 50")
  private Integer count;

  @Option(names = "--lang", description = "language of the steps: en or zh")
  private String language;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var place = Place.of(at);
    try (var source = connection.open()) {
      var query = new NearestQuery(question.area, place.lon(), place.lat(), question.profile, question.minutes, count, language,
          question.conditions());
      answer.print(spec, Nearest.answer(Connection.planner(source), query), NearestCommand::text);
    }
  }

  private static String text(NearestAnswer nearest) {
    var text = new StringBuilder();
    if (nearest.shelters().isEmpty()) {
      text.append("No shelter is known here that is open and counts. That does not say that there is none.\n\n");
    }
    for (var shelter : nearest.shelters()) {
      text.append(String.format(Locale.ROOT, "%s: %s, %.0f m%s%s%n",
          shelter.name() == null ? "(no name recorded)" : shelter.name(), Answer.minutes(shelter.walkSeconds()),
          shelter.metres(), shelter.capacity() == null ? ", capacity not recorded" : ", room for " + shelter.capacity(),
          shelter.straightLine() ? ", in a straight line: no way on streets is known" : switch (shelter.inTime()) {
            case "yes" -> "";
            case "no" -> ", not in time";
            default -> ", perhaps not passable: kerbs or surface are not recorded";
          }));
      shelter.steps().forEach(step -> text.append("  ").append(step.text()).append('\n'));
      text.append('\n');
    }
    text.append(Answer.judged(nearest.rules()));
    return text.append(nearest.shelterNote() == null ? "" : nearest.shelterNote() + "\n").append(nearest.attribution())
        .toString();
  }
}
