package org.commonground.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Heights of the ground along a street, evenly spaced from its first point to its last. Immutable.
 *
 * <p>On a bridge or in a tunnel the ground is not what is walked on: there only the two ends count, and the street runs straight
 * between them.
 */
public final class HeightProfile {

  private static final double MOST_METRES = 9_000;

  private final float[] metres;

  /**
   * @param metres above the height datum of the source, at least two
   * @throws IllegalArgumentException where there are fewer, or one is no height on earth
   */
  public HeightProfile(float[] metres) {
    if (metres.length < 2) {
      throw new IllegalArgumentException("a height profile has at least two heights, not " + metres.length);
    }
    for (float height : metres) {
      if (!(Math.abs(height) <= MOST_METRES)) {
        throw new IllegalArgumentException("no height on earth: " + height + " m");
      }
    }
    this.metres = metres.clone();
  }

  /** How many heights there are. */
  public int count() {
    return metres.length;
  }

  /** Metres at place {@code i}, which lies at the share {@code i / (count() - 1)} of the street's length. */
  public double metres(int i) {
    return metres[i];
  }

  /** The steepest piece, as a share: 0.08 rises or falls 8 m in 100. */
  public double steepestGrade(double lengthMetres) {
    double run = lengthMetres / (metres.length - 1);
    return run <= 0 ? 0
        : IntStream.range(1, metres.length).mapToDouble(i -> Math.abs(metres[i] - metres[i - 1]) / run).max().orElse(0);
  }

  /** Heights in decimetres, separated by blanks: the form in which a street keeps them. */
  public String text() {
    return IntStream.range(0, metres.length).mapToObj(i -> Integer.toString(Math.round(10 * metres[i])))
        .collect(Collectors.joining(" "));
  }

  /** The reverse of {@link #text()}; null for null. */
  public static HeightProfile of(String text) {
    if (text == null) {
      return null;
    }
    var parts = text.split(" ");
    var metres = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      metres[i] = Integer.parseInt(parts[i]) / 10f;
    }
    return new HeightProfile(metres);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeightProfile profile && Arrays.equals(metres, profile.metres);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(metres);
  }

  @Override
  public String toString() {
    return text();
  }
}
