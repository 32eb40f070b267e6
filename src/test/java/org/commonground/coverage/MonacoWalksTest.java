package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.commonground.city.City;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Walking times between 1,000 random pairs of places in Monaco, against a textbook search written here from the streets alone:
 * nearest segment by looking at all of them, then Dijkstra with a binary heap over adjacency lists.
 */
class MonacoWalksTest {

  private static final City MONACO = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")),
      (step, done, all) -> { }).city();
  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final int SHELTERS = 20;
  private static final int PEOPLE = 50;

  private final StreetNetwork streets = MONACO.streets();
  private final LocalProjection plane = LocalProjection.around(extent());
  private final List<List<int[]>> arcs = new ArrayList<>();
  private final int[] streetMillis = new int[streets.streets().size()];

  private org.locationtech.jts.geom.Envelope extent() {
    var extent = new org.locationtech.jts.geom.Envelope();
    for (int node = 0; node < streets.nodeCount(); node++) {
      extent.expandToInclude(streets.nodeLon(node), streets.nodeLat(node));
    }
    return extent;
  }

  MonacoWalksTest() {
    for (int node = 0; node < streets.nodeCount(); node++) {
      arcs.add(new ArrayList<>());
    }
    for (var street : streets.streets()) {
      if ("no".equals(street.access()) || "private".equals(street.access())) {
        continue;
      }
      int millis = Math.max(1, (int) Math.round(street.lengthMm() / (street.steps() ? 0.5 : 1.2)));
      streetMillis[street.id()] = millis;
      arcs.get(street.from()).add(new int[] {street.to(), millis});
      arcs.get(street.to()).add(new int[] {street.from(), millis});
    }
  }

  /** A place on a street, its straight way there, and its walking time to the street's two ends. */
  private record On(int street, int accessMillis, int fromMillis, int toMillis) {
  }

  private On on(double lon, double lat) {
    var at = plane.toMetres(lon, lat);
    double best = Double.MAX_VALUE;
    On found = null;
    for (var street : streets.streets()) {
      if (streetMillis[street.id()] == 0) {
        continue;
      }
      var line = plane.toMetres(street.line()).getCoordinates();
      double before = 0;
      double length = plane.toMetres(street.line()).getLength();
      for (int i = 1; i < line.length; i++) {
        double distance = Distance.pointToSegment(at, line[i - 1], line[i]);
        if (distance < best) {
          best = distance;
          var foot = new org.locationtech.jts.geom.LineSegment(line[i - 1], line[i]).closestPoint(at);
          double share = length == 0 ? 0 : (before + foot.distance(line[i - 1])) / length;
          int from = (int) Math.round(share * streetMillis[street.id()]);
          found = new On(street.id(), (int) Math.round(1000 * distance / 1.2), from, streetMillis[street.id()] - from);
        }
        before += line[i].distance(line[i - 1]);
      }
    }
    return found;
  }

  private int textbook(On a, On b) {
    int direct = a.street() == b.street() ? Math.abs(a.fromMillis() - b.fromMillis()) : Integer.MAX_VALUE;
    var time = new int[streets.nodeCount()];
    Arrays.fill(time, Integer.MAX_VALUE);
    var waiting = new PriorityQueue<int[]>((x, y) -> Integer.compare(x[1], y[1]));
    waiting.add(new int[] {streets.street(a.street()).from(), a.fromMillis()});
    waiting.add(new int[] {streets.street(a.street()).to(), a.toMillis()});
    while (!waiting.isEmpty()) {
      var entry = waiting.poll();
      if (entry[1] >= time[entry[0]]) {
        continue;
      }
      time[entry[0]] = entry[1];
      arcs.get(entry[0]).forEach(arc -> waiting.add(new int[] {arc[0], entry[1] + arc[1]}));
    }
    long viaFrom = (long) time[streets.street(b.street()).from()] + b.fromMillis();
    long viaTo = (long) time[streets.street(b.street()).to()] + b.toMillis();
    long best = Math.min(direct, Math.min(viaFrom, viaTo));
    return best >= Integer.MAX_VALUE ? CoverageResult.NO_WAY : (int) best + a.accessMillis() + b.accessMillis();
  }

  @Test
  void thousandRandomPairs() {
    var random = new Random(2021);
    var people = demandPoints(random, PEOPLE);
    var sites = new ArrayList<Coordinate>(demandPoints(random, SHELTERS));
    int reached = 0;
    for (var site : sites) {
      var shelter = new ShelterSite(new GeometryFactory().createPoint(site), null);
      var places = new DemandPlaces(people.stream().mapToDouble(at -> at.x).toArray(),
          people.stream().mapToDouble(at -> at.y).toArray(), new int[PEOPLE], new int[PEOPLE], Map.of());
      var reach = Reach.of(new CoverageProblem(streets, ADULT, places, 1, List.of(shelter)));
      var finder = new ShelterFinder(reach);
      var there = on(site.x, site.y);
      for (int person = 0; person < PEOPLE; person++) {
        var at = people.get(person);
        int expected = textbook(on(at.x, at.y), there);
        assertEquals(expected, reach.pessimistic().placeMillis()[person], "from " + at + " to " + site);
        var way = finder.nearest(at.x, at.y, 1).get(0);
        if (expected != CoverageResult.NO_WAY) {
          reached++;
          assertEquals(expected, way.millis());
          checkWay(way, at, site);
        } else {
          assertTrue(way.straightLine());
        }
      }
    }
    assertTrue(reached > 900, "only " + reached + " of 1,000 pairs have a way");
  }

  /** The way's steps add up to it, and its line runs from the person to the shelter. */
  private void checkWay(Way way, Coordinate from, Coordinate to) {
    assertEquals(way.millis(), way.steps().stream().mapToInt(WayStep::millis).sum());
    assertEquals(way.metres(), way.steps().stream().mapToDouble(WayStep::metres).sum(), 0.01);
    var line = plane.toMetres(way.line());
    assertEquals(way.metres(), line.getLength(), 0.005 * way.metres() + 0.5);
    assertEquals(0, plane.toMetres(from.x, from.y).distance(line.getCoordinates()[0]), 0.01);
    assertEquals(0, plane.toMetres(to.x, to.y).distance(line.getCoordinates()[line.getNumPoints() - 1]), 0.01);
  }

  /** Houses on the main part of the network: islands go by another rule, tested where that rule is. */
  private List<Coordinate> demandPoints(Random random, int count) {
    var graph = org.commonground.network.WalkGraph.of(streets, ADULT, org.commonground.network.Unknowns.PESSIMISTIC);
    var components = org.commonground.network.Components.of(graph);
    var found = new ArrayList<Coordinate>();
    while (found.size() < count) {
      var point = MONACO.demand().get(random.nextInt(MONACO.demand().size()));
      var on = on(point.lon(), point.lat());
      if (!components.onIsland(streets.street(on.street()).from())) {
        found.add(new Coordinate(point.lon(), point.lat()));
      }
    }
    return found;
  }
}
