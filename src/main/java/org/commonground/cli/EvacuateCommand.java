package org.commonground.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.commonground.plan.evacuation.CarsPart;
import org.commonground.plan.evacuation.Evacuation;
import org.commonground.plan.evacuation.EvacuationAnswer;
import org.commonground.plan.evacuation.EvacuationAnswer.Bottleneck;
import org.commonground.plan.evacuation.EvacuationAnswer.Simulated;
import org.commonground.plan.evacuation.EvacuationPeople;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says when the last is in a shelter if all set out, how far from the best any plan can be, and where it jams. */
@Command(name = "evacuate", mixinStandardHelpOptions = true,
    description = "Leads everybody to shelters through streets and gates of limited flow: clearance, proven bound, bottlenecks.")
final class EvacuateCommand implements Runnable {

  private static final int LISTED = 12;

  @Spec
  private CommandSpec spec;

  @Mixin
  private EvacuateOptions options;

  @Mixin
  private SheetOptions sheets;

  @Mixin
  private Keeping keeping;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    sheets.check();
    var progress = new SearchProgress(spec.commandLine().getErr(),
        (clearance, bound) -> "clearance " + minutes(clearance) + ", bound " + minutes(bound));
    var query = options.query();
    var found = keeping.answer(spec, connection, ResultKind.EVACUATION, options.area, query, progress,
        planner -> new Evacuation(planner).answer(query, progress));
    sheets.write(spec, found);
    answer.print(spec, found, EvacuateCommand::text);
  }

  private static String minutes(double seconds) {
    return Double.isNaN(seconds) ? "not known" : Answer.minutes((int) seconds);
  }

  private static String text(EvacuationAnswer evacuation) {
    var people = evacuation.people();
    var text = new StringBuilder(String.format(Locale.ROOT, "%,d of %,d people%s are in a shelter after %s (%s).%n", people.placed(),
        people.total() - people.driving(), people.driving() > 0 ? " on foot" : "", Answer.minutes(evacuation.clearanceSeconds()), Answer.conditions(evacuation.about().profile(),
            evacuation.about().hazard(), evacuation.about().night(), evacuation.about().scenario())));
    text.append(evacuation.proven() ? "No plan places more people, and none that places as many is sooner.\n" : String.format(Locale.ROOT,
        "No plan places more than %,d people, and none that places as many is sooner than %s: at most %.1f %% of the time could be saved "
            + "(stopped by %s).%n", evacuation.placedBound(), Answer.minutes(evacuation.lowerBoundSeconds()), 100 * evacuation.gap(),
        evacuation.stopped()));
    cars(evacuation.cars(), text);
    var hoped = evacuation.optimistic();
    text.append(String.format(Locale.ROOT, "If what is not recorded is favourable: %,d people after %s.%n%n", hoped.placed(),
        Answer.minutes(hoped.clearanceSeconds())));
    evacuation.reasons().forEach(reason -> text.append(reason.sentence()).append('\n'));
    text.append('\n').append(simulated(evacuation));
    districts(evacuation, text);
    shelters(evacuation, text);
    bottlenecks(evacuation, text);
    more(evacuation, text);
    return text.append(Answer.foot(evacuation.about())).toString();
  }

  /** @param cars null where nobody drives */
  private static void cars(CarsPart cars, StringBuilder text) {
    if (cars == null) {
      return;
    }
    text.append(String.format(Locale.ROOT, "%,d of %,d people who drive are out of the area after %s, in %,d of %,d cars by %d of %d exits; in steps of "
        + "time as long as these no plan is sooner than %s.%n", cars.people().placed(), cars.people().total(), Answer.minutes(cars.clearanceSeconds()), cars.carsPlaced(), cars.cars(),
        cars.exits().stream().filter(exit -> exit.cars() > 0).count(), cars.exits().size(), Answer.minutes(cars.lowerBoundSeconds())));
    var turned = cars.contraflow();
    if (turned != null) {
      text.append(turned.reversed().isEmpty() ? "No street was found that should be driven in one direction only.\n" : String.format(Locale.ROOT,
          "%d streets driven in one direction only: %s instead of %s, %,d cars more; no choice of streets is sooner than %s: %s.%n",
          turned.reversed().size(), Answer.minutes(turned.after()), Answer.minutes(turned.before()), turned.morePlaced(),
          Answer.minutes(turned.lowerBoundSeconds()), turned.reversed().stream().limit(LISTED).map(street -> "street " + street.street()
              + (street.name() == null ? "" : " " + street.name())).collect(Collectors.joining(", "))));
    }
  }

  private static String simulated(EvacuationAnswer evacuation) {
    return String.format(Locale.ROOT, "  %-36s %10s %12s %10s %10s %10s %10s%n", "planned against unplanned", "placed", "after", "no room",
        "no way", "stuck", "caught")
        + String.format(Locale.ROOT, "  %-36s %,10d %12s%n", "the plan", evacuation.placed(), Answer.minutes(evacuation.clearanceSeconds()))
        + row("the plan, walked through queues", evacuation.walked()) + row("without a plan, nearest first", evacuation.unplanned());
  }

  private static String row(String name, Simulated run) {
    return String.format(Locale.ROOT, "  %-36s %,10d %12s %,10d %,10d %,10d %,10d%n", name, run.placed(), Answer.minutes(run.clearanceSeconds()),
        run.withoutRoom(), run.noWay(), run.stuck(), run.caught());
  }

  private static void districts(EvacuationAnswer evacuation, StringBuilder text) {
    text.append(String.format(Locale.ROOT, "%n  %-36s %9s %9s %9s %9s %9s %9s %9s %12s %12s%n", "people", "total", "placed", "unknown", "no way",
        "cut off", "no room", "no plan", "last after", "without plan" + (evacuation.cars() == null ? "" : "     drive")));
    evacuation.districts().forEach(part -> text.append(row(Answer.name(part.district()), part.people(), part.clearanceSeconds(),
        part.unplannedClearanceSeconds())));
    text.append(row("all", evacuation.people(), evacuation.clearanceSeconds(), evacuation.unplanned().clearanceSeconds()));
  }

  private static String row(String name, EvacuationPeople people, int clearance, int unplanned) {
    return String.format(Locale.ROOT, "  %-36s %,9d %,9d %,9d %,9d %,9d %,9d %,9d %12s %12s%s%n", name, people.total(), people.placed(),
        people.unknown(), people.noWay(), people.cutOff(), people.noRoom(), people.notPlanned(), after(clearance),
        after(unplanned), people.driving() == 0 ? "" : String.format(Locale.ROOT, " %,9d", people.driving()));
  }

  /** Never, where nobody comes. */
  private static String after(int seconds) {
    return seconds == 0 ? "-" : Answer.minutes(seconds);
  }

  private static void shelters(EvacuationAnswer evacuation, StringBuilder text) {
    text.append(String.format(Locale.ROOT, "%n  %-44s %9s %9s %12s %12s %11s %9s%n", "shelter", "room", "planned", "first", "last",
        "without plan", "missing"));
    evacuation.shelters().forEach(part -> text.append(String.format(Locale.ROOT, "  %-44s %9s %,9d %12s %12s %,11d %,9d%n",
        Answer.shelter(part.id(), part.name()), part.room() == null ? "unknown" : String.format(Locale.ROOT, "%,d", part.room()),
        part.planned(), part.firstSeconds() == null ? "-" : Answer.minutes(part.firstSeconds()),
        part.lastSeconds() == null ? "-" : Answer.minutes(part.lastSeconds()), part.unplanned(), part.placesMissing())));
  }

  private static void bottlenecks(EvacuationAnswer evacuation, StringBuilder text) {
    if (!evacuation.bottlenecks().isEmpty()) {
      text.append(String.format(Locale.ROOT, "%nWhat keeps it from being sooner (%d in all):%n", evacuation.bottlenecks().size()));
      evacuation.bottlenecks().stream().limit(LISTED).forEach(narrow -> text.append(String.format(Locale.ROOT,
          "  %-44s %,6d people from %s to %s%s%s%n", named(narrow), narrow.people(), Answer.minutes(narrow.fromSeconds()),
          Answer.minutes(narrow.toSeconds()), narrow.widthM() == null ? "" : String.format(Locale.ROOT, ", %.1f m%s", narrow.widthM(),
              narrow.widthKnown() ? "" : " (assumed)"), saves(narrow))));
    }
  }

  private static String saves(Bottleneck narrow) {
    if (narrow.savesSeconds() == null) {
      return "";
    }
    return narrow.morePlaced() > 0 ? String.format(Locale.ROOT, "; %s: room for %,d more", narrow.wider(), narrow.morePlaced())
        : narrow.savesIs().equals("proven") ? String.format(Locale.ROOT, "; %s saves %s", narrow.wider(), Answer.minutes(narrow.savesSeconds()))
            : String.format(Locale.ROOT, "; %s saves %s to %s", narrow.wider(), Answer.minutes(narrow.savesSeconds()),
                Answer.minutes(narrow.savesAtMost()));
  }

  private static void more(EvacuationAnswer evacuation, StringBuilder text) {
    if (!evacuation.conflicts().isEmpty()) {
      text.append(String.format(Locale.ROOT, "%nPeople walk against each other in %d streets, most in:%n", evacuation.conflicts().size()));
      evacuation.conflicts().stream().limit(LISTED).forEach(each -> text.append(String.format(Locale.ROOT, "  %-44s %,6d against %,d%n",
          "street " + each.street() + (each.name() == null ? "" : " " + each.name()), each.forward(), each.backward())));
    }
    var loss = evacuation.losses();
    if (loss != null) {
      text.append(String.format(Locale.ROOT, "%nAfter the loss %d minutes from the start: %,d people are affected; %,d are in a shelter after %s if "
          + "all are led anew, %,d after %s if the others keep to the plan.%n", loss.minute(), loss.affected(), loss.placed(),
          Answer.minutes(loss.clearanceSeconds()), loss.keptPlaced(), Answer.minutes(loss.keptClearance())));
    }
    var blockage = evacuation.blockage();
    if (blockage != null) {
      text.append(String.format(Locale.ROOT, "%nOver %d samples of blocked streets a first plan takes %s in the middle, %s for nine of ten, %s at "
          + "worst%s; %,d people are left on average.%n", blockage.samples(), Answer.minutes(blockage.medianSeconds()),
          Answer.minutes(blockage.p90Seconds()), Answer.minutes(blockage.worstSeconds()), blockage.undamagedSeconds() == null ? ""
              : " (" + Answer.minutes(blockage.undamagedSeconds()) + " with nothing blocked)", blockage.meanNotPlaced()));
    }
    if (evacuation.staging() != null) {
      text.append(String.format(Locale.ROOT, "%nWithout a plan, waits save %s:%n", Answer.minutes(evacuation.stagingSavesSeconds())));
      evacuation.staging().forEach(stage -> text.append(String.format(Locale.ROOT, "  %-44s %.1f minutes%n", Answer.name(stage.district()),
          stage.waitMinutes())));
    }
  }

  private static String named(Bottleneck narrow) {
    return switch (narrow.kind()) {
      case "street" -> "street " + narrow.street() + (narrow.name() == null ? "" : " " + narrow.name());
      case "gate" -> "gate of " + Answer.shelter(narrow.shelter(), narrow.name());
      default -> "room of " + Answer.shelter(narrow.shelter(), narrow.name());
    };
  }
}
