package org.commonground.coverage;

import java.util.List;

/**
 * The public green of one district, of what lies outside all, or of the area.
 *
 * @param people  persons who live there
 * @param greenM2 public green on its ground, each piece of ground once
 * @param within  one entry per limit
 */
public record GreenSupply(long people, double greenM2, List<Within> within) {

  /**
   * What its people walk to within one limit; {@code sure + unknown + without} is all of them.
   *
   * @param sure     persons who reach some green whatever the unrecorded facts are
   * @param unknown  persons who reach some only if they are favourable
   * @param without  persons who reach none even then
   * @param leastM2  what they have of the green that is walked to, each space shared evenly among all who reach it in the same time:
   *                 the least that the unrecorded facts leave them, whoever else comes
   * @param mostM2   the most
   */
  public record Within(long sure, long unknown, long without, double leastM2, double mostM2) {
  }

  public GreenSupply {
    within = List.copyOf(within);
    for (var some : within) {
      if (some.sure() + some.unknown() + some.without() != people) {
        throw new IllegalArgumentException("people do not add up: " + some + " is not " + people);
      }
    }
  }

  /** Square metres for each person who lives there; null where nobody does. */
  public Double greenM2PerPerson() {
    return perPerson(greenM2);
  }

  /** Square metres for each person of some of their green; null where nobody lives there. */
  public Double perPerson(double squareMetres) {
    return people == 0 ? null : Double.valueOf(squareMetres / people);
  }
}
