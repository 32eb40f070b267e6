package org.commonground.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.HazardEffect;
import org.commonground.coverage.Reach;
import org.commonground.coverage.ShelterSite;
import org.commonground.coverage.Standing;
import org.commonground.coverage.Wading;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How long an edit takes until its answer is there, on people and shelters drawn by chance over the streets of a city: shelters added,
 * closed and moved a street, single streets closed. Beside it the same answer computed anew.
 *
 * <p>Arguments: an OpenStreetMap PBF; places with people (default 100,000); shelters (default 500).
 */
final class WhatIfBenchmark {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Wading WADING = new Wading(0.2, 0.5, 0.5);
  private static final int LIMIT_MILLIS = 600_000;
  private static final int EDITS = 200;

  private WhatIfBenchmark() {
  }

  public static void main(String[] arguments) {
    var osm = Path.of(arguments[0]);
    int places = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int shelters = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
    var request = new ImportRequest("benchmark", null, null, osm, null, null, null, 0, null, null, null, null, null);
    var streets = Importer.importArea(request, (step, done, all) -> { }).city().streets();
    var random = new Random(1);
    var people = people(streets, random, places);
    var sites = new ArrayList<ShelterSite>();
    for (int shelter = 0; shelter < shelters; shelter++) {
      sites.add(new ShelterSite(GEOMETRIES.createPoint(near(streets, random)), null));
    }
    var problem = new CoverageProblem(streets, ADULT, people, 1, sites);
    var first = Reach.of(problem);
    var closed = new TreeSet<Integer>();
    var nothing = HazardEffect.of(streets, people, List.of(), WADING);
    var circumstances = new double[EDITS];
    var repairing = new double[EDITS];
    var counting = new double[EDITS];
    var reach = first;
    for (int edit = 0; edit < EDITS; edit++) {
      edit(edit % 4, sites, closed, streets, random);
      long start = System.nanoTime();
      var now = nothing.closing(List.of(), closed).circumstances();
      long known = System.nanoTime();
      reach = reach.changed(sites, now);
      long repaired = System.nanoTime();
      CoverageSolver.solve(reach, LIMIT_MILLIS);
      circumstances[edit] = (known - start) / 1e9;
      repairing[edit] = (repaired - known) / 1e9;
      counting[edit] = (System.nanoTime() - repaired) / 1e9;
    }
    var anew = Timing.of(1, 5, () -> CoverageSolver.solve(first.changed(List.of(), nothing.circumstances()).changed(sites,
        nothing.closing(List.of(), closed).circumstances()), LIMIT_MILLIS));
    System.out.printf(Locale.ROOT, "%,d streets, %,d places, %,d shelters, %d edits%n  what is in the way  %s%n  repair              %s%n"
        + "  counting and gaps   %s%n  all walks anew      %s%n", streets.streets().size(), places, shelters, EDITS,
        Timing.of(circumstances), Timing.of(repairing), Timing.of(counting), anew);
  }

  private static void edit(int kind, List<ShelterSite> sites, TreeSet<Integer> closed, StreetNetwork streets, Random random) {
    int shelter = random.nextInt(sites.size());
    var old = sites.get(shelter);
    switch (kind) {
      case 0 -> sites.add(new ShelterSite(GEOMETRIES.createPoint(near(streets, random)), null));
      case 1 -> sites.set(shelter, new ShelterSite(old.geometry(), null, Standing.OUT));
      case 2 -> sites.set(shelter, new ShelterSite(GEOMETRIES.createPoint(new Coordinate(old.geometry().getCoordinate().x + 1e-3,
          old.geometry().getCoordinate().y)), null, old.standing()));
      default -> closed.add(random.nextInt(streets.streets().size()));
    }
  }

  static Coordinate near(StreetNetwork streets, Random random) {
    int node = random.nextInt(streets.nodeCount());
    return new Coordinate(streets.nodeLon(node) + 1e-3 * (random.nextDouble() - 0.5),
        streets.nodeLat(node) + 1e-3 * (random.nextDouble() - 0.5));
  }

  static DemandPlaces people(StreetNetwork streets, Random random, int count) {
    var lon = new double[count];
    var lat = new double[count];
    var people = new int[count];
    for (int place = 0; place < count; place++) {
      var at = near(streets, random);
      lon[place] = at.x;
      lat[place] = at.y;
      people[place] = 1 + random.nextInt(4);
    }
    return new DemandPlaces(lon, lat, people, new int[count], Map.of());
  }
}
