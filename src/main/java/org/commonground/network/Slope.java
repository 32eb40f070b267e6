package org.commonground.network;

/**
 * How the grade of the ground changes a walker's speed: {@code exp(-decay * (|grade + shift| - shift))} of the speed on the level.
 *
 * <p>With decay 3.5 and shift 0.05 this is Tobler's hiking function (Three presentations on geographical analysis and modeling,
 * NCGIA 93-1, 1993), scaled so that the group's own speed holds on the level: fastest on a gentle way down, slower on any other.
 *
 * @param decay at least 0; 0 for no effect
 * @param shift the grade down at which walking is fastest, as a share, at least 0
 */
public record Slope(double decay, double shift) {

  /** Whatever the ground does, the speed stays. */
  public static final Slope NONE = new Slope(0, 0);

  public Slope {
    if (!(decay >= 0) || !(shift >= 0)) {
      throw new IllegalArgumentException("decay " + decay + " and shift " + shift + " of a slope must be at least 0");
    }
  }

  /**
   * @param grade metres up for each metre along, negative down
   * @return share of the speed on the level, above 0
   */
  public double speedFactor(double grade) {
    return Math.exp(-decay * (Math.abs(grade + shift) - shift));
  }
}
