package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.result.ResultKind;
import org.commonground.plan.space.GreenAnswer;
import org.commonground.plan.space.Spaces;
import org.commonground.plan.space.SpacesQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what public green people have. */
@Command(name = "green", mixinStandardHelpOptions = true, description = "Says what public green people have, by district.")
final class GreenCommand implements Runnable {

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
    var query = new SpacesQuery(question.query(null, null), null);
    answer.print(spec, keeping.answer(spec, connection, ResultKind.GREEN, question.area, query,
        planner -> Spaces.green(planner, query)), GreenCommand::text);
  }

  private static String text(GreenAnswer green) {
    var text = new StringBuilder(String.format(Locale.ROOT, "  %-30s %10s %12s %9s", "people", "total", "green m²", "m² each"));
    green.minutes().forEach(minutes -> text.append(String.format(Locale.ROOT, " %22s", "none in " + minutes + " min")));
    text.append('\n').append(String.format(Locale.ROOT, "  %-30s %10s %12s %9.2f", "demanded by the rules", "", "", green.demandedM2()));
    green.all().within().forEach(within -> text.append(String.format(Locale.ROOT, " %22s",
        String.format(Locale.ROOT, "(%.2f m² each)", within.demandedM2()))));
    text.append('\n').append(row("The whole area", green.all()));
    green.districts().forEach(part -> text.append(row(Answer.name(part.district()), part)));
    return text.append(Answer.foot(green.about())).toString();
  }

  private static String row(String name, GreenAnswer.Part part) {
    var text = new StringBuilder(String.format(Locale.ROOT, "  %-30s %,10d %,12.0f %9s", name, part.people(), part.greenM2(),
        part.m2PerPerson() == null ? "-" : String.format(Locale.ROOT, "%.2f", part.m2PerPerson())));
    part.within().forEach(within -> text.append(String.format(Locale.ROOT, " %22s", within.unknown() == 0
        ? String.format(Locale.ROOT, "%,d", within.without())
        : String.format(Locale.ROOT, "%,d to %,d", within.without(), within.without() + within.unknown()))));
    return text.append('\n').toString();
  }
}
