package org.commonground.evacuation;

/**
 * How people on foot and cars share the width of a street in an evacuation. On foot goes first: lanes are opened, up to those there
 * are, while a walkway of the least width stays free of cars; where not even one lane fits beside it, the street is for people on
 * foot alone. Who walks has all that the lanes leave.
 *
 * @param lanes      open to cars
 * @param walkMetres for people on foot
 */
public record SharedStreet(int lanes, double walkMetres) {

  /**
   * @param widthMetres of the whole street, at least 0
   * @param lanes       it has for cars, at least 0
   * @param laneMetres  that one takes, above 0
   * @param leastWalk   metres of a walkway, at least 0
   */
  public static SharedStreet of(double widthMetres, int lanes, double laneMetres, double leastWalk) {
    if (!(widthMetres >= 0) || lanes < 0 || !(laneMetres > 0) || !(leastWalk >= 0)) {
      throw new IllegalArgumentException("a street of " + widthMetres + " m with " + lanes + " lanes of " + laneMetres
          + " m beside a walkway of " + leastWalk + " m: lanes need width, and nothing may be below 0");
    }
    int open = (int) Math.max(0, Math.min(lanes, Math.floor((widthMetres - leastWalk) / laneMetres + 1e-9)));
    return new SharedStreet(open, widthMetres - open * laneMetres);
  }
}
