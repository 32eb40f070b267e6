package org.commonground.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.city.City;
import org.commonground.city.CityStore;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.StreetNetwork;
import org.commonground.plan.Planner;
import org.commonground.plan.nearest.Nearest;
import org.commonground.plan.nearest.NearestAnswer;
import org.commonground.plan.nearest.NearestQuery;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.PlanStore;
import org.commonground.plan.scenario.Scenario;
import org.commonground.space.Shelter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Answers a second, in process: the three nearest shelters of a place with their times, the line to each and its steps in words.
 *
 * <p>Arguments: an OpenStreetMap PBF; the number of shelters (default 50); seconds of each run (default 5); the number of rounds
 * (default 3). With a fifth argument, a folder, it writes its places and shelters there instead, as {@code people.csv} and
 * {@code shelters.csv}, so that they can be imported and asked for over HTTP (see {@link HttpBenchmark}).
 */
final class NearestBenchmark {

  private static final String AREA = "benchmark";
  private static final int COUNT = 3;
  private static final int PLACES = 20_000;
  private static final double BESIDE_DEGREES = 5e-4;

  private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Planner planner;
  private final List<Coordinate> places;

  private NearestBenchmark(Planner planner, List<Coordinate> places) {
    this.planner = planner;
    this.places = places;
  }

  public static void main(String[] arguments) throws InterruptedException, IOException {
    var osm = Path.of(arguments[0]);
    int shelters = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
    var city = city(osm, shelters);
    var benchmark = of(city);
    if (arguments.length > 4) {
      write(Path.of(arguments[4], "people.csv"), "lon,lat,people", benchmark.places, ",1");
      write(Path.of(arguments[4], "shelters.csv"), "lon,lat,name",
          city.shelters().stream().map(shelter -> shelter.geometry().getCoordinate()).toList(), ",A shelter");
      return;
    }
    System.out.printf(Locale.ROOT, "%s, %d shelters: %s%n", osm.getFileName(), shelters, benchmark.answers());
    for (var profile : List.of("adult", "wheelchair")) {
      benchmark.run(profile, 2, seconds);
      for (int round = 1; round <= rounds; round++) {
        for (int threads = 1; threads <= 2; threads++) {
          System.out.printf(Locale.ROOT, "round %d  %-10s %d thread%s  %s%n", round, profile, threads, threads == 1 ? " " : "s",
              benchmark.run(profile, threads, seconds));
        }
      }
    }
  }

  static City city(Path osm, int shelters) {
    return withShelters(Importer.importArea(new ImportRequest(AREA, null, null, osm, null, null, null, 0, null, null, null, null,
        null), (step, done, all) -> { }).city(), shelters);
  }

  static NearestBenchmark of(City city) {
    var planner = new Planner(new OneCity(city), new NoPlans(), null, Rules.load(Path.of("data/rules")));
    return new NearestBenchmark(planner, beside(city.streets(), new Random(3), PLACES));
  }

  Coordinate place(int place) {
    return places.get(place);
  }

  private static void write(Path file, String header, List<Coordinate> places, String rest) throws IOException {
    Files.write(file, Stream.concat(Stream.of(header), places.stream().map(at -> at.x + "," + at.y + rest)).toList());
  }

  /** Shelters beside streets, by a seed. */
  private static City withShelters(City city, int count) {
    var at = beside(city.streets(), new Random(50), count);
    var shelters = IntStream.range(0, count).mapToObj(id -> new Shelter(id, "" + id, "Shelter " + id, Map.of(), null,
        new GeometryFactory().createPoint(at.get(id)), null, Map.of(), null, false, Map.of())).toList();
    return new City(city.area(), city.districts(), city.streets(), city.buildings(), city.spaces(), shelters, city.demand(),
        city.background(), city.hazardZones(), city.facilities(), city.slopes(), city.issues());
  }

  private static List<Coordinate> beside(StreetNetwork streets, Random random, int count) {
    var places = new ArrayList<Coordinate>();
    for (int i = 0; i < count; i++) {
      int node = random.nextInt(streets.nodeCount());
      places.add(new Coordinate(streets.nodeLon(node) + BESIDE_DEGREES * random.nextGaussian(),
          streets.nodeLat(node) + BESIDE_DEGREES * random.nextGaussian()));
    }
    return places;
  }

  NearestAnswer ask(int place, String profile) {
    var at = places.get(place);
    return Nearest.answer(planner, new NearestQuery(AREA, at.x, at.y, profile, null, COUNT, "en"));
  }

  /** What is answered, so that nobody compares the time of something else. */
  private String answers() {
    long straight = 0;
    long points = 0;
    long steps = 0;
    double metres = 0;
    for (int place = 0; place < 2_000; place++) {
      for (var way : ask(place, "adult").shelters()) {
        straight += way.straightLine() ? 1 : 0;
        points += way.route().coordinates().length;
        steps += way.steps().size();
        metres += way.metres();
      }
    }
    return String.format(Locale.ROOT, "an answer has %d ways of %.0f m, %d points and %d steps on average; %.1f %% straight lines", COUNT,
        metres / 2_000 / COUNT, points / 2_000 / COUNT, steps / 2_000 / COUNT, straight / 20.0 / COUNT);
  }

  /** Every thread asks for the next place until the time is over. */
  private String run(String profile, int threads, int seconds) throws InterruptedException {
    var next = new AtomicInteger();
    var latencies = new long[threads][1 << 22];
    var counts = new int[threads];
    long processor = PROCESS.getProcessCpuTime();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    var running = IntStream.range(0, threads).mapToObj(thread -> new Thread(() -> {
      long now = System.nanoTime();
      while (now < end && counts[thread] < latencies[thread].length) {
        ask(next.getAndIncrement() % PLACES, profile);
        long answered = System.nanoTime();
        latencies[thread][counts[thread]++] = answered - now;
        now = answered;
      }
    })).toList();
    running.forEach(Thread::start);
    for (var thread : running) {
      thread.join();
    }
    double took = (System.nanoTime() - begin) / 1e9;
    processor = PROCESS.getProcessCpuTime() - processor;
    var all = IntStream.range(0, threads).mapToObj(thread -> Arrays.copyOf(latencies[thread], counts[thread]))
        .flatMapToLong(Arrays::stream).sorted().toArray();
    return String.format(Locale.ROOT, "%,8.0f answers a second, median %.3f ms, 99 %% %.3f ms; processor %.3f ms an answer",
        all.length / took, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6, processor / 1e6 / all.length);
  }

  /** Keeps one city in memory. */
  private record OneCity(City city) implements CityStore {

    @Override
    public List<Entry> list() {
      return List.of(new Entry(city.area(), 1, city.counts(), Map.of(), List.of(), false));
    }

    @Override
    public Optional<Entry> findEntry(String area) {
      return list().stream().filter(entry -> entry.area().name().equals(area)).findFirst();
    }

    @Override
    public Optional<City> find(String area) {
      return findEntry(area).map(entry -> city);
    }

    @Override
    public void save(City changed, boolean replace) {
      throw new UnsupportedOperationException("a benchmark saves nothing");
    }
  }

  /** Nobody has made a scenario. */
  private static final class NoPlans implements PlanStore {

    @Override
    public List<Scenario> list(String area) {
      return List.of();
    }

    @Override
    public Optional<Scenario> find(String area, String id) {
      return Optional.empty();
    }

    @Override
    public Scenario create(Scenario scenario) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Scenario save(Scenario scenario) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Scenario scenario) {
      throw new UnsupportedOperationException();
    }
  }
}
