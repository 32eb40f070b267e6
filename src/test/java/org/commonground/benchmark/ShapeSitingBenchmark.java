package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.Discs;
import org.commonground.siting.SiteChoice;
import org.commonground.siting.SitingLimits;
import org.commonground.siting.SitingProgress;
import org.commonground.siting.SitingSolver;

/**
 * Covers real city shapes: weighted points that are all candidates, 800 m, 20, 50 and 100 sites, a gap of 0.1 percent. The points are homes
 * with their people, or the ends of street sections with half their length in metres each, those in one square of a grid made one: of the
 * finest grid, each a tenth coarser than the last from 1 m, that leaves so few.
 *
 * <p>Arguments: seconds of each search, homes or ends, points at most, an OpenStreetMap PBF, the population, then HIGHS or SCIP, which get
 * the plain formulation.
 */
final class ShapeSitingBenchmark {

  private static final double METRES = 800;
  private static final double GAP = 0.001;
  private static final int[] SITES = {20, 50, 100};
  private static final double METRES_A_DEGREE_EAST = 111_320;
  private static final double METRES_A_DEGREE_NORTH = 110_950;

  private record Point(double x, double y, double weight) {
  }

  private ShapeSitingBenchmark() {
  }

  public static void main(String[] arguments) throws IOException {
    double seconds = Double.parseDouble(arguments[0]);
    var file = Path.of(arguments[3]);
    var city = Importer.importArea(new ImportRequest("shape", null, null, file, null, null, null, Integer.valueOf(arguments[4]), null, null,
        null, null, null), (step, done, all) -> { }).city();
    var degrees = new ArrayList<Point>();
    if (arguments[1].equals("homes")) {
      city.demand().stream().filter(place -> place.people() > 0).forEach(place -> degrees.add(new Point(place.lon(), place.lat(), place.people())));
    } else {
      city.streets().streets().forEach(street -> {
        var line = street.line().getCoordinates();
        degrees.add(new Point(line[0].x, line[0].y, street.lengthMm() / 2000.0));
        degrees.add(new Point(line[line.length - 1].x, line[line.length - 1].y, street.lengthMm() / 2000.0));
      });
    }
    var points = merged(degrees, Integer.parseInt(arguments[2]));
    System.out.printf(Locale.ROOT, "%s: %,d points%n", file.getFileName(), points.size());
    var x = points.stream().mapToDouble(Point::x).toArray();
    var y = points.stream().mapToDouble(Point::y).toArray();
    var rows = Discs.rows(x, y, points.stream().mapToDouble(Point::weight).toArray(), x, y, METRES);
    for (int most : SITES) {
      var result = SitingSolver.solve(new CoverProblem(SiteChoice.atMost(most, points.size()), rows), SitingLimits.seconds(seconds).gap(GAP),
          SitingProgress.NONE);
      System.out.printf(Locale.ROOT, "  %d sites: %.0f of %.0f, bound %.0f, gap %.3f %%, %s, %d branches, %.1f s%n", most, result.value(),
          rows.total(), result.bound(), 100 * result.gap(), result.stopped(), result.branches(), result.millis() / 1e3);
      for (int peer = 5; peer < arguments.length; peer++) {
        System.out.println("    " + arguments[peer] + " " + PlainSiting.cover(arguments[peer], rows, most, seconds));
      }
    }
  }

  /** In metres, each to a tenth; weights are whole. */
  private static List<Point> merged(List<Point> degrees, int most) {
    double middle = degrees.stream().mapToDouble(Point::y).average().orElseThrow();
    double east = METRES_A_DEGREE_EAST * Math.cos(Math.toRadians(middle));
    for (double side = 1; ; side *= 1.1) {
      var squares = new TreeMap<String, Point>();
      for (var point : degrees) {
        var at = new Point(point.x * east * point.weight, point.y * METRES_A_DEGREE_NORTH * point.weight, point.weight);
        squares.merge(Math.floor(point.x * east / side) + " " + Math.floor(point.y * METRES_A_DEGREE_NORTH / side), at,
            (one, other) -> new Point(one.x + other.x, one.y + other.y, one.weight + other.weight));
      }
      if (squares.size() <= most) {
        return squares.values().stream().filter(sum -> Math.round(sum.weight) > 0)
            .map(sum -> new Point(tenths(sum.x / sum.weight), tenths(sum.y / sum.weight), Math.round(sum.weight))).toList();
      }
    }
  }

  private static double tenths(double metres) {
    return Math.round(10 * metres) / 10.0;
  }
}
