package org.commonground.cli;

import java.util.List;
import java.util.Locale;
import org.commonground.plan.result.ResultEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the kept results of an area. */
@Command(name = "results", mixinStandardHelpOptions = true, description = "Lists the results that are kept of an area.")
final class ResultsCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  record Results(List<ResultEntry> results) {
  }

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, new Results(Connection.results(source).list(area)), found -> text(area, found));
    }
  }

  private static String text(String area, Results found) {
    if (found.results().isEmpty()) {
      return "No result is kept yet: ./run coverage " + area + " --keep NAME keeps one.";
    }
    var text = new StringBuilder();
    for (var result : found.results()) {
      text.append(String.format(Locale.ROOT, "%6s  %-40s %-12s %s%s%n", result.id(), result.name(), result.kind(),
          result.createdAt(), result.current() ? "" : "  (the area has been imported anew since)"));
    }
    return text.toString().stripTrailing();
  }
}
