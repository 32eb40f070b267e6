package org.commonground.cli;

import java.util.List;
import java.util.Locale;
import org.commonground.plan.AreaAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the areas in the store. */
@Command(name = "areas", mixinStandardHelpOptions = true, description = "Lists the areas there are.")
final class AreasCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  record Areas(List<AreaAnswer> areas) {
  }

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, new Areas(Connection.planner(source).areas()), AreasCommand::text);
    }
  }

  private static String text(Areas areas) {
    if (areas.areas().isEmpty()) {
      return "There is no area yet: ./run imports the sample, ./run import AREA --osm FILE one of yours.";
    }
    var text = new StringBuilder();
    for (var area : areas.areas()) {
      text.append(String.format(Locale.ROOT, "%-20s %-30s %,10d people  %4d shelters  map data of %s%n", area.name(),
          area.title(), area.people(), area.counts().get("shelter"), area.dataDate() == null ? "unknown date" : area.dataDate()));
    }
    return text.toString().stripTrailing();
  }
}
