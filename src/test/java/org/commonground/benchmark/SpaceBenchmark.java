package org.commonground.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonground.space.CapacityProblem;
import org.commonground.space.CapacityResult;
import org.commonground.space.CapacitySolver;
import org.commonground.space.EffectiveAreaProblem;
import org.commonground.space.EffectiveAreaResult;
import org.commonground.space.EffectiveAreaSolver;
import org.commonground.space.EntranceProblem;
import org.commonground.space.EntranceResult;
import org.commonground.space.EntranceSolver;
import org.commonground.space.Hazard;
import org.commonground.space.HazardExposure;
import org.commonground.space.Space;
import org.commonground.space.SpaceCity;
import org.commonground.space.SpaceKind;
import org.commonground.space.SpaceRules;
import org.commonground.space.SuitabilityProblem;
import org.commonground.space.SuitabilityResult;
import org.commonground.space.SuitabilitySolver;
import org.commonground.space.Surroundings;

/**
 * Judges all spaces of whole cities by the test pack: ground, room, entrances and suitability for every hazard. Prints the five
 * largest, so that one can see whether to believe it.
 *
 * <p>Arguments: OpenStreetMap PBFs or manifests.
 */
final class SpaceBenchmark {

  private static final int RUNS = 5;
  private static final int SHOWN = 5;

  private record Judged(Space space, EffectiveAreaResult effective, CapacityResult room, EntranceResult entrances,
      List<SuitabilityResult> suitability) {
  }

  private final SpaceCity place;

  private SpaceBenchmark(SpaceCity place) {
    this.place = place;
  }

  public static void main(String[] arguments) {
    for (var argument : arguments) {
      new SpaceBenchmark(SpaceCity.of(argument)).run(argument);
    }
  }

  private void run(String title) {
    var spaces = place.city.spaces();
    System.out.printf(Locale.ROOT, "%s: %,d spaces, %,d buildings, %,d ways, 2 threads%n", title, spaces.size(),
        place.layers.buildings().size(), place.layers.ways().size());
    System.out.println("  surroundings indexed   " + Timing.of(1, RUNS, () -> new Surroundings(place.layers)));
    System.out.println("  effective areas        " + Timing.of(1, RUNS, () -> spaces().forEach(this::effective)));
    System.out.println("  of the parks only      " + Timing.of(1, RUNS,
        () -> spaces().filter(space -> space.kind() == SpaceKind.PARK).forEach(this::effective)));
    System.out.println("  entrances              " + Timing.of(1, RUNS, () -> spaces().forEach(this::entrances)));
    var judged = new ArrayList<Judged>();
    System.out.println("  all, for " + Hazard.values().length + " hazards    " + Timing.of(1, RUNS, () -> {
      judged.clear();
      judged.addAll(spaces().map(this::judge).toList());
    }));
    judged.stream().filter(each -> each.effective != null && each.space.name() != null)
        .sorted(Comparator.comparingDouble((Judged each) -> -each.space.areaM2())).limit(SHOWN).forEach(SpaceBenchmark::print);
  }

  private Stream<Space> spaces() {
    return place.city.spaces().parallelStream();
  }

  private EffectiveAreaResult effective(Space space) {
    return effective(space, null);
  }

  private EffectiveAreaResult effective(Space space, Hazard hazard) {
    return EffectiveAreaSolver.solve(new EffectiveAreaProblem(place.metres(space), place.surroundings, hazard, SpaceRules.all()))
        .orElse(null);
  }

  private EntranceResult entrances(Space space) {
    return EntranceSolver.solve(new EntranceProblem(place.metres(space), place.surroundings, SpaceRules.all())).orElse(null);
  }

  private Judged judge(Space space) {
    var effective = effective(space);
    var entrances = entrances(space);
    var facts = place.facts(space);
    var suitability = new ArrayList<SuitabilityResult>();
    for (var hazard : Hazard.values()) {
      var exposure = HazardExposure.of(place.metres(space), place.surroundings, hazard);
      var ground = place.surroundings.maps(hazard) ? effective(space, hazard) : effective;
      suitability.add(SuitabilitySolver.solve(new SuitabilityProblem(hazard, ground, entrances, exposure, facts,
          SpaceRules.all())));
    }
    var room = CapacitySolver.solve(new CapacityProblem(effective, facts.buildings(), null, SpaceRules.all()));
    return new Judged(space, effective, room, entrances, suitability);
  }

  private static void print(Judged each) {
    System.out.printf(Locale.ROOT, "%n%s %s (%s): outline %.0f m2%n", each.space.kind().word(), each.space.name(),
        each.space.sourceId(), each.effective.outlineM2());
    for (var reading : List.of(each.effective.pessimistic(), each.effective.optimistic())) {
      System.out.printf(Locale.ROOT, "  effective %.0f m2, width %.1f m, taken off %s%n", reading.effectiveM2(),
          2 * reading.circle().radiusM(), reading.takenOffM2());
    }
    each.room.stays().forEach(stay -> System.out.println("  " + stay.stay().word() + ": outdoor " + stay.outdoorPersons()
        + ", indoor " + stay.indoorPersons() + ", together " + stay.persons()));
    System.out.printf(Locale.ROOT, "  entrances %s, directions %s, people a minute %s, minutes to enter %s, edge %.0f m%n",
        each.entrances.count(), each.entrances.directions(), each.entrances.peoplePerMinute(),
        each.entrances.clearanceMinutes(each.room.stays().get(0).persons()), each.entrances.edgeMetres());
    each.entrances.entrances().forEach(at -> System.out.println("    " + at.compass() + " " + at.sources() + " " + at.widthM()));
    each.suitability.stream().filter(found -> found.hazard() == Hazard.EARTHQUAKE || found.hazard() == Hazard.STORM_SURGE)
        .forEach(found -> {
          System.out.println("  " + found.hazard().word() + ": " + found.verdict() + " (" + found.worst() + " to " + found.best()
              + ")");
          found.checks().forEach(check -> System.out.println("    " + check.state() + " " + check.name() + " " + check.found()
              + " of " + check.figure().value() + " " + check.facts()));
        });
  }
}
