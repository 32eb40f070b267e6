package org.commonground.space;

/**
 * A value between two readings: if everything that is not recorded is unfavourable, and if it is favourable. Which of the two is
 * the greater depends on what is measured; infinity stands where nothing recorded bounds it.
 */
public record Range(double pessimistic, double optimistic) {

  /** Nobody knows, and a greater value is better. */
  static final Range UNKNOWN_AT_LEAST = new Range(0, Double.POSITIVE_INFINITY);
  /** Nobody knows, and a smaller value is better. */
  static final Range UNKNOWN_AT_MOST = new Range(Double.POSITIVE_INFINITY, 0);

  public Range {
    if (Double.isNaN(pessimistic) || Double.isNaN(optimistic)) {
      throw new IllegalArgumentException("range is " + pessimistic + " to " + optimistic);
    }
  }

  public static Range exact(double value) {
    return new Range(value, value);
  }

  /** 1 for yes, 0 for no, and both where it is not recorded (null). */
  static Range of(Boolean recorded) {
    return recorded == null ? new Range(0, 1) : exact(recorded ? 1 : 0);
  }
}
