package org.commonground.cli;

import java.util.Locale;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.CoverageAnswer;
import org.commonground.plan.coverage.RoomAnswer;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says who reaches a shelter in time, and where the gaps are. */
@Command(name = "coverage", mixinStandardHelpOptions = true,
    description = "Says who reaches a shelter on foot in time, who does not, and where.")
final class CoverageCommand implements Runnable {

  private static final int GAPS_SHOWN = 10;

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--count", description = "how many gaps to list, 1 to 1000")
  private Integer count;

  @Option(names = "--k", description = "how many different shelters one must reach, 1 to 3")
  private Integer k;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var query = question.query(count, k);
    var found = keeping.answer(spec, connection, ResultKind.COVERAGE, question.area, query, planner -> Coverage.answer(planner, query));
    answer.print(spec, found, coverage -> text(coverage, count == null ? GAPS_SHOWN : count));
  }

  private static String text(CoverageAnswer coverage, int gapsShown) {
    return (coverage.shelters() == 0 ? unrecorded(coverage) : reached(coverage, gapsShown))
        + Answer.foot(coverage.rules(), coverage.shelterNote(), coverage.assumptions(), coverage.attribution());
  }

  private static String unrecorded(CoverageAnswer coverage) {
    return String.format(Locale.ROOT, "No shelter is recorded in %s. Whether there is one is unknown, and so is who of %,d people would reach it.%n"
        + "Import the area with a list of shelters (--shelters FILE), add those you know to a scenario, or ask `site` where the first would do most good.%n",
        coverage.area(), coverage.people().total());
  }

  private static String reached(CoverageAnswer coverage, int gapsShown) {
    var people = coverage.people();
    var text = new StringBuilder(String.format(Locale.ROOT, "%s of %,d people %s within %d minutes (%s%s, map data of %s).%n",
        Answer.share(people.covered(), people.total()), people.total(),
        coverage.capacity() != null ? "find room in a shelter"
            : coverage.k() == 1 ? "reach a shelter" : "reach " + coverage.k() + " shelters", coverage.minutes(),
        Answer.conditions(coverage.profile(), coverage.hazard(), coverage.night(), coverage.scenario()),
        coverage.capacity() == null ? "" : ", where room counts", coverage.dataDate()));
    text.append(String.format(Locale.ROOT, "Walking time to the nearest shelter: middle person %s, 95 of 100 within %s.%n%n",
        Answer.minutes(coverage.walkSeconds().median()), Answer.minutes(coverage.walkSeconds().percentile95())));
    text.append(Answer.columns("people"));
    coverage.districts().forEach(district ->
        text.append(Answer.row(district.name() == null ? "(outside every district)" : district.name(), district.people())));
    text.append(Answer.row("all", people));
    text.append(String.format(Locale.ROOT, "%n%d gaps%s%n", coverage.gapCount(), coverage.gaps().isEmpty() ? ""
        : ", biggest first: people not covered, place, how much too far the middle one is"));
    coverage.gaps().stream().limit(gapsShown).forEach(gap -> text.append(String.format(Locale.ROOT,
        "  %,8d  %.6f,%.6f  %s%n", gap.people(), gap.lon(), gap.lat(),
        gap.lackMetres() == null ? gap.people() == 0 ? "not known" : "no way" : String.format(Locale.ROOT, "%.0f m", gap.lackMetres()))));
    if (coverage.capacity() != null) {
      text.append(room(coverage.capacity()));
    }
    return text.toString();
  }

  private static String room(RoomAnswer room) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%nWhere room counts: %,d people placed, %,d perhaps, %,d find no room, %,d are too far, %,d "
        + "have no way.%nIf nobody is guided, %,d are placed; they walk %s on average instead of %s.%n%n  %8s of %8s %14s  %s%n",
        room.placed(), room.unknown(), room.notPlaced(), room.tooFar(), room.noWay(), room.nearestFirst().placed(),
        mean(room.nearestFirst().totalWalkSeconds(), room.nearestFirst().placed()), mean(room.totalWalkSeconds(), room.placed()), "placed",
        "capacity", "if all ran", "shelter; what one more place would do"));
    room.shelters().forEach(shelter -> text.append(String.format(Locale.ROOT, "  %,8d of %8s %,14d  %s%s%n", shelter.placed(),
        shelter.capacity() == null ? "?" : String.format(Locale.ROOT, "%,d", shelter.capacity()), shelter.nearest(),
        Answer.shelter(shelter.shelter(), shelter.name()), worth(shelter))));
    return text.toString();
  }

  private static String worth(RoomAnswer.ShelterRoom shelter) {
    return shelter.pricePeople() > 0 ? "; one person more" : shelter.priceSeconds() > 0 ? "; " + shelter.priceSeconds() + " s saved" : "";
  }

  private static String mean(long seconds, int people) {
    return people == 0 ? "-" : Answer.minutes((int) (seconds / people));
  }
}
