package org.commonground.evacuation;

import java.util.function.BooleanSupplier;

/**
 * When a search ends before its answer is proven.
 *
 * @param millis    of time, above 0
 * @param bytes     of memory for the steps of all streets, above 0; for nothing but the first plan and its bounds, 1
 * @param cancelled asked often, from the thread that searches
 */
public record EvacuationLimits(long millis, long bytes, BooleanSupplier cancelled) {

  public EvacuationLimits {
    if (millis <= 0 || bytes <= 0) {
      throw new IllegalArgumentException("the limits are " + millis + " ms and " + bytes + " bytes; both must be above 0");
    }
  }

  public static EvacuationLimits of(double seconds, long bytes) {
    return new EvacuationLimits(Math.round(1_000 * seconds), bytes, () -> false);
  }

  /** From now on. */
  Clock start() {
    return new Clock(this, System.nanoTime());
  }

  /** The limits of one run, from its beginning. */
  record Clock(EvacuationLimits limits, long startNanos) {

    boolean over() {
      return limits.cancelled.getAsBoolean() || System.nanoTime() - startNanos >= 1_000_000 * limits.millis;
    }

    /** Milliseconds of the time that is left, shared among so many; at least 1. */
    long share(int parts) {
      return Math.max(1, (limits.millis - (System.nanoTime() - startNanos) / 1_000_000) / parts);
    }

    /** Half of the time that is left, from now on. */
    Clock half() {
      return new EvacuationLimits(share(2), limits.bytes, limits.cancelled).start();
    }

    /** All but a tenth of the time that is left, from now on. */
    Clock most() {
      return new EvacuationLimits(Math.max(1, 9 * share(10)), limits.bytes, limits.cancelled).start();
    }

    Stopped early() {
      return limits.cancelled.getAsBoolean() ? Stopped.CANCELLED : Stopped.TIME;
    }
  }
}
