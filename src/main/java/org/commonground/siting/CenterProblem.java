package org.commonground.siting;

/**
 * The least worst distance when everybody goes to the nearest chosen site (p-center; Hakimi 1964).
 *
 * @param choice what may be chosen
 * @param rows   distances as costs; what a row costs beyond its entries does not count: it must be served by one of them
 */
public record CenterProblem(SiteChoice choice, MedianRows rows) implements SitingProblem {

  public CenterProblem {
    if (choice.candidates() != rows.candidates()) {
      throw new IllegalArgumentException("the choice has " + choice.candidates() + " candidates, the rows " + rows.candidates());
    }
    if (choice.worth().length > 0) {
      throw new IllegalArgumentException("the worst distance is all that counts: worths of candidates have no place here");
    }
  }

  @Override
  public CenterProblem with(SiteChoice other) {
    return new CenterProblem(other, rows);
  }
}
