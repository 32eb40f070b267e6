package org.commonground.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.RulesName;
import org.commonground.statement.Statement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints an answer: one JSON document, or text for a person. */
final class Answer {

  @Option(names = "--json", description = "one JSON document on standard output, the same as over HTTP")
  private boolean json;

  <T> void print(CommandSpec command, T answer, Function<T, String> text) {
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(answer)
        : text.apply(answer));
    out.flush();
  }

  /** Share in percent that never says all or nobody where it is not so. */
  static String share(int part, int total) {
    if (total == 0) {
      return "-";
    }
    double percent = 100.0 * part / total;
    double shown = Math.round(percent * 10) / 10.0;
    if (shown >= 100 && part < total) {
      shown = 99.9;
    } else if (shown <= 0 && part > 0) {
      shown = 0.1;
    }
    return String.format(Locale.ROOT, "%.1f %%", shown);
  }

  static String row(String name, People people) {
    return String.format(Locale.ROOT, "  %-36s %,10d %,10d %8s %,10d %,10d %,11d%n", name, people.total(), people.covered(),
        share(people.covered(), people.total()), people.unknown(), people.notCovered(), people.unreachable());
  }

  /** What a table of people is about, and its columns. */
  static String head(Provenance about, String people) {
    return within(about) + ":\n\n" + columns(people);
  }

  /** Time limit and conditions of an answer, as its first words. */
  static String within(Provenance about) {
    return "Within " + about.minutes() + " minutes (" + conditions(about.profile(), about.hazard(), about.night(), about.scenario()) + ")";
  }

  /** @param scenario id; null for the area as it is */
  static String conditions(String profile, String hazard, boolean night, String scenario) {
    return "profile " + profile + (hazard == null ? "" : ", " + hazard) + (night ? ", by night" : "")
        + (scenario == null ? "" : ", scenario " + scenario);
  }

  /** The columns of {@link #row}. */
  static String columns(String people) {
    return String.format(Locale.ROOT, "  %-36s %10s %10s %8s %10s %10s %11s%n", people, "total", "covered", "share", "unknown",
        "notCovered", "unreachable");
  }

  /** What a reader must know of an answer. */
  static String foot(Provenance about) {
    return foot(about.rules(), about.shelterNote(), about.assumptions(), about.attribution());
  }

  /** @param shelterNote null where there is nothing to say */
  static String foot(RulesName rules, String shelterNote, List<Statement> assumptions, String attribution) {
    var text = new StringBuilder("\n" + judged(rules));
    if (shelterNote != null) {
      text.append(shelterNote).append('\n');
    }
    assumptions.forEach(assumption -> text.append("  ").append(assumption.sentence()).append('\n'));
    return text.append(attribution).toString();
  }

  static String judged(RulesName rules) {
    return "Judged by rule pack " + rules.name() + ", version " + rules.version() + ".\n";
  }

  /** @param name null where none is recorded */
  static String shelter(int id, String name) {
    return name == null ? "(shelter " + id + ", no name recorded)" : name;
  }

  static String name(DistrictName district) {
    return district.name() == null ? "(outside every district)" : district.name();
  }

  static String minutes(Integer seconds) {
    return seconds == null ? "no way" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }
}
