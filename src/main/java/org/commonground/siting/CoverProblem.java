package org.commonground.siting;

/**
 * The most weight covered (MCLP; Church and ReVelle, The maximal covering location problem, 1974), also by several sites at once.
 *
 * @param choice what may be chosen
 * @param rows   who covers whom
 * @param lost   the part of a row's weight that is lost with 0, 1, … covering sites: falls from 1 to 0. {@code 1, 0} for plain
 *               cover, {@code 1, 1, 0} where only two count, {@code 1, 0.3, 0} where the second is a backup worth three tenths
 */
public record CoverProblem(SiteChoice choice, CoverRows rows, double... lost) implements SitingProblem {

  public CoverProblem {
    if (choice.candidates() != rows.candidates()) {
      throw new IllegalArgumentException("the choice has " + choice.candidates() + " candidates, the rows " + rows.candidates());
    }
    boolean falls = lost.length >= 2 && lost[0] == 1 && lost[lost.length - 1] == 0;
    for (int covering = 1; covering < lost.length; covering++) {
      falls &= lost[covering] <= lost[covering - 1];
    }
    if (!falls) {
      throw new IllegalArgumentException("the lost part does not fall from 1 to 0: " + java.util.Arrays.toString(lost));
    }
  }

  /** Covered is covered, once or more often. */
  public CoverProblem(SiteChoice choice, CoverRows rows) {
    this(choice, rows, 1, 0);
  }

  @Override
  public CoverProblem with(SiteChoice other) {
    return new CoverProblem(other, rows, lost);
  }
}
