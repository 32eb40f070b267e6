package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.district.DistrictProfiles;
import org.commonground.plan.district.MobilizationAnswer;
import org.commonground.plan.district.ProfilesQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says who has a shelter some hours after the alarm. */
@Command(name = "mobilization", mixinStandardHelpOptions = true,
    description = "Says who has a shelter some hours after the alarm, by how long shelters take to be opened, equipped and staffed.")
final class MobilizationCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "by the facts entered for that day instead of today's")
  private String asOf;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, DistrictProfiles.mobilization(Connection.planner(source),
          new ProfilesQuery(question.query(null, null), asOf)), MobilizationCommand::text);
    }
  }

  private static String text(MobilizationAnswer mobilization) {
    var text = new StringBuilder(Answer.head(mobilization.about(), "people with a shelter that is ready"));
    mobilization.hours().forEach(hour -> text.append(Answer.row(String.format(Locale.ROOT, "after %.0f h", hour.hours()), hour.people())));
    text.append(String.format(Locale.ROOT, "%n  %-36s %10s %10s %20s %20s %12s%n", "shelters", "ready", "in doubt", "places ready",
        "places in doubt", "places"));
    mobilization.hours().forEach(hour -> text.append(String.format(Locale.ROOT, "  %-36s %10d %10d %,20d %,20d %,12d%n",
        String.format(Locale.ROOT, "after %.0f h", hour.hours()), hour.ready(), hour.perhaps(), hour.capacityReady(), hour.capacityPerhaps(),
        hour.capacity())));
    return text.append(Answer.foot(mobilization.about())).toString();
  }
}
