package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.district.DistrictProfileAnswer;
import org.commonground.plan.district.DistrictProfileAnswer.Part;
import org.commonground.plan.district.DistrictProfiles;
import org.commonground.plan.district.Indicator.Value;
import org.commonground.plan.district.ProfilesQuery;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the four characters of each district. */
@Command(name = "profiles", mixinStandardHelpOptions = true,
    description = "Measures the four characters of each district: integrity, mobilization, emergency, redundancy.")
final class ProfilesCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "by the facts entered for that day instead of today's")
  private String asOf;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = new ProfilesQuery(question.query(null, null), asOf);
    answer.print(spec, keeping.answer(spec, connection, ResultKind.PROFILES, question.area, query,
        planner -> DistrictProfiles.profile(planner, query)), ProfilesCommand::text);
  }

  private static String text(DistrictProfileAnswer profiles) {
    var text = new StringBuilder();
    text.append(part("The whole area", profiles.all(), profiles));
    profiles.districts().forEach(part -> text.append(part(Answer.name(part.district()), part, profiles)));
    text.append("What is measured:\n");
    profiles.indicators().forEach(indicator -> text.append(String.format(Locale.ROOT, "  %-14s %s (%s; %s is better; %s)%n", indicator.name(),
        indicator.definition(), indicator.unit(), indicator.more() ? "more" : "less", String.join(", ", indicator.stages()))));
    return text.append(Answer.foot(profiles.about())).toString();
  }

  private static String part(String name, Part part, DistrictProfileAnswer profiles) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%s, %,d people%n", name, part.people()));
    var character = "";
    for (int i = 0; i < profiles.indicators().size(); i++) {
      var indicator = profiles.indicators().get(i);
      text.append(String.format(Locale.ROOT, "  %-14s %-36s %s%s%n", indicator.character().equals(character) ? "" : indicator.character(),
          indicator.name(), value(part.values().get(i), indicator.unit()),
          indicator.name().equals("worstLoss") && part.worstLoss() != null
              ? "  " + Answer.shelter(part.worstLoss().shelter(), part.worstLoss().name()) : ""));
      character = indicator.character();
    }
    part.facts().forEach(fact -> text.append("  ").append(FactsCommand.line(fact)).append('\n'));
    return text.append('\n').toString();
  }

  private static String value(Value value, String unit) {
    if (value.low() == null) {
      return "not known";
    }
    var low = number(value.low(), unit);
    return value.low().equals(value.high()) ? low : low + " to " + number(value.high(), unit);
  }

  private static String number(double value, String unit) {
    return unit.equals("share") ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
        : unit.equals("persons") ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
  }
}
