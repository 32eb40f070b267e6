package org.commonground.cli;

import java.util.LinkedHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enters or deletes one fact. */
@Command(name = "fact", mixinStandardHelpOptions = true,
    description = "Enters or deletes a fact about an area, a district, a space or a shelter that no map says.")
final class FactCommand {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  @Command(name = "add", mixinStandardHelpOptions = true, description = "Enters a fact; a newer one takes the place of an older.")
  void add(
      @Option(names = "--kind", required = true, description = "volunteers, drills, supplies, agreements; of a space or a shelter "
          + "opening, equipping, staffing too: minutes each stage takes, one after the other") String kind,
      @Option(names = "--value", required = true, description = "in the unit of the kind") Double value,
      @Option(names = "--district", description = "number of the district it is about") Integer district,
      @Option(names = "--space", description = "number of the space it is about") Integer space,
      @Option(names = "--shelter", description = "number of the shelter it is about") Integer shelter,
      @Option(names = "--source", required = true, description = "who says so") String from,
      @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "on which it was so") String date,
      @Option(names = "--note", description = "more about it") String note, @Mixin Connection connection, @Mixin Answer answer) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", kind);
    fields.put("value", value);
    fields.put("district", district);
    fields.put("space", space);
    fields.put("shelter", shelter);
    fields.put("source", from);
    fields.put("date", date);
    fields.put("note", note);
    try (var source = connection.open()) {
      answer.print(spec, Connection.facts(source).add(area, fields), FactsCommand::line);
    }
  }

  record Deleted(String area, String deleted) {
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a fact.")
  void delete(@Parameters(paramLabel = "ID", description = "id of the fact") String id, @Mixin Connection connection,
      @Mixin Answer answer) {
    try (var source = connection.open()) {
      Connection.facts(source).delete(area, id);
      answer.print(spec, new Deleted(area, id), deleted -> "Fact " + deleted.deleted() + " is deleted.");
    }
  }
}
