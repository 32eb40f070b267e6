package org.commonground.coverage;

import java.util.Arrays;
import java.util.Random;

/** Towns drawn by chance from a seed: points and shelters on a square of 10 km, each point reaching its nearest shelters. */
public final class RandomPlacement {

  private static final double SIDE_METRES = 10_000;
  private static final int CENTRES = 20;

  private RandomPlacement() {
  }

  /**
   * @param clustered whether people live around centres, few of which hold most of them
   * @param room      places in all shelters over people
   */
  public static PlacementProblem town(int points, int shelters, int entries, boolean clustered, double room, long seed) {
    var random = new Random(seed);
    var centre = random.doubles(3L * CENTRES).toArray();
    var shelterAt = random.doubles(2L * shelters, 0, SIDE_METRES).toArray();
    var people = new int[points];
    var shelter = new int[points * entries];
    var millis = new int[shelter.length];
    var first = new int[points + 1];
    var nearest = new long[shelters];
    long total = 0;
    for (int point = 0; point < points; point++) {
      int c = 3 * (int) (CENTRES * random.nextDouble() * random.nextDouble());
      double spread = 200 + 800 * centre[c + 2];
      double x = clustered ? centre[c] * SIDE_METRES + random.nextGaussian() * spread : random.nextDouble() * SIDE_METRES;
      double y = clustered ? centre[c + 1] * SIDE_METRES + random.nextGaussian() * spread : random.nextDouble() * SIDE_METRES;
      people[point] = 1 + random.nextInt(50);
      total += people[point];
      for (int j = 0; j < shelters; j++) {
        nearest[j] = (long) (1_000 / 1.2 * Math.hypot(x - shelterAt[2 * j], y - shelterAt[2 * j + 1])) << 32 | j;
      }
      Arrays.sort(nearest);
      var row = Arrays.stream(nearest, 0, entries).map(key -> key << 32 | key >>> 32).sorted().toArray();
      for (int i = 0; i < entries; i++) {
        shelter[first[point] + i] = (int) (row[i] >>> 32);
        millis[first[point] + i] = (int) row[i];
      }
      first[point + 1] = first[point] + entries;
    }
    var share = random.doubles(shelters, 0.2, 1.2).toArray();
    double shares = Arrays.stream(share).sum();
    long all = total;
    var capacity = Arrays.stream(share).mapToInt(one -> (int) (all * room * one / shares)).toArray();
    return new PlacementProblem(people, capacity, new ReachTable(shelters, first, shelter, millis));
  }

  /** A small problem of any shape: nobody at a point, no way, no place, room for all, equal times. */
  public static PlacementProblem small(Random random, int mostPoints, int mostShelters) {
    int points = random.nextInt(mostPoints + 1);
    int shelters = random.nextInt(mostShelters + 1);
    int times = random.nextBoolean() ? 4 : 1_000_000;
    int share = 1 + random.nextInt(4);
    var people = random.ints(points, 0, 1 + random.nextInt(8)).toArray();
    var capacity = random.ints(shelters, 0, 1 + random.nextInt(20)).toArray();
    for (int j = 0; j < shelters; j++) {
      capacity[j] = random.nextInt(12) == 0 ? PlacementProblem.UNLIMITED : capacity[j];
    }
    var shelter = new int[points * shelters];
    var millis = new int[shelter.length];
    var first = new int[points + 1];
    int size = 0;
    for (int point = 0; point < points; point++) {
      for (int j = 0; j < shelters; j++) {
        if (random.nextInt(4) < share) {
          shelter[size] = j;
          millis[size++] = random.nextInt(times);
        }
      }
      first[point + 1] = size;
    }
    return new PlacementProblem(people, capacity,
        new ReachTable(shelters, first, Arrays.copyOf(shelter, size), Arrays.copyOf(millis, size)));
  }
}
