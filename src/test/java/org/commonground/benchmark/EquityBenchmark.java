package org.commonground.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.coverage.BlockageBuilding;
import org.commonground.coverage.BlockageByRubble;
import org.commonground.coverage.BlockageByWidth;
import org.commonground.coverage.BlockageWidths;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.ExpectedProblem;
import org.commonground.coverage.ExpectedProblem.Sample;
import org.commonground.coverage.ExpectedSolver;
import org.commonground.coverage.FairnessProblem;
import org.commonground.coverage.FairnessSolver;
import org.commonground.coverage.FragmentationProblem;
import org.commonground.coverage.FragmentationSolver;
import org.commonground.coverage.Reach;
import org.commonground.coverage.RubbleRules;
import org.commonground.coverage.ShelterSite;
import org.commonground.coverage.Standing;
import org.commonground.coverage.SurveySolver;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.network.Unknowns;
import org.commonground.rules.RulePacks;

/**
 * Fairness, boundaries, missing facts and collapsing buildings on whole cities, and their share of the time of a whole coverage.
 * Shelters are the schools and parks of the map. Where the map has no districts, a grid of four by four stands for them.
 *
 * <p>Arguments: OpenStreetMap PBFs.
 */
final class EquityBenchmark {

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Profile WHEELCHAIR = new Profile("wheelchair", 0.7, 0, true, 8.33);
  private static final int LIMIT_MILLIS = 600_000;
  private static final int GRID = 4;

  private EquityBenchmark() {
  }

  public static void main(String[] arguments) throws Exception {
    for (var argument : arguments) {
      var request = new ImportRequest("benchmark", null, null, Path.of(argument), null, null, null, 100_000, null, null, null, null,
          null);
      var city = Importer.importArea(request, (step, done, all) -> { }).city();
      System.out.printf(Locale.ROOT, "%s: %,d streets, %,d places, %,d buildings%n", Path.of(argument).getFileName(),
          city.streets().streets().size(), city.demand().size(), city.buildings().size());
      equity(city);
      collapse(city);
    }
  }

  private static CoverageProblem problem(City city, Profile profile) {
    var shelters = new ArrayList<ShelterSite>();
    city.spaces().stream().filter(space -> switch (space.kind()) {
      case SCHOOL, PARK -> true;
      default -> false;
    }).forEach(space -> shelters.add(new ShelterSite(space.geometry(), null, Standing.COUNTS)));
    var demand = city.demand();
    var extent = city.area().boundary().getEnvelopeInternal();
    var places = new DemandPlaces(demand.stream().mapToDouble(point -> point.lon()).toArray(),
        demand.stream().mapToDouble(point -> point.lat()).toArray(), demand.stream().mapToInt(point -> point.people()).toArray(),
        demand.stream().mapToInt(point -> cell(extent, point.lon(), point.lat())).toArray(), Map.of());
    return new CoverageProblem(city.streets(), profile, places, GRID * GRID, shelters);
  }

  private static int cell(org.locationtech.jts.geom.Envelope extent, double lon, double lat) {
    int x = (int) Math.max(0, Math.min(GRID - 1, GRID * (lon - extent.getMinX()) / extent.getWidth()));
    int y = (int) Math.max(0, Math.min(GRID - 1, GRID * (lat - extent.getMinY()) / extent.getHeight()));
    return GRID * y + x;
  }

  private static void equity(City city) {
    var reach = Reach.of(problem(city, ADULT));
    var places = reach.problem().places();
    var millis = CoverageSolver.solve(reach, LIMIT_MILLIS).millis();
    var extent = city.area().boundary().getEnvelopeInternal();
    var home = reach.problem().shelters().stream().map(shelter -> shelter.geometry().getInteriorPoint())
        .mapToInt(at -> cell(extent, at.getX(), at.getY())).toArray();
    var wheels = Reach.of(problem(city, WHEELCHAIR));
    System.out.println("  reach      " + Timing.of(1, 5, () -> Reach.of(reach.problem())));
    System.out.println("  fairness   " + Timing.of(1, 5,
        () -> FairnessSolver.solve(new FairnessProblem(places, GRID * GRID, millis, LIMIT_MILLIS, null))));
    System.out.println("  boundaries " + Timing.of(1, 5,
        () -> FragmentationSolver.solve(new FragmentationProblem(reach, home, LIMIT_MILLIS))));
    System.out.println("  survey     " + Timing.of(1, 5, () -> SurveySolver.solve(wheels, LIMIT_MILLIS, 1)));
  }

  private static void collapse(City city) throws java.io.IOException {
    var rules = RulePacks.load(Path.of("data/rules")).get("default");
    var reach = Reach.of(problem(city, ADULT));
    var projection = LocalProjection.around(city.area().boundary().getEnvelopeInternal());
    var buildings = city.buildings().stream().map(building -> BlockageBuilding.of(building, 1, 4)).toList();
    var rubble = new ArrayList<BlockageByRubble>();
    System.out.println("  rubble     " + Timing.of(0, 3, () -> rubble.add(
        BlockageByRubble.of(city.streets(), projection, buildings, RubbleRules.of(rules), 30))));
    var model = rubble.get(0);
    System.out.println("  one sample " + Timing.of(20, 100, () -> model.blocked(Unknowns.PESSIMISTIC, 0, 1)));
    var width = BlockageByWidth.of(city.streets(), BlockageWidths.of(rules), 30, model.beside());
    for (var reading : Unknowns.values()) {
      expected("rubble, " + reading, reach, sample -> model.blocked(reading, 0, sample));
      expected("width, " + reading, reach, sample -> width.blocked(reading, 0, sample));
    }
  }

  private static void expected(String name, Reach reach, java.util.function.IntFunction<BitSet> blocked) {
    int streets = reach.problem().streets().streets().size();
    long start = System.nanoTime();
    var result = ExpectedSolver.solve(new ExpectedProblem(50, streets, reach.problem().places().count(), seen(reach, new BitSet()),
        sample -> seen(reach, blocked.apply(sample))));
    System.out.printf(Locale.ROOT, "  %-20s %d covered, then %s; %.1f ms a sample%n", name, result.undamaged()[0],
        result.counts().get(0), (System.nanoTime() - start) / 1e6 / 51);
  }

  private static Sample seen(Reach reach, BitSet blocked) {
    return Sample.of(reach.problem(), blocked, reach.coveredWithout(blocked, LIMIT_MILLIS, Unknowns.PESSIMISTIC));
  }
}
