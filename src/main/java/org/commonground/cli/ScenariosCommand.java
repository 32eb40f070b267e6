package org.commonground.cli;

import java.util.List;
import java.util.Locale;
import org.commonground.plan.scenario.ScenarioAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the scenarios of an area. */
@Command(name = "scenarios", mixinStandardHelpOptions = true, description = "Lists the scenarios of an area.")
final class ScenariosCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  record Scenarios(List<ScenarioAnswer> scenarios) {
  }

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, new Scenarios(Connection.scenarios(source).list(area)), found -> text(area, found));
    }
  }

  private static String text(String area, Scenarios found) {
    if (found.scenarios().isEmpty()) {
      return "There is no scenario yet: ./run scenario " + area + " new --title TITLE makes one.";
    }
    var text = new StringBuilder();
    for (var scenario : found.scenarios()) {
      text.append(String.format(Locale.ROOT, "%6s  %-40s %4d %s  changed %s%s%s%n", scenario.id(), scenario.title(),
          scenario.edits().size(), scenario.edits().size() == 1 ? "edit " : "edits", scenario.changedAt(),
          scenario.author() == null ? "" : "  by " + scenario.author(),
          scenario.notApplied().isEmpty() ? "" : "  (" + scenario.notApplied().size() + " no longer apply)"));
    }
    return text.toString().stripTrailing();
  }
}
