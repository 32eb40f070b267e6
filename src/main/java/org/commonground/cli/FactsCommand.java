package org.commonground.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.commonground.plan.fact.FactAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what people have entered about an area. */
@Command(name = "facts", mixinStandardHelpOptions = true, description = "Lists what people have entered about an area.")
final class FactsCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name of the area")
  private String area;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  record Listed(List<FactAnswer> facts) {
  }

  @Override
  public void run() {
    try (var source = connection.open()) {
      answer.print(spec, new Listed(Connection.facts(source).list(area)), found -> text(area, found));
    }
  }

  private static String text(String area, Listed found) {
    if (found.facts().isEmpty()) {
      return "Nothing has been entered yet: ./run fact " + area + " add --help says how.";
    }
    var text = new StringBuilder();
    found.facts().forEach(fact -> text.append(line(fact)).append('\n'));
    return text.toString().stripTrailing();
  }

  static String line(FactAnswer fact) {
    var about = fact.on().equals("area") ? "the whole area"
        : fact.on() + " " + (fact.name() == null ? fact.sourceId() : fact.name()) + (fact.gone() ? " (there no more)" : "");
    return String.format(Locale.ROOT, "%5s  %-10s %12s %-14s %s  %s: %s%s%s", fact.id(), fact.kind(),
        BigDecimal.valueOf(fact.value()).stripTrailingZeros().toPlainString(), fact.unit(),
        fact.date(), about, fact.source(), fact.note() == null ? "" : "; " + fact.note(), fact.current() ? "" : "  (a newer one counts)");
  }
}
