package org.commonground.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.plan.result.ResultKind;
import org.commonground.plan.siting.Siting;
import org.commonground.plan.siting.SitingAnswer;
import org.commonground.plan.siting.SitingAnswer.SitePart;
import org.commonground.siting.SitingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where new shelters do most good, and how far from the best any choice can be. */
@Command(name = "site", mixinStandardHelpOptions = true,
    description = "Chooses new shelters among spaces and drawn places, with value, proven bound and gap.")
final class SiteCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Mixin
  private SiteOptions options;

  @Option(names = "--count", description = "how many places that could take a chosen one's place to list, 1 to 1000 (default 20)")
  private Integer count;

  @Option(names = "--k", description = "how many different shelters one must reach, 1 to 3 (cover)")
  private Integer k;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = options.query(question.query(count, k));
    var progress = new SearchProgress(spec.commandLine().getErr(), (value, bound) -> String.format(Locale.ROOT, "value %s, bound %s, gap %.3f %%",
        number(value), number(bound), 100 * SitingResult.gap(value, bound)));
    answer.print(spec, keeping.answer(spec, connection, ResultKind.SITING, question.area, query, progress,
        planner -> new Siting(planner).answer(query, progress)), SiteCommand::text);
  }

  private static String text(SitingAnswer siting) {
    var text = new StringBuilder(siting.value() == null ? String.format(Locale.ROOT, "%s: %s.%n", siting.objective(), siting.stopped())
        : String.format(Locale.ROOT, "%s: %s %s%s, %s.%n", siting.objective(), number(siting.value()), siting.unit(),
            siting.optimisticValue() == null || siting.optimisticValue().equals(siting.value()) ? ""
                : " (" + number(siting.optimisticValue()) + " if what is not recorded is favourable)",
            siting.proven() ? "and no choice is better" : String.format(Locale.ROOT, "no choice passes %s (gap %s; stopped by %s)",
                siting.bound() == null ? "any bound known" : number(siting.bound()),
                siting.gap() == null ? "not known" : String.format(Locale.ROOT, "%.3f %%", 100 * siting.gap()), siting.stopped())));
    siting.reasons().forEach(reason -> text.append(reason.sentence()).append('\n'));
    siting.leastChange().forEach(change -> text.append("  ").append(change.sentence()).append('\n'));
    text.append(String.format(Locale.ROOT, "%nChosen: %d of %d candidates; %d shelters stay%n", siting.chosen().size(), siting.candidates(),
        siting.kept()));
    siting.chosen().forEach(site -> text.append(row(site, "adds", site.adds())));
    if (!siting.notChosen().isEmpty()) {
      text.append(String.format(Locale.ROOT, "%nInstead of one of these:%n"));
      siting.notChosen().forEach(site -> text.append(row(site, "loses", site.loses())));
    }
    more(siting, text);
    text.append('\n').append(Answer.head(siting.about(), "people with these sites"));
    siting.districts().forEach(part -> text.append(Answer.row(Answer.name(part.district()), part.people())));
    text.append(Answer.row("all", siting.people())).append(Answer.row("all, as it is now", siting.before()));
    return text.append(Answer.foot(siting.about())).toString();
  }

  private static void more(SitingAnswer siting, StringBuilder text) {
    if (siting.alternatives() != null) {
      text.append(String.format(Locale.ROOT, "%nOther sets within 1 %%%s:%n", siting.alternativesComplete() ? ", all of them"
          : ", perhaps not all of them"));
      siting.alternatives().forEach(set -> text.append(String.format(Locale.ROOT, "  %s: %s%n", number(set.value()),
          set.chosen().stream().map(SiteCommand::named).collect(Collectors.joining("; ")))));
    }
    if (siting.curve() != null) {
      text.append(String.format(Locale.ROOT, "%nBy number of new shelters:%n"));
      siting.curve().forEach(step -> text.append(String.format(Locale.ROOT, "  %3d  %s%s%n", step.sites(), number(step.value()),
          step.proven() ? "" : ", at best " + number(step.bound()))));
    }
    if (siting.front() != null) {
      front(siting, text);
    }
  }

  private static void front(SitingAnswer siting, StringBuilder text) {
    text.append(String.format(Locale.ROOT, "%nPeople in time against everyday worth, in points%s:%n", siting.frontComplete()
        ? ", all choices that no other beats" : "; there may be more between them"));
    siting.front().forEach(point -> text.append(String.format(Locale.ROOT, "  %s people%s, %d points%s: %s%n", number(point.value()),
        point.proven() ? "" : point.bound() == null ? " (no bound known)" : " (at best " + number(point.bound()) + ")", point.everyday(),
        point.everydayOptimistic() == point.everyday() ? "" : " to " + point.everydayOptimistic(),
        point.chosen().stream().map(SiteCommand::named).collect(Collectors.joining("; ")))));
  }

  private static String row(SitePart site, String word, Double value) {
    return String.format(Locale.ROOT, "  %-52s %.6f,%.6f%s%s%s%n", named(site), site.lon(), site.lat(),
        value == null ? "" : "  " + word + " " + number(value), site.capacity() == null ? "" : ", room for " + site.capacity(),
        site.verdict() == null ? "" : ", " + site.verdict());
  }

  private static String named(SitePart site) {
    return (site.space() != null ? "space " + site.space() : site.place() != null ? "place " + site.place() : "shelter " + site.shelter())
        + (site.name() == null ? "" : " " + site.name());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : Math.abs(value) < 1 ? "%.4f" : "%,.2f", value);
  }
}
