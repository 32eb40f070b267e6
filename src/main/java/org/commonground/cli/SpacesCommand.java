package org.commonground.cli;

import java.util.List;
import java.util.Locale;
import org.commonground.space.Space;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the public spaces of an area. */
@Command(name = "spaces", mixinStandardHelpOptions = true, description = "Lists public spaces and public buildings.")
final class SpacesCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  record Spaces(String area, String attribution, List<Entry> spaces) {
  }

  record Entry(int id, String sourceId, String kind, String name, double areaM2, double lon, double lat) {

    static Entry of(Space space) {
      var inside = space.geometry().getInteriorPoint();
      return new Entry(space.id(), space.sourceId(), space.kind().word(), space.name(),
          Math.round(space.areaM2() * 10) / 10.0, inside.getX(), inside.getY());
    }
  }

  @Override
  public void run() {
    try (var source = connection.open()) {
      var city = Connection.planner(source).snapshot(area).city();
      answer.print(spec, new Spaces(area, city.area().attribution(), city.spaces().stream().map(Entry::of).toList()),
          SpacesCommand::text);
    }
  }

  private static String text(Spaces spaces) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%d spaces%n%n  %-5s %-18s %10s  %s%n", spaces.spaces().size(),
        "id", "kind", "m²", "name"));
    spaces.spaces().forEach(space -> text.append(String.format(Locale.ROOT, "  %-5d %-18s %10s  %s%n", space.id(),
        space.kind(), space.areaM2() == 0 ? "point" : String.format(Locale.ROOT, "%,.0f", space.areaM2()),
        space.name() == null ? "-" : space.name())));
    return text.append('\n').append(spaces.attribution()).toString();
  }
}
