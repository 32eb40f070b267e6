package org.commonground.cli;

import java.util.Locale;
import org.commonground.rules.RulePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the figures everything is computed with. */
@Command(name = "rules", mixinStandardHelpOptions = true,
    description = "Shows the rule pack: every figure with its source, and whether somebody compared it with the primary text.")
final class RulesCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    answer.print(spec, Connection.rules(), RulesCommand::text);
  }

  private static String text(RulePack rules) {
    var text = new StringBuilder(rules.title() + " (" + rules.name() + ", version " + rules.version() + ")\n");
    rules.figures().forEach((key, figure) -> text.append(String.format(Locale.ROOT, "%n  %s = %s %s%s%n    %s%n", key,
        figure.value(), figure.unit(), checked(figure.verified()), figure.source())));
    rules.movements().forEach((name, movement) -> text.append(String.format(Locale.ROOT,
        "%n  %s: %.2f m/s on the level, %s%s%s%n    %s%n", name, movement.speedMetresPerSecond(),
        movement.stairsMetresPerSecond() == 0 ? "no stairs" : movement.stairsMetresPerSecond() + " m/s on stairs",
        movement.wheels() ? ", on wheels, grades up to " + movement.maxGradePercent() + " %" : "",
        checked(movement.verified()), movement.source())));
    return text.toString().stripTrailing();
  }

  private static String checked(boolean verified) {
    return verified ? "" : " (not compared with the primary text)";
  }
}
