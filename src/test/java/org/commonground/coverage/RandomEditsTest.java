package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.RandomNetwork;
import org.commonground.network.Slope;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Sweep;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Random sequences of edits on random cities. After each, the repaired walking times must equal those computed anew, of every place,
 * by both readings and for every rank; the search's labels must equal those of a plain sweep on the streets as they now are; and what was
 * known before must not have changed.
 */
class RandomEditsTest {

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100, new Slope(3.5, 0.05));
  private static final Profile WHEELS = new Profile("wheelchair", 0.7, 0, true, 8);
  private static final Wading WADING = new Wading(0.2, 0.5, 0.5);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int SEEDS = 150;
  private static final int EDITS = 14;

  @Test
  void repairedEqualsNew() {
    int different = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var city = new EditedCity(seed);
      var profile = seed % 2 == 0 ? ADULT : WHEELS;
      var first = new CoverageProblem(city.streets, profile, city.people, 1, city.shelters);
      var reach = Reach.of(first);
      for (int edit = 0; edit < EDITS; edit++) {
        var before = reach;
        var seen = before.optimisticMillis().clone();
        city.edit();
        var circumstances = city.circumstances();
        reach = before.changed(city.shelters, circumstances);
        var fresh = Reach.of(first.with(city.shelters, circumstances));
        check(fresh, reach, "seed " + seed + ", edit " + edit);
        assertArrayEquals(seen, before.optimisticMillis(), "what was known before has changed");
        different += java.util.Arrays.equals(seen, reach.optimisticMillis()) ? 0 : 1;
      }
    }
    assertTrue(different > SEEDS * EDITS / 3, "hardly any edit changed anything: " + different);
  }

  /** Every street closed by itself, by repairing: against the one search for all. */
  @Test
  void theLossOfEachStreetIsThatOfClosingIt() {
    int matter = 0;
    for (int seed = 0; seed < 120; seed++) {
      var city = new EditedCity(seed);
      for (int edit = 0; edit < seed % 5; edit++) {
        city.edit();
      }
      var profile = seed % 2 == 0 ? ADULT : WHEELS;
      var reach = Reach.of(new CoverageProblem(city.streets, profile, city.people, 1, city.shelters, city.circumstances()));
      int limit = 200_000 + 150_000 * (seed % 7);
      var found = StreetLossSolver.rank(reach, limit).stream()
          .collect(java.util.stream.Collectors.toMap(StreetLoss::street, StreetLoss::uncovered));
      var now = reach.pessimistic().placeMillis();
      for (int street = 0; street < city.streets.streets().size(); street++) {
        var closed = new java.util.BitSet();
        closed.set(street);
        var without = reach.problem().circumstances().closing(closed, city.streets.streets().size());
        var then = reach.changed(city.shelters, without).pessimistic().placeMillis();
        int lost = IntStream.range(0, now.length).filter(place -> now[place] <= limit && then[place] > limit)
            .map(place -> city.people.people()[place]).sum();
        assertEquals(lost, found.getOrDefault(street, 0), "seed " + seed + ", street " + street);
        matter += lost > 0 ? 1 : 0;
      }
    }
    assertTrue(matter > 200, "hardly any street mattered: " + matter);
  }

  private static void check(Reach fresh, Reach repaired, String what) {
    assertArrayEquals(fresh.pessimistic().placeMillis(), repaired.pessimistic().placeMillis(), what);
    assertArrayEquals(fresh.pessimistic().placeShelter(), repaired.pessimistic().placeShelter(), what);
    assertArrayEquals(fresh.optimisticMillis(), repaired.optimisticMillis(), what);
    assertArrayEquals(fresh.optimisticShelter(), repaired.optimisticShelter(), what);
    assertEquals(fresh.isRange(), repaired.isRange(), what);
    for (var layer : List.of(repaired.pessimistic(), repaired.optimistic())) {
      var sweep = new Sweep(layer.graph());
      for (int shelter = 0; shelter < repaired.problem().shelters().size(); shelter++) {
        layer.enter(shelter, sweep::addSource);
      }
      sweep.run();
      for (int node = 0; node < layer.graph().nodeCount(); node++) {
        assertEquals(sweep.millis(node), layer.sweep().millis(node), what);
        assertEquals(sweep.source(node), layer.sweep().source(node), what);
      }
    }
    for (int place = 0; place < fresh.problem().places().count(); place++) {
      assertEquals(repaired.pessimistic().placeMillis()[place], repaired.pessimisticRanks().millis(place, 0), what);
      for (int rank = 0; rank < Ranks.K; rank++) {
        assertEquals(fresh.optimisticRanks().millis(place, rank), repaired.optimisticRanks().millis(place, rank), what);
      }
    }
  }

  /** A random city that changes by chance. */
  private static final class EditedCity {

    private final Random random;
    private final StreetNetwork streets;
    private final DemandPlaces people;
    private final List<ShelterSite> shelters = new ArrayList<>();
    private final List<Geometry> areas = new ArrayList<>();
    private final TreeSet<Integer> closed = new TreeSet<>();
    private HazardZone zone;

    EditedCity(int seed) {
      random = new Random(seed);
      streets = RandomNetwork.draw(random, 60, 50 + random.nextInt(60));
      int count = 40;
      var lon = new double[count];
      var lat = new double[count];
      var persons = new int[count];
      for (int place = 0; place < count; place++) {
        var at = Drawing.degrees(random.nextInt(2_200) - 100, random.nextInt(2_200) - 100);
        lon[place] = at.x;
        lat[place] = at.y;
        persons[place] = random.nextInt(20);
      }
      people = new DemandPlaces(lon, lat, persons, new int[count], Map.of());
      for (int i = random.nextInt(5); i >= 0; i--) {
        shelters.add(new ShelterSite(shape(60, 400), null));
      }
    }

    private Geometry shape(int least, int more) {
      double x = random.nextInt(2_000);
      double y = random.nextInt(2_000);
      if (random.nextInt(3) == 0) {
        return GEOMETRIES.createPoint(Drawing.degrees(x, y));
      }
      return box(x, y, least + random.nextInt(more), least + random.nextInt(more));
    }

    static Geometry box(double x, double y, double width, double height) {
      return GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(x, y), Drawing.degrees(x + width, y),
          Drawing.degrees(x + width, y + height), Drawing.degrees(x, y + height), Drawing.degrees(x, y)});
    }

    /** One edit of a random kind; some do nothing. */
    void edit() {
      int shelter = shelters.isEmpty() ? -1 : random.nextInt(shelters.size());
      switch (random.nextInt(9)) {
        case 0 -> shelters.add(new ShelterSite(shape(60, 400), null));
        case 1 -> stand(shelter, Standing.OUT);
        case 2 -> stand(shelter, Standing.values()[random.nextInt(3)]);
        case 3, 4 -> move(shelter);
        case 5 -> toggle(random.nextInt(streets.streets().size()));
        case 6 -> areas.add(box(random.nextInt(2_000), random.nextInt(2_000), 20 + random.nextInt(300), 20 + random.nextInt(300)));
        case 7 -> areas.clear();
        default -> zone = zone != null ? null : new HazardZone(0, "flood", Hazard.FLOOD, random.nextInt(8) / 10.0, "drawn",
            box(random.nextInt(1_500), random.nextInt(1_500), 700, 400));
      }
    }

    private void stand(int shelter, Standing standing) {
      if (shelter >= 0) {
        shelters.set(shelter, new ShelterSite(shelters.get(shelter).geometry(), null, standing));
      }
    }

    private void move(int shelter) {
      if (shelter >= 0) {
        shelters.set(shelter, new ShelterSite(shape(60, 400), null, shelters.get(shelter).standing()));
      }
    }

    private void toggle(int street) {
      if (!closed.remove(street)) {
        closed.add(street);
      }
    }

    Circumstances circumstances() {
      return HazardEffect.of(streets, people, zone == null ? List.of() : List.of(zone), WADING).closing(areas, closed).circumstances();
    }
  }
}
