package org.commonground.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Contestants that take turns: A B C, A B C and so on, so that what else the machine does slows all of them alike.
 *
 * <p>Before the first round each one runs until three seconds have passed, so that all are compiled. A turn is the median of as many
 * runs as fit into a fifth of a second, at least one.
 */
final class Contest {

  private static final double WARM_UP_SECONDS = 3;
  private static final double TURN_SECONDS = 0.2;

  /** Runs once. */
  interface Turn {
    /** @return seconds, as the contestant itself counts them */
    double run();
  }

  private record Contestant(String name, Turn turn) {
  }

  private final String task;
  private final List<Contestant> contestants = new ArrayList<>();

  Contest(String task) {
    this.task = task;
  }

  Contest with(String name, Runnable work) {
    return withTimed(name, () -> seconds(work));
  }

  static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  Contest withTimed(String name, Turn turn) {
    contestants.add(new Contestant(name, turn));
    return this;
  }

  /**
   * Prints each one's median, least and most over the rounds, and how many times as long as the first it takes: the median of the
   * ratios of each round.
   *
   * @return seconds by name, the medians
   */
  Map<String, Double> run(int rounds) {
    contestants.forEach(contestant -> warmUp(contestant.turn()));
    var seconds = new double[contestants.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < seconds.length; i++) {
        seconds[i][round] = turn(contestants.get(i).turn());
      }
    }
    System.out.println(task);
    var medians = new LinkedHashMap<String, Double>();
    for (int i = 0; i < seconds.length; i++) {
      var ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        ratios[round] = seconds[i][round] / seconds[0][round];
      }
      var ratio = Timing.of(ratios);
      var timing = Timing.of(seconds[i]);
      medians.put(contestants.get(i).name(), timing.median());
      System.out.printf(Locale.ROOT, "  %-58s %12.2f ms (%.2f to %.2f)  x %.2f (%.2f to %.2f)%n", contestants.get(i).name(),
          1e3 * timing.median(), 1e3 * timing.min(), 1e3 * timing.max(), ratio.median(), ratio.min(), ratio.max());
    }
    return medians;
  }

  private static void warmUp(Turn turn) {
    for (double spent = 0; spent < WARM_UP_SECONDS; ) {
      spent += seconds(turn::run);
    }
  }

  private static double turn(Turn turn) {
    var runs = new ArrayList<Double>();
    for (double spent = 0; spent < TURN_SECONDS; ) {
      spent += seconds(() -> runs.add(turn.run()));
    }
    return Timing.of(runs.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }
}
