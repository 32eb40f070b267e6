package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonground.city.City;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Components;
import org.commonground.network.Profile;
import org.commonground.network.Snapper;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Walking times in Monaco, between 1,000 random pairs of places and into outlines, against {@link TextbookWalks}. */
class MonacoWalksTest {

  private static final City MONACO = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")),
      (step, done, all) -> { }).city();
  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final int SHELTERS = 20;
  private static final int PEOPLE = 50;

  private final StreetNetwork streets = MONACO.streets();
  private final TextbookWalks textbook = new TextbookWalks(streets, ADULT);
  private final LocalProjection plane = textbook.plane;

  @Test
  void thousandRandomPairs() {
    var random = new Random(2021);
    var people = demandPoints(random, PEOPLE);
    var sites = demandPoints(random, SHELTERS);
    var walks = walks(people);
    int reached = 0;
    for (var site : sites) {
      var shelter = new ShelterSite(new GeometryFactory().createPoint(site), null);
      var reach = Reach.of(new CoverageProblem(streets, ADULT, places(people), 1, List.of(shelter)));
      var finder = new ShelterFinder(reach);
      var there = textbook.stretches(shelter.geometry());
      for (int person = 0; person < PEOPLE; person++) {
        var at = people.get(person);
        int expected = walks.get(person).to(there);
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

  /** From 300 houses to each of the sample's own shelters, which are outlines with streets and paths through them. */
  @Test
  void everyHouseToEveryOutline() {
    var houses = demandPoints(new Random(35_881), 300);
    var places = places(houses);
    var walks = walks(houses);
    int inTime = 0;
    for (var one : MONACO.shelters()) {
      var reach = Reach.of(new CoverageProblem(streets, ADULT, places, 1, List.of(new ShelterSite(one.geometry(), null))));
      var there = textbook.stretches(one.geometry());
      for (int house = 0; house < houses.size(); house++) {
        var at = houses.get(house);
        boolean inside = one.geometry().covers(new GeometryFactory().createPoint(at));
        int expected = inside ? 0 : walks.get(house).to(there);
        int found = reach.pessimistic().placeMillis()[house];
        assertEquals(expected, found, 2, "from " + at + " to " + one.name() + " " + one.sourceId());
        inTime += found <= 600_000 ? 1 : 0;
      }
    }
    assertTrue(inTime > 300, inTime + " walks of at most ten minutes");
  }

  /** One person's walks by the textbook. */
  private record Walks(TextbookWalks textbook, TextbookWalks.On from, int[] times) {
    int to(List<TextbookWalks.Stretch> shelter) {
      return textbook.walk(from, times, shelter);
    }
  }

  private List<Walks> walks(List<Coordinate> people) {
    return people.stream().map(at -> textbook.on(at.x, at.y)).map(on -> new Walks(textbook, on, textbook.times(on))).toList();
  }

  private static DemandPlaces places(List<Coordinate> at) {
    return new DemandPlaces(at.stream().mapToDouble(one -> one.x).toArray(), at.stream().mapToDouble(one -> one.y).toArray(),
        new int[at.size()], new int[at.size()], Map.of());
  }

  /** Houses beside the main part of the network: islands go by another rule, tested where that rule is. */
  private List<Coordinate> demandPoints(Random random, int count) {
    var graph = WalkGraph.of(streets, ADULT, Unknowns.PESSIMISTIC);
    var components = Components.of(graph);
    var found = new ArrayList<Coordinate>();
    var snapper = new Snapper(graph, plane);
    while (found.size() < count) {
      var point = MONACO.demand().get(random.nextInt(MONACO.demand().size()));
      var snap = snapper.snap(point.lon(), point.lat(), Reach.ACCESS_LIMIT_METRES).orElseThrow();
      if (!components.onIsland(streets.street(snap.street()).from())) {
        found.add(new Coordinate(point.lon(), point.lat()));
      }
    }
    return found;
  }
}
