package org.commonground.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.siting.LeastChange.Change;
import org.commonground.siting.SiteChoice;

/** The least changes of a problem without an answer, in sentences. */
final class SolveChanges {

  private SolveChanges() {
  }

  static String sentence(Change change, SiteChoice choice, List<String> names) {
    return switch (change.kind()) {
      case SITES -> told(change, String.format(Locale.ROOT, "With %.0f sites instead of %d it can be done", change.value(), choice.most()),
          "with fewer it cannot", "fewer than %.0f are refuted");
      case BUDGET -> told(change, String.format(Locale.ROOT, "With a budget of %,.2f instead of %,.2f it can be done", change.value(),
          choice.budget()), "with less it cannot", "less than %,.2f is refuted");
      case CLOSED -> told(change, "If " + names(change, names) + " may be chosen, it can be done", "with fewer of the closed ones it cannot",
          "fewer than %.0f of the closed ones are refuted");
      case OPEN -> "If " + names(change, names) + " need not be chosen, it can be done.";
      case APART -> told(change, String.format(Locale.ROOT, "If sites may be %,.2f apart, it can be done", change.value()),
          "farther apart it cannot", "%,.2f apart is refuted");
      case REACH -> told(change, String.format(Locale.ROOT, "With a reach of %s it can be done by %d sites", change.value(), choice.most()),
          "with a shorter one it cannot", "%s is refuted");
      case SHARE -> told(change, String.format(Locale.ROOT, "With a share of %.2f %% it can be done by %d sites",
          Math.floor(1e4 * change.value()) / 100, choice.most()), "with a larger one it cannot", "above %.4f of the whole is refuted");
    };
  }

  private static String told(Change change, String done, String proven, String refuted) {
    return done + (change.proven() ? ", " + proven : "; " + String.format(Locale.ROOT, refuted, change.bound())) + ".";
  }

  private static String names(Change change, List<String> names) {
    return Arrays.stream(change.sites()).mapToObj(names::get).collect(Collectors.joining(", "));
  }
}
