package org.commonground.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.plan.form.Readings;
import org.commonground.plan.result.ResultKind;
import org.commonground.plan.space.SpaceAnswer;
import org.commonground.plan.space.SpaceListsAnswer;
import org.commonground.plan.space.SpaceListsAnswer.TestPart;
import org.commonground.plan.space.SpaceSummary;
import org.commonground.plan.space.Spaces;
import org.commonground.plan.space.SpacesAnswer;
import org.commonground.plan.space.SpacesQuery;
import org.commonground.statement.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges the spaces of an area in both of their lives. */
@Command(name = "judge", mixinStandardHelpOptions = true, description = "Judges spaces by the rules in both of their lives: the four lists "
    + "that planners act on, one space down to its facts, or all of them.")
final class JudgeCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--space", paramLabel = "ID", description = "one space instead of the lists")
  private Integer space;

  @Option(names = "--all", description = "every space in a row instead of the lists; what --keep keeps")
  private boolean all;

  @Option(names = "--stay", description = "emergency, short, medium or long, as far as the rules have it (default the shortest)")
  private String stay;

  @Option(names = "--count", description = "how many entries of each list, 1 to 1000 (default 20)")
  private Integer count;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = new SpacesQuery(question.query(count, null), stay);
    if (space == null && (all || keeping.wanted())) {
      answer.print(spec, keeping.answer(spec, connection, ResultKind.JUDGED, question.area, query,
          planner -> Spaces.all(planner, query)), JudgeCommand::table);
      return;
    }
    try (var source = connection.open()) {
      var planner = Connection.planner(source);
      if (space != null) {
        answer.print(spec, Spaces.one(planner, query, space), JudgeCommand::card);
      } else {
        answer.print(spec, Spaces.lists(planner, query), JudgeCommand::lists);
      }
    }
  }

  private static String table(SpacesAnswer answer) {
    var text = new StringBuilder(head(answer.judgedFor(), answer.stay()));
    answer.spaces().forEach(space -> text.append(row(space)).append('\n'));
    return text.append(Answer.foot(answer.about())).toString();
  }

  private static String head(String hazard, String stay) {
    return String.format(Locale.ROOT, "Judged for %s; persons are those of the %s stay%n%n  %5s %-18s %16s %16s %-24s %12s %12s  %s%n", hazard,
        stay, "id", "kind", "usable m²", "persons", "verdict", "everyday", "emergency", "name");
  }

  private static String row(SpaceSummary space) {
    var verdict = space.verdict() == null ? "-" : space.worst().equals(space.best()) ? space.verdict() : space.worst() + " to " + space.best();
    return String.format(Locale.ROOT, "  %5d %-18s %16s %16s %-24s %12s %12s  %s", space.space(), space.kind(), range(space.effectiveM2()),
        range(space.persons()), verdict, share(space.everyday()), share(space.emergency()), space.name() == null ? "-" : space.name());
  }

  private static String lists(SpaceListsAnswer answer) {
    var text = new StringBuilder(String.format(Locale.ROOT, "Shelters that fail a test for %s (%d)%n", answer.judgedFor(), answer.failingCount()));
    answer.failing().forEach(each -> {
      text.append(String.format(Locale.ROOT, "  %s, nearest for %,d people%n", Answer.shelter(each.shelter(), each.name()), each.nearest()));
      each.failed().forEach(test -> text.append(test("    ", test)));
    });
    text.append(String.format(Locale.ROOT, "%nSpaces that are no shelter and would pass (%d), by the people they newly cover%n", answer.passingCount()));
    answer.passing().forEach(each -> text.append(String.format(Locale.ROOT, "  %12s of %s in reach%s%n", range(each.newlyCovered()),
        range(each.newlyInReach()), row(each.space()))));
    text.append(String.format(Locale.ROOT, "%nSpaces one fix away (%d)%n", answer.oneFixCount()));
    answer.oneFix().forEach(each -> text.append(String.format(Locale.ROOT, "  %12s of %s in reach%s%n%s", range(each.newlyCovered()),
        range(each.newlyInReach()), row(each.space()),
        test("    ", each.fix()))));
    text.append(String.format(Locale.ROOT, "%nPlaces with neither public green within %d minutes nor a shelter in time (%d; %,d people)%n",
        answer.greenMinutes(), answer.missingCount(), answer.peopleMissing()));
    answer.missing().forEach(each -> text.append(String.format(Locale.ROOT, "  %,8d people  %.6f,%.6f%n", each.people(), each.lon(), each.lat())));
    return text.append(Answer.foot(answer.about())).toString();
  }

  private static String card(SpaceAnswer answer) {
    var text = new StringBuilder(row(answer.summary())).append("\n\n");
    if (answer.ground() != null) {
      text.append(String.format(Locale.ROOT, "Ground: outline %,.0f m², usable %s m², taken off", answer.ground().outlineM2(),
          range(answer.ground().effectiveM2())));
      answer.ground().takenOff().stream().filter(part -> part.pessimisticM2() > 0).forEach(part -> text.append(String.format(Locale.ROOT,
          " %s %s m²,", part.cause(), range(new Readings(part.pessimisticM2(), part.optimisticM2())))));
      text.append(String.format(Locale.ROOT, " width %s m%n", range(answer.ground().widthM())));
    }
    answer.rooms().forEach(room -> text.append(String.format(Locale.ROOT, "Room, %s stay: %s persons%s%n", room.stay(), range(room.persons()),
        room.givenBeyond() == null ? "" : "; recorded capacity is " + range(room.givenBeyond()) + " beyond that")));
    if (answer.entrances() != null) {
      text.append(String.format(Locale.ROOT, "Entrances: %s in %s directions, %s people an hour%n", range(answer.entrances().count()),
          range(answer.entrances().directions()), range(answer.entrances().peoplePerHour())));
    }
    answer.hazards().forEach(hazard -> {
      text.append(String.format(Locale.ROOT, "%n%s: %s (%s to %s)%n", hazard.hazard(), hazard.verdict(), hazard.worst(), hazard.best()));
      hazard.tests().forEach(test -> text.append(test("  ", test)));
    });
    text.append(worth("Everyday", answer.everyday().worth())).append(worth("Emergency", answer.emergency()));
    return text.append(Answer.foot(answer.about())).toString();
  }

  private static String worth(String life, SpaceAnswer.Worth worth) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%n%s: %s of 1%n", life, share(worth.score())));
    worth.criteria().forEach(each -> text.append(String.format(Locale.ROOT, "  %-18s %16s %-8s score %-12s weight %.2f  %s%n", each.name(),
        range(each.value()), each.unit(), share(each.score()), each.weight(), each.facts().stream().map(Statement::sentence).collect(Collectors.joining("; ")))));
    return text.toString();
  }

  private static String test(String indent, TestPart test) {
    return String.format(Locale.ROOT, "%s%-8s %s: found %s, %s %s %s (%s)%s%n", indent, test.state(), test.test(), range(test.found()),
        test.atLeast() ? "at least" : "at most", number(test.required()), test.unit(), test.key(),
        test.facts().isEmpty() ? "" : "; hangs on " + String.join(", ", test.facts()));
  }

  private static String range(Readings readings) {
    if (readings == null) {
      return "not known";
    }
    var one = readings.pessimistic() == null ? "?" : number(readings.pessimistic());
    var other = readings.optimistic() == null ? "?" : number(readings.optimistic());
    return one.equals(other) ? one : one + " to " + other;
  }

  private static String share(Readings readings) {
    return readings == null ? "-" : readings.pessimistic().equals(readings.optimistic()) ? String.format(Locale.ROOT, "%.2f", readings.pessimistic())
        : String.format(Locale.ROOT, "%.2f to %.2f", readings.pessimistic(), readings.optimistic());
  }

  private static String number(double value) {
    return value == Math.rint(value) || Math.abs(value) >= 100 ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
