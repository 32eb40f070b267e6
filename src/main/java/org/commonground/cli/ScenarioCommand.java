package org.commonground.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.EditJson;
import org.commonground.plan.scenario.Scenario.Heading;
import org.commonground.plan.scenario.ScenarioAnswer;
import org.commonground.plan.scenario.Scenarios;
import org.commonground.plan.scenario.ShelterRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes, changes and shows one scenario: each of the words after the area is a command of its own. */
@Command(name = "scenario", mixinStandardHelpOptions = true,
    description = "Makes, changes and shows a scenario: the area plus edits.%nEvery change prints the scenario as it then is.")
final class ScenarioCommand {

  private static final String AT = "longitude and latitude, in degrees";
  private static final String LON_LAT = "LON,LAT";
  private static final String SHELTER = "number of the shelter: the area's own from 0, then those added";
  private static final String WHY = "why";

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  /** The scenario that is meant, for every command but {@code new}. */
  static final class Which {

    @Parameters(paramLabel = "ID", description = "id of the scenario")
    private String id;

    @Mixin
    private Connection connection;

    @Mixin
    private Answer answer;
  }

  @Command(name = "new", mixinStandardHelpOptions = true, description = "Makes a scenario without edits.")
  void make(@Option(names = "--title", required = true, description = "for people") String title,
      @Option(names = "--author", description = "who") String author,
      @Option(names = "--reason", description = WHY) String reason, @Mixin Connection at, @Mixin Answer how) {
    tell(at, how, scenarios -> scenarios.create(area, new Heading(title, author, reason), List.of()));
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a scenario with its edits.")
  void show(@Mixin Which which) {
    tell(which, scenarios -> scenarios.show(area, which.id));
  }

  @Command(name = "rename", mixinStandardHelpOptions = true,
      description = "Changes title, author or reason; what is not given stays, and an empty text takes it away.")
  void rename(@Mixin Which which, @Option(names = "--title", description = "for people") String title,
      @Option(names = "--author", description = "who") String author,
      @Option(names = "--reason", description = WHY) String reason) {
    tell(which, scenarios -> scenarios.rename(area, which.id, null, old -> new Heading(title == null ? old.title() : title,
        author == null ? old.author() : author, reason == null ? old.reason() : reason)));
  }

  @Command(name = "copy", mixinStandardHelpOptions = true, description = "Makes a scenario with the same edits.")
  void copy(@Mixin Which which, @Option(names = "--title", description = "of the copy") String title) {
    tell(which, scenarios -> scenarios.copy(area, which.id, title));
  }

  record Deleted(String area, String deleted) {
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a scenario.")
  void delete(@Mixin Which which) {
    try (var source = which.connection.open()) {
      Connection.scenarios(source).delete(area, which.id, null);
      which.answer.print(spec, new Deleted(area, which.id), deleted -> "Scenario " + deleted.deleted() + " is deleted.");
    }
  }

  @Command(name = "undo", mixinStandardHelpOptions = true, description = "Takes the last edit back.")
  void undo(@Mixin Which which) {
    tell(which, scenarios -> scenarios.undo(area, which.id, null));
  }

  @Command(name = "add-shelter", mixinStandardHelpOptions = true, description = "Adds a shelter at a point.")
  void addShelter(@Mixin Which which,
      @Option(names = "--at", required = true, paramLabel = LON_LAT, description = AT) String at,
      @Option(names = "--name", required = true, description = "for people") String name,
      @Option(names = "--capacity", description = "persons; not known where not given") Integer capacity) {
    var place = Place.of(at);
    edit(which, new Edit.AddShelter(place.lon(), place.lat(), name, capacity));
  }

  @Command(name = "close-shelter", mixinStandardHelpOptions = true, description = "Closes a shelter.")
  void closeShelter(@Mixin Which which, @Option(names = "--shelter", required = true, description = SHELTER) int shelter,
      @Option(names = "--reason", description = WHY) String reason) {
    edit(which, new Edit.CloseShelter(ShelterRef.asked(shelter), reason));
  }

  @Command(name = "resize-shelter", mixinStandardHelpOptions = true,
      description = "Says for how many persons a shelter has room.")
  void resizeShelter(@Mixin Which which, @Option(names = "--shelter", required = true, description = SHELTER) int shelter,
      @Option(names = "--capacity", required = true, description = "persons") Integer capacity) {
    edit(which, new Edit.ResizeShelter(ShelterRef.asked(shelter), capacity));
  }

  @Command(name = "move-shelter", mixinStandardHelpOptions = true,
      description = "Moves a shelter, with its outline, so that its middle comes to a place.")
  void moveShelter(@Mixin Which which, @Option(names = "--shelter", required = true, description = SHELTER) int shelter,
      @Option(names = "--at", required = true, paramLabel = LON_LAT, description = AT) String at) {
    var place = Place.of(at);
    edit(which, new Edit.MoveShelter(ShelterRef.asked(shelter), place.lon(), place.lat()));
  }

  @Command(name = "close-street", mixinStandardHelpOptions = true,
      description = "Closes the street section nearest to a place, at most 50 m away.")
  void closeStreet(@Mixin Which which,
      @Option(names = "--at", required = true, paramLabel = LON_LAT, description = AT) String at,
      @Option(names = "--reason", description = WHY) String reason) {
    var place = Place.of(at);
    edit(which, new Edit.CloseStreet(place.lon(), place.lat(), null, reason));
  }

  @Command(name = "close-area", mixinStandardHelpOptions = true, description = "Closes every street inside a polygon.")
  void closeArea(@Mixin Which which,
      @Option(names = "--polygon", required = true, paramLabel = "FILE", description = "a GeoJSON Polygon") Path polygon,
      @Option(names = "--reason", description = WHY) String reason) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "close-area");
    json.put("geometry", geoJson(polygon));
    json.put("reason", reason);
    edit(which, EditJson.asked(json));
  }

  @Command(name = "hazard", mixinStandardHelpOptions = true, description = "Switches a hazard layer on or off.")
  void hazard(@Mixin Which which, @Option(names = "--name", required = true, description = "of the hazard layer") String name,
      @Option(names = "--off", description = "off instead of on") boolean off) {
    edit(which, new Edit.HazardSwitch(name, !off));
  }

  private static Object geoJson(Path file) {
    try {
      return JsonMapper.shared().readValue(Files.readString(file, StandardCharsets.UTF_8), Map.class);
    } catch (JacksonException mistake) {
      throw new InvalidInput(Code.FILE_CONTENT, "--polygon", "--polygon is " + file + ", but that is no JSON object.");
    } catch (IOException mistake) {
      throw new InvalidInput(Code.FILE_UNREADABLE, "--polygon", "--polygon is " + file + ", but that cannot be read as text.");
    }
  }

  private void edit(Which which, Edit edit) {
    tell(which, scenarios -> scenarios.edit(area, which.id, null, edit));
  }

  private void tell(Which which, Function<Scenarios, ScenarioAnswer> ask) {
    tell(which.connection, which.answer, ask);
  }

  private void tell(Connection at, Answer how, Function<Scenarios, ScenarioAnswer> ask) {
    try (var source = at.open()) {
      how.print(spec, ask.apply(Connection.scenarios(source)), ScenarioCommand::text);
    }
  }

  private static String text(ScenarioAnswer scenario) {
    var text = new StringBuilder("Scenario " + scenario.id() + ": " + scenario.title()
        + (scenario.author() == null ? "" : ", by " + scenario.author()) + "\n");
    if (scenario.reason() != null) {
      text.append(scenario.reason()).append('\n');
    }
    for (int no = 0; no < scenario.edits().size(); no++) {
      text.append(String.format("%5d  ", no + 1)).append(words(scenario.edits().get(no))).append('\n');
    }
    if (scenario.edits().isEmpty()) {
      text.append("  no edits yet\n");
    }
    scenario.notApplied().forEach(edit -> text.append("  ").append(edit.told().sentence()).append('\n'));
    return text.toString().stripTrailing();
  }

  private static String words(Map<String, Object> edit) {
    var words = new StringBuilder(String.valueOf(edit.get("type")));
    edit.forEach((name, value) -> {
      if (!name.equals("type") && value != null) {
        words.append("  ").append(name).append(' ').append(value instanceof Map<?, ?> ? "(polygon)" : value);
      }
    });
    return words.toString();
  }
}
