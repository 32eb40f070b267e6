package org.commonground.coverage;

/**
 * One step of a way: along one street, until its name or kind changes.
 *
 * @param turn   how it begins
 * @param street name of the street; null where none is recorded
 * @param kind   value of the OpenStreetMap key {@code highway}; {@code access} for the first and last metres off the street
 * @param metres length
 * @param millis walking time; the steps' times add up to the way's
 * @param lon    degrees east where it begins
 * @param lat    degrees north where it begins
 * @param stairs true where it is stairs
 */
public record WayStep(Turn turn, String street, String kind, double metres, int millis, double lon, double lat,
    boolean stairs) {

  /** How a step begins. */
  public enum Turn {
    START("start"), STRAIGHT("straight"), SLIGHT_LEFT("slightLeft"), LEFT("left"), SHARP_LEFT("sharpLeft"),
    SLIGHT_RIGHT("slightRight"), RIGHT("right"), SHARP_RIGHT("sharpRight"), BACK("back"), ARRIVE("arrive");

    private final String word;

    Turn(String word) {
      this.word = word;
    }

    /** The word used in answers. */
    public String word() {
      return word;
    }

    /** Bearings in degrees clockwise from north; not a number where there is none. */
    public static Turn between(double before, double after) {
      if (Double.isNaN(before) || Double.isNaN(after)) {
        return STRAIGHT;
      }
      double right = ((after - before) % 360 + 540) % 360 - 180;
      double angle = Math.abs(right);
      if (angle < 20) {
        return STRAIGHT;
      }
      if (angle > 170) {
        return BACK;
      }
      if (angle < 45) {
        return right > 0 ? SLIGHT_RIGHT : SLIGHT_LEFT;
      }
      if (angle < 120) {
        return right > 0 ? RIGHT : LEFT;
      }
      return right > 0 ? SHARP_RIGHT : SHARP_LEFT;
    }
  }
}
