package org.commonground.siting;

/**
 * The least sum of costs when every row is served by its nearest chosen site (p-median; Hakimi 1964).
 *
 * @param choice what may be chosen
 * @param rows   what serving costs
 */
public record MedianProblem(SiteChoice choice, MedianRows rows) implements SitingProblem {

  public MedianProblem {
    if (choice.candidates() != rows.candidates()) {
      throw new IllegalArgumentException("the choice has " + choice.candidates() + " candidates, the rows " + rows.candidates());
    }
  }

  @Override
  public MedianProblem with(SiteChoice other) {
    return new MedianProblem(other, rows);
  }
}
