package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.RandomNetwork;
import org.commonground.network.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Ways to shelters in cities drawn by chance, points and outlines, with and without facts that are not recorded.
 *
 * <p>Two searches that share no code must agree: the sweep from the shelters, one shelter alone at a time, and the search from
 * the person. Each way is then walked: its line, its steps and its times must tell the same.
 */
class RandomWalksTest {

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 0.7, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int PEOPLE = 25;

  private final List<Coordinate> people = new ArrayList<>();
  private final List<ShelterSite> shelters = new ArrayList<>();
  private StreetNetwork streets;

  private void draw(int seed) {
    var random = new Random(seed);
    streets = RandomNetwork.draw(random, 60, 40 + random.nextInt(60));
    people.clear();
    shelters.clear();
    IntStream.range(0, PEOPLE).forEach(
        i -> people.add(Drawing.degrees(random.nextInt(2_200) - 100, random.nextInt(2_200) - 100)));
    IntStream.range(0, 2 + random.nextInt(6)).forEach(i -> shelters.add(new ShelterSite(shape(random), null)));
  }

  private static Geometry shape(Random random) {
    double x = random.nextInt(2_000);
    double y = random.nextInt(2_000);
    if (random.nextBoolean()) {
      return GEOMETRIES.createPoint(Drawing.degrees(x, y));
    }
    var corners = new Coordinate[] {Drawing.degrees(x, y),
        Drawing.degrees(x + 20 + random.nextInt(500), y + random.nextInt(200)),
        Drawing.degrees(x + random.nextInt(200), y + 20 + random.nextInt(500)), Drawing.degrees(x, y)};
    return GEOMETRIES.createPolygon(corners);
  }

  private Reach reach(Profile profile, List<ShelterSite> sites) {
    var places = new DemandPlaces(people.stream().mapToDouble(at -> at.x).toArray(),
        people.stream().mapToDouble(at -> at.y).toArray(),
        new int[PEOPLE], new int[PEOPLE], Map.of());
    return Reach.of(new CoverageProblem(streets, profile, places, 1, sites));
  }

  @Test
  void everyWayAgreesWithItsShelterAloneAndWithItself() {
    int onStreets = 0;
    for (int seed = 0; seed < 40; seed++) {
      draw(seed);
      for (var profile : List.of(ADULT, WHEELS)) {
        var all = reach(profile, shelters);
        var alone = shelters.stream().map(site -> reach(profile, List.of(site))).toList();
        var finder = new ShelterFinder(all);
        for (int person = 0; person < PEOPLE; person++) {
          var what = "seed " + seed + ", " + profile.name() + ", person " + person;
          var at = people.get(person);
          var ways = finder.nearest(at.x, at.y, Integer.MAX_VALUE);
          checkTimes(ways, all, alone, person, what);
          for (int count = 1; count <= shelters.size(); count++) {
            assertEquals(ways.stream().limit(count).toList().toString(), finder.nearest(at.x, at.y, count).toString(), what);
          }
          for (var way : ways) {
            checkLine(way, all, at, what);
            if (!way.straightLine()) {
              onStreets++;
              checkSteps(way, all, profile, what);
            }
          }
        }
      }
    }
    assertTrue(onStreets > 3_000, onStreets + " ways on streets");
  }

  private static void checkTimes(List<Way> ways, Reach all, List<Reach> alone, int person, String what) {
    var sure = alone.stream().mapToInt(one -> one.pessimistic().placeMillis()[person]).toArray();
    var hoped = alone.stream().mapToInt(one -> one.optimisticMillis()[person]).toArray();
    int least = IntStream.of(sure).min().orElseThrow();
    assertEquals(least, all.pessimistic().placeMillis()[person], what);
    assertEquals(IntStream.of(hoped).min().orElseThrow(), all.optimisticMillis()[person], what);
    if (least != CoverageResult.NO_WAY) {
      int lowest = IntStream.range(0, sure.length).filter(shelter -> sure[shelter] == least).findFirst().orElseThrow();
      assertEquals(lowest, all.pessimistic().placeShelter()[person], what);
    }
    var expected = IntStream.range(0, sure.length).filter(shelter -> hoped[shelter] != CoverageResult.NO_WAY).boxed()
        .sorted(Comparator.comparingInt((Integer shelter) -> sure[shelter])
            .thenComparingInt(shelter -> sure[shelter] == CoverageResult.NO_WAY ? hoped[shelter] : 0)
            .thenComparing(Comparator.naturalOrder())).toList();
    if (expected.isEmpty()) {
      assertEquals(sure.length, ways.stream().filter(Way::straightLine).count(), what);
      return;
    }
    assertEquals(expected, ways.stream().map(Way::shelter).toList(), what);
    for (var way : ways) {
      assertEquals(sure[way.shelter()], way.millis(), what);
      assertEquals(hoped[way.shelter()], way.optimisticMillis(), what);
    }
  }

  /** The line runs from the person to the shelter and is as long as the way says. */
  private void checkLine(Way way, Reach reach, Coordinate at, String what) {
    var line = reach.projection().toMetres(way.line());
    assertEquals(way.metres(), line.getLength(), 0.5, what);
    var points = line.getCoordinates();
    assertEquals(0, points[0].distance(reach.projection().toMetres(at.x, at.y)), 0.01, what);
    var end = GEOMETRIES.createPoint(points[points.length - 1]);
    var shelter = reach.projection().toMetres(shelters.get(way.shelter()).geometry());
    assertEquals(0, shelter.distance(end), 0.01, what);
  }

  /** Each step takes as long as its metres at the speed of its kind; all together are the way. */
  private void checkSteps(Way way, Reach reach, Profile profile, String what) {
    int drawn = way.millis() == CoverageResult.NO_WAY ? way.optimisticMillis() : way.millis();
    assertEquals(drawn, way.steps().stream().mapToInt(WayStep::millis).sum(), what);
    assertEquals(way.metres(), way.steps().stream().mapToDouble(WayStep::metres).sum(), 1e-6, what);
    for (var step : way.steps()) {
      double speed = step.stairs() ? profile.stairsMetresPerSecond() : profile.speedMetresPerSecond();
      assertEquals(step.metres(), step.millis() / 1000.0 * speed, 0.1 + 2e-4 * step.metres(), () -> what + " " + step);
      var begin = GEOMETRIES.createPoint(reach.projection().toMetres(step.lon(), step.lat()));
      assertEquals(0, reach.projection().toMetres(way.line()).distance(begin), 0.5, what);
    }
    assertEquals(WayStep.Turn.ARRIVE, way.steps().get(way.steps().size() - 1).turn());
  }
}
