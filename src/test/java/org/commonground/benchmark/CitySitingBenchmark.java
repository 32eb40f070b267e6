package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.Planner;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.siting.Siting;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;

/**
 * Chooses 1 to 50 new shelters among all spaces of whole cities, for most people in time and for the shortest mean walk. Seconds are of
 * the whole question, with walks, search, and the coverage with the chosen sites; the first of each city judges its spaces, too.
 *
 * <p>Arguments: seconds of each search, goals with a comma between, then for each city an OpenStreetMap PBF and its population.
 */
final class CitySitingBenchmark {

  private static final List<Integer> SITES = List.of(1, 2, 5, 10, 20, 50);

  private CitySitingBenchmark() {
  }

  public static void main(String[] arguments) throws IOException {
    double seconds = Double.parseDouble(arguments[0]);
    var folder = Files.createTempDirectory("city-siting");
    try (var source = Databases.open(null, null, null, folder)) {
      var cities = new JdbcCityStore(source);
      var siting = new Siting(new Planner(cities, new JdbcPlanStore(source), new JdbcFactStore(source), Rules.load(Path.of("data/rules"))));
      for (int i = 2; i + 1 < arguments.length; i += 2) {
        var file = Path.of(arguments[i]);
        var name = file.getFileName().toString().replaceAll("[^a-z].*", "");
        var city = Importer.importArea(new ImportRequest(name, null, null, file, null, null, null, Integer.valueOf(arguments[i + 1]), null,
            null, null, null, null), (step, done, all) -> { }).city();
        cities.save(city, true);
        System.out.printf(Locale.ROOT, "%s: %,d places, %,d spaces, %,d street sections%n", name, city.demand().size(),
            city.spaces().size(), city.streets().streets().size());
        for (var goal : arguments[1].split(",")) {
          for (int sites : SITES) {
            ask(siting, name, goal, sites, seconds);
          }
        }
      }
    }
  }

  private static void ask(Siting siting, String area, String goal, int sites, double seconds) {
    long start = System.nanoTime();
    var answer = siting.answer(Siting.query(area, Map.of("goal", goal, "p", sites, "seconds", seconds)), JobWatch.NONE);
    System.out.printf(Locale.ROOT, "  %-14s p=%-3d of %,d: value %s, bound %s, gap %s, %s, %.1f s%n", goal, sites, answer.candidates(),
        answer.value(), answer.bound(), answer.gap(), answer.stopped(), (System.nanoTime() - start) / 1e9);
  }
}
