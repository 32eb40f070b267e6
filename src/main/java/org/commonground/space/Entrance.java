package org.commonground.space;

import java.util.List;

/**
 * Where a space is entered.
 *
 * @param x              metres, on the edge of the space
 * @param y              metres
 * @param bearingDegrees from the middle of the space, clockwise from north, 0 to 360
 * @param widthM         metres
 * @param open           null where a gate is recorded, but not whether it is open when needed
 * @param wheelchair     whether a wheelchair gets in; null where not recorded
 * @param sources        ways and barriers that make it, in alphabetical order
 */
public record Entrance(double x, double y, double bearingDegrees, Range widthM, Boolean open, Boolean wheelchair,
    List<String> sources) {

  private static final List<String> WINDS = List.of("n", "ne", "e", "se", "s", "sw", "w", "nw");

  /** The nearest of the eight directions of the compass: {@code n}, {@code ne} … */
  public String compass() {
    return WINDS.get((int) Math.round(bearingDegrees / 45) % WINDS.size());
  }
}
