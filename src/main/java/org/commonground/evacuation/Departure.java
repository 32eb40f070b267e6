package org.commonground.evacuation;

import java.util.Locale;

/**
 * When people set out: at once, or along a curve from the alarm on.
 *
 * <ul>
 *   <li>Logistic: {@code 1 / (1 + exp(-a (t - b)))} of all have left after {@code t} minutes (Radwan, Hobeika, Sivasailam, 1985),
 *       with a slope {@code a} per minute and half of all gone after {@code b} minutes. Those whom the curve has before the alarm
 *       leave with it.
 *   <li>Rayleigh: {@code 1 - exp(-t^2 / 2 s^2)} of all, most at {@code s} minutes.
 * </ul>
 *
 * <p>A curve has no end; here the last leaves when less than half a person is left. So each must end within a day for one who is
 * one in a million.
 *
 * @param minutes        {@code b} or {@code s}; above 0 but at {@link Curve#IMMEDIATE}
 * @param slopePerMinute {@code a}; above 0 at {@link Curve#LOGISTIC}
 */
public record Departure(Curve curve, double minutes, double slopePerMinute) {

  /** The longest half-time, and after so many minutes all have left. */
  public static final int MOST_MINUTES = 1_440;
  private static final double ONE_IN_A_MILLION = 1e-6;

  /** What the curve is called. */
  public enum Curve { IMMEDIATE, LOGISTIC, RAYLEIGH }

  /** @throws IllegalArgumentException where people would never leave, in a sentence for whoever asked */
  public Departure {
    if (curve != Curve.IMMEDIATE && !(minutes > 0 && minutes <= MOST_MINUTES)) {
      throw new IllegalArgumentException(said("departure minutes are %s, but must be above 0 and at most %s", minutes, MOST_MINUTES));
    }
    if (curve == Curve.LOGISTIC && !(slopePerMinute > 0)) {
      throw new IllegalArgumentException(
          said("departure slope is %s per minute, but must be above 0: people would never leave", slopePerMinute));
    }
    if (curve != Curve.IMMEDIATE) {
      double last = minutesUntil(curve, minutes, slopePerMinute, 1 - ONE_IN_A_MILLION);
      if (!(last <= MOST_MINUTES)) {
        throw new IllegalArgumentException(said("departures would go on for %s minutes, more than %s: choose a shorter time or a steeper"
            + " slope", Math.ceil(last), MOST_MINUTES));
      }
    }
  }

  private static String said(String text, Object... numbers) {
    return String.format(Locale.ROOT, text, numbers);
  }

  public static Departure immediate() {
    return new Departure(Curve.IMMEDIATE, 0, 0);
  }

  private static double minutesUntil(Curve curve, double minutes, double slope, double share) {
    return curve == Curve.LOGISTIC ? minutes + Math.log(share / (1 - share)) / slope
        : minutes * Math.sqrt(-2 * Math.log(1 - share));
  }

  /** Share of all who have left after so many minutes, 0 to 1. */
  public double left(double afterMinutes) {
    return switch (curve) {
      case IMMEDIATE -> 1;
      case LOGISTIC -> 1 / (1 + Math.exp(-slopePerMinute * (afterMinutes - minutes)));
      case RAYLEIGH -> 1 - Math.exp(-afterMinutes * afterMinutes / (2 * minutes * minutes));
    };
  }

  /**
   * People who get ready at each step, whole, and all of them: after each step so many have left as the curve says, rounded.
   *
   * @param people     at least 0
   * @param waitSteps  all of it so much later, as of a stage; at least 0
   */
  public int[] readyAtStep(int people, int stepSeconds, int waitSteps) {
    if (people < 0 || waitSteps < 0 || (long) waitSteps * stepSeconds > 60L * MOST_MINUTES) {
      throw new IllegalArgumentException(people + " people who wait " + waitSteps + " steps: people must be at least 0, and the wait from 0"
          + " to " + MOST_MINUTES + " minutes");
    }
    if (curve == Curve.IMMEDIATE || people == 0) {
      var all = new int[waitSteps + 1];
      all[waitSteps] = people;
      return all;
    }
    double minutesOfStep = stepSeconds / 60.0;
    int last = 0;
    while (Math.round(people * left(last * minutesOfStep)) < people) {
      last++;
    }
    var ready = new int[waitSteps + last + 1];
    long before = 0;
    for (int step = 0; step <= last; step++) {
      long now = Math.round(people * left(step * minutesOfStep));
      ready[waitSteps + step] = (int) (now - before);
      before = now;
    }
    return ready;
  }
}
