package org.commonground.network;

/**
 * How long one group takes along one street, each way, in whole milliseconds.
 *
 * <ol>
 *   <li>Stairs are walked at the group's speed on stairs, whatever their slope.
 *   <li>Elsewhere the street is cut into the pieces between its recorded heights; each is walked at the speed that its own grade
 *       allows. Without heights the street is level.
 *   <li>The sum is rounded once, and is at least 1.
 * </ol>
 */
final class StreetPace {

  private final Street street;
  private final int toEnd;
  private final int toStart;

  /** @throws IllegalArgumentException where it takes longer than 24 days */
  StreetPace(Street street, Profile profile) {
    this.street = street;
    var heights = street.heights();
    if (street.steps() || heights == null || profile.slope().equals(Slope.NONE)) {
      double speed = street.steps() ? profile.stairsMetresPerSecond() : profile.speedMetresPerSecond();
      toEnd = whole(street.lengthMm() / speed);
      toStart = toEnd;
      return;
    }
    double pieceMetres = street.lengthMm() / 1000.0 / (heights.count() - 1);
    double there = 0;
    double back = 0;
    for (int i = 1; i < heights.count() && pieceMetres > 0; i++) {
      double grade = (heights.metres(i) - heights.metres(i - 1)) / pieceMetres;
      there += pieceMetres / profile.slope().speedFactor(grade);
      back += pieceMetres / profile.slope().speedFactor(-grade);
    }
    toEnd = whole(1000 * there / profile.speedMetresPerSecond());
    toStart = whole(1000 * back / profile.speedMetresPerSecond());
  }

  private int whole(double millis) {
    if (millis > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException("street " + street.id() + " of " + street.lengthMm() + " mm takes too long to walk");
    }
    return Math.max(1, (int) Math.round(millis));
  }

  int millisToEnd() {
    return toEnd;
  }

  int millisToStart() {
    return toStart;
  }
}
