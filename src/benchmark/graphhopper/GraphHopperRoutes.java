import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.Instruction;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The peer of NearestBenchmark: routes on foot by GraphHopper with contraction hierarchies, in process. Run as a single source file.
 *
 * <p>Arguments: an OpenStreetMap PBF; a CSV, each row a place and the shelters that routes are wanted to: lon,lat,lon,lat,… Each line of
 * standard input, {@code THREADS SECONDS}, is one run and is answered by one line.
 */
final class GraphHopperRoutes {

  private final GraphHopper hopper = new GraphHopper();
  private final double[][] rows;

  private GraphHopperRoutes(String osm, double[][] rows) throws Exception {
    this.rows = rows;
    hopper.setOSMFile(osm);
    hopper.setGraphHopperLocation(Files.createTempDirectory("graphhopper").toString());
    hopper.setEncodedValuesString("foot_access, foot_priority, foot_average_speed, foot_road_access, hike_rating, mtb_rating, country, road_class");
    hopper.setProfiles(new Profile("foot").setCustomModel(GHUtility.loadCustomModelFromJar("foot.json")));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile("foot"));
    hopper.importOrLoad();
  }

  public static void main(String[] arguments) throws Exception {
    var rows = Files.readAllLines(Path.of(arguments[1])).stream()
        .map(row -> Arrays.stream(row.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
    var routes = new GraphHopperRoutes(arguments[0], rows);
    System.out.println(routes.answers());
    var in = new BufferedReader(new InputStreamReader(System.in));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var numbers = line.split(" ");
      System.out.println(routes.run(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
    }
  }

  /** Points, steps and metres of all routes from one place, and how many routes there are. */
  private double[] ask(int row) {
    var sum = new double[4];
    var at = rows[row];
    for (int i = 2; i < at.length; i += 2) {
      var answer = hopper.route(new GHRequest(at[1], at[0], at[i + 1], at[i]).setProfile("foot").setLocale(Locale.ENGLISH));
      if (!answer.hasErrors()) {
        var best = answer.getBest();
        sum[0] += best.getPoints().size();
        for (Instruction step : best.getInstructions()) {
          sum[1] += step.getTurnDescription(best.getInstructions().getTr()).isEmpty() ? 0 : 1;
        }
        sum[2] += best.getDistance();
        sum[3]++;
      }
    }
    return sum;
  }

  private String answers() {
    var sum = new double[4];
    for (int row = 0; row < Math.min(rows.length, 2_000); row++) {
      var one = ask(row);
      IntStream.range(0, sum.length).forEach(i -> sum[i] += one[i]);
    }
    return String.format(Locale.ROOT, "routes of %.0f m, %.0f points and %.0f steps on average", sum[2] / sum[3], sum[0] / sum[3],
        sum[1] / sum[3]);
  }

  private String run(int threads, int seconds) throws InterruptedException {
    var next = new AtomicInteger();
    var latencies = new long[threads][1 << 20];
    var counts = new int[threads];
    var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long processor = process.getProcessCpuTime();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    var running = IntStream.range(0, threads).mapToObj(thread -> new Thread(() -> {
      long now = System.nanoTime();
      while (now < end && counts[thread] < latencies[thread].length) {
        ask(next.getAndIncrement() % rows.length);
        long answered = System.nanoTime();
        latencies[thread][counts[thread]++] = answered - now;
        now = answered;
      }
    })).toList();
    running.forEach(Thread::start);
    for (var thread : running) {
      thread.join();
    }
    processor = process.getProcessCpuTime() - processor;
    double took = (System.nanoTime() - begin) / 1e9;
    var all = IntStream.range(0, threads).mapToObj(thread -> Arrays.copyOf(latencies[thread], counts[thread]))
        .flatMapToLong(Arrays::stream).sorted().toArray();
    return String.format(Locale.ROOT, "%,8.0f answers a second, median %.3f ms, 99 %% %.3f ms; processor %.3f ms an answer",
        all.length / took, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6, processor / 1e6 / all.length);
  }
}
