package org.commonground.siting;

/** The limits of one run, from its beginning. */
record SitingClock(SitingLimits limits, long startNanos) {

  static SitingClock start(SitingLimits limits) {
    return new SitingClock(limits, System.nanoTime());
  }

  /** Whether time has run out or the caller has cancelled. */
  boolean over() {
    return cancelled() || System.nanoTime() - startNanos >= 1_000_000 * limits.millis();
  }

  /** Whether the caller has cancelled, or a quarter of the time is used over and above it: then what is only good to know is left. */
  boolean wellOver() {
    return cancelled() || System.nanoTime() - startNanos >= 1_250_000 * limits.millis();
  }

  /** Why a run ended without a proof. */
  Stopped early() {
    return cancelled() ? Stopped.CANCELLED : Stopped.TIME;
  }

  long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }

  private boolean cancelled() {
    return limits.cancelled().getAsBoolean();
  }
}
