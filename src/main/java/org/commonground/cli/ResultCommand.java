package org.commonground.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or deletes one kept result. */
@Command(name = "result", mixinStandardHelpOptions = true, description = "Shows or deletes a result that is kept.")
final class ResultCommand {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the kept answer, as JSON.")
  void show(@Parameters(paramLabel = "ID", description = "id of the result") String id, @Mixin Connection connection) {
    try (var source = connection.open()) {
      var out = spec.commandLine().getOut();
      out.println(Connection.results(source).answer(area, id));
      out.flush();
    }
  }

  record Deleted(String area, String deleted) {
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a kept result and its layers.")
  void delete(@Parameters(paramLabel = "ID", description = "id of the result") String id, @Mixin Connection connection,
      @Mixin Answer answer) {
    try (var source = connection.open()) {
      Connection.results(source).delete(area, id);
      answer.print(spec, new Deleted(area, id), deleted -> "Result " + deleted.deleted() + " is deleted.");
    }
  }
}
