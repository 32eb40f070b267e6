package org.commonground.siting;

import java.util.Random;
import java.util.stream.IntStream;

/** Small problems by chance, with every side condition now and then. */
final class RandomSiting {

  private final Random random;

  RandomSiting(long seed) {
    random = new Random(seed);
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  SiteChoice choice(int candidates, boolean worths) {
    var choice = SiteChoice.atMost(random.nextInt(candidates + 1), candidates);
    boolean fractions = random.nextBoolean();
    if (random.nextInt(3) == 0) {
      var cost = values(candidates, 9, fractions);
      choice = choice.within(20 * random.nextDouble(), cost);
    }
    if (worths && random.nextInt(3) == 0) {
      choice = choice.worth(values(candidates, 12, fractions));
    }
    if (random.nextInt(3) == 0) {
      choice = choice.closing(IntStream.range(0, candidates).filter(site -> random.nextInt(4) == 0).toArray());
    }
    if (random.nextInt(3) == 0) {
      choice = choice.apart(values(candidates, 10, true), values(candidates, 10, true), 4 * random.nextDouble());
    }
    if (random.nextInt(3) == 0) {
      int open = random.nextInt(candidates);
      try {
        choice = choice.opening(open);
      } catch (IllegalArgumentException cannotBe) {
        return choice;
      }
    }
    return choice;
  }

  /** Points and candidates in the plane, or distances without sense; some out of reach. */
  MedianRows median(int candidates) {
    int rows = random.nextInt(12);
    boolean plane = random.nextBoolean();
    boolean fractions = random.nextBoolean();
    double[] x = values(rows + candidates, 20, fractions);
    double[] y = values(rows + candidates, 20, fractions);
    var distance = new double[rows][candidates];
    for (int row = 0; row < rows; row++) {
      for (int site = 0; site < candidates; site++) {
        double own = plane ? Math.hypot(x[row] - x[rows + site], y[row] - y[rows + site]) : values(1, 30, fractions)[0];
        distance[row][site] = random.nextInt(6) == 0 ? Double.POSITIVE_INFINITY : fractions ? own : Math.rint(own);
      }
    }
    var weight = values(rows, 5, fractions && random.nextBoolean());
    var made = MedianRows.of(distance, weight, 15 + random.nextInt(10));
    return made.count() == 0 ? new MedianRows(candidates, new int[1], new int[0], new double[0], new double[0]) : made;
  }

  CoverRows cover(int candidates) {
    var builder = new CoverRows.Builder(candidates);
    int points = random.nextInt(25);
    double likely = random.nextDouble();
    boolean fractions = random.nextInt(3) == 0;
    for (int point = 0; point < points; point++) {
      var covering = IntStream.range(0, candidates).filter(site -> random.nextDouble() < likely).toArray();
      builder.add(covering, covering.length, values(1, 9, fractions)[0]);
    }
    return builder.build();
  }

  double[] room(int candidates) {
    return values(candidates, 12, random.nextInt(3) == 0);
  }

  double[] costs(int candidates) {
    return values(candidates, 9, random.nextBoolean());
  }

  double[] lost() {
    return switch (random.nextInt(5)) {
      case 0 -> new double[] {1, 1, 0};
      case 1 -> new double[] {1, 0.3, 0};
      case 2 -> new double[] {1, 0.9, 0.5, 0};
      default -> new double[] {1, 0};
    };
  }

  private double[] values(int count, int most, boolean fractions) {
    return random.doubles(count).map(value -> fractions ? value * most : Math.floor(value * (most + 1))).toArray();
  }
}
