package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonground.network.Drawing;
import org.commonground.network.Profile;
import org.commonground.network.RandomNetwork;
import org.commonground.network.Unknowns;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ReachTableTest {

  private static final Profile ADULT = new Profile("adult", 1, 0.5, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 0.7, 0, true, 8);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static Geometry shape(Random random) {
    double x = random.nextInt(2_000);
    double y = random.nextInt(2_000);
    if (random.nextBoolean()) {
      return GEOMETRIES.createPoint(Drawing.degrees(x, y));
    }
    double side = 20 + random.nextInt(400);
    return GEOMETRIES.createPolygon(new Coordinate[] {Drawing.degrees(x, y), Drawing.degrees(x + side, y),
        Drawing.degrees(x + side, y + side), Drawing.degrees(x, y + side), Drawing.degrees(x, y)});
  }

  private static DemandPlaces places(Random random, int count) {
    var at = IntStream.range(0, count)
        .mapToObj(i -> Drawing.degrees(random.nextInt(2_200) - 100, random.nextInt(2_200) - 100)).toList();
    return new DemandPlaces(at.stream().mapToDouble(place -> place.x).toArray(), at.stream().mapToDouble(place -> place.y).toArray(),
        new int[count], new int[count], Map.of());
  }

  /** <pre>shelter 0 --100-- house --200-- shelter 1 --500-- shelter 2</pre> */
  @Test
  void drawn() {
    var streets = new Drawing().node("a", 0, 0).node("b", 800, 0).street("a", "b").network();
    var sites = IntStream.of(0, 300, 800).mapToObj(x -> new ShelterSite(GEOMETRIES.createPoint(Drawing.degrees(x, 0)), null)).toList();
    var house = Drawing.degrees(100, 0);
    var places = new DemandPlaces(new double[] {house.x}, new double[] {house.y}, new int[] {1}, new int[1], Map.of());
    var table = ReachTable.of(Reach.of(new CoverageProblem(streets, ADULT, places, 1, sites)), Unknowns.PESSIMISTIC, 200_000);
    assertArrayEquals(new int[] {0, 1}, table.shelter());
    assertEquals(100_000, table.millis()[0], 2);
    assertEquals(200_000, table.millis()[1], 2);
  }

  /** The nearest of a row are those of the search for the three nearest, and each entry is that of its shelter alone. */
  @Test
  void randomRowsAgreeWithRanksAndWithEachShelterAlone() {
    long entries = 0;
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var streets = RandomNetwork.draw(random, 60, 40 + random.nextInt(60));
      var shelters = IntStream.range(0, 1 + random.nextInt(8)).mapToObj(i -> new ShelterSite(shape(random), null)).toList();
      var places = places(random, 60);
      int limit = random.nextInt(2_500_000);
      for (var profile : List.of(ADULT, WHEELS)) {
        var reach = Reach.of(new CoverageProblem(streets, profile, places, 1, shelters));
        var alone = shelters.stream().map(one -> Reach.of(new CoverageProblem(streets, profile, places, 1, List.of(one)))).toList();
        for (var reading : Unknowns.values()) {
          boolean sure = reading == Unknowns.PESSIMISTIC;
          var table = ReachTable.of(reach, reading, limit);
          entries += table.entryCount();
          for (int place = 0; place < places.count(); place++) {
            var what = "seed " + seed + ", " + profile.name() + ", " + reading + ", place " + place;
            checkRanks(table, sure ? reach.pessimisticRanks() : reach.optimisticRanks(), place, limit, what);
            int at = place;
            var millis = alone.stream().mapToInt(one -> (sure ? one.pessimistic().placeMillis() : one.optimisticMillis())[at]).toArray();
            var expected = IntStream.range(0, millis.length).filter(shelter -> millis[shelter] <= limit)
                .mapToObj(shelter -> shelter + " " + millis[shelter]).toList();
            assertEquals(expected, IntStream.range(table.firstEntry()[place], table.firstEntry()[place + 1])
                .mapToObj(entry -> table.shelter()[entry] + " " + table.millis()[entry]).toList(), what);
          }
        }
      }
    }
    assertTrue(entries > 3_000, entries + " entries");
  }

  private static void checkRanks(ReachTable table, Ranks ranks, int place, int limit, String what) {
    var row = IntStream.range(table.firstEntry()[place], table.firstEntry()[place + 1])
        .mapToLong(entry -> (long) table.millis()[entry] << 32 | table.shelter()[entry]).sorted().toArray();
    for (int rank = 0; rank < Ranks.K; rank++) {
      boolean inTime = ranks.shelter(place, rank) >= 0 && ranks.millis(place, rank) <= limit;
      assertEquals(inTime, rank < row.length, what);
      if (inTime) {
        assertEquals((long) ranks.millis(place, rank) << 32 | ranks.shelter(place, rank), row[rank], what);
      }
    }
  }

  @Test
  void refusesRowsThatCannotBe() {
    refused(1, new int[] {0, 1}, new int[] {1}, new int[] {5}, "there are 1");
    refused(1, new int[] {0, 1}, new int[] {-1}, new int[] {5}, "shelter -1");
    refused(2, new int[] {0, 2}, new int[] {1, 0}, new int[] {5, 5}, "must ascend");
    refused(2, new int[] {0, 2}, new int[] {1, 1}, new int[] {5, 5}, "must ascend");
    refused(1, new int[] {0, 1}, new int[] {0}, new int[] {-5}, "no walking time");
    refused(1, new int[] {0, 1}, new int[] {0}, new int[] {CoverageResult.NO_WAY}, "no walking time");
    refused(1, new int[] {0, 2, 1}, new int[] {0}, new int[] {5}, "row of point 0");
    refused(1, new int[] {0}, new int[] {0}, new int[] {5}, "rows must run");
    refused(1, new int[0], new int[0], new int[0], "rows must run");
  }

  private static void refused(int shelters, int[] first, int[] shelter, int[] millis, String words) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> new ReachTable(shelters, first, shelter, millis));
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }
}
