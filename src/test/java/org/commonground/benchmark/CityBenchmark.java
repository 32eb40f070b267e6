package org.commonground.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.city.City;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.Reach;
import org.commonground.coverage.ShelterSite;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;

/**
 * Import and coverage of whole cities. Shelters are the schools and parks of the map where the import brings none.
 *
 * <p>Arguments: OpenStreetMap PBFs or manifests.
 */
final class CityBenchmark {

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Profile WHEELCHAIR = new Profile("wheelchair", 0.7, 0, true, 8.33);
  private static final int RUNS = 5;
  private static final int LIMIT_MILLIS = 600_000;

  private CityBenchmark() {
  }

  public static void main(String[] arguments) {
    for (var argument : arguments) {
      var file = Path.of(argument);
      var request = argument.endsWith(".yaml") ? ImportRequest.ofManifest(file)
          : new ImportRequest("benchmark", null, null, file, null, null, null, 100_000, null, null, null, null, null);
      var cities = new ArrayList<City>();
      var importing = Timing.of(1, RUNS, () -> cities.add(Importer.importArea(request, (step, done, all) -> { }).city()));
      var city = cities.get(0);
      System.out.printf(Locale.ROOT, "%s (%.1f MB): %,d streets, %,d places%n  import    %s%n", file.getFileName(),
          size(request.osm()) / 1e6, city.streets().streets().size(), city.demand().size(), importing);
      for (var profile : List.of(ADULT, WHEELCHAIR)) {
        var problem = problem(city, profile);
        var reaching = Timing.of(2, RUNS, () -> Reach.of(problem));
        var reach = Reach.of(problem);
        var solving = Timing.of(2, RUNS, () -> CoverageSolver.solve(reach, LIMIT_MILLIS));
        System.out.printf(Locale.ROOT, "  %-10s %d shelters: walking times %s, counting %s%n", profile.name(),
            problem.shelters().size(), reaching, solving);
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static CoverageProblem problem(City city, Profile profile) {
    var shelters = new ArrayList<ShelterSite>();
    city.shelters().forEach(shelter -> shelters.add(new ShelterSite(shelter.geometry(), shelter.capacity())));
    if (shelters.isEmpty()) {
      city.spaces().stream().filter(space -> switch (space.kind()) {
        case SCHOOL, PARK -> true;
        default -> false;
      }).forEach(space -> shelters.add(new ShelterSite(space.geometry(), null)));
    }
    var demand = city.demand();
    var places = new DemandPlaces(demand.stream().mapToDouble(point -> point.lon()).toArray(),
        demand.stream().mapToDouble(point -> point.lat()).toArray(),
        demand.stream().mapToInt(point -> point.people()).toArray(),
        demand.stream().mapToInt(point -> point.district()).toArray(), Map.of());
    return new CoverageProblem(city.streets(), profile, places, city.districts().size(), shelters);
  }
}
