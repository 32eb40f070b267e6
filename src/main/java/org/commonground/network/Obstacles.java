package org.commonground.network;

/**
 * What is in the way on each street: nothing, something that slows, or something that closes it. Immutable, and the same for every
 * group only where what it comes from is.
 */
public final class Obstacles {

  /** All streets as they are recorded. */
  public static final Obstacles NONE = new Obstacles(null);

  private final float[] speedLeft;

  private Obstacles(float[] speedLeft) {
    this.speedLeft = speedLeft;
  }

  /**
   * @param speedLeft share of the speed that is left, one entry per street: 1 where nothing is in the way, 0 where it is closed
   * @throws IllegalArgumentException where an entry is not 0 to 1
   */
  public static Obstacles of(float[] speedLeft) {
    boolean any = false;
    for (int street = 0; street < speedLeft.length; street++) {
      if (!(speedLeft[street] >= 0 && speedLeft[street] <= 1)) {
        throw new IllegalArgumentException("street " + street + " keeps " + speedLeft[street] + " of its speed, not 0 to 1");
      }
      any |= speedLeft[street] != 1;
    }
    return any ? new Obstacles(speedLeft.clone()) : NONE;
  }

  /** Whether nothing is in the way anywhere. */
  public boolean none() {
    return speedLeft == null;
  }

  public boolean closes(int street) {
    return speedLeft != null && speedLeft[street] == 0;
  }

  /** Share of the speed that is left on a street, 0 to 1. */
  public float speedLeft(int street) {
    return speedLeft == null ? 1 : speedLeft[street];
  }

  /** What a walk along the street takes then; {@link WalkGraph#CLOSED} where it is closed, or was before. */
  public int slowed(int street, int millis) {
    float left = speedLeft(street);
    return left == 1 ? millis : left == 0 || millis == WalkGraph.CLOSED ? WalkGraph.CLOSED
        : (int) Math.min(Integer.MAX_VALUE / 2, Math.round((double) millis / left));
  }
}
