package org.commonground.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.city.City;
import org.commonground.city.District;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.EverydayProblem;
import org.commonground.coverage.EverydayResult;
import org.commonground.coverage.EverydaySolver;
import org.commonground.coverage.EverydaySpace;
import org.commonground.coverage.GreenSupply;
import org.commonground.coverage.Reach;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.coverage.ShelterSite;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.space.Space;
import org.commonground.space.SpaceKind;

/**
 * Who walks to which space in everyday life, in whole cities: to the parks alone and to every space, on foot and with a tenth of the
 * people on wheels.
 *
 * <p>Arguments: OpenStreetMap PBFs or manifests.
 */
final class EverydayBenchmark {

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Profile WHEELCHAIR = new Profile("wheelchair", 0.7, 0, true, 8.33);
  private static final int RUNS = 5;
  private static final int[] LIMITS = {300_000, 600_000, 900_000};

  private EverydayBenchmark() {
  }

  public static void main(String[] arguments) {
    for (var argument : arguments) {
      var file = Path.of(argument);
      var request = argument.endsWith(".yaml") ? ImportRequest.ofManifest(file)
          : new ImportRequest("benchmark", null, null, file, null, null, null, 100_000, null, null, null, null, null);
      var city = Importer.importArea(request, (step, done, all) -> { }).city();
      System.out.printf(Locale.ROOT, "%s: %,d streets, %,d places, %,d facilities%n", file.getFileName(),
          city.streets().streets().size(), city.demand().size(), city.facilities().size());
      measure(city, "parks", city.spaces().stream().filter(space -> space.kind() == SpaceKind.PARK).toList());
      tell(measure(city, "spaces", city.spaces()));
    }
  }

  private static EverydayResult measure(City city, String what, List<Space> spaces) {
    var reaching = Timing.of(1, RUNS, () -> problem(city, spaces));
    var problem = problem(city, spaces);
    var solving = Timing.of(1, RUNS, () -> EverydaySolver.solve(problem));
    System.out.printf(Locale.ROOT, "  %,d %s: streets joined and entrances found for two groups %s, everyday reach and green %s%n",
        spaces.size(), what, reaching, solving);
    return EverydaySolver.solve(problem);
  }

  private static EverydayProblem problem(City city, List<Space> spaces) {
    var demand = city.demand();
    var places = new DemandPlaces(demand.stream().mapToDouble(point -> point.lon()).toArray(),
        demand.stream().mapToDouble(point -> point.lat()).toArray(),
        demand.stream().mapToInt(point -> point.people()).toArray(),
        demand.stream().mapToInt(point -> point.district()).toArray(), Map.of());
    var sites = spaces.stream().map(space -> new ShelterSite(space.geometry(), null)).toList();
    var onWheels = demand.stream().mapToInt(point -> point.people() / 10).toArray();
    var others = demand.stream().mapToInt(point -> point.people() - point.people() / 10).toArray();
    var walkers = List.of(new Walkers(reach(city, ADULT, places, sites), others),
        new Walkers(reach(city, WHEELCHAIR, places, sites), onWheels));
    return new EverydayProblem(walkers, spaces.stream().map(space -> new EverydaySpace(space.geometry(), space.isPublicGreen())).toList(),
        city.districts().stream().map(District::geometry).toList(), LIMITS);
  }

  private static Reach reach(City city, Profile profile, DemandPlaces places, List<ShelterSite> sites) {
    return Reach.of(new CoverageProblem(city.streets(), profile, places, city.districts().size(), sites));
  }

  private static void tell(EverydayResult result) {
    tell("all", result.total());
    for (int district = 0; district < result.districts().size(); district++) {
      tell("district " + district, result.districts().get(district));
    }
    tell("outside", result.outside());
  }

  private static void tell(String what, GreenSupply supply) {
    System.out.printf(Locale.ROOT, "  %-12s %,9d people, %,12.0f m2 of green, %s m2 each%n", what, supply.people(), supply.greenM2(),
        rounded(supply.greenM2PerPerson()));
    for (int limit = 0; limit < LIMITS.length; limit++) {
      var within = supply.within().get(limit);
      System.out.printf(Locale.ROOT, "    %2d min: %,9d with green, %,8d unknown, %,8d without; %s to %s m2 each within reach%n",
          LIMITS[limit] / 60_000, within.sure(), within.unknown(), within.without(), rounded(supply.perPerson(within.leastM2())),
          rounded(supply.perPerson(within.mostM2())));
    }
  }

  private static String rounded(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }
}
