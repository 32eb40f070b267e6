package org.commonground.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.plan.rules.RulesAnswer;
import org.commonground.plan.rules.RulesEntry;
import org.commonground.rules.RulePack.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the rule packs, or shows the figures of one. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the rule packs; of one it shows every figure with its "
    + "clause and source, and whether somebody compared it with the primary text.")
final class RulesCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "PACK", arity = "0..1", description = "name of a rule pack; all are listed where left out")
  private String pack;

  @Mixin
  private Answer answer;

  record Listed(List<RulesEntry> rules) {
  }

  @Override
  public void run() {
    var rules = Connection.rules();
    if (pack == null) {
      answer.print(spec, new Listed(rules.list()), RulesCommand::text);
    } else {
      answer.print(spec, rules.answer(pack), RulesCommand::text);
    }
  }

  private static String text(Listed listed) {
    return listed.rules().stream().map(rules -> String.format(Locale.ROOT,
        "%-16s %s%s%n  %s, version %s; %d figures%s, %d compared with the primary text%s", rules.name(), rules.title(),
        rules.chosen() ? " (where none is named)" : "", rules.family(), rules.version(), rules.figures(),
        rules.parent() == null ? "" : ", " + rules.own() + " its own and the others of " + rules.parent(), rules.verified(),
        rules.standards().isEmpty() ? "" : "\n  " + standards(rules.standards()))).collect(Collectors.joining("\n\n"));
  }

  private static String text(RulesAnswer rules) {
    var text = new StringBuilder(rules.title() + " (" + rules.name() + ", version " + rules.version() + ", " + rules.family() + ")\n");
    if (rules.parent() != null) {
      text.append("Where it is silent, rule pack ").append(rules.parent()).append(" speaks.\n");
    }
    if (!rules.standards().isEmpty()) {
      text.append(standards(rules.standards())).append('\n');
    }
    rules.figures().forEach(part -> {
      var figure = part.figure();
      text.append(String.format(Locale.ROOT, "%n  %s = %s %s%s%n    %s%s%s%n", part.key(), figure.value(), figure.unit(),
          checked(figure.verified()), of(rules, figure.pack()), figure.clause() == null ? "" : figure.clause() + "; ", figure.source()));
    });
    rules.movements().forEach(part -> {
      var movement = part.movement();
      text.append(String.format(Locale.ROOT, "%n  %s: %s m/s on the level, %s%s%s%n    %s%s%n", part.profile(),
          movement.speedMetresPerSecond(),
          movement.stairsMetresPerSecond() == 0 ? "no stairs" : movement.stairsMetresPerSecond() + " m/s on stairs",
          movement.wheels() ? ", on wheels, grades up to " + movement.maxGradePercent() + " %" : "", checked(movement.verified()),
          of(rules, movement.pack()), movement.source()));
    });
    return text.toString().stripTrailing();
  }

  /** Whose figure it is, where it is not the pack's own. */
  private static String of(RulesAnswer rules, String pack) {
    return pack.equals(rules.name()) ? "" : "of " + pack + ": ";
  }

  private static String standards(List<Standard> standards) {
    return "Cites " + standards.stream().map(standard -> standard.name() + (standard.year() == null ? "" : " (" + standard.year() + ")"))
        .collect(Collectors.joining(", "));
  }

  private static String checked(boolean verified) {
    return verified ? "" : " (not compared with the primary text)";
  }
}
